#include "session/outline.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "model/search.h"

namespace shezhire::session {
namespace {

edtf::Day founding(const model::Organization* body) {
    auto first = edtf::end_of_time;
    if (body == nullptr) return first;
    for (const auto& spell : body->spells) {
        const auto start = spell.when.start_bounds();
        if (start.earliest > edtf::beginning_of_time) first = std::min(first, start.earliest);
    }
    return first;
}

/// Rank of every node among all, equal ones alike.
std::vector<std::uint32_t> ranks(const Picture& picture, OutlineOrder by) {
    const auto& nodes = picture.graph->nodes;
    std::vector<std::string> names;
    std::vector<edtf::Day> days;
    for (const auto& node : nodes) {
        if (by == OutlineOrder::name) names.push_back(model::search_key(node.label));
        if (by == OutlineOrder::founding)
            days.push_back(founding(picture.request.model->organization(node.key)));
    }
    std::vector<std::uint32_t> order(nodes.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto less = [&](std::uint32_t a, std::uint32_t b) {
        return by == OutlineOrder::name ? names[a] < names[b] : days[a] < days[b];
    };
    std::stable_sort(order.begin(), order.end(), less);
    std::vector<std::uint32_t> rank(nodes.size());
    for (std::size_t i = 1; i < order.size(); ++i)
        rank[order[i]] = rank[order[i - 1]] + (less(order[i - 1], order[i]) ? 1U : 0U);
    return rank;
}

}  // namespace

std::vector<std::uint32_t> outline_order(const Picture& picture, OutlineOrder by) {
    const auto& nodes = picture.graph->nodes;
    std::vector<std::uint32_t> order(nodes.size());
    std::iota(order.begin(), order.end(), 0U);
    if (by == OutlineOrder::order || nodes.empty()) return order;
    const auto rank = ranks(picture, by);
    // Children of each node, roots apart; nodes come in outline order, so the last one a level up holds.
    std::vector<std::vector<std::uint32_t>> children(nodes.size());
    std::vector<std::uint32_t> roots;
    std::vector<std::uint32_t> way;
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
        const auto depth = static_cast<std::size_t>(std::max(nodes[i].depth, 0));
        way.resize(std::min(way.size(), depth));
        (way.empty() ? roots : children[way.back()]).push_back(i);
        way.push_back(i);
    }
    const auto sort = [&](std::vector<std::uint32_t>& siblings) {
        std::stable_sort(siblings.begin(), siblings.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return rank[a] < rank[b]; });
    };
    for (auto& siblings : children) sort(siblings);
    order.clear();
    std::vector<std::uint32_t> open(roots.rbegin(), roots.rend());
    while (!open.empty()) {
        const auto node = open.back();
        open.pop_back();
        order.push_back(node);
        open.insert(open.end(), children[node].rbegin(), children[node].rend());
    }
    return order;
}

}  // namespace shezhire::session
