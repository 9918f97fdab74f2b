#include "scene/event_track.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace shezhire::scene {

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

std::vector<EventMark> EventTrack::folded(const TimeScale& scale, double room) const {
    std::vector<EventMark> marks;
    if (all_.empty()) return marks;
    // Cells as wide as a counted mark, on the warp's own length: they do not move with the window.
    const double cell = 2 * room / scale.points_per_length();
    const auto cell_of = [&](double day) { return std::floor(scale.warp().length(day) / cell); };
    const double from_day = scale.day(scale.left() - room);
    const double to_day = scale.day(scale.right() + room);
    std::size_t at = first_from(scale.warp().day(cell_of(from_day) * cell));
    const std::size_t end = first_from(to_day);
    std::vector<EventMark> in_cell;
    while (at < end) {
        const double number = cell_of(all_[at].day);
        std::size_t next = std::max(first_from(scale.warp().day((number + 1) * cell)), at + 1);
        while (next < all_.size() && next < end && cell_of(all_[next].day) <= number) ++next;
        next = std::min(next, std::max(end, at + 1));
        EventMark mark = mark_of(at, next);
        if (mark.count == 1) {
            mark.x = scale.x(mark.first);
        } else {
            // In the middle of what it stands for, but not over the edge of its cell.
            const double left = scale.x(scale.warp().day(number * cell));
            const double middle = (scale.x(mark.first) + scale.x(mark.last)) / 2;
            mark.x = std::clamp(middle, left + room / 2, left + room * 1.5);
        }
        at = next;
        // Two of neighbouring cells may lie close: the left one takes the right one in.
        if (!marks.empty() && mark.x - marks.back().x < room) {
            auto& before = marks.back();
            if (mark.importance < before.importance) {
                before.event = mark.event;
                before.importance = mark.importance;
            }
            before.count += mark.count;
            before.last = mark.last;
            continue;
        }
        marks.push_back(mark);
    }
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
