// Dates to places and back: the one scale that every part of a timeline uses. A warp says how long a day is
// (linear; with long empty stretches cut short; one step a date), a window which days are seen, and the scale
// where on the sheet. Days are real numbers here: a pixel may be an hour or a million years.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edtf/edtf.h"
#include "scene/time_words.h"

namespace shezhire::scene {

enum class ScaleKind : std::uint8_t { linear, sequential };
std::string_view to_text(ScaleKind);
std::optional<ScaleKind> scale_kind_from(std::string_view);

/// Piecewise linear and rising: day -> length. Beyond the known dates it goes on as at its ends.
class TimeWarp {
  public:
    /// A day is a day long.
    TimeWarp() = default;
    /// `days` ascending. Where nothing happens for more than a quarter of the whole, and for more than twenty
    /// times as long as usual, a short piece stands for the stretch.
    static TimeWarp broken(const std::vector<edtf::Day>& days);
    /// One step from each date to the next.
    static TimeWarp sequential(const std::vector<edtf::Day>& days);

    [[nodiscard]] double length(double day) const;
    [[nodiscard]] double day(double length) const;

    struct Stretch {
        double first;
        double last;
    };
    /// What was cut short, in days.
    [[nodiscard]] const std::vector<Stretch>& breaks() const { return breaks_; }
    [[nodiscard]] bool is_sequential() const { return sequential_; }
    /// The knots' days: where a sequential scale has its steps.
    [[nodiscard]] const std::vector<double>& days() const { return days_; }

  private:
    std::vector<double> days_;  ///< knots; none: the identity
    std::vector<double> lengths_;
    std::vector<Stretch> breaks_;
    bool sequential_ = false;
};

/// The days that are seen: [first, last), first < last.
struct TimeWindow {
    double first = 0;
    double last = 1;
    bool operator==(const TimeWindow&) const = default;
    [[nodiscard]] double days() const { return last - first; }
};

class TimeScale {
  public:
    TimeScale(const TimeWarp& warp, TimeWindow window, double left, double right);

    [[nodiscard]] double x(double day) const;
    /// Of a place on the warp's length.
    [[nodiscard]] double x_at(double length) const;
    [[nodiscard]] double day(double x) const;
    [[nodiscard]] const TimeWindow& window() const { return window_; }
    [[nodiscard]] const TimeWarp& warp() const { return *warp_; }
    [[nodiscard]] double left() const { return left_; }
    [[nodiscard]] double right() const { return right_; }
    /// Points that a length of the warp takes.
    [[nodiscard]] double points_per_length() const { return points_; }
    /// Points a day where most of the window is (outside breaks).
    [[nodiscard]] double points_per_day() const;

    /// The window scaled by `factor` (2 = twice as close) with the day under `x` staying there.
    [[nodiscard]] TimeWindow zoomed(double factor, double x) const;
    /// Moved by `dx` points.
    [[nodiscard]] TimeWindow panned(double dx) const;

  private:
    const TimeWarp* warp_;
    TimeWindow window_;
    double left_;
    double right_;
    double from_;    // length at the window's beginning
    double points_;  // per length
};

enum class TickUnit : std::uint8_t { years, months, days };

struct TickStep {
    TickUnit unit = TickUnit::years;
    std::int64_t count = 1;
    bool operator==(const TickStep&) const = default;
};

struct Tick {
    double day = 0;
    double x = 0;
    std::string label;
    bool strong = false;  ///< begins a coarser unit
};

/// A coarser unit over the ticks: "20th century", "1927", "August 1927".
struct TickSpan {
    double first = 0;  ///< days
    double last = 0;
    std::string label;
};

struct Ticks {
    TickStep step;
    std::vector<Tick> ticks;
    std::vector<TickSpan> spans;
};

/// Ticks whose labels have at least `room` points each: centuries, decades, years, months or days.
Ticks ticks_for(const TimeScale& scale, WordLang lang, double room);

/// For golden tests: one tick a line.
std::string to_text(const Ticks& ticks);

}  // namespace shezhire::scene
