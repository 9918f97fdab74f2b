#include "scene/route.h"

#include "scene/shapes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace shezhire::scene {
namespace {

using base::Point;
using base::Rect;
using base::Size;
using layout::Direction;

constexpr double clearance = 4;  ///< of a line from the boxes it passes
constexpr double narrow_gap = 24;
constexpr double track_pitch = 6;
constexpr double first_track = 13;  ///< from the upper side of a gap
constexpr double last_track = 14;   ///< to its lower side

/// Along the ranks (u) and across them (v), whatever the direction.
struct Place {
    double u = 0;
    double v = 0;
};

struct Span {
    double low = 0;
    double high = 0;
};

/// A line's way through one gap: from where it comes in to where it goes out.
struct Crossing {
    std::size_t gap = 0;
    Span span;
    std::size_t track = 0;
};

/// All lines of one parent in one gap.
struct Target {
    double v = 0;
    std::uint32_t placed = no_index;  ///< slot that is reached,
    std::size_t port = 0;             ///< and at which port; or
    std::size_t onward = SIZE_MAX;    ///< the group that goes on beyond the next rank
};

struct Group {
    std::size_t crossing = 0;
    double from_v = 0;
    double from_u_offset = 0;  ///< of a slot's lower side, below the rank's upper side
    std::uint32_t from_placed =
        no_index;  ///< slot whose lower side it begins at; no_index: comes through a rank
    std::vector<Target> targets;
};

class Router {
  public:
    explicit Router(const RouteInput& input) : in_(input), slots_(input.arrangement->slots) {}

    Routes run() {
        find_ranks();
        make_groups();
        make_laterals();
        assign_tracks();
        set_ranks_apart();
        Routes out;
        out.size = real_size();
        for (std::uint32_t p = 0; p < in_.placed.size(); ++p) out.slots.push_back(rect_of(p));
        draw_groups(out);
        draw_laterals(out);
        return out;
    }

  private:
    [[nodiscard]] bool sideways() const {
        return in_.direction == Direction::right || in_.direction == Direction::left;
    }
    [[nodiscard]] bool backwards() const {
        return in_.direction == Direction::up || in_.direction == Direction::left;
    }
    [[nodiscard]] double along(Size s) const { return sideways() ? s.width : s.height; }
    [[nodiscard]] double across(Size s) const { return sideways() ? s.height : s.width; }
    [[nodiscard]] Size real_size() const {
        const double breadth = breadth_ - v_least_;
        return sideways() ? Size{depth_, breadth} : Size{breadth, depth_};
    }
    [[nodiscard]] Point real(Place p) const {
        const double u = backwards() ? depth_ - p.u : p.u;
        const double v = p.v - v_least_;
        return sideways() ? Point{u, v} : Point{v, u};
    }
    /// A point of a block, seen from the slot's corner with the least u and v.
    [[nodiscard]] Place local(Point p, Size size) const {
        const Place place = sideways() ? Place{p.x, p.y} : Place{p.y, p.x};
        return {backwards() ? along(size) - place.u : place.u, place.v};
    }
    [[nodiscard]] double v_low(std::uint32_t p) const {
        const auto& placed = in_.placed[p];
        return (sideways() ? placed.centre.y : placed.centre.x) - across(placed.size) / 2 - v_origin_;
    }
    [[nodiscard]] double v_high(std::uint32_t p) const { return v_low(p) + across(in_.placed[p].size); }
    [[nodiscard]] double v_middle(std::uint32_t p) const { return (v_low(p) + v_high(p)) / 2; }
    [[nodiscard]] Rect rect_of(std::uint32_t p) const {
        const double u = band_[rank_[p]];
        const Point a = real({u, v_low(p)});
        const Point b = real({u + along(in_.placed[p].size), v_high(p)});
        return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
    }
    [[nodiscard]] bool is_trunk(std::uint32_t p) const { return in_.placed[p].slot == no_index; }
    [[nodiscard]] const Slot& slot_of(std::uint32_t p) const { return slots_[in_.placed[p].slot]; }

    /// Where lines leave a slot: u from the rank's upper side, v absolute.
    [[nodiscard]] Place exit_of(std::uint32_t p) const {
        const Block& block = slot_of(p).block;
        const Place place = local(block.exit, block.size);
        return {place.u, v_low(p) + place.v};
    }

    void find_ranks() {
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

    /// Where a line can pass a rank between its slots, nearest to where it would like to.
    double free_v(std::size_t rank, double wish) {
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

    /// As free_v, but beside other lines that pass there, if there is room.
    double free_v_apart(std::size_t rank, double wish) {
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

    std::size_t add_crossing(std::size_t gap, Span span) {
        crossings_.push_back({gap, span, 0});
        return crossings_.size() - 1;
    }

    void make_groups() {
        std::vector<std::vector<std::uint32_t>> fed(in_.placed.size());
        for (std::uint32_t p = 0; p < in_.placed.size(); ++p) {
            if (in_.feeder[p] != no_index) fed[in_.feeder[p]].push_back(p);
        }
        // Trunks are begun by the groups that lead to them: parents first, so that each knows its own.
        for (std::uint32_t p = 0; p < in_.placed.size(); ++p) {
            if (!is_trunk(p) && !slot_of(p).anchor && !fed[p].empty()) begin_group(p, fed);
        }
    }

    void begin_group(std::uint32_t parent, const std::vector<std::vector<std::uint32_t>>& fed) {
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

    std::size_t new_group(std::size_t gap, double from_v, std::uint32_t from_placed) {
        Group group;
        group.crossing = add_crossing(gap, {from_v, from_v});
        group.from_v = from_v;
        group.from_placed = from_placed;
        groups_.push_back(std::move(group));
        return groups_.size() - 1;
    }

    /// Through the next rank, near `wish`; returns the group beyond it.
    std::size_t pass(std::size_t group, double wish) {
        const std::size_t rank = crossings_[groups_[group].crossing].gap;
        const double v = free_v(rank, wish);
        const std::size_t beyond = new_group(rank + 1, v, no_index);
        groups_[group].targets.push_back({v, no_index, 0, beyond});
        return beyond;
    }

    /// Through all ranks down to and with the one that a trunk stands on.
    std::size_t lead(std::size_t group, std::uint32_t trunk) {
        while (crossings_[groups_[group].crossing].gap <= rank_[trunk]) {
            group = pass(group, groups_[group].from_v);
        }
        return group;
    }

    void make_laterals();
    void escape(std::uint32_t node, bool high, std::size_t nth, std::vector<Place>& way) const;
    void draw_laterals(Routes& out) const;

    void assign_tracks() {
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

    void set_ranks_apart() {
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

    [[nodiscard]] double track_u(std::size_t crossing) const {
        const Crossing& c = crossings_[crossing];
        return gap_[c.gap] + first_track + track_pitch * static_cast<double>(c.track);
    }

    void draw_groups(Routes& out) const {
        // What comes through a rank brings the line so far to the first target beyond.
        std::vector<std::vector<Place>> brought(groups_.size());
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            const Group& group = groups_[g];
            if (group.from_placed != no_index) draw_family(g, brought, out);
        }
    }

    void draw_family(std::size_t first, std::vector<std::vector<Place>>& brought, Routes& out) const {
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

    /// Targets from the stem outwards, on each side: each draws the piece of the common line that is new.
    void draw_group(std::size_t g, std::vector<std::vector<Place>>& brought, Routes& out) const {
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

    void finish(const Target& target, std::vector<Place> way, std::vector<std::vector<Place>>& brought,
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

    struct LateralWay {
        std::uint32_t lateral = 0;
        std::vector<std::size_t> crossings;
        std::vector<double> passes;  ///< v at which the ranks between are passed
        bool swapped = false;
        bool bracket = false;
    };

    const RouteInput& in_;
    const std::vector<Slot>& slots_;
    std::vector<std::size_t> rank_;
    std::size_t ranks_ = 0;
    std::vector<std::vector<Span>> taken_;     ///< by rank
    std::vector<std::vector<double>> passes_;  ///< by rank: where lines pass already
    std::vector<Group> groups_;
    std::vector<Crossing> crossings_;
    std::size_t first_lateral_crossing_ = 0;
    std::vector<LateralWay> ways_;
    std::vector<std::size_t> tracks_;  ///< by gap; gap r lies before rank r
    std::vector<double> gap_;
    std::vector<double> band_;
    double v_origin_ = 0;
    double v_least_ = 0;
    double breadth_ = 0;
    double depth_ = 0;
};

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

}  // namespace

Routes route(const RouteInput& input) {
    return Router(input).run();
}

}  // namespace shezhire::scene
