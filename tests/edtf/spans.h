// Bounds as text, so that the tables of these tests read like the specification's page.
#pragma once

#include <string>
#include <string_view>

#include "edtf/edtf.h"

namespace shezhire::edtf {

inline std::string day_text(Day day) {
    if (day == beginning_of_time) return "-oo";
    if (day == end_of_time) return "+oo";
    return Date::from_day(day).text();
}

inline std::string span_text(Bounds bounds) {
    return day_text(bounds.earliest) + " " + day_text(bounds.latest);
}

/// "1985-04-01 1985-04-30", or the error's code.
inline std::string span_of(std::string_view text) {
    const auto read = parse_date(text);
    return read ? span_text(read->value.bounds()) : read.error().code;
}

/// First and last day of the start, then of the end; or the error's code.
inline std::string spans_of(std::string_view text) {
    const auto read = parse_interval(text);
    if (!read) return read.error().code;
    return span_text(read->value.start_bounds()) + " | " + span_text(read->value.end_bounds());
}

inline Interval interval(std::string_view text) {
    const auto read = parse_interval(text);
    return read ? read->value : Interval(Date::from_year(-1));
}

inline Date date(std::string_view text) {
    const auto read = parse_date(text);
    return read ? read->value : Date();
}

}  // namespace shezhire::edtf
