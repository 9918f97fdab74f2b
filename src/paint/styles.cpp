#include "paint/styles.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/utf8.h"
#include "paint/painter.h"
#include "paint/xml.h"

namespace shezhire::paint {
namespace {

std::uint64_t bits(base::Colour c) {
    return std::uint64_t{c.red} | std::uint64_t{c.green} << 8U | std::uint64_t{c.blue} << 16U |
           std::uint64_t{c.alpha} << 24U;
}

std::uint64_t bits(const Styles::PathLook& look) {
    return bits(look.fill) ^ bits(look.ink) << 32U ^
           static_cast<std::uint64_t>(look.width) * 0x9E3779B97F4A7C15U ^
           static_cast<std::uint64_t>(look.dash) << 29U;
}

std::uint64_t bits(const Styles::TextLook& look) {
    return bits(look.colour) ^ std::uint64_t{look.font} << 33U ^ std::uint64_t{look.right_to_left} << 32U ^
           static_cast<std::uint64_t>(look.size) * 0x9E3779B97F4A7C15U;
}

template <class Look>
std::uint32_t number_of(const Look& look, std::vector<Look>& looks,
                        std::unordered_multimap<std::uint64_t, std::uint32_t>& numbers) {
    const auto key = bits(look);
    const auto [first, last] = numbers.equal_range(key);
    for (auto it = first; it != last; ++it) {
        if (looks[it->second] == look) return it->second;
    }
    const auto number = static_cast<std::uint32_t>(looks.size());
    looks.push_back(look);
    numbers.emplace(key, number);
    return number;
}

std::string number(double value) {
    Buffer text;
    xml::append_number(text, value);
    return std::string(text.view());
}

std::string css_colour(base::Colour c) {
    return base::to_text(c.with_alpha(255));
}

void append_paint(std::string& out, std::string_view property, base::Colour c) {
    fmt::format_to(std::back_inserter(out), "{}:{};", property, css_colour(c));
    if (c.alpha == 255) return;
    fmt::format_to(std::back_inserter(out), "{}-opacity:", property);
    // Three digits: 0.01 would move an 8-bit alpha by one step.
    fmt::format_to(std::back_inserter(out), "{:.3f};", c.alpha / 255.0);
}

}  // namespace

base::Colour at_opacity(base::Colour colour, float opacity) {
    if (opacity >= 1) return colour;
    const double share = std::clamp(static_cast<double>(opacity), 0.0, 1.0);
    return colour.with_alpha(static_cast<std::uint8_t>(std::lround(colour.alpha * share)));
}

std::uint32_t Styles::path(const scene::PathShape& shape, float opacity) {
    PathLook look{at_opacity(shape.fill, opacity), at_opacity(shape.stroke.colour, opacity),
                  xml::hundredths(shape.stroke.width), shape.stroke.dash};
    if (look.width <= 0 || look.ink.alpha == 0) look = {look.fill, {}, 0, scene::Dash::solid};
    if (look.fill.alpha == 0) look.fill = {0, 0, 0, 0};
    return number_of(look, paths_, path_numbers_);
}

std::uint32_t Styles::text(text::FontId font, double size, base::Colour colour, bool right_to_left) {
    const TextLook look{font, right_to_left, colour, xml::hundredths(size)};
    if (last_text_ >= texts_.size() || texts_[last_text_] != look)
        last_text_ = number_of(look, texts_, text_numbers_);
    return last_text_;
}

void append_css(std::string& out, const std::vector<Styles::PathLook>& looks) {
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const auto& look = looks[i];
        fmt::format_to(std::back_inserter(out), "._p{}{{", i);
        if (look.fill.alpha == 0) {
            out += "fill:none;";
        } else {
            append_paint(out, "fill", look.fill);
        }
        if (look.width > 0) {
            const double width = static_cast<double>(look.width) / 100;
            append_paint(out, "stroke", look.ink);
            out += "stroke-width:";
            out += number(width);
            const auto dashes = dash_lengths({look.ink, width, look.dash});
            if (dashes.on > 0) {
                out += ";stroke-dasharray:";
                out += number(dashes.on) + " " + number(dashes.off);
            }
        } else {
            out.pop_back();
        }
        out += "}\n";
    }
}

void append_css(std::string& out, const std::vector<Styles::TextLook>& looks,
                const text::Typesetter& typesetter, bool live) {
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const auto& look = looks[i];
        const auto font = typesetter.font(look.font);
        fmt::format_to(std::back_inserter(out), "._t{}{{", i);
        append_paint(out, "fill", look.colour);
        if (live) {
            out += "font:";
            if (font.italic) out += "italic ";
            if (font.weight == text::Weight::bold) out += "bold ";
            out += number(static_cast<double>(look.size) / 100);
            fmt::format_to(std::back_inserter(out), "px {},sans-serif;", css_string(font.family));
            if (look.right_to_left) out += "direction:rtl;";
        } else if (font.synthetic_bold) {
            // FreeType's own synthetic bold (FT_GlyphSlot_Embolden) is an em / 24; the outlines' unit is an
            // em / 1000.
            append_paint(out, "stroke", look.colour);
            out += "stroke-width:41.67;";
        }
        out.back() = '}';
        out += '\n';
    }
}

std::string css_string(std::string_view family) {
    std::string out = "\"";
    const auto clean = base::cleaned(family);
    for (std::size_t at = 0; at < clean.size();) {
        const auto from = at;
        const char32_t c = base::next_code_point(clean, at);
        const bool plain = c >= 0x80 || c == ' ' || c == '-' || (c >= '0' && c <= '9') ||
                           (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (plain) {
            out.append(clean, from, at - from);
        } else {
            fmt::format_to(std::back_inserter(out), "\\{:x} ", static_cast<std::uint32_t>(c));
        }
    }
    return out += '"';
}

void append_font_face(std::string& out, const text::Font& font, std::string_view sfnt) {
    fmt::format_to(std::back_inserter(out), "@font-face{{font-family:{};", css_string(font.family));
    if (font.weight == text::Weight::bold && !font.synthetic_bold) out += "font-weight:bold;";
    if (font.italic && !font.synthetic_italic) out += "font-style:italic;";
    const bool cff = sfnt.substr(0, 4) == "OTTO";
    fmt::format_to(std::back_inserter(out), "src:url(data:font/{};base64,", cff ? "otf" : "ttf");
    xml::append_base64(out, sfnt);
    out += ")}\n";
}

}  // namespace shezhire::paint
