// Graphs for the tests of layouts: small ones with a name, and random ones that come out alike everywhere.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>

#include "layout/engine.h"
#include "layout/layout.h"

namespace shezhire::test {

using EdgeList = std::initializer_list<std::pair<std::uint32_t, std::uint32_t>>;

inline void add_edge(layout::LayoutRequest& request, std::uint32_t from, std::uint32_t to,
                     bool ranking = true) {
    request.edges.push_back(
        {"e" + std::to_string(request.edges.size()), from, to, 1, ranking ? 1.0 : 0.0, ranking});
}

/// Nodes n0 ... of 80 x 30 pt and the edges given.
inline layout::LayoutRequest graph_of(std::uint32_t nodes, EdgeList edges) {
    layout::LayoutRequest request;
    for (std::uint32_t i = 0; i < nodes; ++i)
        request.nodes.push_back({"n" + std::to_string(i), {80, 30}, "", 1});
    for (const auto& [from, to] : edges) add_edge(request, from, to);
    return request;
}

class Dice {
  public:
    explicit Dice(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}
    std::uint32_t below(std::uint32_t limit) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>((state_ >> 33U) % limit);
    }

  private:
    std::uint64_t state_;
};

/// Anything: loops, parallels, cycles, islands, all sizes, clusters, links beside the hierarchy.
inline layout::LayoutRequest random_graph(std::uint32_t seed) {
    Dice dice(seed);
    layout::LayoutRequest request;
    const auto nodes = 1 + dice.below(40);
    const auto edges = dice.below(2 * nodes + 1);
    for (std::uint32_t i = 0; i < nodes; ++i) {
        const base::Size size{5 + dice.below(200) * 0.9, 5 + dice.below(80) * 0.7};
        const std::string cluster = dice.below(3) == 0 ? "c" + std::to_string(dice.below(4)) : "";
        request.nodes.push_back({"n" + std::to_string(i), size, cluster, 1.0 + dice.below(5)});
    }
    for (std::uint32_t i = 0; i < edges; ++i) {
        add_edge(request, dice.below(nodes), dice.below(nodes), dice.below(4) != 0);
        request.edges.back().min_length = 1 + dice.below(8) / 7;
        if (dice.below(6) == 0) request.edges.back().weight = 1;
    }
    request.node_separation = 4 + dice.below(30);
    request.rank_separation = 10 + dice.below(40);
    if (dice.below(2) == 0) request.root = "n" + std::to_string(dice.below(nodes));
    return request;
}

/// Every node but the first hangs from an earlier one; nodes are numbered row by row, as the graph room
/// numbers them.
inline layout::LayoutRequest random_tree(std::uint32_t seed, std::uint32_t nodes) {
    Dice dice(seed);
    auto request = graph_of(nodes, {});
    std::uint32_t parent = 0;
    for (std::uint32_t i = 1; i < nodes; ++i) {
        if (parent + 1 < i && dice.below(3) == 0) ++parent;
        request.nodes[i].size.width = 20 + dice.below(120);
        add_edge(request, parent, i);
    }
    return request;
}

}  // namespace shezhire::test
