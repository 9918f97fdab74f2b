#include "paint/svg_painter.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "paint/path_data.h"
#include "paint/svg_text.h"
#include "paint/xml.h"

namespace shezhire::paint {
namespace {

// What can be pointed at has a name of its own; lines and grounds are for the eye alone.
bool is_symbol(scene::Role role) {
    return role == scene::Role::node || role == scene::Role::badge;
}
bool is_silent(scene::Role role) {
    return role == scene::Role::background || role == scene::Role::edge || role == scene::Role::lateral_edge;
}

void append_named(std::string& out, std::string_view tag, std::string_view text, std::string_view id = {}) {
    if (text.empty()) return;
    out.append("<").append(tag);
    if (!id.empty()) out.append(" id=\"").append(id).append("\"");
    out += '>';
    xml::append_text(out, text);
    out.append("</").append(tag).append(">");
}

void append_attribute(std::string& out, std::string_view name, std::string_view text) {
    out.append(" ").append(name).append("=\"");
    xml::append_text(out, text);
    out += '"';
}

void append_class(std::string& out, char kind, std::uint32_t number) {
    out += " class=\"_";
    out += kind;
    xml::append_hundredths(out, std::int64_t{number} * 100);
    out += '"';
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
    : scene_(scene), typesetter_(typesetter), options_(options), outlines_(typesetter) {
    constexpr std::size_t usual_bytes = 640;  // of a node with its line
    body_.reserve(scene.elements.size() * usual_bytes);
    ids_.reserve(scene.elements.size());
}

void SvgPainter::background(base::Colour colour, base::Size size) {
    if (colour.alpha == 0) return;
    scene::PathShape sheet;
    sheet.fill = colour;
    body_ += "<path";
    append_class(body_, 'p', styles_.path(sheet, 1));
    body_ += " aria-hidden=\"true\" d=\"M0 0h";
    xml::append_number(body_, size.width);
    body_ += 'v';
    xml::append_number(body_, size.height);
    body_ += "H0z\"/>\n";
}

void SvgPainter::append_id(const std::string& key) {
    if (key.empty()) return;
    auto name = xml::name_of(key);
    const auto times = ++ids_[name];
    body_ += " id=\"";
    body_ += name;
    if (times > 1) fmt::format_to(std::back_inserter(body_), "__{}", times);
    body_ += '"';
}

std::string SvgPainter::target_of(const std::string& href) const {
    if (href.starts_with('#')) return href.size() > 1 ? "#" + xml::name_of(href.substr(1)) : std::string();
    return is_safe_link(href) ? href : std::string();
}

void SvgPainter::append_language(std::string_view lang) {
    if (lang != scene_.lang && is_language_tag(lang)) append_attribute(body_, "xml:lang", lang);
}

void SvgPainter::begin(const scene::Element& element, const base::Rect&) {
    if (const auto target = target_of(element.href); !target.empty()) {
        body_ += "<a";
        append_attribute(body_, "href", target);
        body_ += '>';
    }
    body_ += "<g";
    append_id(element.key);
    body_.append(" class=\"").append(scene::to_text(element.role));
    if (!element.kind.empty()) body_.append(" ").append(xml::name_of(element.kind));
    body_ += '"';
    if (is_silent(element.role)) {
        body_ += " aria-hidden=\"true\"";
    } else if (is_symbol(element.role)) {
        body_ += " role=\"graphics-symbol\"";
        if (!element.title.empty()) append_attribute(body_, "aria-label", element.title);
    }
    body_ += '>';
    append_named(body_, "title", element.title);
    append_named(body_, "desc", element.description);
}

void SvgPainter::end(const scene::Element& element) {
    body_ += "</g>";
    if (!target_of(element.href).empty()) body_ += "</a>";
    body_ += '\n';
}

void SvgPainter::path(const scene::PathShape& shape, const Placement& placement, float opacity) {
    const auto start = body_.size();
    body_ += "<path";
    if (placement.scale == 1) {
        append_class(body_, 'p', styles_.path(shape, opacity));
    } else {
        scene::PathShape scaled;
        scaled.fill = shape.fill;
        scaled.stroke = shape.stroke;
        scaled.stroke.width *= placement.scale;
        append_class(body_, 'p', styles_.path(scaled, opacity));
    }
    body_ += " d=\"";
    const auto data = body_.size();
    append_path_data(body_, shape, placement);
    if (body_.size() == data) {
        body_.resize(start);
    } else {
        body_ += "\"/>";
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
    const auto pieces = pieces_of(inked.set, line);
    if (pieces.empty()) return;
    const bool rtl = inked.set.right_to_left;
    const auto look_of = [&](text::FontId font) {
        return styles_.text(font, inked.size(), inked.colour, rtl);
    };
    const auto first = look_of(pieces.front().font);
    body_ += "<text";
    append_class(body_, 't', first);
    append_language(inked.set.lang);
    // The anchor is the start of the text: its right end where it runs to the left.
    body_ += " x=\"";
    xml::append_number(body_, inked.x(rtl ? line.left + line.width : line.left));
    body_ += "\" y=\"";
    xml::append_number(body_, inked.y(line.baseline));
    if (!options_.embed_fonts && line.width > 0) {
        body_ += "\" textLength=\"";
        xml::append_number(body_, line.width * inked.at.scale);
        body_ += "\" lengthAdjust=\"spacingAndGlyphs";
    }
    body_ += "\">";
    for (const auto& piece : pieces) {
        const auto look = look_of(piece.font);
        if (look != first) {
            body_ += "<tspan";
            append_class(body_, 't', look);
            body_ += '>';
        }
        xml::append_text(body_, piece.text);
        if (look != first) body_ += "</tspan>";
        if (options_.embed_fonts) fonts_.add(piece.font, piece.text);
    }
    body_ += "</text>";
}

void SvgPainter::outlined_line(const Inked& inked, const text::Line& line) {
    const double unit = inked.size() / outline_em;
    if (!(unit > 0)) return;
    for (std::uint32_t r = line.first_run; r < line.first_run + line.run_count; ++r) {
        const auto& run = inked.set.runs[r];
        const auto start = body_.size();
        body_ += "<g";
        append_class(body_, 't', styles_.text(run.font, inked.size(), inked.colour, false));
        body_ += " transform=\"translate(";
        xml::append_number(body_, inked.x(line.left));
        body_ += ' ';
        xml::append_number(body_, inked.y(line.baseline));
        fmt::format_to(std::back_inserter(body_), ")scale({:.6g})\">", unit);
        const auto inside = body_.size();
        for (std::uint32_t g = run.first_glyph; g < run.first_glyph + run.glyph_count; ++g) {
            const auto& glyph = inked.set.glyphs[g];
            const auto number = outlines_.number(glyph.font, glyph.glyph);
            if (!number) continue;
            const double per_point = outline_em / inked.set.style.size;
            const double x = std::round((glyph.x - line.left) * per_point);
            const double y = std::round((glyph.y - line.baseline) * per_point);
            body_ += "<use href=\"#__g";
            xml::append_number(body_, *number);
            if (x != 0) body_ += "\" x=\"", xml::append_number(body_, x);
            if (y != 0) body_ += "\" y=\"", xml::append_number(body_, y);
            body_ += "\"/>";
        }
        if (body_.size() == inside) {
            body_.resize(start);
        } else {
            body_ += "</g>";
        }
    }
}

void SvgPainter::append_style(std::string& out) const {
    out += "<style>\n";
    if (options_.text == SvgText::live) {
        if (options_.embed_fonts) fonts_.append_font_faces(out, typesetter_);
        out += "text{white-space:pre;text-rendering:geometricPrecision}\n";
    }
    out += "path{stroke-linejoin:round}\n";
    append_css(out, styles_.path_looks());
    append_css(out, styles_.text_looks(), typesetter_, options_.text == SvgText::live);
    out += "</style>\n";
}

void SvgPainter::append_head(std::string& out) const {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"";
    // An empty scene is a point; a picture without extent is refused by viewers.
    const double width = std::max(scene_.size.width, 1.0);
    const double height = std::max(scene_.size.height, 1.0);
    xml::append_number(out, width);
    out += "pt\" height=\"";
    xml::append_number(out, height);
    out += "pt\" viewBox=\"0 0 ";
    xml::append_number(out, width);
    out += ' ';
    xml::append_number(out, height);
    out += "\" role=\"graphics-document\"";
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
    out += " xml:space=\"preserve\">\n";
    append_named(out, "title", scene_.title, "__title");
    append_named(out, "desc", scene_.description, "__desc");
    out += '\n';
}

std::string SvgPainter::document() const {
    std::string out;
    append_head(out);
    append_style(out);
    if (!outlines_.definitions().empty())
        out.append("<defs>\n").append(outlines_.definitions()).append("</defs>\n");
    out.reserve(out.size() + body_.size() + 8);
    out += body_;
    return out += "</svg>\n";
}

}  // namespace shezhire::paint
