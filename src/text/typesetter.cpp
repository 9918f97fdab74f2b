#include "text/typesetter.h"

#include <functional>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "text/fonts.h"
#include "text/pango.h"
#include "text/setting.h"

namespace shezhire::text {
namespace {

struct HashOfRequest {
    std::size_t operator()(const TextRequest& request) const {
        std::size_t hash = std::hash<std::string>{}(request.text);
        const auto mix = [&](std::size_t value) { hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL; };
        mix(std::hash<std::string>{}(request.lang));
        mix(std::hash<double>{}(request.style.size));
        mix(std::hash<double>{}(request.width));
        mix(static_cast<std::size_t>(request.max_lines) * 8 +
            static_cast<std::size_t>(request.style.weight) * 4 + (request.style.italic ? 2U : 0U) +
            static_cast<std::size_t>(request.align));
        return hash;
    }
};

/// What was set lately. Two generations: when the young one is full, the old one goes; what is in use stays.
class Cache {
  public:
    SetTextPtr find(const TextRequest& request) {
        if (const auto found = young_.find(request); found != young_.end()) return found->second;
        const auto found = old_.find(request);
        if (found == old_.end()) return nullptr;
        auto set = found->second;
        remember(request, set);
        return set;
    }

    void remember(const TextRequest& request, SetTextPtr set) {
        constexpr std::size_t most_bytes = std::size_t{48} << 20U;
        bytes_ += 512 + 2 * set->text.size() + set->glyphs.size() * sizeof(Glyph);
        young_.insert_or_assign(request, std::move(set));
        if (bytes_ < most_bytes) return;
        old_ = std::exchange(young_, {});
        bytes_ = 0;
    }

  private:
    std::unordered_map<TextRequest, SetTextPtr, HashOfRequest> young_;
    std::unordered_map<TextRequest, SetTextPtr, HashOfRequest> old_;
    std::size_t bytes_ = 0;
};

}  // namespace

struct Typesetter::State {
    explicit State(std::string wanted)
        : family(std::move(wanted)), map(new_font_map()), context(new_context(map.get())) {}

    std::mutex mutex;  // Pango's font maps belong to one thread at a time
    std::string family;
    FontMapPtr map;
    ContextPtr context;
    Cache cache;
};

Typesetter::Typesetter(std::string family) : state_(std::make_unique<State>(std::move(family))) {}
Typesetter::~Typesetter() = default;

SetTextPtr Typesetter::set(const TextRequest& request) const {
    auto asked = bounded(request);
    const std::lock_guard lock(state_->mutex);
    if (auto known = state_->cache.find(asked)) return known;
    auto set = std::make_shared<const SetText>(set_by(state_->context.get(), state_->family, asked));
    state_->cache.remember(asked, set);
    return set;
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
