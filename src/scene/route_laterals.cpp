#include <algorithm>
#include <cmath>
#include <numeric>

#include "scene/router.h"

namespace shezhire::scene::routing {

/// From a box out of its block to where it can go straight along u to the next gap. `nth` sets neighbours
/// apart.
void Router::escape(std::uint32_t node, bool high, std::size_t nth, std::vector<Place>& way) const {
    const std::uint32_t p = in_.arrangement->slot_of_node[node];
    const Block& block = slot_of(p).block;
    const auto box = std::find_if(block.boxes.begin(), block.boxes.end(),
                                  [node](const BlockBox& b) { return b.node == node; });
    // Ranks are not yet apart when ways are planned: only v counts then.
    const double band = band_.empty() ? 0 : band_[rank_[p]];
    const double v0 = v_low(p);
    const Place a = local({box->box.left, box->box.top}, block.size);
    const Place b = local({box->box.right, box->box.bottom}, block.size);
    const double u_least = std::min(a.u, b.u);
    const double u_most = std::max(a.u, b.u);
    const double apart = clearance + 2.0 * static_cast<double>(nth % 3);
    const double ring_u = band + along(block.size) + clearance;
    const double ring_v = v0 + across(block.size) + apart;
    if (!sideways()) {
        const double u = band + (u_least + u_most) / 2;
        way.push_back({u, v0 + b.v});
        if (box->last_column) {
            way.push_back({u, ring_v});
            return;
        }
        way.push_back({u, v0 + b.v + clearance});
        if (high) return;
        way.push_back({ring_u, v0 + b.v + clearance});
        way.push_back({ring_u, ring_v});
        return;
    }
    // Below the middle, where the box's own family leaves it.
    const double v = v0 + a.v * 0.3 + b.v * 0.7;
    way.push_back({band + u_most, v});
    if (box->last_column && high) return;
    const double u = box->last_column ? ring_u : band + u_most + clearance;
    way.push_back({u, v});
    way.push_back({u, ring_v});
}

void Router::make_laterals() {
    first_lateral_crossing_ = crossings_.size();
    for (std::uint32_t l = 0; l < in_.laterals.size(); ++l) {
        const auto& lateral = in_.laterals[l];
        LateralWay way;
        way.lateral = l;
        std::uint32_t from = lateral.from;
        std::uint32_t to = lateral.to;
        const auto rank = [&](std::uint32_t node) { return rank_[in_.arrangement->slot_of_node[node]]; };
        way.swapped = rank(from) > rank(to);
        if (way.swapped) std::swap(from, to);
        std::vector<Place> start;
        std::vector<Place> end;
        const bool same = rank(from) == rank(to);
        escape(from, true, l, start);
        escape(to, same, l, end);
        way.bracket = same && std::abs(start.back().v - end.back().v) < 0.01 && !sideways();
        for (const Place place : start) breadth_ = std::max(breadth_, place.v + 2);
        for (const Place place : end) breadth_ = std::max(breadth_, place.v + 2);
        double v = start.back().v;
        const double goal = end.back().v;
        if (same && !way.bracket) {
            way.crossings.push_back(add_crossing(rank(from) + 1, {std::min(v, goal), std::max(v, goal)}));
        }
        for (std::size_t gap = rank(from) + 1; gap <= rank(to); ++gap) {
            const double next = gap == rank(to) ? goal : free_v_apart(gap, goal);
            way.crossings.push_back(add_crossing(gap, {std::min(v, next), std::max(v, next)}));
            if (gap < rank(to)) way.passes.push_back(next);
            v = next;
        }
        ways_.push_back(std::move(way));
    }
}

void Router::draw_laterals(Routes& out) const {
    for (const auto& way : ways_) {
        const auto& lateral = in_.laterals[way.lateral];
        const std::uint32_t from = way.swapped ? lateral.to : lateral.from;
        const std::uint32_t to = way.swapped ? lateral.from : lateral.to;
        std::vector<Place> places;
        std::vector<Place> end;
        const bool same =
            rank_[in_.arrangement->slot_of_node[from]] == rank_[in_.arrangement->slot_of_node[to]];
        escape(from, true, way.lateral, places);
        escape(to, same, way.lateral, end);
        double v = places.back().v;
        for (std::size_t k = 0; k < way.crossings.size(); ++k) {
            const double u = track_u(way.crossings[k]);
            places.push_back({u, v});
            v = k < way.passes.size() ? way.passes[k] : end.back().v;
            places.push_back({u, v});
        }
        places.insert(places.end(), end.rbegin(), end.rend());
        if (way.swapped) std::reverse(places.begin(), places.end());
        RoutedLine line;
        line.lateral = way.lateral;
        for (const Place p : places) line.points.push_back(real(p));
        out.lines.push_back(std::move(line));
    }
}

}  // namespace shezhire::scene::routing
