#include "paint/svg_painter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "paint/path_data.h"
#include "paint/svg_text.h"
#include "paint/xml.h"

namespace shezhire::paint {
namespace {

// What can be pointed at has a name of its own; lines and grounds are for the eye alone.
bool is_symbol(scene::Role role) {
    return role == scene::Role::node || role == scene::Role::badge || role == scene::Role::event;
}
bool is_silent(scene::Role role) {
    return role == scene::Role::background || role == scene::Role::edge || role == scene::Role::lateral_edge;
}

void append_named(Buffer& out, std::string_view tag, std::string_view text, std::string_view id = {}) {
    if (text.empty()) return;
    out.put('<').put(tag);
    if (!id.empty()) out.put(" id=\"").put(id).put("\"");
    out.put('>');
    xml::append_text(out, text);
    out.put("</").put(tag).put(">");
}

void append_attribute(Buffer& out, std::string_view name, std::string_view text) {
    out.put(" ").put(name).put("=\"");
    xml::append_text(out, text);
    out.put('"');
}

void append_number(Buffer& out, std::string_view name, double value) {
    out.put(' ').put(name).put("=\"");
    xml::append_number(out, value);
    out.put('"');
}

void append_class(Buffer& out, char kind, std::uint32_t number) {
    out.put(" class=\"_");
    out.put(kind);
    xml::append_hundredths(out, std::int64_t{number} * 100);
    out.put('"');
}

bool is_language_tag(std::string_view lang) {
    return !lang.empty() && lang.size() <= 64 && std::all_of(lang.begin(), lang.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

}  // namespace

struct SvgPainter::Inked {
    const text::SetText& set;
    base::Colour colour;
    Placement at;  // of the text's top left

    [[nodiscard]] double x(double points) const { return points * at.scale + at.offset.x; }
    [[nodiscard]] double y(double points) const { return points * at.scale + at.offset.y; }
    [[nodiscard]] double size() const { return set.style.size * at.scale; }
};

SvgPainter::SvgPainter(const scene::Scene& scene, const text::Typesetter& typesetter,
                       const SvgOptions& options)
    : scene_(scene), typesetter_(typesetter), options_(options), fonts_(typesetter), outlines_(typesetter) {
    constexpr std::size_t usual_bytes = 640;  // of a node with its line
    body_.reserve(scene.elements.size() * usual_bytes);
    ids_.reserve(scene.elements.size());
}

void SvgPainter::background(base::Colour colour, base::Size size) {
    if (colour.alpha == 0) return;
    scene::PathShape sheet;
    sheet.fill = colour;
    body_.put("<path");
    append_class(body_, 'p', styles_.path(sheet, 1));
    body_.put(" aria-hidden=\"true\" d=\"M0 0h");
    xml::append_number(body_, size.width);
    body_.put('v');
    xml::append_number(body_, size.height);
    body_.put("H0z\"/>\n");
}

void SvgPainter::append_id(const std::string& key) {
    if (key.empty()) return;
    std::string_view name = key;
    if (!xml::is_name(key)) name = escaped_names_.emplace_back(xml::name_of(key));
    const auto times = ++ids_[name];
    body_.put(" id=\"").put(name);
    if (times > 1) body_.put(fmt::format("__{}", times));
    body_.put('"');
}

std::string SvgPainter::target_of(const std::string& href) const {
    if (href.starts_with('#')) return href.size() > 1 ? "#" + xml::name_of(href.substr(1)) : std::string();
    return is_safe_link(href) ? href : std::string();
}

void SvgPainter::append_language(std::string_view lang) {
    if (lang != scene_.lang && is_language_tag(lang)) append_attribute(body_, "xml:lang", lang);
}

void SvgPainter::begin(const scene::Element& element, const base::Rect&) {
    first_path_ = {};
    if (const auto target = target_of(element.href); !target.empty()) {
        body_.put("<a");
        append_attribute(body_, "href", target);
        body_.put('>');
    }
    body_.put("<g");
    append_id(element.key);
    body_.put(" class=\"").put(scene::to_text(element.role));
    if (!element.kind.empty()) body_.put(" ").put(xml::name_of(element.kind));
    body_.put('"');
    if (is_silent(element.role)) {
        body_.put(" aria-hidden=\"true\"");
    } else if (is_symbol(element.role)) {
        body_.put(" role=\"graphics-symbol\"");
    }
    if (is_symbol(element.role) && !element.title.empty()) {
        body_.put(" aria-label=\"");
        const auto from = body_.size();
        xml::append_text(body_, element.title);
        const auto bytes = body_.size() - from;
        body_.put("\"><title>");
        body_.repeat(from, bytes);
        body_.put("</title>");
    } else {
        body_.put('>');
        append_named(body_, "title", element.title);
    }
    append_named(body_, "desc", element.description);
}

void SvgPainter::end(const scene::Element& element) {
    body_.put("</g>");
    if (!target_of(element.href).empty()) body_.put("</a>");
    body_.put('\n');
}

void SvgPainter::path(const scene::PathShape& shape, const Placement& placement, float opacity) {
    const auto start = body_.size();
    body_.put("<path");
    if (placement.scale == 1) {
        append_class(body_, 'p', styles_.path(shape, opacity));
    } else {
        scene::PathShape scaled;
        scaled.fill = shape.fill;
        scaled.stroke = shape.stroke;
        scaled.stroke.width *= placement.scale;
        append_class(body_, 'p', styles_.path(scaled, opacity));
    }
    body_.put(" d=\"");
    const auto data = body_.size();
    if (first_path_.shape != nullptr && first_path_.placement == placement &&
        first_path_.shape->verbs == shape.verbs && first_path_.shape->points == shape.points) {
        body_.repeat(first_path_.from, first_path_.bytes);
    } else {
        append_path_data(body_, shape, placement);
        if (first_path_.shape == nullptr) first_path_ = {&shape, placement, data, body_.size() - data};
    }
    if (body_.size() == data) {
        body_.cut_to(start);
    } else {
        body_.put("\"/>");
    }
}

void SvgPainter::text(const scene::TextShape& shape, const Placement& placement, float opacity) {
    const auto offset = shape.top_left * placement.scale + placement.offset;
    const Inked inked{*shape.text, at_opacity(shape.colour, opacity), {offset, placement.scale}};
    for (const auto& line : shape.text->lines) {
        if (options_.text == SvgText::live) {
            live_line(inked, line);
        } else {
            outlined_line(inked, line);
        }
    }
}

void SvgPainter::live_line(const Inked& inked, const text::Line& line) {
    pieces_of(inked.set, line, pieces_);
    if (pieces_.empty()) return;
    const bool rtl = inked.set.right_to_left;
    const auto look_of = [&](text::FontId font) {
        return styles_.text(font, inked.size(), inked.colour, rtl);
    };
    const auto first = look_of(pieces_.front().font);
    bool carried = options_.embed_fonts;
    if (carried) {
        for (const auto& piece : pieces_) carried = fonts_.add(piece.font, piece.text) && carried;
    }
    body_.put("<text");
    append_class(body_, 't', first);
    append_language(inked.set.lang);
    // The anchor is the start of the text: its right end where it runs to the left.
    body_.put(" x=\"");
    xml::append_number(body_, inked.x(rtl ? line.left + line.width : line.left));
    body_.put("\" y=\"");
    xml::append_number(body_, inked.y(line.baseline));
    if (!carried && line.width > 0) {  // another font would be shorter or spill
        body_.put("\" textLength=\"");
        xml::append_number(body_, line.width * inked.at.scale);
        body_.put("\" lengthAdjust=\"spacingAndGlyphs");
    }
    body_.put("\">");
    for (const auto& piece : pieces_) {
        const auto look = look_of(piece.font);
        if (look != first) {
            body_.put("<tspan");
            append_class(body_, 't', look);
            body_.put('>');
        }
        xml::append_text(body_, piece.text);
        if (look != first) body_.put("</tspan>");
    }
    body_.put("</text>");
}

void SvgPainter::outlined_line(const Inked& inked, const text::Line& line) {
    const double unit = inked.size() / outline_em;
    if (!(unit > 0)) return;
    for (std::uint32_t r = line.first_run; r < line.first_run + line.run_count; ++r) {
        const auto& run = inked.set.runs[r];
        const auto start = body_.size();
        body_.put("<g");
        append_class(body_, 't', styles_.text(run.font, inked.size(), inked.colour, false));
        body_.put(" transform=\"translate(");
        xml::append_number(body_, inked.x(line.left));
        body_.put(' ');
        xml::append_number(body_, inked.y(line.baseline));
        body_.put(fmt::format(")scale({:.6g})\">", unit));
        const auto inside = body_.size();
        for (std::uint32_t g = run.first_glyph; g < run.first_glyph + run.glyph_count; ++g) {
            const auto& glyph = inked.set.glyphs[g];
            const auto number = outlines_.number(glyph.font, glyph.glyph);
            if (!number) continue;
            const double per_point = outline_em / inked.set.style.size;
            const double x = std::round((glyph.x - line.left) * per_point);
            const double y = std::round((glyph.y - line.baseline) * per_point);
            body_.put("<use href=\"#__g");
            xml::append_number(body_, *number);
            body_.put('"');
            if (x != 0) append_number(body_, "x", x);
            if (y != 0) append_number(body_, "y", y);
            body_.put("/>");
        }
        if (body_.size() == inside) {
            body_.cut_to(start);
        } else {
            body_.put("</g>");
        }
    }
}

std::string SvgPainter::style() const {
    const bool live = options_.text == SvgText::live;
    std::string css = "<style>\n";
    if (live) {
        if (options_.embed_fonts) fonts_.append_font_faces(css);
        css += "text{white-space:pre;text-rendering:geometricPrecision}\n";
    }
    css += "path{stroke-linejoin:round}\n";
    append_css(css, styles_.path_looks());
    append_css(css, styles_.text_looks(), typesetter_, live);
    return css += "</style>\n";
}

void SvgPainter::append_head(Buffer& out) const {
    out.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    // An empty scene is a point; a picture without extent is refused by viewers.
    const double width = std::max(scene_.size.width, 1.0);
    const double height = std::max(scene_.size.height, 1.0);
    xml::append_number(out, width);
    out.put("pt\" height=\"");
    xml::append_number(out, height);
    out.put("pt\" viewBox=\"0 0 ");
    xml::append_number(out, width);
    out.put(' ');
    xml::append_number(out, height);
    out.put("\" role=\"graphics-document\"");
    const bool title = !scene_.title.empty();
    const bool desc = !scene_.description.empty();
    if (title || desc) {
        append_attribute(out, "aria-labelledby",
                         title && desc ? "__title __desc"
                         : title       ? "__title"
                                       : "__desc");
    }
    if (is_language_tag(scene_.lang)) {
        append_attribute(out, "lang", scene_.lang);
        append_attribute(out, "xml:lang", scene_.lang);
    }
    out.put(" xml:space=\"preserve\">\n");
    append_named(out, "title", scene_.title, "__title");
    append_named(out, "desc", scene_.description, "__desc");
    out.put('\n');
}

std::string SvgPainter::document() const {
    Buffer head;
    append_head(head);
    head.put(style());
    if (!outlines_.definitions().empty()) head.put("<defs>\n").put(outlines_.definitions()).put("</defs>\n");
    constexpr std::string_view end = "</svg>\n";
    std::string out;
    out.reserve(head.size() + body_.size() + end.size());
    return out.append(head.view()).append(body_.view()).append(end);
}

}  // namespace shezhire::paint
