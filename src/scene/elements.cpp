#include "scene/elements.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "scene/fate_look.h"
#include "scene/furniture.h"
#include "scene/shapes.h"
#include "scene/words.h"

namespace shezhire::scene {
namespace {

using base::Point;
using base::Rect;

constexpr double strip_width = 3;
constexpr double fate_mark_size = 7.5;

/// Without the suffix of a body's earlier place.
std::string id_of(const std::string& key) {
    return key.ends_with(graph::earlier_suffix) ? key.substr(0, key.size() - graph::earlier_suffix.size())
                                                : key;
}

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
    if (node.presence == edtf::Presence::no) add_comma(text, word(lang, Word::absent));
    if (node.presence == edtf::Presence::maybe) add_comma(text, word(lang, Word::uncertain));
    if (node.disputed) add_comma(text, word(lang, Word::disputed));
    if (node.low_confidence) add_comma(text, word(lang, Word::low_confidence));
    if (node.translated) add_comma(text, word(lang, Word::translated));
    if (d.comparison != nullptr) {
        if (const auto* body = d.comparison->find(id_of(node.key)); body != nullptr)
            add_comma(text, fate_in_words(lang, *d.comparison, *body));
    }
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

/// On the side where a body is not, its box is only hinted at.
Element empty_place(const Drawing& d, const graph::Node& node, const Card& card, Point at) {
    Element element;
    element.key = node.key + (d.side == Side::before ? "#not-yet" : "#no-more");
    element.owner = id_of(node.key);
    element.role = Role::background;
    element.origin = at;
    PathShape outline =
        box_outline(card.look.shape, Rect{0, 0, card.size.width, card.size.height}.grown(-0.4));
    outline.stroke = {base::mixed(d.theme.paper, d.theme.quiet_line, 0.3), 0.6, Dash::dotted};
    element.paths.push_back(std::move(outline));
    fit_box(element);
    return element;
}

}  // namespace

Element node_element(const Drawing& d, const graph::Node& node, std::uint32_t parent, const Card& card,
                     Point at) {
    Element element;
    element.key = node.key;
    element.owner = id_of(node.key);
    element.role = Role::node;
    element.kind = node.kind;
    const std::string label = base::shortened(node.label, 1000);
    element.title = node.acronym.empty() || node.label.find(node.acronym) != std::string::npos
                        ? label
                        : label + " (" + base::shortened(node.acronym, 100) + ")";
    element.description = describe(d, node, parent);
    element.origin = at;
    const KindLook& look = card.look;
    double weight = look.label.size >= type_scale::title      ? 1.5
                    : look.label.weight == text::Weight::bold ? 1.1
                                                              : 0.8;
    const auto* compared = d.comparison == nullptr ? nullptr : d.comparison->find(element.owner);
    const auto line = compared == nullptr ? FateLine{box_dash(node), 1} : line_of(*compared);
    weight *= line.weight;
    const Rect inner = Rect{0, 0, card.size.width, card.size.height}.grown(-weight / 2);
    PathShape fill = box_outline(look.shape, inner);
    fill.fill = look.fill;
    element.paths.push_back(fill);
    PathShape band = box_strip(look.shape, inner, strip_width, look.hue);
    band.detail.min_scale = 0.25F;
    element.paths.push_back(std::move(band));
    PathShape outline = std::move(fill);
    outline.fill = look.fill.with_alpha(0);
    outline.stroke = {look.outline, weight, line.dash};
    element.paths.push_back(std::move(outline));
    if (look.mark != Mark::none) {
        PathShape mark = mark_outline(look.mark, card.mark_at, card.mark_size, look.accent);
        mark.detail.min_scale = static_cast<float>(3.5 / card.mark_size);
        element.paths.push_back(std::move(mark));
    }
    if (card.fate_at && compared != nullptr)
        element.paths.push_back(fate_mark(compared->fate, *card.fate_at, fate_mark_size, look.accent));
    if (card.dispute_at) element.paths.push_back(dispute_mark(*card.dispute_at, d.theme));
    const base::Colour quiet = base::mixed(look.fill, look.ink, 0.35);
    add_bars(element, card.acronym, card.acronym_at, quiet);
    const auto& name = d.side == Side::before && card.old_name != nullptr ? card.old_name : card.name;
    add_bars(element, name, card.name_at, quiet);
    add_bars(element, card.note, card.note_at, quiet);
    add_text(element, card.notation, card.notation_at, look.ink);
    add_text(element, card.acronym, card.acronym_at, look.ink);
    add_text(element, name, card.name_at, look.ink);
    add_text(element, card.note, card.note_at, base::mixed(look.ink, look.fill, 0.2));
    fit_box(element);
    if (d.comparison == nullptr && node.presence == edtf::Presence::no) make_ghost(element, d.theme);
    return element;
}

void make_ghost(Element& element, const Theme& theme) {
    constexpr double fill_share = 0.12;
    constexpr double line_share = 0.4;
    constexpr double ink_share = 0.42;
    for (auto& path : element.paths) {
        if (path.fill.alpha > 0) path.fill = base::mixed(theme.paper, path.fill, fill_share);
        path.stroke.colour = base::mixed(theme.paper, path.stroke.colour, line_share);
    }
    for (auto& text : element.texts) text.colour = base::mixed(theme.paper, text.colour, ink_share);
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

namespace {

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

}  // namespace

Stroke stroke_of(const Drawing& d, const graph::Edge& edge) {
    const bool part = edge.kind == graph::EdgeKind::part;
    const bool link = edge.kind == graph::EdgeKind::lateral;
    auto dash = line_dash(edge);
    if (d.comparison != nullptr && part && d.side == Side::both) {
        const auto* child = d.comparison->find(id_of(d.graph.nodes[edge.to].key));
        dash = child != nullptr ? line_of(*child).dash : dash;
    }
    return {link ? d.theme.quiet_line : d.theme.line, part ? 1.0 : link ? 1.1 : 0.9, dash};
}

void move_by(Element& element, Point by) {
    element.box = element.box.moved(by);
    if (element.role == Role::edge || element.role == Role::lateral_edge) {
        // Lines keep their origin, so that between two pictures their points glide.
        for (auto& path : element.paths) {
            for (Point& p : path.points) p = p + by;
        }
        return;
    }
    element.origin = element.origin + by;
}

void fit_box(Element& element) {
    Rect box = element.paths.empty() ? Rect::nothing() : extent(element.paths);
    for (const auto& text : element.texts) box = box.united(Rect::at(text.top_left, text.text->size));
    element.box = (box.empty() ? Rect{} : box).moved(element.origin);
}

bool stands(const Drawing& d, std::uint32_t node) {
    if (d.comparison == nullptr || d.side == Side::both) return true;
    const auto& body = d.comparison->of_node(node);
    const bool earlier = d.comparison->earlier_place[node];
    if (d.side == Side::after) return body.after.there() && !earlier;
    return body.before.there() && (earlier || !body.moved);
}

void add_node(const Drawing& d, std::uint32_t node, std::uint32_t parent, const Card& card, Point top_left,
              std::vector<Element>& nodes, std::vector<Element>& badges) {
    if (!stands(d, node)) {
        nodes.push_back(empty_place(d, d.graph.nodes[node], card, top_left));
        return;
    }
    nodes.push_back(node_element(d, d.graph.nodes[node], parent, card, top_left));
    if (card.badge != nullptr) badges.push_back(badge_element(d, d.graph.nodes[node], card, top_left));
}

Element line_element(const Drawing& d, const graph::Edge& edge, const std::vector<Point>& points) {
    Element element = bare_line(d, edge);
    const Stroke stroke = stroke_of(d, edge);
    if (!stands(d, edge.from) || !stands(d, edge.to)) return element;
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
    if (!stands(d, edge.from) || !stands(d, edge.to)) return element;
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
