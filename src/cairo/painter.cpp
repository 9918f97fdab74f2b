#include "cairo/painter.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <vector>

#include "base/ensure.h"
#include "cairo/clusters.h"
#include "cairo/links.h"

namespace shezhire::cairo {
namespace {

constexpr const char* paragraph_tag = "P";

void set_source(cairo_t* cairo, base::Colour c, float opacity) {
    cairo_set_source_rgba(cairo, c.red / 255.0, c.green / 255.0, c.blue / 255.0,
                          c.alpha / 255.0 * static_cast<double>(opacity));
}

void trace(cairo_t* cairo, const scene::PathShape& shape, const paint::Placement& place) {
    cairo_new_path(cairo);
    std::size_t next = 0;
    const auto take = [&] {
        base::ensure(next < shape.points.size(), "a path has the points that its verbs take");
        return shape.points[next++] * place.scale + place.offset;
    };
    for (const scene::Verb verb : shape.verbs) {
        switch (verb) {
            case scene::Verb::move: {
                const auto to = take();
                cairo_move_to(cairo, to.x, to.y);
                break;
            }
            case scene::Verb::line: {
                const auto to = take();
                cairo_line_to(cairo, to.x, to.y);
                break;
            }
            case scene::Verb::cubic: {
                const auto a = take();
                const auto b = take();
                const auto to = take();
                cairo_curve_to(cairo, a.x, a.y, b.x, b.y, to.x, to.y);
                break;
            }
            case scene::Verb::close:
                cairo_close_path(cairo);
                break;
        }
    }
}

void set_stroke(cairo_t* cairo, const scene::Stroke& stroke, double scale, float opacity) {
    set_source(cairo, stroke.colour, opacity);
    cairo_set_line_width(cairo, stroke.width * scale);
    const auto lengths = paint::dash_lengths(stroke);
    const std::array<double, 2> dashes{lengths.on * scale, lengths.off * scale};
    cairo_set_dash(cairo, dashes.data(), lengths.on > 0 ? 2 : 0, 0);
}

void set_unhinted(cairo_t* cairo) {
    const FontOptionsPtr options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cairo, options.get());
}

}  // namespace

CairoPainter::CairoPainter(cairo_t* cairo, FontFaces& faces, Glyphs glyphs)
    : cairo_(cairo), faces_(faces), glyphs_(glyphs) {
    set_unhinted(cairo_);
    cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
}

void CairoPainter::background(base::Colour colour, base::Size size) {
    if (colour.alpha == 0) return;
    set_source(cairo_, colour, 1);
    cairo_rectangle(cairo_, 0, 0, size.width, size.height);
    cairo_fill(cairo_);
}

// A tagged PDF: each element that says something is a paragraph, so that it is read aloud and copied in the
// scene's order. (Links alone will not do: Cairo 1.16 then refers to structure that it does not write.)
void CairoPainter::begin(const scene::Element& element, const base::Rect& box) {
    if (glyphs_ != Glyphs::text || element.texts.empty()) return;
    cairo_tag_begin(cairo_, paragraph_tag, nullptr);
    const auto uri = link_target(element.href);
    if (uri.empty()) return;
    const auto attributes = fmt::format("rect=[{:.3f} {:.3f} {:.3f} {:.3f}] uri='{}'", box.left, box.top,
                                        box.width(), box.height(), uri);
    cairo_tag_begin(cairo_, CAIRO_TAG_LINK, attributes.c_str());
    in_link_ = true;
}

void CairoPainter::end(const scene::Element& element) {
    if (glyphs_ != Glyphs::text || element.texts.empty()) return;
    if (in_link_) cairo_tag_end(cairo_, CAIRO_TAG_LINK);
    in_link_ = false;
    cairo_tag_end(cairo_, paragraph_tag);
}

void CairoPainter::path(const scene::PathShape& shape, const paint::Placement& place, float opacity) {
    const bool filled = shape.fill.alpha > 0;
    const bool stroked = shape.stroke.width > 0 && shape.stroke.colour.alpha > 0;
    if (!filled && !stroked) return;
    trace(cairo_, shape, place);
    if (filled) {
        set_source(cairo_, shape.fill, opacity);
        cairo_fill_preserve(cairo_);
    }
    if (stroked) {
        set_stroke(cairo_, shape.stroke, place.scale, opacity);
        cairo_stroke_preserve(cairo_);
    }
    cairo_new_path(cairo_);
}

void CairoPainter::text(const scene::TextShape& shape, const paint::Placement& place, float opacity) {
    if (shape.text == nullptr || shape.colour.alpha == 0) return;
    set_source(cairo_, shape.colour, opacity);
    cairo_set_font_size(cairo_, shape.text->style.size * place.scale);
    const auto top_left = shape.top_left * place.scale + place.offset;
    for (const text::Run& each : shape.text->runs) run(*shape.text, each, top_left, place.scale);
}

void CairoPainter::run(const text::SetText& set, const text::Run& run, base::Point top_left, double scale) {
    cairo_font_face_t* face = faces_.face(run.font);
    if (face == nullptr || run.glyph_count == 0) return;
    std::vector<cairo_glyph_t> glyphs;
    glyphs.reserve(run.glyph_count);
    for (std::uint32_t g = run.first_glyph; g < run.first_glyph + run.glyph_count; ++g) {
        const text::Glyph& glyph = set.glyphs[g];
        glyphs.push_back({glyph.glyph, static_cast<double>(glyph.x) * scale + top_left.x,
                          static_cast<double>(glyph.y) * scale + top_left.y});
    }
    const int count = static_cast<int>(glyphs.size());
    cairo_set_font_face(cairo_, face);
    if (glyphs_ == Glyphs::outlines) {
        cairo_new_path(cairo_);
        cairo_glyph_path(cairo_, glyphs.data(), count);
        cairo_fill(cairo_);
        return;
    }
    const auto clusters = clusters_of(set, run);
    cairo_show_text_glyphs(
        cairo_, clusters.text.data(), static_cast<int>(clusters.text.size()), glyphs.data(), count,
        clusters.clusters.data(), static_cast<int>(clusters.clusters.size()),
        run.right_to_left ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : static_cast<cairo_text_cluster_flags_t>(0));
}

}  // namespace shezhire::cairo
