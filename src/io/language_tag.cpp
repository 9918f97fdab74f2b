#include "io/language_tag.h"

#include <algorithm>
#include <cstddef>

namespace shezhire::io {
namespace {

bool is_alpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_alnum(char c) {
    return is_alpha(c) || is_digit(c);
}

bool all(std::string_view part, std::size_t least, std::size_t most, bool (*is)(char)) {
    return part.size() >= least && part.size() <= most && std::all_of(part.begin(), part.end(), is);
}

/// The subtags of a tag, one after the other.
class Subtags {
  public:
    explicit Subtags(std::string_view tag) : rest_(tag) { next(); }
    [[nodiscard]] std::string_view now() const { return now_; }
    [[nodiscard]] bool done() const { return done_; }
    void next() {
        done_ = at_end_;
        if (done_) now_ = {};
        if (done_) return;
        const auto dash = rest_.find('-');
        now_ = rest_.substr(0, dash);
        at_end_ = dash == std::string_view::npos;
        rest_ = at_end_ ? std::string_view() : rest_.substr(dash + 1);
    }
    /// Steps over at most `most` subtags that are like this; how many there were.
    template <class Like>
    std::size_t skip(std::size_t most, Like like) {
        std::size_t count = 0;
        while (count < most && !done_ && like(now_)) next(), ++count;
        return count;
    }

  private:
    std::string_view rest_;
    std::string_view now_;
    bool at_end_ = false;
    bool done_ = false;
};

bool is_variant(std::string_view part) {
    return all(part, 5, 8, is_alnum) || (all(part, 4, 4, is_alnum) && is_digit(part[0]));
}

}  // namespace

bool is_language_tag(std::string_view tag) {
    if (tag.empty() || tag.size() > 128) return false;
    Subtags parts(tag);
    const auto is_x = [](std::string_view part) { return part == "x" || part == "X"; };
    const auto private_use = [&] {
        parts.next();
        return parts.skip(99, [](std::string_view part) { return all(part, 1, 8, is_alnum); }) > 0 &&
               parts.done();
    };
    if (is_x(parts.now())) return private_use();
    const bool short_language = all(parts.now(), 2, 3, is_alpha);
    if (!all(parts.now(), 2, 8, is_alpha)) return false;
    parts.next();
    if (short_language) parts.skip(3, [](std::string_view part) { return all(part, 3, 3, is_alpha); });
    parts.skip(1, [](std::string_view part) { return all(part, 4, 4, is_alpha); });
    parts.skip(1,
               [](std::string_view part) { return all(part, 2, 2, is_alpha) || all(part, 3, 3, is_digit); });
    parts.skip(99, is_variant);
    while (!parts.done() && all(parts.now(), 1, 1, is_alnum) && !is_x(parts.now())) {
        parts.next();
        if (parts.skip(99, [](std::string_view part) { return all(part, 2, 8, is_alnum); }) == 0)
            return false;
    }
    if (is_x(parts.now())) return private_use();
    return parts.done();
}

}  // namespace shezhire::io
