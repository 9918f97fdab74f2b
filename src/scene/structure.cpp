#include "scene/structure.h"

#include <algorithm>
#include <utility>

#include "base/ensure.h"
#include "scene/arrange.h"
#include "scene/elements.h"
#include "scene/furniture.h"
#include "scene/request.h"
#include "scene/route.h"
#include "scene/shapes.h"

namespace shezhire::scene {
namespace {

using base::Point;
using base::Rect;
using base::Size;

constexpr double margin = 18;
constexpr double furniture_gap = 16;

/// Elements of the picture proper, from (0, 0), before the furniture stands around it.
struct Content {
    std::vector<Element> panels;
    std::vector<Element> laterals;
    std::vector<Element> lines;
    std::vector<Element> nodes;
    std::vector<Element> badges;
    Size size;
};

void move(Element& element, Point by) {
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

}  // namespace

struct StructurePlan::State {
    std::shared_ptr<const graph::Graph> graph;
    model::ModelPtr model;
    Theme theme;
    StructureStyle style;
    const text::Typesetter* typesetter;
    std::unique_ptr<CardMaker> cards;
    Arrangement arrangement;
    AskedLayout asked;

    [[nodiscard]] Drawing drawing() const { return {*graph, *model, theme, style}; }
    [[nodiscard]] bool layered() const { return style.engine == layout::Engine::dot; }
    [[nodiscard]] bool patchwork() const { return style.engine == layout::Engine::patchwork; }

    void plan();
    [[nodiscard]] Content layered_content(const layout::Layout&) const;
    [[nodiscard]] Content free_content(const layout::Layout&) const;
    [[nodiscard]] Content patchwork_content(const layout::Layout&) const;
    void add_block(const Block&, Point top_left, Content&) const;
    void add_inner_laterals(const Block&, Point top_left, std::uint32_t slot, Content&) const;
    [[nodiscard]] const graph::Edge& part_edge(std::uint32_t child) const {
        return graph->edges[arrangement.tree.parent_edge[child]];
    }
    [[nodiscard]] Scene framed(Content content) const;
};

void StructurePlan::State::plan() {
    cards = std::make_unique<CardMaker>(*graph, *model, theme, *typesetter);
    if (patchwork()) {
        arrangement.tree = part_tree(*graph);
        asked = ask_patchwork(*graph, arrangement.tree, style);
        return;
    }
    StructureStyle blocks = style;
    if (!layered()) blocks.direction = layout::Direction::down;
    arrangement = arrange(*graph, *cards, blocks, layered());
    asked = layered() ? ask_layered(*graph, arrangement, style) : ask_free(*graph, arrangement, style);
}

void StructurePlan::State::add_block(const Block& block, Point top_left, Content& content) const {
    for (const auto& box : block.boxes) {
        add_node(drawing(), box.node, arrangement.tree.parent[box.node], box.card,
                 top_left + box.box.top_left(), content.nodes, content.badges);
    }
    for (const auto& line : block.lines) {
        if (arrangement.tree.parent_edge[line.child] == no_index) continue;
        std::vector<Point> points = line.points;
        for (Point& p : points) p = p + top_left;
        content.lines.push_back(line_element(drawing(), part_edge(line.child), points));
    }
}

Content StructurePlan::State::layered_content(const layout::Layout& answer) const {
    RouteInput input;
    input.direction = style.direction;
    input.arrangement = &arrangement;
    const auto slots = static_cast<std::uint32_t>(arrangement.slots.size());
    for (std::uint32_t s = 0; s < slots; ++s) {
        input.placed.push_back(
            {s, answer.nodes[asked.node_of_slot[s]].centre, arrangement.slots[s].block.size});
        const std::uint32_t trunk = asked.trunk_of_slot[s];
        input.feeder.push_back(trunk == no_index ? arrangement.slots[s].parent : slots + trunk);
    }
    align_rows(arrangement, style.direction, input.placed);
    for (const auto& trunk : asked.trunks) {
        const auto& placed = answer.nodes[trunk.node];
        input.placed.push_back({no_index, placed.centre, placed.size});
        input.feeder.push_back(trunk.from_trunk == no_index ? trunk.from_slot : slots + trunk.from_trunk);
    }
    for (std::uint32_t e = 0; e < graph->edges.size(); ++e) {
        const auto& edge = graph->edges[e];
        if (edge.kind != graph::EdgeKind::part && edge.from != edge.to)
            input.laterals.push_back({e, edge.from, edge.to});
    }
    const Routes routes = route(input);
    Content content;
    content.size = routes.size;
    for (std::uint32_t s = 0; s < slots; ++s) {
        if (!arrangement.slots[s].anchor)
            add_block(arrangement.slots[s].block, routes.slots[s].top_left(), content);
    }
    for (const auto& line : routes.lines) {
        if (line.lateral != no_index) {
            content.laterals.push_back(
                line_element(drawing(), graph->edges[input.laterals[line.lateral].edge], line.points));
        } else if (arrangement.tree.parent_edge[line.child] != no_index) {
            content.lines.push_back(line_element(drawing(), part_edge(line.child), line.points));
        }
    }
    return content;
}

/// A link between two bodies of one block: a bracket on its right side.
void StructurePlan::State::add_inner_laterals(const Block& block, Point top_left, std::uint32_t slot,
                                              Content& content) const {
    for (const auto& edge : graph->edges) {
        if (edge.kind == graph::EdgeKind::part || edge.from == edge.to) continue;
        if (arrangement.slot_of_node[edge.from] != slot || arrangement.slot_of_node[edge.to] != slot)
            continue;
        std::vector<Point> points;
        const auto box_of = [&](std::uint32_t node) {
            return std::find_if(block.boxes.begin(), block.boxes.end(),
                                [&](const BlockBox& b) { return b.node == node; });
        };
        const auto a = box_of(edge.from);
        const auto b = box_of(edge.to);
        const auto leave = [&](const BlockBox& box) {
            std::vector<Point> way{{box.box.right, box.box.centre().y}};
            if (!box.last_column) {
                way.push_back({box.box.right + 4, box.box.centre().y});
                way.push_back({box.box.right + 4, block.size.height + 3.5});
                way.push_back({block.size.width + 3.5, block.size.height + 3.5});
            } else {
                way.push_back({block.size.width + 3.5, box.box.centre().y});
            }
            return way;
        };
        points = leave(*a);
        const auto end = leave(*b);
        points.insert(points.end(), end.rbegin(), end.rend());
        for (Point& p : points) p = p + top_left;
        content.laterals.push_back(line_element(drawing(), edge, points));
    }
}

Content StructurePlan::State::free_content(const layout::Layout& answer) const {
    Content content;
    content.size = answer.size;
    bool inner = false;
    for (const auto& edge : graph->edges) inner = inner || edge.kind != graph::EdgeKind::part;
    for (std::uint32_t s = 0; s < arrangement.slots.size(); ++s) {
        const Slot& slot = arrangement.slots[s];
        if (slot.anchor) continue;
        const auto& placed = answer.nodes[asked.node_of_slot[s]];
        const Rect frame = Rect::around(placed.centre, placed.size);
        const Point top_left{frame.left + asked.padding, frame.top + asked.padding};
        if (slot.block.boxes.size() > 1) {
            Element panel;
            panel.key = asked.request.nodes[asked.node_of_slot[s]].key + "#panel";
            panel.role = Role::background;
            panel.origin = frame.top_left();
            PathShape shape = rounded_rectangle(Rect{0, 0, frame.width(), frame.height()}.grown(-0.4), 6);
            shape.fill = base::mixed(theme.paper, theme.ink, 0.03);
            shape.stroke = {base::mixed(theme.paper, theme.quiet_line, 0.55), 0.7, Dash::solid};
            panel.paths.push_back(std::move(shape));
            fit_box(panel);
            content.panels.push_back(std::move(panel));
        }
        add_block(slot.block, top_left, content);
        for (const auto& port : slot.block.ports) {
            // Inside the panel the line of a column's first member begins at the panel's edge.
            if (port.onward.empty() || arrangement.tree.parent_edge[port.child] == no_index) continue;
            std::vector<Point> points{top_left + port.at};
            for (const Point p : port.onward) points.push_back(top_left + p);
            content.lines.push_back(line_element(drawing(), part_edge(port.child), points));
        }
        if (inner) add_inner_laterals(slot.block, top_left, s, content);
    }
    // Request edges: one for each slot with a parent, in order, then the further relations.
    std::size_t next = 0;
    for (const auto& slot : arrangement.slots) {
        if (slot.parent == no_index || arrangement.slots[slot.parent].anchor) continue;
        const auto& curve = answer.edges[next++].curve;
        if (curve.size() < 4) continue;
        const std::uint32_t child =
            slot.content.has_head ? slot.content.head : slot.content.items.front().node;
        Element line = curve_element(drawing(), part_edge(child), curve);
        if (!slot.content.has_head) line.key = line.owner = line.key + "#stem";
        content.lines.push_back(std::move(line));
    }
    for (const auto& edge : graph->edges) {
        if (edge.kind == graph::EdgeKind::part) continue;
        if (arrangement.slot_of_node[edge.from] == arrangement.slot_of_node[edge.to]) continue;
        const auto& curve = answer.edges[next++].curve;
        if (curve.size() >= 4) content.laterals.push_back(curve_element(drawing(), edge, curve));
    }
    return content;
}

Content StructurePlan::State::patchwork_content(const layout::Layout& answer) const {
    Content content;
    content.size = answer.size;
    for (std::size_t k = 0; k < asked.node_of_slot.size(); ++k) {
        const std::uint32_t node = asked.node_of_slot[k];
        const Rect cell = Rect::around(answer.nodes[k].centre, answer.nodes[k].size).grown(-1);
        if (cell.empty()) continue;
        const bool root = arrangement.tree.parent[node] == no_index;
        const Tier tier = root || !arrangement.tree.children[node].empty() ? Tier::head : Tier::leaf;
        Card card = cards->make(node, tier, cell.width(), 0);
        if (card.size.height > cell.height() || cell.width() < 48) {
            // No room for the name: the cell alone, named for those who ask.
            card.name = nullptr;
            card.acronym = nullptr;
            card.notation = nullptr;
            card.badge = nullptr;
            card.dispute_at.reset();
            card.look.mark = Mark::none;
            card.size = cell.size();
        } else {
            CardMaker::stretch(card, cell.height());
        }
        add_node(drawing(), node, arrangement.tree.parent[node], card, cell.top_left(), content.nodes,
                 content.badges);
    }
    return content;
}

Scene StructurePlan::State::framed(Content content) const {
    Scene scene;
    scene.background = theme.paper;
    scene.lang = style.lang;
    scene.title = title_in_words(*graph, *model, style);
    double width = std::max(content.size.width, 220.0);
    Point at{margin + (width - content.size.width) / 2, margin};
    std::vector<Element> furniture;
    if (style.title) {
        // Beside the topmost boxes where there is room, else above them.
        double room = width;
        double free_height = 0;
        if (layered() && style.direction == layout::Direction::down && !content.nodes.empty()) {
            const Rect& top = content.nodes.front().box;
            if (content.nodes.front().box.top < 1 && at.x - margin + top.left > 200) {
                room = at.x - margin + top.left - 2 * furniture_gap;
                free_height = top.height();
            }
        }
        Furniture title = make_title(*graph, *model, theme, style, *typesetter, room);
        if (title.size.height > free_height + 40 && room < width) {
            title = make_title(*graph, *model, theme, style, *typesetter, width);
            free_height = 0;
        }
        title.element.origin = {margin, margin};
        at.y += std::max(0.0, title.size.height + (free_height > 0 ? 4 : furniture_gap) - free_height);
        fit_box(title.element);
        scene.description = title.element.description;
        furniture.push_back(std::move(title.element));
    }
    double bottom = at.y + content.size.height;
    if (style.legend && !graph->nodes.empty()) {
        Furniture legend = make_legend(*graph, *model, theme, style, *typesetter, width);
        legend.element.origin = {margin, bottom + furniture_gap};
        fit_box(legend.element);
        bottom += furniture_gap + legend.size.height;
        scene.description += (scene.description.empty() ? "" : ": ") + legend.element.description;
        furniture.push_back(std::move(legend.element));
    }
    scene.size = {width + 2 * margin, bottom + margin};
    for (const auto& element : furniture) {
        scene.size.width = std::max(scene.size.width, element.box.right + margin);
    }
    for (auto* part :
         {&content.panels, &content.laterals, &content.lines, &content.nodes, &content.badges, &furniture}) {
        for (auto& element : *part) {
            if (part != &furniture) move(element, at);
            scene.elements.push_back(std::move(element));
        }
    }
    return scene;
}

StructurePlan::StructurePlan(std::shared_ptr<const graph::Graph> graph, model::ModelPtr model,
                             const Theme& theme, const StructureStyle& style,
                             const text::Typesetter& typesetter)
    : state_(std::make_unique<State>()) {
    base::ensure(graph != nullptr && model != nullptr, "a plan needs a graph and a model");
    state_->graph = std::move(graph);
    state_->model = std::move(model);
    state_->theme = theme;
    state_->style = style;
    state_->typesetter = &typesetter;
    state_->plan();
}

StructurePlan::~StructurePlan() = default;
StructurePlan::StructurePlan(StructurePlan&&) noexcept = default;
StructurePlan& StructurePlan::operator=(StructurePlan&&) noexcept = default;

const layout::LayoutRequest& StructurePlan::request() const {
    return state_->asked.request;
}

Scene StructurePlan::scene(const layout::Layout& answer) const {
    const State& s = *state_;
    base::ensure(answer.nodes.size() == s.asked.request.nodes.size() &&
                     (s.layered() || s.patchwork() || answer.edges.size() == s.asked.request.edges.size()),
                 "a layout answers the request of another plan");
    if (s.graph->nodes.empty()) return s.framed({});
    if (s.layered()) return s.framed(s.layered_content(answer));
    return s.framed(s.patchwork() ? s.patchwork_content(answer) : s.free_content(answer));
}

}  // namespace shezhire::scene
