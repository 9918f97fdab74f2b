#include "edtf/pattern.h"

#include <algorithm>

#include "edtf/calendar.h"

namespace shezhire::edtf {
namespace {

struct Months {
    unsigned first;
    unsigned last;
};

/// Months of the season codes 21..41 (see edtf.h for the reckoning of 21..32).
Months months_of_season(unsigned code) {
    switch (code) {
        case 25:
        case 31:
            return {3, 6};  // northern spring, southern autumn
        case 26:
        case 32:
            return {6, 9};  // northern summer, southern winter
        case 27:
        case 29:
            return {9, 12};  // northern autumn, southern spring
        default:
            break;
    }
    if (code >= 33 && code <= 36) return {3 * (code - 33) + 1, 3 * (code - 32)};
    if (code >= 37 && code <= 39) return {4 * (code - 37) + 1, 4 * (code - 36)};
    if (code >= 40 && code <= 41) return {6 * (code - 40) + 1, 6 * (code - 39)};
    return {1, 12};
}

/// First (step 1) or last (step -1) day of `year` that the month and day digits allow.
std::optional<Day> day_in_year(const Pattern& p, std::int64_t year, int step) {
    Months months{1, 12};
    const bool season = p.month && p.month->known() && p.month->value() > 12;
    if (season) months = months_of_season(p.month->value());
    for (unsigned i = 0; i <= months.last - months.first; ++i) {
        const unsigned month = step > 0 ? months.first + i : months.last - i;
        if (p.month && !season && !p.month->allows(month)) continue;
        const unsigned days = days_in_month(year, month);
        for (unsigned j = 1; j <= days; ++j) {
            const unsigned day = step > 0 ? j : days + 1 - j;
            if (!p.day || p.day->allows(day)) return day_from_civil({year, month, day});
        }
    }
    return std::nullopt;
}

std::optional<Day> outermost_day(const Pattern& p, int step) {
    auto year = p.years.next(step > 0 ? p.years.first : p.years.last, step);
    while (year) {
        if (const auto day = day_in_year(p, *year, step)) return day;
        year = p.years.next(*year + step, step);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Years> Years::from_digits(std::array<signed char, 4> digits, bool negative) {
    std::int64_t least = 0;
    std::int64_t greatest = 0;
    bool masked = false;
    for (const signed char digit : digits) {
        masked = masked || digit == any_digit;
        least = 10 * least + (digit == any_digit ? 0 : digit);
        greatest = 10 * greatest + (digit == any_digit ? 9 : digit);
    }
    if (!negative) return Years{least, greatest, masked, false, digits};
    if (greatest == 0) return std::nullopt;
    return Years{-greatest, -std::max<std::int64_t>(least, 1), masked, true, digits};
}

std::optional<std::int64_t> Years::next(std::int64_t year, int step) const {
    for (; year >= first && year <= last; year += step) {
        if (!masked) return year;
        std::int64_t rest = negative ? -year : year;
        bool allowed = true;
        for (std::size_t i = digits.size(); i-- > 0; rest /= 10) {
            allowed = allowed && (digits[i] == any_digit || digits[i] == rest % 10);
        }
        if (allowed) return year;
    }
    return std::nullopt;
}

std::optional<Bounds> bounds_of(const Pattern& p) {
    // A leap year has every day that any year has: one look there spares a search of all years for 31
    // November.
    if (p.month && p.day && !day_in_year(p, 2000, 1)) return std::nullopt;
    const auto earliest = outermost_day(p, 1);
    const auto latest = outermost_day(p, -1);
    if (!earliest || !latest) return std::nullopt;
    return Bounds{*earliest, *latest};
}

}  // namespace shezhire::edtf
