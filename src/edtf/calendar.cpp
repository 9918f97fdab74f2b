#include "edtf/calendar.h"

#include <algorithm>
#include <array>

namespace shezhire::edtf {
namespace {

constexpr std::int64_t days_in_cycle = 146'097;      // of 400 years: 400 * 365 + 97
constexpr std::int64_t day_zero_to_epoch = 719'528;  // 0000-01-01 to 1970-01-01

constexpr std::array<unsigned, 13> days_before_month{0,   31,  59,  90,  120, 151, 181,
                                                     212, 243, 273, 304, 334, 365};

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - static_cast<std::int64_t>(a % b < 0);
}

/// From 0000-01-01 to the first day of `year`; year 0 is a leap year, hence the 1.
constexpr std::int64_t days_before_year(std::int64_t year) {
    const std::int64_t y = year - 1;
    return 365 * year + floor_div(y, 4) - floor_div(y, 100) + floor_div(y, 400) + 1;
}

unsigned days_before(std::int64_t year, unsigned month) {
    return days_before_month[month - 1] + (month > 2 && is_leap(year) ? 1U : 0U);
}

}  // namespace

unsigned days_in_month(std::int64_t year, unsigned month) {
    if (month == 2) return is_leap(year) ? 29 : 28;
    return days_before_month[month] - days_before_month[month - 1];
}

Day day_from_civil(Civil c) {
    if (c.year < -largest_year) c = {-largest_year, 1, 1};
    if (c.year > largest_year) c = {largest_year, 12, 31};
    const unsigned month = std::clamp(c.month, 1U, 12U);
    return days_before_year(c.year) - day_zero_to_epoch + days_before(c.year, month) + c.day - 1;
}

Civil civil_from_day(Day day) {
    const Day since_zero =
        std::clamp(day, first_day(-largest_year), last_day(largest_year)) + day_zero_to_epoch;
    const std::int64_t cycle = floor_div(since_zero, days_in_cycle);
    const std::int64_t rest = since_zero - cycle * days_in_cycle;
    std::int64_t year = rest / 365;  // leap days make this at most one too many
    if (days_before_year(year) > rest) --year;
    const auto day_of_year = static_cast<unsigned>(rest - days_before_year(year));
    unsigned month = 12;
    while (days_before(year, month) > day_of_year) --month;
    return {year + 400 * cycle, month, day_of_year - days_before(year, month) + 1};
}

}  // namespace shezhire::edtf
