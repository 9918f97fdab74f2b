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
#include <utility>
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
/// Eight bytes, since a data set has millions of them: a day or what it lies in (up to a century),
/// qualified as a whole or not, is its days and flags; any other is shared by its copies.
class Date {
  public:
    Date() = default;
    Date(const Date& other) : word_(other.word_) {
        if (is_shared()) hold();
    }
    Date(Date&& other) noexcept : word_(std::exchange(other.word_, nothing)) {}
    Date& operator=(Date other) noexcept {
        std::swap(word_, other.word_);
        return *this;
    }
    ~Date() {
        if (is_shared()) release();
    }

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool empty() const { return word_ == nothing; }
    [[nodiscard]] Bounds bounds() const {
        if (!is_packed()) return shared_bounds();
        const Day first = static_cast<std::int32_t>(word_ >> 32U);
        return {first, first + static_cast<Day>((word_ >> 8U) & 0xFFFFU)};
    }
    [[nodiscard]] bool approximate() const;  ///< "~" or "%" on any part
    [[nodiscard]] bool uncertain() const;    ///< "?" or "%" on any part
    [[nodiscard]] Precision precision() const;
    /// True for sets `[..]` (one of) and `{..}` (all of).
    [[nodiscard]] bool is_set() const;

    /// A whole day, written yyyy-mm-dd (or Y… beyond 9999); beyond `largest_year` the nearest that can be
    /// written.
    static Date from_day(Day day);
    static Date from_year(std::int64_t year);

    bool operator==(const Date& other) const {
        return word_ == other.word_ || (is_shared() && other.is_shared() && text() == other.text());
    }

  private:
    friend struct Builder;
    friend class Interval;
    struct Written;
    /// `nothing`; a pointer to a Written; or, with the lowest bit, either one of the marks that only an
    /// Interval uses or a packed date, from its low bits: 1, precision (3 bits), approximate, uncertain, 2
    /// bits free, the days behind the first (16 bits), 8 bits free, the first day (32 bits).
    static constexpr std::uint64_t nothing = 0;
    static constexpr std::uint64_t open_mark = 1;
    static constexpr std::uint64_t same_mark = 1 | (1U << 6U);

    [[nodiscard]] bool is_packed() const { return (word_ & 0xEU) != 0 && (word_ & 1U) != 0; }
    [[nodiscard]] bool is_shared() const { return word_ != nothing && (word_ & 1U) == 0; }
    [[nodiscard]] const Written& written() const;
    [[nodiscard]] Bounds shared_bounds() const;
    void hold() const;
    void release() const;

    std::uint64_t word_ = nothing;
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

    [[nodiscard]] std::string text() const;
    [[nodiscard]] End start() const;
    [[nodiscard]] End end() const;
    [[nodiscard]] EndKind start_kind() const { return kind_of(start_); }
    [[nodiscard]] EndKind end_kind() const { return kind_of(end_); }
    /// "/": nothing is known.
    [[nodiscard]] bool is_unknown() const {
        return start_.word_ == Date::nothing && end_.word_ == Date::nothing;
    }
    /// Where the first and the last day may lie. Open: at infinity for certain. Unknown: anywhere.
    [[nodiscard]] Bounds start_bounds() const {
        if (start_.word_ == Date::open_mark) return {beginning_of_time, beginning_of_time};
        return start_.bounds();
    }
    [[nodiscard]] Bounds end_bounds() const {
        if (end_.word_ == Date::open_mark) return {end_of_time, end_of_time};
        return is_instant() ? start_.bounds() : end_.bounds();
    }
    /// A single date rather than start/end.
    [[nodiscard]] bool is_instant() const { return end_.word_ == Date::same_mark; }
    /// Every possible end lies before every possible start.
    [[nodiscard]] bool ends_before_it_begins() const { return end_bounds().latest < start_bounds().earliest; }

    bool operator==(const Interval& other) const = default;

  private:
    static EndKind kind_of(const Date& end) {
        if (end.word_ == Date::nothing) return EndKind::unknown;
        return end.word_ == Date::open_mark ? EndKind::open : EndKind::date;
    }
    Date start_;  ///< or a mark: open
    Date end_;    ///< or a mark: open, or the same as the start
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
