#include <algorithm>
#include <cmath>
#include <numeric>

#include "scene/router.h"
#include "scene/shapes.h"

namespace shezhire::scene::routing {

void Router::draw_groups(Routes& out) const {
    // What comes through a rank brings the line so far to the first target beyond.
    std::vector<std::vector<Place>> brought(groups_.size());
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        const Group& group = groups_[g];
        if (group.from_placed != no_index) draw_family(g, brought, out);
    }
}

void Router::draw_family(std::size_t first, std::vector<std::vector<Place>>& brought, Routes& out) const {
    std::vector<std::size_t> work{first};
    while (!work.empty()) {
        const std::size_t g = work.back();
        work.pop_back();
        const Group& group = groups_[g];
        if (group.from_placed != no_index) {
            const std::uint32_t p = group.from_placed;
            brought[g] = {{band_[rank_[p]] + exit_of(p).u, group.from_v}};
        }
        draw_group(g, brought, out);
        for (const auto& target : group.targets) {
            if (target.onward != SIZE_MAX) work.push_back(target.onward);
        }
    }
}

void Router::draw_group(std::size_t g, std::vector<std::vector<Place>>& brought, Routes& out) const {
    const Group& group = groups_[g];
    const double u = track_u(group.crossing);
    std::vector<const Target*> order;
    for (const auto& target : group.targets) order.push_back(&target);
    std::stable_sort(order.begin(), order.end(), [&](const Target* a, const Target* b) {
        return std::abs(a->v - group.from_v) < std::abs(b->v - group.from_v);
    });
    std::vector<Place> stem = brought[g];
    double reached_low = group.from_v;
    double reached_high = group.from_v;
    for (const Target* target : order) {
        const bool low = target->v < group.from_v;
        double& reached = low ? reached_low : reached_high;
        std::vector<Place> way = stem;
        const double radius = line_radius;
        if (way.empty() && reached == group.from_v) {
            // Beside the stem that another target has drawn: bend off it.
            way = {{u - radius, group.from_v}, {u, group.from_v}};
        } else if (way.empty()) {
            const double back =
                low ? std::min(reached + radius, group.from_v) : std::max(reached - radius, group.from_v);
            way = {{u, back}, {u, back}};
        } else {
            way.push_back({u, group.from_v});
        }
        stem.clear();
        way.push_back({u, target->v});
        reached = target->v;
        finish(*target, std::move(way), brought, out);
    }
}

void Router::finish(const Target& target, std::vector<Place> way, std::vector<std::vector<Place>>& brought,
                    Routes& out) const {
    if (target.onward != SIZE_MAX) {
        brought[target.onward] = std::move(way);
        return;
    }
    const Block& block = slot_of(target.placed).block;
    const BlockPort& port = block.ports[target.port];
    const Place at = local(port.at, block.size);
    way.push_back({band_[rank_[target.placed]] + at.u, target.v});
    RoutedLine line;
    line.child = port.child;
    for (const Place p : way) line.points.push_back(real(p));
    const Rect slot = rect_of(target.placed);
    if (!port.onward.empty()) line.points.pop_back();  // straight on: the port is no corner
    for (const Point p : port.onward) line.points.push_back(slot.top_left() + p);
    out.lines.push_back(std::move(line));
}

}  // namespace shezhire::scene::routing
