#include "scene/dated_scene.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "scene/elements.h"
#include "scene/furniture.h"
#include "scene/plan_state.h"
#include "scene/shapes.h"
#include "scene/shared_lines.h"

namespace shezhire::scene {
namespace {

using edtf::Presence;

void thicken(Element& element, double weight) {
    for (auto& path : element.paths) path.stroke.width *= weight;
}

/// The card of the name that holds, or of the one that comes nearest.
const Card& card_for(const Card& card, const graph::Node& in_union, const graph::Node& node) {
    const graph::Naming naming{node.label, node.lang, node.acronym, node.translated};
    const Card* nearest = &card;
    for (std::size_t k = 0; k < in_union.namings.size() && k < card.others.size(); ++k) {
        if (in_union.namings[k] == naming) return card.others[k];
        if (in_union.namings[k].label == naming.label) nearest = &card.others[k];
    }
    return *nearest;
}

}  // namespace

/// What stays, whatever the date.
struct DatedScene::Made {
    Frame frame;
    std::vector<Card> cards;  ///< by node
    std::vector<base::Point> corners;
    std::vector<std::uint32_t> boxes;   ///< elements, by node; no_index: not drawn
    std::vector<std::uint32_t> badges;  ///< the same
    std::vector<SharedLine> lines;
    std::vector<std::vector<std::uint32_t>> lines_of;  ///< by edge
    std::vector<std::uint32_t> stem_of;                ///< by line: the stem of its panel, or no_index
    std::vector<std::vector<std::uint32_t>> stemmed;   ///< by line: whom it leads to besides its own child
    std::uint32_t title = no_index;
    std::uint32_t legend = no_index;
    std::vector<std::string> kinds;                     ///< in the legend's order
    std::vector<std::uint32_t> kind_of;                 ///< by node, among `kinds`
    std::vector<std::vector<std::uint32_t>> upwards;    ///< by node: edges from whom it may hang on
    std::vector<std::vector<std::uint32_t>> downwards;  ///< by node of several names: who may hang on it
};

DatedScene::DatedScene(std::shared_ptr<const StructurePlan> plan, const layout::Layout& layout)
    : plan_(std::move(plan)) {
    const auto& s = plan_->state();
    auto made = std::make_shared<Made>();
    auto content = s.graph->nodes.empty() ? Content{} : s.content(layout);
    auto cards = std::move(content.cards);
    const auto lines = static_cast<std::uint32_t>(content.laterals.size() + content.lines.size());
    const auto first_line = static_cast<std::uint32_t>(content.panels.size());
    scene_ = s.framed(std::move(content), &made->frame);
    scene::thicken(scene_, s.theme.line_weight);
    const auto& graph = *s.graph;
    std::unordered_map<std::string_view, std::uint32_t> node_of;
    std::unordered_map<std::string_view, std::uint32_t> edge_of;
    for (std::uint32_t n = 0; n < graph.nodes.size(); ++n) node_of.emplace(graph.nodes[n].key, n);
    for (std::uint32_t e = 0; e < graph.edges.size(); ++e) edge_of.emplace(graph.edges[e].key, e);
    made->cards.resize(graph.nodes.size());
    made->corners.resize(graph.nodes.size());
    made->boxes.assign(graph.nodes.size(), no_index);
    made->badges.assign(graph.nodes.size(), no_index);
    made->lines_of.resize(graph.edges.size());
    std::size_t next_card = 0;
    std::vector<bool> stems;
    for (std::uint32_t i = 0; i < scene_.elements.size(); ++i) {
        const auto& element = scene_.elements[i];
        const bool is_line = i >= first_line && i < first_line + lines;
        if (is_line) {
            constexpr std::string_view stem = "#stem";
            std::string_view key = element.key;
            auto edge = edge_of.find(key);
            const bool is_stem = edge == edge_of.end() && key.ends_with(stem);
            if (is_stem) edge = edge_of.find(key.substr(0, key.size() - stem.size()));
            if (edge == edge_of.end()) continue;
            made->lines_of[edge->second].push_back(static_cast<std::uint32_t>(made->lines.size()));
            made->lines.push_back({i, edge->second, {}, {}, no_index});
            stems.push_back(is_stem);
        } else if (element.role == Role::node) {
            const auto node = node_of.find(element.key)->second;
            made->boxes[node] = i;
            made->corners[node] = element.origin;
            made->cards[node] = std::move(cards[next_card++]);
        } else if (element.role == Role::badge) {
            made->badges[node_of.find(element.owner)->second] = i;
        } else if (element.role == Role::title) {
            made->title = i;
        } else if (element.role == Role::legend) {
            made->legend = i;
        }
    }
    share(scene_, graph, made->lines);
    // A panel's stem leads to all of its members.
    made->stem_of.assign(made->lines.size(), no_index);
    made->stemmed.resize(made->lines.size());
    std::unordered_map<std::uint32_t, std::uint32_t> stem_of_slot;
    const auto slot_of = [&](std::uint32_t line) {
        return s.arrangement.slot_of_node[graph.edges[made->lines[line].edge].to];
    };
    for (std::uint32_t l = 0; l < stems.size(); ++l) {
        if (stems[l]) stem_of_slot.emplace(slot_of(l), l);
    }
    for (std::uint32_t l = 0; l < stems.size() && !stem_of_slot.empty(); ++l) {
        const auto& edge = graph.edges[made->lines[l].edge];
        if (stems[l] || edge.kind != graph::EdgeKind::part) continue;
        const auto stem = stem_of_slot.find(slot_of(l));
        if (stem == stem_of_slot.end() || graph.edges[made->lines[stem->second].edge].from != edge.from)
            continue;
        made->stem_of[l] = stem->second;
        made->stemmed[stem->second].push_back(l);
    }
    std::unordered_map<std::string_view, std::uint32_t> kinds;
    for (const auto& node : graph.nodes) {
        const auto [kind, fresh] = kinds.emplace(node.kind, static_cast<std::uint32_t>(kinds.size()));
        if (fresh) made->kinds.push_back(node.kind);
        made->kind_of.push_back(kind->second);
    }
    made->upwards.resize(graph.nodes.size());
    made->downwards.resize(graph.nodes.size());
    for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
        const auto& edge = graph.edges[e];
        if (edge.kind == graph::EdgeKind::lateral) continue;
        made->upwards[edge.to].push_back(e);
        if (graph.nodes[edge.from].namings.size() > 1) made->downwards[edge.from].push_back(edge.to);
    }
    needed_.assign(made->lines.size(), true);
    made_ = std::move(made);
}

void DatedScene::redraw(const graph::Graph& graph, const graph::DatedGraph::Step& step) {
    for (const auto node : step.nodes) {
        draw_node(graph, node);
        // They say whom they are part of.
        for (const auto unit : made_->downwards[node]) draw_node(graph, unit);
    }
    redrawn_.clear();
    for (const auto edge : step.edges) draw_lines_of(graph, edge);
    // Whom others need, or need no longer, is drawn after them.
    for (std::size_t k = 0; k < redrawn_.size(); ++k) draw_line(graph, redrawn_[k]);
    draw_furniture(graph);
}

// Its box is the union's, so that whatever is indexed by boxes holds.
void DatedScene::put(std::uint32_t element, Element drawn) {
    auto& old = scene_.elements[element];
    drawn.box = old.box;
    thicken(drawn, plan_->state().theme.line_weight);
    old = std::move(drawn);
}

void DatedScene::draw_node(const graph::Graph& graph, std::uint32_t number) {
    const auto& s = plan_->state();
    const auto& node = graph.nodes[number];
    const auto& in_union = s.graph->nodes[number];
    const bool absent = node.presence == Presence::no;
    if (made_->boxes[number] == no_index) return;
    auto parent = no_index;
    for (const auto edge : made_->upwards[number]) {
        const auto& up = graph.edges[edge];
        if (up.kind == graph::EdgeKind::part && up.presence != Presence::no) parent = up.from;
    }
    const auto& card = card_for(made_->cards[number], in_union, node);
    const Drawing drawing{graph, *s.model, s.theme, s.style};
    auto box = node_element(drawing, node, parent, card, made_->corners[number]);
    if (absent && !s.style.ghosts) box.opacity = 0;
    put(made_->boxes[number], std::move(box));
    if (made_->badges[number] == no_index) return;
    Card counted = made_->cards[number];
    if (node.hidden != in_union.hidden) {
        counted.badge = s.typesetter->set(
            {"+" + number_of(word_lang(s.style.lang), node.hidden), "", counted.badge->style, 0, 1, {}});
    }
    auto badge = badge_element(drawing, node, counted, made_->corners[number]);
    if (absent || node.hidden == 0) badge.opacity = 0;
    put(made_->badges[number], std::move(badge));
}

void DatedScene::draw_lines_of(const graph::Graph& graph, std::uint32_t edge) {
    static_cast<void>(graph);
    for (const auto line : made_->lines_of[edge]) redrawn_.push_back(line);
}

void DatedScene::draw_line(const graph::Graph& graph, std::uint32_t number) {
    const auto& s = plan_->state();
    const auto& line = made_->lines[number];
    const auto& edge = graph.edges[line.edge];
    const auto& in_union = s.graph->edges[line.edge];
    bool own = edge.presence != Presence::no;
    for (const auto other : made_->stemmed[number]) own = own || needed_[other];
    bool needed = own;
    for (const auto& rider : line.riders) needed = needed || needed_[rider.line];
    const Drawing drawing{graph, *s.model, s.theme, s.style};
    auto stroke = stroke_of(drawing, edge);
    stroke.width *= s.theme.line_weight;
    auto whole = stroke;
    whole.dash = Dash::solid;
    auto ghost = whole;
    ghost.colour = base::mixed(s.theme.paper, stroke.colour, 0.35);
    auto& element = scene_.elements[line.element];
    element.paths.clear();
    for (std::size_t k = 0; k < line.pieces.size(); ++k) {
        const bool last = k + 1 == line.pieces.size();
        const bool used = own || std::any_of(line.riders.begin(), line.riders.end(), [&](const auto& rider) {
                              return rider.needs > k && needed_[rider.line];
                          });
        auto piece = line.pieces[k];
        piece.stroke = !used ? ghost : last && own ? stroke : whole;
        if (in_union.kind != graph::EdgeKind::part) piece.stroke = stroke;  // nobody rides on it
        element.paths.push_back(std::move(piece));
    }
    // Only the tree keeps its ghosts: links that do not hold would be one more thing to read.
    const bool hinted = in_union.kind == graph::EdgeKind::part && s.style.ghosts;
    element.opacity = needed || hinted ? 1 : 0;
    if (needed == needed_[number]) return;
    needed_[number] = needed;
    if (line.carrier != no_index) redrawn_.push_back(line.carrier);
    if (made_->stem_of[number] != no_index) redrawn_.push_back(made_->stem_of[number]);
}

void DatedScene::draw_furniture(const graph::Graph& graph) {
    const auto& s = plan_->state();
    const Drawing drawing{graph, *s.model, s.theme, s.style};
    scene_.title = title_in_words(drawing);
    scene_.description.clear();
    if (made_->title != no_index) {
        auto title = make_title(drawing, *s.typesetter, made_->frame.title_room);
        title.element.origin = made_->frame.title;
        fit_box(title.element);
        scene_.description = title.element.description;
        scene_.elements[made_->title] = std::move(title.element);
    }
    if (made_->legend == no_index) return;
    std::vector<std::size_t> counts(made_->kinds.size(), 0);
    for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
        if (graph.nodes[n].presence != Presence::no) ++counts[made_->kind_of[n]];
    }
    // Its entries stand where the period's do; what they count is the date's.
    auto& legend = scene_.elements[made_->legend];
    legend.description.clear();
    for (std::size_t k = 0; k < made_->kinds.size() && 2 * k + 1 < legend.texts.size(); ++k) {
        auto& text = legend.texts[2 * k + 1];
        const auto count = number_of(word_lang(s.style.lang), counts[k]);
        if (text.text->text != count) text.text = s.typesetter->set({count, "", text.text->style, 0, 1, {}});
        legend.description += (k == 0 ? "" : ", ") + legend.texts[2 * k].text->text + " " + count;
    }
    scene_.description += (scene_.description.empty() ? "" : ": ") + legend.description;
}

}  // namespace shezhire::scene
