#include <algorithm>

#include "scene/arrange.h"

namespace shezhire::scene {

PartTree part_tree(const graph::Graph& graph) {
    const std::size_t count = graph.nodes.size();
    PartTree tree;
    tree.parent.assign(count, no_index);
    tree.parent_edge.assign(count, no_index);
    tree.children.resize(count);
    for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
        const graph::Edge& edge = graph.edges[e];
        if (edge.kind != graph::EdgeKind::part || edge.from >= count || edge.to >= count) continue;
        if (edge.from == edge.to || tree.parent[edge.to] != no_index) continue;
        tree.parent[edge.to] = edge.from;
        tree.parent_edge[edge.to] = e;
    }
    for (std::uint32_t n = 0; n < count; ++n) {
        if (tree.parent[n] != no_index) tree.children[tree.parent[n]].push_back(n);
    }
    // Roots first; what no root reaches lies on a cycle, which is cut where it is met first.
    std::vector<bool> seen(count, false);
    std::vector<std::uint32_t> stack;
    const auto walk = [&](std::uint32_t start) {
        stack.push_back(start);
        while (!stack.empty()) {
            const std::uint32_t node = stack.back();
            stack.pop_back();
            if (seen[node]) continue;
            seen[node] = true;
            tree.order.push_back(node);
            for (auto child = tree.children[node].rbegin(); child != tree.children[node].rend(); ++child) {
                stack.push_back(*child);
            }
        }
    };
    for (std::uint32_t n = 0; n < count; ++n) {
        if (tree.parent[n] == no_index) walk(n);
    }
    for (std::uint32_t n = 0; n < count; ++n) {
        if (seen[n]) continue;
        auto& siblings = tree.children[tree.parent[n]];
        siblings.erase(std::find(siblings.begin(), siblings.end(), n));
        tree.parent[n] = no_index;
        tree.parent_edge[n] = no_index;
        walk(n);
    }
    return tree;
}

}  // namespace shezhire::scene
