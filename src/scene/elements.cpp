#include "scene/elements.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "scene/furniture.h"
#include "scene/shapes.h"
#include "scene/words.h"

namespace shezhire::scene {
namespace {

using base::Point;
using base::Rect;

constexpr double strip_width = 3;

Dash box_dash(const graph::Node& node) {
    // Disputed facts have a mark of their own: a dashed outline says that the body may not have been there at
    // all.
    if (node.presence == edtf::Presence::maybe) return Dash::dashed;
    return node.low_confidence ? Dash::dotted : Dash::solid;
}

Dash line_dash(const graph::Edge& edge) {
    if (edge.kind == graph::EdgeKind::lateral) return Dash::dotted;
    if (edge.kind == graph::EdgeKind::other_part) return Dash::dashed;
    return edge.presence == edtf::Presence::maybe || edge.disputed ? Dash::dashed : Dash::solid;
}

Detail readable(const text::SetText& text) {
    return {static_cast<float>(5.0 / text.style.size), 1e9F};
}

void add_comma(std::string& text, std::string_view more) {
    if (more.empty()) return;
    if (!text.empty()) text += ", ";
    text += more;
}

/// "section 13, part of Division of Bibliographic Control, 1977 to 2009, disputed".
std::string describe(const Drawing& d, const graph::Node& node, std::uint32_t parent) {
    const WordLang lang = word_lang(d.style.lang);
    std::string text = kind_name(d.model, node.kind, d.style.lang);
    if (!node.notation.empty()) text += " " + node.notation;
    if (parent < d.graph.nodes.size())
        add_comma(text, part_of_in_words(lang, base::shortened(d.graph.nodes[parent].label, 300)));
    if (const model::Organization* body = d.model.organization(node.key); body != nullptr) {
        for (const auto& spell : body->spells) add_comma(text, life_in_words(lang, spell.when));
    }
    if (node.presence == edtf::Presence::maybe) add_comma(text, word(lang, Word::uncertain));
    if (node.disputed) add_comma(text, word(lang, Word::disputed));
    if (node.low_confidence) add_comma(text, word(lang, Word::low_confidence));
    if (node.translated) add_comma(text, word(lang, Word::translated));
    if (node.folded && node.hidden > 0)
        add_comma(text, fmt::format("{} +{}", word(lang, Word::folded), node.hidden));
    return text;
}

void add_text(Element& element, const text::SetTextPtr& text, Point at, base::Colour colour) {
    if (text == nullptr) return;
    element.texts.push_back({text, at, colour, readable(*text)});
}

void add_bars(Element& element, const text::SetTextPtr& text, Point at, base::Colour colour) {
    if (text == nullptr || text->lines.empty()) return;
    element.paths.push_back(text_bars(*text, at, colour));
}

Element node_element(const Drawing& d, const graph::Node& node, std::uint32_t parent, const Card& card,
                     Point at) {
    Element element;
    element.key = element.owner = node.key;
    element.role = Role::node;
    element.kind = node.kind;
    const std::string label = base::shortened(node.label, 1000);
    element.title = node.acronym.empty() || node.label.find(node.acronym) != std::string::npos
                        ? label
                        : label + " (" + base::shortened(node.acronym, 100) + ")";
    element.description = describe(d, node, parent);
    element.origin = at;
    const KindLook& look = card.look;
    const double weight = look.label.size >= type_scale::title      ? 1.5
                          : look.label.weight == text::Weight::bold ? 1.1
                                                                    : 0.8;
    const Rect inner = Rect{0, 0, card.size.width, card.size.height}.grown(-weight / 2);
    PathShape fill = box_outline(look.shape, inner);
    fill.fill = look.fill;
    element.paths.push_back(fill);
    PathShape strip = box_strip(look.shape, inner, strip_width, look.hue);
    strip.detail.min_scale = 0.25F;
    element.paths.push_back(std::move(strip));
    PathShape outline = std::move(fill);
    outline.fill = look.fill.with_alpha(0);
    outline.stroke = {look.outline, weight, box_dash(node)};
    element.paths.push_back(std::move(outline));
    if (look.mark != Mark::none) {
        PathShape mark = mark_outline(look.mark, card.mark_at, card.mark_size, look.accent);
        mark.detail.min_scale = static_cast<float>(3.5 / card.mark_size);
        element.paths.push_back(std::move(mark));
    }
    if (card.dispute_at) element.paths.push_back(dispute_mark(*card.dispute_at, d.theme));
    const base::Colour quiet = base::mixed(look.fill, look.ink, 0.35);
    add_bars(element, card.acronym, card.acronym_at, quiet);
    add_bars(element, card.name, card.name_at, quiet);
    add_text(element, card.notation, card.notation_at, look.ink);
    add_text(element, card.acronym, card.acronym_at, look.ink);
    add_text(element, card.name, card.name_at, look.ink);
    fit_box(element);
    return element;
}

Element badge_element(const Drawing& d, const graph::Node& node, const Card& card, Point at) {
    Element element;
    element.key = node.key + "#fold";
    element.owner = node.key;
    element.role = Role::badge;
    element.kind = node.kind;
    element.title = fmt::format("{} +{}", word(word_lang(d.style.lang), Word::folded), node.hidden);
    element.origin = at + card.badge_box.top_left();
    const Rect box{0, 0, card.badge_box.width(), card.badge_box.height()};
    PathShape pill = rounded_rectangle(box, box.height() / 2);
    pill.fill = d.theme.badge_fill;
    pill.detail.min_scale = 0.3F;
    element.paths.push_back(std::move(pill));
    const Point text_at{(box.width() - card.badge->size.width) / 2,
                        (box.height() - card.badge->size.height) / 2};
    element.texts.push_back({card.badge, text_at, d.theme.badge_ink, readable(*card.badge)});
    fit_box(element);
    return element;
}

Element bare_line(const Drawing& d, const graph::Edge& edge) {
    Element element;
    element.key = element.owner = edge.key;
    element.role = edge.kind == graph::EdgeKind::part ? Role::edge : Role::lateral_edge;
    element.kind = edge.relation;
    if (edge.kind == graph::EdgeKind::lateral && !edge.relation.empty()) {
        element.title = kind_name(d.model, edge.relation, d.style.lang);
    }
    return element;
}

Stroke stroke_of(const Drawing& d, const graph::Edge& edge) {
    const bool part = edge.kind == graph::EdgeKind::part;
    const bool link = edge.kind == graph::EdgeKind::lateral;
    return {link ? d.theme.quiet_line : d.theme.line, part ? 1.0 : link ? 1.1 : 0.9, line_dash(edge)};
}

}  // namespace

void fit_box(Element& element) {
    Rect box = element.paths.empty() ? Rect::nothing() : extent(element.paths);
    for (const auto& text : element.texts) box = box.united(Rect::at(text.top_left, text.text->size));
    element.box = (box.empty() ? Rect{} : box).moved(element.origin);
}

void add_node(const Drawing& d, std::uint32_t node, std::uint32_t parent, const Card& card, Point top_left,
              std::vector<Element>& nodes, std::vector<Element>& badges) {
    nodes.push_back(node_element(d, d.graph.nodes[node], parent, card, top_left));
    if (card.badge != nullptr) badges.push_back(badge_element(d, d.graph.nodes[node], card, top_left));
}

Element line_element(const Drawing& d, const graph::Edge& edge, const std::vector<Point>& points) {
    Element element = bare_line(d, edge);
    const Stroke stroke = stroke_of(d, edge);
    if (edge.kind == graph::EdgeKind::part && stroke.dash != Dash::solid && points.size() > 2) {
        // Only the last piece is this child's alone: what siblings hang on as well stays whole.
        Stroke shared = stroke;
        shared.dash = Dash::solid;
        std::vector<Point> common(points.begin(), points.end() - 1);
        std::vector<Point> own{points[points.size() - 2], points.back()};
        const Point last = common.back();
        const Point before = common[common.size() - 2];
        const double length = std::hypot(last.x - before.x, last.y - before.y);
        const Point bend =
            length > 0 ? last + (before - last) * (std::min(line_radius, length) / length) : last;
        common.back() = bend;
        own.insert(own.begin(), bend);
        element.paths.push_back(rounded_line(common, line_radius, shared));
        element.paths.push_back(rounded_line(own, line_radius, stroke));
    } else {
        element.paths.push_back(rounded_line(points, line_radius, stroke));
    }
    fit_box(element);
    return element;
}

Element curve_element(const Drawing& d, const graph::Edge& edge, const std::vector<Point>& curve) {
    Element element = bare_line(d, edge);
    PathShape path;
    path.stroke = stroke_of(d, edge);
    for (std::size_t k = 0; k + (k == 0 ? 0 : 2) < curve.size(); k += k == 0 ? 1 : 3) {
        path.verbs.push_back(k == 0 ? Verb::move : Verb::cubic);
        path.points.insert(path.points.end(), curve.begin() + static_cast<std::ptrdiff_t>(k),
                           curve.begin() + static_cast<std::ptrdiff_t>(k == 0 ? 1 : k + 3));
    }
    element.paths.push_back(std::move(path));
    fit_box(element);
    return element;
}

}  // namespace shezhire::scene
