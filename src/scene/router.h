// The inside of route(): ranks, the groups of lines in the gaps between them, and the ways of links. Split
// over route.cpp (what goes where), route_tracks.cpp (how far apart), route_lines.cpp and route_laterals.cpp
// (drawing).
#pragma once

#include <vector>

#include "scene/route.h"

namespace shezhire::scene::routing {

using base::Point;
using base::Rect;
using base::Size;
using layout::Direction;

inline constexpr double clearance = 4;  ///< of a line from the boxes it passes
inline constexpr double narrow_gap = 24;
inline constexpr double track_pitch = 6;
inline constexpr double first_track = 13;  ///< from the upper side of a gap
inline constexpr double last_track = 14;   ///< to its lower side

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

    void find_ranks();

    /// Where a line can pass a rank between its slots, nearest to where it would like to.
    double free_v(std::size_t rank, double wish);

    /// As free_v, but beside other lines that pass there, if there is room.
    double free_v_apart(std::size_t rank, double wish);

    std::size_t add_crossing(std::size_t gap, Span span) {
        crossings_.push_back({gap, span, 0});
        return crossings_.size() - 1;
    }

    void make_groups();

    void begin_group(std::uint32_t parent, const std::vector<std::vector<std::uint32_t>>& fed);

    std::size_t new_group(std::size_t gap, double from_v, std::uint32_t from_placed);

    /// Through the next rank, near `wish`; returns the group beyond it.
    std::size_t pass(std::size_t group, double wish);

    /// Through all ranks down to and with the one that a trunk stands on.
    std::size_t lead(std::size_t group, std::uint32_t trunk);

    void make_laterals();
    void escape(std::uint32_t node, bool high, std::size_t nth, std::vector<Place>& way) const;
    void draw_laterals(Routes& out) const;

    void assign_tracks();

    void set_ranks_apart();

    [[nodiscard]] double track_u(std::size_t crossing) const {
        const Crossing& c = crossings_[crossing];
        return gap_[c.gap] + first_track + track_pitch * static_cast<double>(c.track);
    }

    void draw_groups(Routes& out) const;

    void draw_family(std::size_t first, std::vector<std::vector<Place>>& brought, Routes& out) const;

    /// Targets from the stem outwards, on each side: each draws the piece of the common line that is new.
    void draw_group(std::size_t g, std::vector<std::vector<Place>>& brought, Routes& out) const;

    void finish(const Target& target, std::vector<Place> way, std::vector<std::vector<Place>>& brought,
                Routes& out) const;

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

}  // namespace shezhire::scene::routing
