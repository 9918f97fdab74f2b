#include "paint/svg_text.h"

#include <algorithm>

namespace shezhire::paint {
namespace {

bool starts_without_case(std::string_view text, std::string_view lower) {
    if (text.size() < lower.size()) return false;
    return std::equal(lower.begin(), lower.end(), text.begin(), [](char wanted, char c) {
        return wanted == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    });
}

}  // namespace

std::vector<TextPiece> pieces_of(const text::SetText& set, const text::Line& line) {
    std::vector<const text::Run*> runs;
    runs.reserve(line.run_count);
    for (std::uint32_t r = line.first_run; r < line.first_run + line.run_count; ++r)
        runs.push_back(&set.runs[r]);
    std::stable_sort(runs.begin(), runs.end(),
                     [](const text::Run* a, const text::Run* b) { return a->first_byte < b->first_byte; });
    std::vector<TextPiece> pieces;
    for (const auto* run : runs) {
        // Only the ellipsis stands for no byte.
        const auto text = run->byte_count == 0
                              ? std::string_view("…")
                              : std::string_view(set.text).substr(run->first_byte, run->byte_count);
        auto* before = pieces.empty() ? nullptr : &pieces.back();
        if (before != nullptr && before->font == run->font &&
            before->text.data() + before->text.size() == text.data()) {
            before->text = {before->text.data(), before->text.size() + text.size()};
        } else {
            pieces.push_back({run->font, text});
        }
    }
    return pieces;
}

bool is_safe_link(std::string_view href) {
    const bool known = starts_without_case(href, "https://") || starts_without_case(href, "http://") ||
                       starts_without_case(href, "mailto:");
    return known && std::none_of(href.begin(), href.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte <= ' ' || byte == 0x7F;
           });
}

}  // namespace shezhire::paint
