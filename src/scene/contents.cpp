#include <algorithm>
#include <cmath>

#include "scene/plan_state.h"
#include "scene/route.h"
#include "scene/shapes.h"

namespace shezhire::scene {

using base::Point;
using base::Rect;
using base::Size;

void StructurePlan::State::add_block(const Block& block, Point top_left, Content& content) const {
    for (const auto& box : block.boxes) {
        add_node(drawing(), box.node, arrangement.tree.parent[box.node], box.card,
                 top_left + box.box.top_left(), content.nodes, content.badges);
        content.cards.push_back(box.card);
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
    // A panel's line leads to all of its members: it is there while one of them is.
    const auto first_standing = [this](const std::vector<ListItem>& items) {
        for (const auto& item : items) {
            if (item.level == 0 && stands(drawing(), item.node)) return item.node;
        }
        return items.front().node;
    };
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
            slot.content.has_head ? slot.content.head : first_standing(slot.content.items);
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
    // Cells large enough for most names.
    const double count = static_cast<double>(std::max<std::size_t>(answer.nodes.size(), 1));
    const double edge = std::sqrt(std::max(answer.size.width * answer.size.height, 1.0) / count);
    const double larger = std::max(1.0, 112 / edge);
    content.size = {answer.size.width * larger, answer.size.height * larger};
    for (std::size_t k = 0; k < asked.node_of_slot.size(); ++k) {
        const std::uint32_t node = asked.node_of_slot[k];
        const Size given = answer.nodes[k].size;
        const Rect cell =
            Rect::around(answer.nodes[k].centre * larger, {given.width * larger, given.height * larger})
                .grown(-1);
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
            card.others.clear();
        } else {
            CardMaker::stretch(card, cell.height());
        }
        add_node(drawing(), node, arrangement.tree.parent[node], card, cell.top_left(), content.nodes,
                 content.badges);
        content.cards.push_back(std::move(card));
    }
    return content;
}

}  // namespace shezhire::scene
