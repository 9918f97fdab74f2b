#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "edtf/calendar.h"
#include "edtf/reader.h"

namespace shezhire::edtf {
namespace {

void append_year(std::string& text, std::int64_t year) {
    if (year > 9999 || year < -9999) {
        fmt::format_to(std::back_inserter(text), "Y{}", year);
    } else {
        fmt::format_to(std::back_inserter(text), "{}{:04}", year < 0 ? "-" : "", year < 0 ? -year : year);
    }
}

/// Of a century, decade, year, month or day that is packed.
std::string text_of(Day first, Precision precision, bool approximate, bool uncertain) {
    const Civil civil = civil_from_day(first);
    std::string text;
    append_year(text, civil.year);
    if (precision == Precision::decade) text.back() = 'X';
    if (precision == Precision::century) text.replace(text.size() - 2, 2, "XX");
    const auto append_two = [&text](unsigned number) {
        text += '-';
        text += static_cast<char>('0' + number / 10);
        text += static_cast<char>('0' + number % 10);
    };
    if (precision >= Precision::month) append_two(civil.month);
    if (precision == Precision::day) append_two(civil.day);
    if (approximate || uncertain) text += !uncertain ? '~' : (approximate ? '%' : '?');
    return text;
}

}  // namespace

struct Date::Written {
    Builder date;
    std::atomic<std::uint32_t> uses{1};
};

/// The word of a packed date, or none where its text says more than that.
std::uint64_t Builder::packed() const {
    constexpr Day farthest = 4'000'000;  // days; nearly 11,000 years
    const bool fits =
        precision != Precision::none && precision != Precision::season && precision != Precision::time;
    if (!fits || is_set || bounds.earliest < -farthest || bounds.latest > farthest) return 0;
    const auto behind = static_cast<std::uint64_t>(bounds.latest - bounds.earliest);
    if (behind > UINT16_MAX) return 0;
    return static_cast<std::uint64_t>(bounds.earliest) << 32U | behind << 8U |
           static_cast<std::uint64_t>(uncertain ? 1U << 5U : 0U) |
           static_cast<std::uint64_t>(approximate ? 1U << 4U : 0U) |
           static_cast<std::uint64_t>(precision) << 1U | 1U;
}

Date Builder::date() && {
    Date result;
    result.word_ = packed();
    if (result.word_ == 0 || text != text_of(bounds.earliest, precision, approximate, uncertain)) {
        static_assert(alignof(Date::Written) > 1);
        result.word_ = reinterpret_cast<std::uintptr_t>(new Date::Written{std::move(*this)});
    }
    return result;
}

const Date::Written& Date::written() const {
    return *reinterpret_cast<const Written*>(static_cast<std::uintptr_t>(word_));
}

Bounds Date::shared_bounds() const {
    return is_shared() ? written().date.bounds : Bounds{};
}

void Date::hold() const {
    reinterpret_cast<Written*>(static_cast<std::uintptr_t>(word_))
        ->uses.fetch_add(1, std::memory_order_relaxed);
}

void Date::release() const {
    auto* const mine = reinterpret_cast<Written*>(static_cast<std::uintptr_t>(word_));
    if (mine->uses.fetch_sub(1, std::memory_order_acq_rel) == 1) delete mine;
}

std::string Date::text() const {
    if (is_packed()) return text_of(bounds().earliest, precision(), approximate(), uncertain());
    return is_shared() ? written().date.text : std::string();
}

bool Date::approximate() const {
    return is_packed() ? (word_ & (1U << 4U)) != 0 : is_shared() && written().date.approximate;
}

bool Date::uncertain() const {
    return is_packed() ? (word_ & (1U << 5U)) != 0 : is_shared() && written().date.uncertain;
}

Precision Date::precision() const {
    if (is_packed()) return static_cast<Precision>((word_ >> 1U) & 7U);
    return is_shared() ? written().date.precision : Precision::none;
}

bool Date::is_set() const {
    return is_shared() && written().date.is_set;
}

Date Date::from_day(Day day) {
    const Civil civil = civil_from_day(day);
    const Day real = day_from_civil(civil);
    Builder builder{{}, {real, real}, Precision::day};
    Date result;
    result.word_ = builder.packed();
    if (!result.empty()) return result;
    append_year(builder.text, civil.year);
    fmt::format_to(std::back_inserter(builder.text), "-{:02}-{:02}", civil.month, civil.day);
    return std::move(builder).date();
}

Date Date::from_year(std::int64_t year) {
    year = std::clamp(year, -largest_year, largest_year);
    Builder builder{{}, {first_day(year), last_day(year)}, Precision::year};
    append_year(builder.text, year);
    return std::move(builder).date();
}

std::string quoted(std::string_view text) {
    return "“" + base::visible(base::shortened(text, 80)) + "”";
}

std::string rewriting_note(std::string_view from, std::string_view to, bool draft) {
    return fmt::format("{}{} written as {}", draft ? "2012 draft: " : "",
                       base::visible(base::shortened(from, 80)), base::visible(base::shortened(to, 80)));
}

base::Result<Reading> read_date(std::string_view text) {
    const bool set = !text.empty() && (text.front() == '[' || text.front() == '{');
    return set ? read_set(text) : read_plain_date(text);
}

base::Result<Read<Date>> parse_date(std::string_view text) {
    auto reading = read_date(text);
    if (!reading) {
        return base::failure(
            std::move(reading.error().code),
            fmt::format("{} is not an EDTF date: {}", quoted(text), reading.error().sentence));
    }
    Read<Date> result{std::move(reading->date), {}};
    if (result.value.text() != text) {
        result.notes.push_back(rewriting_note(text, result.value.text(), reading->draft));
    }
    return result;
}

}  // namespace shezhire::edtf
