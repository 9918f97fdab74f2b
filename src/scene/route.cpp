#include <algorithm>
#include <cmath>
#include <numeric>

#include "scene/router.h"

namespace shezhire::scene::routing {

void Router::find_ranks() {
    const std::size_t count = in_.placed.size();
    rank_ = ranks_of(in_.placed, in_.direction);
    ranks_ = count == 0 ? 0 : *std::max_element(rank_.begin(), rank_.end()) + 1;
    double v_least = 1e300;
    for (std::uint32_t p = 0; p < count; ++p) {
        if (!is_trunk(p)) v_least = std::min(v_least, v_low(p));
    }
    v_origin_ = count == 0 ? 0 : v_least;
    taken_.resize(ranks_);
    for (std::uint32_t p = 0; p < count; ++p) {
        if (is_trunk(p)) continue;
        breadth_ = std::max(breadth_, v_high(p));
        if (!slot_of(p).anchor) taken_[rank_[p]].push_back({v_low(p), v_high(p)});
    }
    for (auto& spans : taken_) {
        std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.low < b.low; });
    }
    passes_.resize(ranks_);
}

double Router::free_v(std::size_t rank, double wish) {
    double best = 0;
    double best_distance = 1e300;
    double low = -1e9;
    const auto offer = [&](double from, double to) {
        if (to - from < 0) return;
        // Amid a narrow gap; in a wide one as near as can be.
        const double v = to - from < narrow_gap ? (from + to) / 2 : std::clamp(wish, from, to);
        if (std::abs(v - wish) < best_distance) {
            best_distance = std::abs(v - wish);
            best = v;
        }
    };
    for (const Span span : taken_[rank]) {
        offer(low, span.low - clearance);
        low = std::max(low, span.high + clearance);
    }
    offer(low, 1e9);
    passes_[rank].push_back(best);
    return best;
}

double Router::free_v_apart(std::size_t rank, double wish) {
    const auto others = passes_[rank];
    const double v = free_v(rank, wish);
    for (const double shift : {0.0, 3.0, -3.0}) {
        const double aside = v + shift;
        const bool clear = std::none_of(others.begin(), others.end(),
                                        [&](double other) { return std::abs(aside - other) < 2.5; });
        const bool free = std::none_of(taken_[rank].begin(), taken_[rank].end(), [&](Span span) {
            return aside > span.low - 1.5 && aside < span.high + 1.5;
        });
        if (!clear || !free) continue;
        passes_[rank].back() = aside;
        return aside;
    }
    return v;
}

void Router::make_groups() {
    std::vector<std::vector<std::uint32_t>> fed(in_.placed.size());
    for (std::uint32_t p = 0; p < in_.placed.size(); ++p) {
        if (in_.feeder[p] != no_index) fed[in_.feeder[p]].push_back(p);
    }
    // Trunks are begun by the groups that lead to them: parents first, so that each knows its own.
    for (std::uint32_t p = 0; p < in_.placed.size(); ++p) {
        if (!is_trunk(p) && !slot_of(p).anchor && !fed[p].empty()) begin_group(p, fed);
    }
}

void Router::begin_group(std::uint32_t parent, const std::vector<std::vector<std::uint32_t>>& fed) {
    struct Work {
        std::size_t group;
        std::uint32_t from;
    };
    std::vector<Work> work{{new_group(rank_[parent] + 1, exit_of(parent).v, parent), parent}};
    while (!work.empty()) {
        const Work now = work.back();
        work.pop_back();
        for (const auto target : fed[now.from]) {
            if (is_trunk(target)) {
                const std::size_t beyond = lead(now.group, target);
                work.push_back({beyond, target});
                continue;
            }
            const Block& block = slot_of(target).block;
            for (std::size_t k = 0; k < block.ports.size(); ++k) {
                const double v = v_low(target) + local(block.ports[k].at, block.size).v;
                std::size_t group = now.group;
                while (crossings_[groups_[group].crossing].gap < rank_[target]) group = pass(group, v);
                groups_[group].targets.push_back({v, target, k, SIZE_MAX});
            }
        }
    }
}

std::size_t Router::new_group(std::size_t gap, double from_v, std::uint32_t from_placed) {
    Group group;
    group.crossing = add_crossing(gap, {from_v, from_v});
    group.from_v = from_v;
    group.from_placed = from_placed;
    groups_.push_back(std::move(group));
    return groups_.size() - 1;
}

std::size_t Router::pass(std::size_t group, double wish) {
    const std::size_t rank = crossings_[groups_[group].crossing].gap;
    const double v = free_v(rank, wish);
    const std::size_t beyond = new_group(rank + 1, v, no_index);
    groups_[group].targets.push_back({v, no_index, 0, beyond});
    return beyond;
}

std::size_t Router::lead(std::size_t group, std::uint32_t trunk) {
    while (crossings_[groups_[group].crossing].gap <= rank_[trunk]) {
        group = pass(group, groups_[group].from_v);
    }
    return group;
}

}  // namespace shezhire::scene::routing

namespace shezhire::scene {

Routes route(const RouteInput& input) {
    return routing::Router(input).run();
}

}  // namespace shezhire::scene
