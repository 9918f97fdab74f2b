// The events of one lane by date, and which of them are drawn as one mark. Folding costs by what is seen: a
// crowd of events within a few points is counted by looking up its ends, however many it holds.
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
    /// Marks within the scale, at least `room` points apart. Places of crowds are anchored to the calendar,
    /// so that they keep still while one pans.
    [[nodiscard]] std::vector<EventMark> folded(const TimeScale& scale, double room) const;

  private:
    [[nodiscard]] std::size_t first_from(double day) const;
    [[nodiscard]] EventMark mark_of(std::size_t from, std::size_t to) const;

    std::vector<Dated> all_;                        // by day
    std::array<std::vector<std::uint32_t>, 6> by_;  // by importance: positions in all_, ascending
};

std::string to_text(const std::vector<EventMark>& marks);

}  // namespace shezhire::scene
