#include "scene/event_track.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace shezhire::scene {

namespace {

constexpr std::size_t large = 10;  // a crowd whose number has more than one digit

}  // namespace

EventTrack::EventTrack(std::vector<Dated> events) : all_(std::move(events)) {
    std::stable_sort(all_.begin(), all_.end(), [](const Dated& a, const Dated& b) { return a.day < b.day; });
    for (std::uint32_t i = 0; i < all_.size(); ++i) {
        const auto importance = static_cast<std::size_t>(std::clamp(all_[i].importance, 1, 5));
        by_.at(importance).push_back(i);
    }
}

std::size_t EventTrack::first_from(double day) const {
    const auto at = std::lower_bound(all_.begin(), all_.end(), day,
                                     [](const Dated& event, double limit) { return event.day < limit; });
    return static_cast<std::size_t>(at - all_.begin());
}

std::size_t EventTrack::first_after(double day) const {
    const auto at = std::upper_bound(all_.begin(), all_.end(), day,
                                     [](double limit, const Dated& event) { return limit < event.day; });
    return static_cast<std::size_t>(at - all_.begin());
}

EventMark EventTrack::mark_of(std::size_t from, std::size_t to) const {
    EventMark mark;
    mark.count = static_cast<std::uint32_t>(to - from);
    mark.first = all_[from].day;
    mark.last = all_[to - 1].day;
    for (std::size_t importance = 1; importance < by_.size(); ++importance) {
        const auto& positions = by_.at(importance);
        const auto at = std::lower_bound(positions.begin(), positions.end(), from);
        if (at == positions.end() || *at >= to) continue;
        mark.event = all_[*at].event;
        mark.importance = static_cast<int>(importance);
        break;
    }
    return mark;
}

std::vector<EventTrack::Cell> EventTrack::cells(const TimeScale& scale, double cell) const {
    const auto& warp = scale.warp();
    const auto number_of = [&](double day) { return std::floor(warp.length(day) / cell); };
    const auto pair_of = [&](double x) { return std::floor(number_of(scale.day(x)) / 2); };
    const double last = 2 * pair_of(scale.right()) + 2;
    std::size_t at = first_from(warp.day(2 * pair_of(scale.left()) * cell));
    const std::size_t end = first_from(warp.day(last * cell));
    std::vector<Cell> cells;
    while (at < end) {
        const double number = number_of(all_[at].day);
        std::size_t next = std::max(first_from(warp.day((number + 1) * cell)), at + 1);
        while (next < end && number_of(all_[next].day) <= number) ++next;
        const Cell one{number, at, next};
        at = next;
        const bool second = std::floor(number / 2) * 2 != number;
        if (second && !cells.empty() && cells.back().number == number - 1 && cells.back().size() >= large &&
            one.size() >= large) {
            cells.back().to = one.to;
        } else {
            cells.push_back(one);
        }
    }
    return cells;
}

std::vector<EventMark> EventTrack::folded(const TimeScale& scale, double room) const {
    std::vector<EventMark> marks;
    if (all_.empty()) return marks;
    // Cells are as wide as a counted mark where one is as far away as this step of zoom has it, on the warp's
    // own length: they do not move with the window.
    const double points = std::exp2(std::floor(std::log2(scale.points_per_length())));
    const double cell = 2 * room / points;
    const std::size_t first_seen = first_from(scale.day(scale.left()));
    const std::size_t end_seen = first_after(scale.day(scale.right()));
    const auto middle = [&](const EventMark& mark) {
        return (scale.warp().length(mark.first) + scale.warp().length(mark.last)) / 2;
    };
    for (const auto& of : cells(scale, cell)) {
        const std::size_t from = std::max(of.from, first_seen);
        const std::size_t to = std::min(of.to, end_seen);
        if (from >= to) continue;
        EventMark mark = mark_of(from, to);
        mark.place = middle(mark);
        if (marks.empty() || (mark.place - marks.back().place) * points >= room) {
            marks.push_back(mark);
            continue;
        }
        // Those of neighbouring cells lie close: the left one takes the right one in. It moves away from the
        // one before it, and never is wider than two cells.
        auto& before = marks.back();
        if (mark.importance < before.importance) {
            before.event = mark.event;
            before.importance = mark.importance;
        }
        before.count += mark.count;
        before.last = mark.last;
        before.place = middle(before);
    }
    for (auto& mark : marks) mark.x = scale.x_at(mark.place);
    return marks;
}

std::string to_text(const std::vector<EventMark>& marks) {
    std::string text;
    for (const auto& mark : marks) {
        text += fmt::format("{:.1f} event {} x{} !{}\n", mark.x, mark.event, mark.count, mark.importance);
    }
    return text;
}

}  // namespace shezhire::scene
