#include "model/scan.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace shezhire::model {
namespace {

constexpr std::size_t block = 64;

/// Whether a block has a place with `a` there and `b` in `other`. No branch inside, so compilers make vectors
/// of it.
bool may_match(const char* text, char a, const char* other, char b) {
    unsigned char any = 0;
    for (std::size_t i = 0; i < block; ++i) {
        any = static_cast<unsigned char>(
            any | (static_cast<unsigned char>(text[i] == a) & static_cast<unsigned char>(other[i] == b)));
    }
    return any != 0;
}

}  // namespace

ScannedText::ScannedText(std::string text) : text_(std::move(text)) {
    for (const char c : text_) ++counts_[static_cast<unsigned char>(c)];
}

std::size_t ScannedText::commonness(std::string_view needle) const {
    std::size_t least = text_.size();
    for (const char c : needle) least = std::min(least, counts_[static_cast<unsigned char>(c)]);
    return least;
}

std::size_t ScannedText::find(std::string_view needle, std::size_t from) const {
    const auto count = [&](std::size_t i) { return counts_[static_cast<unsigned char>(needle[i])]; };
    std::size_t rarest = 0;
    for (std::size_t i = 1; i < needle.size(); ++i) {
        if (count(i) < count(rarest)) rarest = i;
    }
    std::size_t second = rarest == 0 ? needle.size() - 1 : 0;
    for (std::size_t i = 0; i < needle.size(); ++i) {
        if (i != rarest && count(i) < count(second)) second = i;
    }
    if (needle.size() > text_.size()) return std::string_view::npos;
    const std::size_t end = text_.size() - needle.size() + 1;  // behind the last place where it may begin
    const char* text = text_.data();
    while (from < end) {
        // Behind a place < end there are always needle.size() - 1 bytes more, so a whole block may be looked
        // at.
        const std::size_t stop = end - from < block ? end : from + block;
        if (stop - from < block ||
            may_match(text + from + rarest, needle[rarest], text + from + second, needle[second])) {
            while (from < stop) {
                const void* hit = std::memchr(text + from + rarest, needle[rarest], stop - from);
                if (hit == nullptr) break;
                from = static_cast<std::size_t>(static_cast<const char*>(hit) - text) - rarest;
                if (std::memcmp(text + from, needle.data(), needle.size()) == 0) return from;
                ++from;
            }
        }
        from = stop;
    }
    return std::string_view::npos;
}

}  // namespace shezhire::model
