#include <algorithm>
#include <cmath>
#include <numeric>

#include "scene/router.h"

namespace shezhire::scene::routing {

void Router::assign_tracks() {
    for (auto& group : groups_) {
        Span& span = crossings_[group.crossing].span;
        for (const auto& target : group.targets) {
            span.low = std::min(span.low, target.v);
            span.high = std::max(span.high, target.v);
        }
    }
    std::vector<std::size_t> order(crossings_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Families first (they were made first), each from the left; what would touch takes the next track.
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        const bool lateral_a = a >= first_lateral_crossing_;
        const bool lateral_b = b >= first_lateral_crossing_;
        if (lateral_a != lateral_b) return lateral_b;
        return crossings_[a].span.low < crossings_[b].span.low;
    });
    std::vector<std::vector<std::vector<Span>>> used(ranks_ + 1);
    tracks_.assign(ranks_ + 1, 0);
    for (const std::size_t c : order) {
        Crossing& crossing = crossings_[c];
        if (crossing.span.high - crossing.span.low < 0.01 && c >= first_lateral_crossing_) continue;
        auto& tracks = used[crossing.gap];
        std::size_t track = 0;
        const auto free = [&](const std::vector<Span>& spans) {
            return std::none_of(spans.begin(), spans.end(), [&](Span s) {
                return s.low < crossing.span.high + 6 && crossing.span.low < s.high + 6;
            });
        };
        while (track < tracks.size() && !free(tracks[track])) ++track;
        if (track == tracks.size()) tracks.emplace_back();
        tracks[track].push_back(crossing.span);
        crossing.track = track;
        tracks_[crossing.gap] = std::max(tracks_[crossing.gap], track + 1);
    }
}

void Router::set_ranks_apart() {
    std::vector<double> thickness(ranks_, 0);
    bool anchored = false;
    for (std::uint32_t p = 0; p < in_.placed.size(); ++p) {
        if (is_trunk(p)) continue;
        if (slot_of(p).anchor) {
            anchored = true;
            continue;
        }
        thickness[rank_[p]] = std::max(thickness[rank_[p]], along(in_.placed[p].size));
    }
    double u = 0;
    gap_.assign(ranks_ + 1, 0);
    band_.assign(ranks_, 0);
    for (std::size_t r = 0; r <= ranks_; ++r) {
        gap_[r] = u;
        const bool outer = r == 0 || r == ranks_ || (anchored && r == 1);
        const double tracks = static_cast<double>(tracks_[r]);
        const double needed = tracks > 0 ? first_track + track_pitch * (tracks - 1) + last_track : 0;
        u += outer ? needed : std::max(rank_gap, needed);
        if (r < ranks_) {
            band_[r] = u;
            u += thickness[r];
        }
    }
    depth_ = u;
    for (const auto& crossing : crossings_) {
        v_least_ = std::min(v_least_, crossing.span.low - 2);
        breadth_ = std::max(breadth_, crossing.span.high + 2);
    }
}

}  // namespace shezhire::scene::routing
