#include <fmt/format.h>

#include <optional>
#include <utility>

#include "edtf/reader.h"

namespace shezhire::edtf {
namespace {

constexpr Bounds anywhere{beginning_of_time, end_of_time};

/// What does not count is cleared, so that equal ends are equal values.
void tidy(End& end) {
    if (end.kind == EndKind::date && end.date.text().empty()) end.kind = EndKind::unknown;
    if (end.kind != EndKind::date) end.date = Date{};
}

Bounds bounds_of(const End& end, Day infinity) {
    switch (end.kind) {
        case EndKind::date:
            return end.date.bounds();
        case EndKind::open:
            return {infinity, infinity};
        case EndKind::unknown:
            break;
    }
    return anywhere;
}

std::string text_of(const End& end) {
    if (end.kind == EndKind::open) return "..";
    return end.kind == EndKind::date ? end.date.text() : std::string();
}

struct ReadEnd {
    End end;
    bool draft = false;
};

base::Result<ReadEnd> read_end(std::string_view text, const char* which) {
    if (text.empty()) return ReadEnd{};
    if (text == "..") return ReadEnd{{EndKind::open, {}}, false};
    if (text == "unknown") return ReadEnd{{}, true};
    if (text == "open") return ReadEnd{{EndKind::open, {}}, true};
    auto reading = read_date(text);
    if (!reading) {
        return base::failure(std::move(reading.error().code),
                             fmt::format("its {} {}: {}", which, quoted(text), reading.error().sentence));
    }
    return ReadEnd{{EndKind::date, std::move(reading->date)}, reading->draft};
}

base::Result<Read<Interval>> read_interval(std::string_view text, std::size_t slash) {
    if (text.find('/', slash + 1) != std::string_view::npos) {
        return base::failure("edtf.syntax", "an interval has one “/”");
    }
    auto start = read_end(text.substr(0, slash), "start");
    if (!start) return base::failure(std::move(start.error()));
    auto end = read_end(text.substr(slash + 1), "end");
    if (!end) return base::failure(std::move(end.error()));
    const bool draft = start->draft || end->draft;
    Read<Interval> result{Interval(std::move(start->end), std::move(end->end)), {}};
    if (result.value.text() != text) {
        result.notes.push_back(rewriting_note(text, result.value.text(), draft));
    }
    return result;
}

}  // namespace

Interval::Interval(End start, End end) : start_(std::move(start)), end_(std::move(end)) {
    tidy(start_);
    tidy(end_);
    text_ = text_of(start_) + "/" + text_of(end_);
    start_bounds_ = edtf::bounds_of(start_, beginning_of_time);
    end_bounds_ = edtf::bounds_of(end_, end_of_time);
}

Interval::Interval(Date date) {
    if (date.text().empty()) return;
    text_ = date.text();
    start_bounds_ = end_bounds_ = date.bounds();
    start_ = {EndKind::date, date};
    end_ = {EndKind::date, std::move(date)};
    instant_ = true;
}

bool Interval::ends_before_it_begins() const {
    return end_bounds_.latest < start_bounds_.earliest;
}

base::Result<Read<Interval>> parse_interval(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) {
        auto date = parse_date(text);
        if (!date) return base::failure(std::move(date.error()));
        return Read<Interval>{Interval(std::move(date->value)), std::move(date->notes)};
    }
    auto interval = read_interval(text, slash);
    if (!interval) {
        return base::failure(
            std::move(interval.error().code),
            fmt::format("{} is not an EDTF interval: {}", quoted(text), interval.error().sentence));
    }
    return interval;
}

}  // namespace shezhire::edtf
