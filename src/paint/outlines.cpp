#include "paint/outlines.h"

#include <fmt/format.h>
#include <hb-ot.h>

#include <cmath>
#include <iterator>
#include <unordered_map>

#include "base/geometry.h"
#include "paint/hb_owned.h"
#include "paint/path_data.h"
#include "paint/xml.h"

namespace shezhire::paint {
namespace {

// Whole units of an em / 1000: 0.01 pt in 10 pt type. Font outlines grow upwards, pictures downwards.
base::Point at(float x, float y) {
    return {std::round(static_cast<double>(x)), -std::round(static_cast<double>(y))};
}

PathData& data(void* target) {
    return *static_cast<PathData*>(target);
}

struct Drawing {
    std::unique_ptr<hb_draw_funcs_t, hb::Release<hb_draw_funcs_destroy>> functions{hb_draw_funcs_create()};

    Drawing() {
        auto* f = functions.get();
        hb_draw_funcs_set_move_to_func(
            f, [](auto*, void* d, auto*, float x, float y, void*) { data(d).move(at(x, y)); }, nullptr,
            nullptr);
        hb_draw_funcs_set_line_to_func(
            f, [](auto*, void* d, auto*, float x, float y, void*) { data(d).line(at(x, y)); }, nullptr,
            nullptr);
        hb_draw_funcs_set_quadratic_to_func(
            f,
            [](auto*, void* d, auto*, float cx, float cy, float x, float y, void*) {
                data(d).quadratic(at(cx, cy), at(x, y));
            },
            nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(
            f,
            [](auto*, void* d, auto*, float ax, float ay, float bx, float by, float x, float y, void*) {
                data(d).cubic(at(ax, ay), at(bx, by), at(x, y));
            },
            nullptr, nullptr);
        hb_draw_funcs_set_close_path_func(
            f, [](auto*, void* d, auto*, void*) { data(d).close(); }, nullptr, nullptr);
    }
};

hb::FontPtr open_scaled(const text::Font& description) {
    const auto face = hb::open(description);
    if (!face) return nullptr;
    hb::FontPtr font(hb_font_create(face.get()));
    hb_font_set_scale(font.get(), static_cast<int>(outline_em), static_cast<int>(outline_em));
    if (description.index >> 16 > 0) {
        hb_font_set_var_named_instance(font.get(), static_cast<unsigned>(description.index >> 16) - 1);
    }
    // As FreeType leans them (FT_GlyphSlot_Oblique: 0x0366A / 65536), so that all painters draw one shape.
    if (description.synthetic_italic) hb_font_set_synthetic_slant(font.get(), 0.2125F);
    return font;
}

// Emoji are pictures in their font.
bool append_picture(std::string& out, hb_font_t* font, std::uint32_t glyph, std::uint32_t number) {
    const hb::Blob png(hb_ot_color_glyph_reference_png(font, glyph));
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(png.get(), &length);
    hb_glyph_extents_t box;
    if (length == 0 || hb_font_get_glyph_extents(font, glyph, &box) == 0) return false;
    fmt::format_to(std::back_inserter(out),
                   R"(<image id="__g{}" x="{}" y="{}" width="{}" height="{}" href="data:image/png;base64,)",
                   number, box.x_bearing, -box.y_bearing, box.width, -box.height);
    xml::append_base64(out, {bytes, length});
    out += "\"/>\n";
    return true;
}

}  // namespace

struct Outlines::State {
    const text::Typesetter& typesetter;
    Drawing drawing;
    std::unordered_map<text::FontId, hb::FontPtr> fonts;
    std::unordered_map<std::uint64_t, std::optional<std::uint32_t>> numbers;
    std::uint32_t count = 0;
    std::string definitions;

    hb_font_t* font(text::FontId id) {
        auto [it, is_new] = fonts.try_emplace(id);
        if (is_new) it->second = open_scaled(typesetter.font(id));
        return it->second.get();
    }

    std::optional<std::uint32_t> define(hb_font_t* hb, std::uint32_t glyph) {
        if (hb == nullptr || glyph >= hb_face_get_glyph_count(hb_font_get_face(hb))) return std::nullopt;
        Buffer d;
        PathData path(d);
        hb_font_get_glyph_shape(hb, glyph, drawing.functions.get(), &path);
        if (d.size() > 0) {
            fmt::format_to(std::back_inserter(definitions), "<path id=\"__g{}\" d=\"{}\"/>\n", count,
                           d.view());
        } else if (!append_picture(definitions, hb, glyph, count)) {
            return std::nullopt;
        }
        return count++;
    }
};

Outlines::Outlines(const text::Typesetter& typesetter) : state_(new State{typesetter, {}, {}, {}, 0, {}}) {}
Outlines::~Outlines() = default;

std::optional<std::uint32_t> Outlines::number(text::FontId font, std::uint32_t glyph) {
    const auto [it, is_new] = state_->numbers.try_emplace(std::uint64_t{font} << 32U | glyph);
    if (is_new) it->second = state_->define(state_->font(font), glyph);
    return it->second;
}

const std::string& Outlines::definitions() const {
    return state_->definitions;
}

}  // namespace shezhire::paint
