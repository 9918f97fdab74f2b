#include <fmt/format.h>

#include <array>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"
#include "layout/layout.h"

namespace shezhire::layout {
namespace {

constexpr std::array<std::string_view, 8> engine_names = {"dot",  "twopi", "neato", "fdp",
                                                          "sfdp", "circo", "osage", "patchwork"};
constexpr std::array<std::string_view, 4> direction_names = {"down", "right", "up", "left"};
constexpr std::array<std::string_view, 3> routing_names = {"none", "straight", "curved"};

template <class E, std::size_t N>
std::optional<E> from_name(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) return static_cast<E>(i);
    }
    return std::nullopt;
}

template <std::size_t N, class E>
bool in_range(const std::array<std::string_view, N>& names, E value) {
    return static_cast<std::size_t>(value) < names.size();
}

std::string named(std::string_view key) {
    return base::visible(base::shortened(key, 80));
}

// Beyond this Graphviz' integers overflow whatever the scale; a sheet of 10^12 pt is 350,000 km wide.
constexpr double longest_pt = 1e12;

bool is_length(double value) {
    return std::isfinite(value) && value >= 0 && value <= longest_pt;
}

std::optional<std::string> fault_of_node(const RequestNode& node) {
    if (node.key.empty()) return "a node has no key";
    if (!is_length(node.size.width) || !is_length(node.size.height) || node.size.width <= 0 ||
        node.size.height <= 0) {
        return fmt::format("node “{}” has an impossible size", named(node.key));
    }
    if (!is_length(node.area) || node.area <= 0) {
        return fmt::format("node “{}” has an impossible area", named(node.key));
    }
    return std::nullopt;
}

std::optional<std::string> fault_of_edge(const RequestEdge& edge, std::size_t nodes) {
    if (edge.key.empty()) return "an edge has no key";
    if (edge.from >= nodes || edge.to >= nodes) {
        return fmt::format("edge “{}” ends at a node that is not there", named(edge.key));
    }
    if (!is_length(edge.weight) || edge.min_length > longest_edge) {
        return fmt::format("edge “{}” has an impossible weight or length", named(edge.key));
    }
    return std::nullopt;
}

std::optional<std::string> fault_of(const LayoutRequest& request) {
    if (!in_range(engine_names, request.engine) || !in_range(direction_names, request.direction) ||
        !in_range(routing_names, request.routing)) {
        return "the engine, direction or routing is unknown";
    }
    if (!is_length(request.node_separation) || !is_length(request.rank_separation)) {
        return "a separation is impossible";
    }
    std::unordered_set<std::string_view> keys;
    for (const auto& node : request.nodes) {
        if (auto fault = fault_of_node(node)) return fault;
        if (!keys.insert(node.key).second) return fmt::format("two nodes have the key “{}”", named(node.key));
    }
    if (!request.root.empty() && !keys.contains(request.root)) {
        return fmt::format("the root “{}” is not among the nodes", named(request.root));
    }
    keys.clear();
    for (const auto& edge : request.edges) {
        if (auto fault = fault_of_edge(edge, request.nodes.size())) return fault;
        if (!keys.insert(edge.key).second) return fmt::format("two edges have the key “{}”", named(edge.key));
    }
    return std::nullopt;
}

bool is_finite(base::Point p) {
    return std::isfinite(p.x) && std::isfinite(p.y);
}

bool is_finite(base::Size s) {
    return std::isfinite(s.width) && std::isfinite(s.height) && s.width >= 0 && s.height >= 0;
}

bool is_curve(const std::vector<base::Point>& points) {
    if (points.empty()) return true;
    if (points.size() < 4 || points.size() % 3 != 1) return false;
    for (const auto p : points) {
        if (!is_finite(p)) return false;
    }
    return true;
}

std::optional<std::string> fault_of(const Layout& layout, const LayoutRequest& request) {
    if (!is_finite(layout.size)) return "the size of the whole is no size";
    if (layout.nodes.size() != request.nodes.size() || layout.edges.size() != request.edges.size()) {
        return "it is about another graph";
    }
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        const auto& node = layout.nodes[i];
        if (node.key != request.nodes[i].key) return "its nodes are not those asked for";
        if (!is_finite(node.centre) || !is_finite(node.size)) {
            return fmt::format("node “{}” is nowhere", named(node.key));
        }
    }
    for (std::size_t i = 0; i < layout.edges.size(); ++i) {
        const auto& edge = layout.edges[i];
        if (edge.key != request.edges[i].key) return "its edges are not those asked for";
        if (!is_curve(edge.curve)) return fmt::format("edge “{}” has no proper curve", named(edge.key));
    }
    return std::nullopt;
}

}  // namespace

std::string_view to_text(Engine engine) {
    return engine_names.at(static_cast<std::size_t>(engine));
}
std::string_view to_text(Direction direction) {
    return direction_names.at(static_cast<std::size_t>(direction));
}
std::string_view to_text(Routing routing) {
    return routing_names.at(static_cast<std::size_t>(routing));
}

std::optional<Engine> engine_from(std::string_view name) {
    return from_name<Engine>(engine_names, name);
}
std::optional<Direction> direction_from(std::string_view name) {
    return from_name<Direction>(direction_names, name);
}
std::optional<Routing> routing_from(std::string_view name) {
    return from_name<Routing>(routing_names, name);
}

base::Status check(const LayoutRequest& request) {
    if (auto fault = fault_of(request)) {
        return base::failure("layout.bad-request", "the layout cannot be asked for: " + *std::move(fault));
    }
    return {};
}

base::Status check(const Layout& layout, const LayoutRequest& request) {
    if (auto fault = fault_of(layout, request)) {
        return base::failure("layout.bad-answer", "the layout's answer is wrong: " + *std::move(fault));
    }
    return {};
}

}  // namespace shezhire::layout
