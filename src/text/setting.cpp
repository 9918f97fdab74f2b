#include "text/setting.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "text/balance.h"
#include "text/languages.h"
#include "text/reading.h"

namespace shezhire::text {
namespace {

/// Newlines and tabs are blanks; the rest of base::cleaned's promise holds.
std::string one_paragraph(std::string_view text) {
    std::string result = base::cleaned(text);
    std::replace_if(
        result.begin(), result.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return result;
}

/// Bytes that could be seen: the narrowest letters take a fifth of an em and two bytes.
std::size_t visible_bytes(const TextRequest& request) {
    constexpr auto least = static_cast<double>(never_cut);
    constexpr double most = 4000;
    if (request.width <= 0) return static_cast<std::size_t>(most);
    const double ems = request.width * request.max_lines / request.style.size;
    return static_cast<std::size_t>(std::clamp(10 * ems, least, most));
}

std::size_t code_point_start(std::string_view text, std::size_t at) {
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    return at;
}

LayoutPtr new_layout(PangoContext* context, const PangoFontDescription* description, const std::string& text,
                     PangoLanguage* language) {
    LayoutPtr layout(pango_layout_new(context));
    pango_layout_set_font_description(layout.get(), description);
    pango_layout_set_auto_dir(layout.get(), TRUE);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_attributes(layout.get(), languages_in(text, language).get());
    return layout;
}

Natural natural_of(PangoLayout* layout) {
    int width = 0;
    pango_layout_get_size(layout, &width, nullptr);
    return {points(width), segments_of(layout)};
}

void break_at(PangoLayout* layout, double width, int max_lines) {
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_height(layout, -max_lines);
    pango_layout_set_width(layout, pango_units(width));
}

/// Breaks into lines within `width`, of similar length where all of the text is shown.
void break_balanced(PangoLayout* layout, const std::vector<Segment>& segments, double width, int max_lines) {
    const auto wanted = balanced(segments, width, max_lines);
    if (wanted.width < width) {
        constexpr double slack = 0.5;  // kerning over a break that is none any more
        break_at(layout, std::min(wanted.width + slack, width), max_lines);
        const bool as_wanted = pango_layout_get_line_count(layout) == wanted.lines;
        if (as_wanted && pango_layout_is_ellipsized(layout) == FALSE) return;
    }
    break_at(layout, width, max_lines);
}

/// Pango would end the program.
SetText without_fonts(SetText empty) {
    const double em = empty.style.size;
    empty.missing_glyphs = !empty.text.empty();
    empty.size = {0, (line_ascent_em + line_descent_em) * em};
    empty.lines.emplace_back();
    empty.lines.front().baseline = line_ascent_em * em;
    return empty;
}

}  // namespace

TextRequest bounded(TextRequest request) {
    constexpr double smallest = 0.5;
    constexpr double largest = 500;
    const double size = request.style.size;
    request.style.size = std::isfinite(size) ? std::clamp(size, smallest, largest) : Style{}.size;
    if (!(request.width > 0) || !std::isfinite(request.width)) request.width = 0;
    request.max_lines = std::clamp(request.max_lines, 1, 1000);
    request.text = one_paragraph(request.text);
    return request;
}

SetText set_by(PangoContext* context, const std::string& family, const TextRequest& request,
               std::optional<Natural>& natural) {
    SetText result;
    result.text = request.text;
    result.lang = request.lang;
    result.style = request.style;
    if (!any_font()) return without_fonts(std::move(result));
    const std::size_t limit = visible_bytes(request);
    const bool cut = result.text.size() > limit;
    if (cut) result.text.resize(code_point_start(result.text, limit));

    PangoLanguage* language = language_of(request.lang);
    pango_context_set_language(context, language);
    const auto description = description_of(family, request.style, needs_sisters(result.text));
    const auto layout = new_layout(context, description.get(), result.text, language);
    if (!natural) natural = natural_of(layout.get());
    const double scale = request.style.size / shaping_em;
    const double width = request.width / scale;
    if (width > 0 && natural->width > width) {
        break_balanced(layout.get(), natural->segments, width, request.max_lines);
    } else if (cut) {
        break_at(layout.get(), natural->width - 1,
                 1);  // a little less than it needs, so that the ellipsis is set
    }
    result.shortened = cut || pango_layout_is_ellipsized(layout.get()) != FALSE;
    read_lines(layout.get(), request.align, scale, result);
    return result;
}

}  // namespace shezhire::text
