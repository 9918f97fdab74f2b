// EDTF dates: text <-> Date and Interval, their bounds in days, and presence at a date.
// Source: Library of Congress, Extended Date/Time Format specification (2019) = ISO 8601-2:2019, levels 0, 1
// and 2. Years are astronomical (0 = 1 BCE), the calendar proleptic Gregorian, and no time_t is used
// anywhere.
//
// Bounds come from the written digits alone:
//   - "?", "~" and "%" never widen them: the specification gives no width, so "1977~" lies in 1977.
//   - X stands for any digit that makes a real date: "190X-02-29" lies in [1904-02-29, 1908-02-29].
//   - "1950S2" lies in 1900..1999, counting the digits as written; "Y-17E7" is one year.
//   - A time of day or its zone changes nothing: the day is the one written.
//   - A season lies within the year it is written with. 21..24 (no hemisphere) may be any part of it; 25..32
//   are its
//     months by either reckoning (northern spring: March to June); a season over the turn of the year again
//     the whole year. 33..36 quarters, 37..39 thirds, 40..41 halves are exact.
// Beyond the specification, because each has one meaning: months and days after a Y-year ("Y12345-06-07"),
// times and sets as ends of an interval.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace shezhire::edtf {

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
using Day = std::int64_t;

/// Before and after every day that can be written; what an open or unknown end reaches to.
inline constexpr Day beginning_of_time = INT64_MIN / 4;
inline constexpr Day end_of_time = INT64_MAX / 4;
constexpr bool is_known(Day day) {
    return day > beginning_of_time && day < end_of_time;
}

struct Civil {
    std::int64_t year = 0;
    unsigned month = 1;  ///< 1..12
    unsigned day = 1;    ///< 1..31
    auto operator<=>(const Civil&) const = default;
};

/// Years from -largest_year to largest_year can be written; their days lie well inside the two ends of time.
inline constexpr std::int64_t largest_year = 6'000'000'000'000'000;

/// Both keep to the years that can be written: what lies beyond gives the nearest end of them.
Day day_from_civil(Civil civil);
Civil civil_from_day(Day day);

/// The real day lies somewhere in [earliest, latest]; both included.
struct Bounds {
    Day earliest = beginning_of_time;
    Day latest = end_of_time;
    auto operator<=>(const Bounds&) const = default;
};

/// How far a date is written out; decides how it is shown and how a scale is stepped.
enum class Precision : std::uint8_t { none, century, decade, year, season, month, day, time };

/// One date (no interval): a day, month, year, season, a date with unspecified digits, or a set of dates.
/// A value; printing it gives the canonical text, which parses to an equal Date.
class Date {
  public:
    Date() = default;

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] Bounds bounds() const { return bounds_; }
    [[nodiscard]] bool approximate() const { return approximate_; }  ///< "~" or "%" on any part
    [[nodiscard]] bool uncertain() const { return uncertain_; }      ///< "?" or "%" on any part
    [[nodiscard]] Precision precision() const { return precision_; }
    /// True for sets `[..]` (one of) and `{..}` (all of).
    [[nodiscard]] bool is_set() const { return is_set_; }

    /// A whole day, written yyyy-mm-dd (or Y… beyond 9999); beyond `largest_year` the nearest that can be
    /// written.
    static Date from_day(Day day);
    static Date from_year(std::int64_t year);

    bool operator==(const Date& other) const { return text_ == other.text_; }

  private:
    friend struct Builder;
    std::string text_;
    Bounds bounds_;
    Precision precision_ = Precision::none;
    bool approximate_ = false;
    bool uncertain_ = false;
    bool is_set_ = false;
};

/// What an interval's end may be besides a date: `..` = open (goes on without an end), nothing = unknown.
enum class EndKind : std::uint8_t { date, open, unknown };

struct End {
    EndKind kind = EndKind::unknown;
    Date date;  ///< meaningful only for EndKind::date
    bool operator==(const End&) const = default;
};

/// From `start` to `end`. A single date is the interval that begins and ends within it ("2005" lasts at most
/// 2005). Interval{} is "unknown/unknown", written "/".
class Interval {
  public:
    Interval() = default;
    /// An empty Date counts as unknown.
    Interval(End start, End end);
    /// A single date: it began and ended within that date's bounds.
    explicit Interval(Date date);

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const End& start() const { return start_; }
    [[nodiscard]] const End& end() const { return end_; }
    /// Where the first and the last day may lie. Open: at infinity for certain. Unknown: anywhere.
    [[nodiscard]] Bounds start_bounds() const { return start_bounds_; }
    [[nodiscard]] Bounds end_bounds() const { return end_bounds_; }
    /// A single date rather than start/end.
    [[nodiscard]] bool is_instant() const { return instant_; }
    /// Every possible end lies before every possible start.
    [[nodiscard]] bool ends_before_it_begins() const;

    bool operator==(const Interval& other) const { return text_ == other.text_; }

  private:
    std::string text_ = "/";
    End start_;
    End end_;
    Bounds start_bounds_;
    Bounds end_bounds_;
    bool instant_ = false;
};

enum class Presence : std::uint8_t { no, maybe, yes };

std::string_view to_text(Presence presence);

/// Does what lasts over `life` hold throughout `at`? From the bounds alone: `yes` when every reading of
/// `life` covers all of `at`; `no` when no reading touches any day of `at`; else `maybe`. An unknown end is
/// unknown: `maybe`. A reading begins no later than it ends; a life without any (ends_before_it_begins) is
/// never `yes`.
Presence presence(const Interval& life, Bounds at);
inline Presence presence(const Interval& life, const Date& at) {
    return presence(life, at.bounds());
}

/// Does `life` touch `period` at all (for a union over a period)? `yes` when every reading of `life` does,
/// `no` when none does. The period is a question, not a fact: it reaches from its first possible day to its
/// last.
Presence presence_over(const Interval& life, const Interval& period);

/// A text read with its rewriting: `notes` say what was changed ("2012 draft: 19uu written as 19XX").
template <class T>
struct Read {
    T value;
    std::vector<std::string> notes;
};

/// Errors: edtf.syntax, edtf.no-such-day, edtf.out-of-range, edtf.unsupported. The sentence names the text
/// and what is wrong.
base::Result<Read<Date>> parse_date(std::string_view text);
base::Result<Read<Interval>> parse_interval(std::string_view text);

}  // namespace shezhire::edtf
