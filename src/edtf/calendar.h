// The proleptic Gregorian calendar behind the bounds: month lengths, for this module only.
#pragma once

#include <cstdint>

#include "edtf/edtf.h"

namespace shezhire::edtf {

constexpr bool is_leap(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// `month` in 1..12.
unsigned days_in_month(std::int64_t year, unsigned month);

inline Day first_day(std::int64_t year) {
    return day_from_civil({year, 1, 1});
}
inline Day last_day(std::int64_t year) {
    return day_from_civil({year, 12, 31});
}

}  // namespace shezhire::edtf
