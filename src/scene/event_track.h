// The events of one lane by date, and which of them are drawn as one mark. Folding costs by what is seen: a
// crowd of events within a few points is counted by looking up its ends, however many it holds. What is
// folded stays the same while one comes twice as close: only then are crowds told apart anew (as map tiles
// do).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "scene/time_scale.h"

namespace shezhire::scene {

/// Events drawn as one mark; `count` 1: the event itself.
struct EventMark {
    std::uint32_t event = 0;  ///< the most important, of those the earliest: gives kind and label
    std::uint32_t count = 1;
    double x = 0;      ///< centre
    double place = 0;  ///< the same on the warp's length
    double first = 0;  ///< days of the first and the last of them
    double last = 0;
    int importance = 5;
};

class EventTrack {
  public:
    struct Dated {
        double day;
        std::uint32_t event;
        int importance;  ///< 1 to 5
    };
    EventTrack() = default;
    explicit EventTrack(std::vector<Dated> events);

    [[nodiscard]] const std::vector<Dated>& events() const { return all_; }
    [[nodiscard]] bool empty() const { return all_.empty(); }
    /// Marks of all that lies within the scale, and of nothing else, at least `room` points apart; large
    /// crowds twice as far. Crowds are anchored to the calendar, so that they keep still while one pans.
    [[nodiscard]] std::vector<EventMark> folded(const TimeScale& scale, double room) const;

  private:
    /// Events from..to (past the last) between two places of the calendar.
    struct Cell {
        double number;
        std::size_t from;
        std::size_t to;
        [[nodiscard]] std::size_t size() const { return to - from; }
    };
    [[nodiscard]] std::vector<Cell> cells(const TimeScale& scale, double cell) const;
    [[nodiscard]] std::size_t first_from(double day) const;
    [[nodiscard]] std::size_t first_after(double day) const;
    [[nodiscard]] EventMark mark_of(std::size_t from, std::size_t to) const;

    std::vector<Dated> all_;                        // by day
    std::array<std::vector<std::uint32_t>, 6> by_;  // by importance: positions in all_, ascending
};

std::string to_text(const std::vector<EventMark>& marks);

}  // namespace shezhire::scene
