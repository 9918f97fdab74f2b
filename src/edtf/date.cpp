#include <fmt/format.h>

#include <algorithm>
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

}  // namespace

Date Builder::date() && {
    Date result;
    result.text_ = std::move(text);
    result.bounds_ = bounds;
    result.precision_ = precision;
    result.approximate_ = approximate;
    result.uncertain_ = uncertain;
    result.is_set_ = is_set;
    return result;
}

Date Date::from_day(Day day) {
    const Civil civil = civil_from_day(day);
    const Day real = day_from_civil(civil);
    Builder builder{{}, {real, real}, Precision::day};
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
