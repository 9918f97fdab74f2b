#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/time_scale.h"

namespace shezhire::scene {
namespace {

using edtf::Day;

constexpr double days_a_year = 365.2425;
constexpr std::size_t most_ticks = 2000;  // a sheet of any width stays finite

/// The finest step at which a label has room.
TickStep step_for(double points_per_day, double room) {
    for (const std::int64_t count : {1, 2, 5, 10}) {
        if (points_per_day * static_cast<double>(count) >= room) return {TickUnit::days, count};
    }
    for (const std::int64_t count : {1, 3, 6}) {
        if (points_per_day * 30.4 * static_cast<double>(count) >= room) return {TickUnit::months, count};
    }
    std::int64_t power = 1;
    for (; power < edtf::largest_year / 10; power *= 10) {
        for (const std::int64_t digit : {1, 2, 5}) {
            if (points_per_day * days_a_year * static_cast<double>(digit * power) >= room)
                return {TickUnit::years, digit * power};
        }
    }
    return {TickUnit::years, power};
}

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
    const auto rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

Day day_at(double day) {
    constexpr double far = 4e17;
    return static_cast<Day>(std::floor(std::clamp(day, -far, far)));
}

/// First days of the step's units, from the one that holds `first` on.
class Walk {
  public:
    Walk(TickStep step, double first) : step_(step), at_(edtf::civil_from_day(day_at(first))) {
        switch (step.unit) {
            case TickUnit::years:
                at_ = {floor_to(at_.year, step.count), 1, 1};
                break;
            case TickUnit::months:
                at_ = {at_.year, (at_.month - 1) / count() * count() + 1, 1};
                break;
            case TickUnit::days:
                at_.day = step.count == 1 ? at_.day : (at_.day - 1) / count() * count() + 1;
                break;
        }
    }
    [[nodiscard]] edtf::Civil civil() const { return at_; }
    [[nodiscard]] Day day() const { return edtf::day_from_civil(at_); }
    void next() {
        switch (step_.unit) {
            case TickUnit::years:
                at_.year += step_.count;
                break;
            case TickUnit::months:
                at_.month += count();
                if (at_.month > 12) at_ = {at_.year + 1, at_.month - 12, 1};
                break;
            case TickUnit::days: {
                // Of a month's last days, which no further step fits into, the next month's first is next.
                const auto next = edtf::civil_from_day(day() + step_.count);
                const bool short_rest = step_.count > 1 && (next.month != at_.month || next.day > 29);
                at_ = short_rest
                          ? edtf::Civil{at_.month == 12 ? at_.year + 1 : at_.year, at_.month % 12 + 1, 1}
                          : next;
                break;
            }
        }
    }

  private:
    [[nodiscard]] unsigned count() const { return static_cast<unsigned>(step_.count); }
    TickStep step_;
    edtf::Civil at_;
};

std::string label_of(TickUnit unit, WordLang lang, edtf::Civil at) {
    switch (unit) {
        case TickUnit::years:
            return year_in_words(lang, at.year);
        case TickUnit::months:
            return std::string(month_short(lang, at.month));
        case TickUnit::days:
            return fmt::format("{}", at.day);
    }
    return {};
}

/// Begins the next coarser unit: a century or a millennium, a year, a month.
bool is_strong(TickStep step, edtf::Civil at) {
    switch (step.unit) {
        case TickUnit::years: {
            std::int64_t coarser = 10;
            while (coarser <= step.count * 2) coarser *= 10;
            return at.year % coarser == 0;
        }
        case TickUnit::months:
            return at.month == 1;
        case TickUnit::days:
            return at.day == 1;
    }
    return false;
}

void add_spans(Ticks& out, const TimeScale& scale, WordLang lang) {
    const auto& window = scale.window();
    const auto first = edtf::civil_from_day(day_at(window.first));
    const auto last = edtf::civil_from_day(day_at(window.last));
    const auto add = [&](Day from, Day to, std::string label) {
        out.spans.push_back({static_cast<double>(from), static_cast<double>(to), std::move(label)});
    };
    if (out.step.unit == TickUnit::years) {
        if (out.step.count > 20) return;  // centuries are the ticks themselves
        const auto from = century_of(first.year);
        const auto to = century_of(last.year);
        for (auto century = from; century <= to; ++century) {
            if (century == 0) continue;
            const auto begin = century > 0 ? (century - 1) * 100 + 1 : century * 100 + 1;
            add(edtf::day_from_civil({begin, 1, 1}), edtf::day_from_civil({begin + 100, 1, 1}),
                century_in_words(lang, century));
        }
        return;
    }
    const bool months = out.step.unit == TickUnit::days;
    for (Walk walk({months ? TickUnit::months : TickUnit::years, 1}, window.first);
         static_cast<double>(walk.day()) < window.last;) {
        const auto at = walk.civil();
        const auto begin = walk.day();
        walk.next();
        add(begin, walk.day(),
            months ? month_in_words(lang, at.year, at.month) : year_in_words(lang, at.year));
    }
}

/// One tick a step of the scale, as far as labels have room.
Ticks sequential_ticks(const TimeScale& scale, WordLang lang, double room) {
    Ticks out;
    double reached = -1e300;
    std::int64_t year = INT64_MIN;
    const auto& days = scale.warp().days();
    for (std::size_t i = 1; i + 1 < days.size(); ++i) {
        const double x = scale.x(days[i]);
        if (x < scale.left() - room || x > scale.right() + room || x < reached) continue;
        const auto civil = edtf::civil_from_day(day_at(days[i]));
        const bool other_year = civil.year != year;
        year = civil.year;
        out.ticks.push_back(
            {days[i], x,
             other_year ? year_in_words(lang, civil.year) : std::string(month_short(lang, civil.month)),
             other_year});
        reached = x + room;
    }
    return out;
}

}  // namespace

Ticks ticks_for(const TimeScale& scale, WordLang lang, double room) {
    if (scale.warp().is_sequential()) return sequential_ticks(scale, lang, room);
    Ticks out;
    out.step = step_for(scale.points_per_day(), room);
    double reached = -1e300;
    const auto& window = scale.window();
    const auto& breaks = scale.warp().breaks();
    Walk walk(out.step, window.first);
    for (std::size_t steps = 0; steps < most_ticks && static_cast<double>(walk.day()) < window.last;
         ++steps) {
        const auto day = static_cast<double>(walk.day());
        const auto in_break = std::find_if(breaks.begin(), breaks.end(), [&](const TimeWarp::Stretch& cut) {
            return day > cut.first && day < cut.last;
        });
        if (in_break != breaks.end()) {
            walk = Walk(out.step, in_break->last);
            if (static_cast<double>(walk.day()) < in_break->last) walk.next();
            continue;
        }
        const double x = scale.x(day);
        if (x >= reached) {
            out.ticks.push_back(
                {day, x, label_of(out.step.unit, lang, walk.civil()), is_strong(out.step, walk.civil())});
            reached = x + room * 0.7;
        }
        walk.next();
    }
    if (breaks.empty()) add_spans(out, scale, lang);
    return out;
}

std::string to_text(const Ticks& ticks) {
    constexpr std::array<std::string_view, 3> units{"years", "months", "days"};
    auto text =
        fmt::format("every {} {}\n", ticks.step.count, units.at(static_cast<std::size_t>(ticks.step.unit)));
    for (const auto& tick : ticks.ticks) {
        text += fmt::format("{:.1f} {}{}\n", tick.x, tick.label, tick.strong ? " strong" : "");
    }
    for (const auto& span : ticks.spans) {
        text += fmt::format("{} to {}: {}\n", edtf::Date::from_day(day_at(span.first)).text(),
                            edtf::Date::from_day(day_at(span.last)).text(), span.label);
    }
    return text;
}

}  // namespace shezhire::scene
