#include "paint/svg_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace shezhire::paint {
namespace {

bool starts_without_case(std::string_view text, std::string_view lower) {
    if (text.size() < lower.size()) return false;
    return std::equal(lower.begin(), lower.end(), text.begin(), [](char wanted, char c) {
        return wanted == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    });
}

// Pango ends a line that it had to break within a word by a hyphen that is not in the text: one more glyph of
// the last character, with an advance of its own.
bool ends_in_added_hyphen(const text::SetText& set, const text::Line& line, const text::Run& last) {
    const bool is_last_line = &line == &set.lines.back();
    if (is_last_line || last.right_to_left || last.glyph_count < 2) return false;
    const auto end = last.first_byte + last.byte_count;
    if ((&line + 1)->first_byte != end) return false;  // broken at a blank
    const auto& glyph = set.glyphs[last.first_glyph + last.glyph_count - 1];
    const auto& before = set.glyphs[last.first_glyph + last.glyph_count - 2];
    std::size_t next = glyph.cluster;
    base::next_code_point(set.text, next);
    return glyph.cluster == before.cluster && glyph.advance > 0 && before.advance > 0 && next == end;
}

}  // namespace

void pieces_of(const text::SetText& set, const text::Line& line, std::vector<TextPiece>& pieces) {
    pieces.clear();
    if (line.run_count == 0) return;
    const auto add = [&](const text::Run& run) {
        // Only the ellipsis stands for no byte.
        const auto text = run.byte_count == 0
                              ? std::string_view("…")
                              : std::string_view(set.text).substr(run.first_byte, run.byte_count);
        auto* before = pieces.empty() ? nullptr : &pieces.back();
        if (before != nullptr && before->font == run.font &&
            before->text.data() + before->text.size() == text.data()) {
            before->text = {before->text.data(), before->text.size() + text.size()};
        } else {
            pieces.push_back({run.font, text});
        }
    };
    const auto* last = &set.runs[line.first_run];
    if (line.run_count == 1) {
        add(*last);
    } else {
        std::vector<const text::Run*> runs;
        for (std::uint32_t r = 0; r < line.run_count; ++r) runs.push_back(last + r);
        std::stable_sort(runs.begin(), runs.end(), [](const text::Run* a, const text::Run* b) {
            return a->first_byte < b->first_byte;
        });
        for (const auto* run : runs) add(*run);
        last = runs.back();
    }
    if (ends_in_added_hyphen(set, line, *last)) pieces.push_back({last->font, "-"});
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
