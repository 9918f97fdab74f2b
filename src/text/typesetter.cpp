#include "text/typesetter.h"

#include <functional>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

#include "text/fonts.h"
#include "text/pango.h"
#include "text/setting.h"

namespace shezhire::text {
namespace {

class Hash {
  public:
    Hash& operator<<(const std::string& text) { return *this << std::hash<std::string>{}(text); }
    Hash& operator<<(double number) { return *this << std::hash<double>{}(number); }
    Hash& operator<<(std::size_t value) {
        hash_ = (hash_ ^ value) * 0x9E3779B97F4A7C15ULL;
        return *this;
    }
    [[nodiscard]] std::size_t value() const { return hash_; }

  private:
    std::size_t hash_ = 0;
};

struct HashOfRequest {
    std::size_t operator()(const TextRequest& request) const {
        Hash hash;
        hash << request.text << request.lang << request.style.size << request.width
             << static_cast<std::size_t>(request.max_lines) * 8 +
                    static_cast<std::size_t>(request.style.weight) * 4 + (request.style.italic ? 2U : 0U) +
                    static_cast<std::size_t>(request.align);
        return hash.value();
    }
};

/// What a text's Natural depends on.
struct Shape {
    std::string text;
    std::string lang;
    Weight weight = Weight::regular;
    bool italic = false;
    bool operator==(const Shape&) const = default;
};

struct HashOfShape {
    std::size_t operator()(const Shape& shape) const {
        Hash hash;
        hash << shape.text << shape.lang
             << static_cast<std::size_t>(shape.weight) * 2 + (shape.italic ? 1U : 0U);
        return hash.value();
    }
};

/// What was made lately. Two generations: when the young one is full, the old one goes; what is in use stays.
template <class Key, class Value, class HashOfKey>
class Cache {
  public:
    explicit Cache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    /// nullptr: not known.
    std::shared_ptr<const Value> find(const Key& key) {
        if (const auto found = young_.find(key); found != young_.end()) return found->second.value;
        const auto found = old_.find(key);
        if (found == old_.end()) return nullptr;
        const auto entry = found->second;
        remember(key, entry.value, entry.bytes);
        return entry.value;
    }

    void remember(const Key& key, std::shared_ptr<const Value> value, std::size_t bytes) {
        bytes_ += bytes;
        young_.insert_or_assign(key, Entry{std::move(value), bytes});
        if (bytes_ < most_bytes_) return;
        old_ = std::exchange(young_, {});
        bytes_ = 0;
    }

  private:
    struct Entry {
        std::shared_ptr<const Value> value;
        std::size_t bytes = 0;
    };
    std::unordered_map<Key, Entry, HashOfKey> young_;
    std::unordered_map<Key, Entry, HashOfKey> old_;
    std::size_t bytes_ = 0;
    std::size_t most_bytes_;
};

}  // namespace

struct Typesetter::State {
    explicit State(std::string wanted)
        : family(std::move(wanted)), map(new_font_map()), context(new_context(map.get())) {}

    std::mutex mutex;  // Pango's font maps belong to one thread at a time
    std::string family;
    FontMapPtr map;
    ContextPtr context;
    Cache<TextRequest, SetText, HashOfRequest> cache{std::size_t{48} << 20U};
    Cache<Shape, Natural, HashOfShape> naturals{std::size_t{8} << 20U};

    SetTextPtr set(TextRequest asked) {
        if (auto known = cache.find(asked)) return known;
        const Shape shape{asked.text, asked.lang, asked.style.weight, asked.style.italic};
        const bool may_be_cut = asked.text.size() > never_cut;
        const auto known = may_be_cut ? nullptr : naturals.find(shape);
        if (known && known->width * asked.style.size / shaping_em <= asked.width) {
            // In whatever width it fits, it is the same.
            asked.width = 0;
            asked.max_lines = 1;
            if (auto whole = cache.find(asked)) return whole;
        }
        std::optional<Natural> natural;
        if (known) natural = *known;
        auto set = std::make_shared<const SetText>(set_by(context.get(), family, asked, natural));
        cache.remember(asked, set, 512 + 2 * set->text.size() + set->glyphs.size() * sizeof(Glyph));
        if (natural && !known && !may_be_cut) {
            const auto bytes = 256 + 2 * shape.text.size() + natural->segments.size() * sizeof(Segment);
            naturals.remember(shape, std::make_shared<const Natural>(std::move(*natural)), bytes);
        }
        return set;
    }
};

Typesetter::Typesetter(std::string family) : state_(std::make_unique<State>(std::move(family))) {}
Typesetter::~Typesetter() = default;

SetTextPtr Typesetter::set(const TextRequest& request) const {
    auto asked = bounded(request);
    const std::lock_guard lock(state_->mutex);
    return state_->set(std::move(asked));
}

Font Typesetter::font(FontId id) const {
    return font_of(id);
}

std::size_t Typesetter::font_count() const {
    return known_font_count();
}

std::string Typesetter::substitute_family() const {
    const std::lock_guard lock(state_->mutex);
    return substitute_of(state_->map.get(), state_->context.get(), state_->family);
}

}  // namespace shezhire::text
