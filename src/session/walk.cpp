#include "session/walk.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace shezhire::session {
namespace {

constexpr double sideways = 2.5;  // a point beside the way counts as much as so many along it
constexpr double stranger = 2.0;  // who is no relative must be so much nearer …
constexpr double stranger_points = 24;
constexpr double steepest = 2.0;  // … and lie within this slope of the way

/// Turned so that the way leads to the right.
struct Ahead {
    double along;   ///< between the boxes, on the way
    double beside;  ///< between the boxes, across
    double centre_along;
    double centre_beside;
};

base::Rect turned(const base::Rect& box, layout::Direction direction) {
    switch (direction) {
        case layout::Direction::right:
            return box;
        case layout::Direction::left:
            return {-box.right, box.top, -box.left, box.bottom};
        case layout::Direction::down:
            return {box.top, box.left, box.bottom, box.right};
        case layout::Direction::up:
            return {-box.bottom, box.left, -box.top, box.right};
    }
    return box;
}

Ahead ahead(const base::Rect& from, const base::Rect& to) {
    const auto a = from.centre();
    const auto b = to.centre();
    return {std::max(to.left - from.right, 0.0), std::max({to.top - from.bottom, from.top - to.bottom, 0.0}),
            b.x - a.x, std::fabs(b.y - a.y)};
}

/// Keys of the parents, children and siblings that are shown.
std::unordered_set<std::string_view> relatives_of(const graph::Graph& graph, std::uint32_t node) {
    std::unordered_set<std::string_view> relatives;
    std::vector<std::uint32_t> parents;
    for (const auto& edge : graph.edges) {
        if (edge.kind == graph::EdgeKind::lateral || edge.presence == edtf::Presence::no) continue;
        if (edge.from == node) relatives.insert(graph.nodes[edge.to].key);
        if (edge.to != node) continue;
        relatives.insert(graph.nodes[edge.from].key);
        if (edge.kind == graph::EdgeKind::part) parents.push_back(edge.from);
    }
    for (const auto& edge : graph.edges) {
        if (edge.kind == graph::EdgeKind::part && edge.presence != edtf::Presence::no && edge.to != node &&
            std::find(parents.begin(), parents.end(), edge.from) != parents.end())
            relatives.insert(graph.nodes[edge.to].key);
    }
    return relatives;
}

bool is_there(const Picture& picture, const graph::Graph& graph, std::string_view key) {
    const auto found = picture.node_of.find(key);
    return found != picture.node_of.end() && graph.nodes[found->second].presence != edtf::Presence::no;
}

}  // namespace

std::string walk_from(const Picture& picture, const graph::Graph& graph, const std::string& key,
                      layout::Direction direction) {
    const auto* start = picture.element(key);
    const auto node = picture.node_of.find(key);
    if (start == nullptr || node == picture.node_of.end()) return {};
    const auto relatives = relatives_of(graph, node->second);
    const auto from = turned(start->box, direction);
    const scene::Element* best = nullptr;
    double least = 0;
    for (const auto& element : picture.scene.elements) {
        if (element.role != scene::Role::node || &element == start || !is_there(picture, graph, element.key))
            continue;
        const auto way = ahead(from, turned(element.box, direction));
        if (way.centre_along < 1) continue;
        const bool relative = relatives.contains(element.key);
        const bool in_the_way = way.beside <= steepest * std::max(way.along, way.centre_along);
        if (!in_the_way && !relative) continue;
        double cost = way.along + sideways * way.beside + 0.05 * way.centre_beside;
        if (!in_the_way) cost *= 4;
        if (!relative) cost = cost * stranger + stranger_points;
        if (best != nullptr && cost >= least) continue;
        best = &element;
        least = cost;
    }
    return best == nullptr ? std::string() : best->key;
}

std::string nearest_to(const Picture& picture, const graph::Graph& graph, base::Point point) {
    const scene::Element* best = nullptr;
    double least = 0;
    for (const auto& element : picture.scene.elements) {
        if (element.role != scene::Role::node || !is_there(picture, graph, element.key)) continue;
        const auto centre = element.box.centre();
        const double distance = std::hypot(centre.x - point.x, centre.y - point.y);
        if (best != nullptr && distance >= least) continue;
        best = &element;
        least = distance;
    }
    return best == nullptr ? std::string() : best->key;
}

}  // namespace shezhire::session
