// What the written digits allow: components with unspecified digits, and the first and last real day among
// them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "edtf/edtf.h"

namespace shezhire::edtf {

inline constexpr signed char any_digit = -1;  ///< X

/// A month's or a day's two digits.
struct TwoDigits {
    signed char tens = any_digit;
    signed char ones = any_digit;

    [[nodiscard]] bool known() const { return tens != any_digit && ones != any_digit; }
    /// Only where known().
    [[nodiscard]] unsigned value() const { return static_cast<unsigned>(10 * tens + ones); }
    [[nodiscard]] bool allows(unsigned number) const {
        return (tens == any_digit || static_cast<unsigned>(tens) == number / 10) &&
               (ones == any_digit || static_cast<unsigned>(ones) == number % 10);
    }
};

/// The years that a written year may mean: all of [first, last], or with `masked` those that the four digits
/// allow.
struct Years {
    std::int64_t first = 0;
    std::int64_t last = 0;
    bool masked = false;
    bool negative = false;
    std::array<signed char, 4> digits{};

    static Years range(std::int64_t first, std::int64_t last) { return {first, last, false, false, {}}; }
    /// nullopt when no year is left (-0000).
    static std::optional<Years> from_digits(std::array<signed char, 4> digits, bool negative);

    /// The least (step 1) or greatest (step -1) of these years from `year` on in that direction.
    [[nodiscard]] std::optional<std::int64_t> next(std::int64_t year, int step) const;
};

/// A date as written: a year; with a month or a season; with a day.
struct Pattern {
    Years years;
    std::optional<TwoDigits> month;
    std::optional<TwoDigits> day;  ///< only beside a month 1..12
};

/// First and last real day; nullopt when there is none. `month` may be a season (21..41, known digits).
std::optional<Bounds> bounds_of(const Pattern& pattern);

}  // namespace shezhire::edtf
