#include <fmt/format.h>

#include <optional>
#include <utility>

#include "edtf/reader.h"

namespace shezhire::edtf {
namespace {

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

Interval::Interval(End start, End end) {
    const auto put = [](End& from, Date& into) {
        if (from.kind == EndKind::date) into = std::move(from.date);
        if (from.kind == EndKind::open) into.word_ = Date::open_mark;
    };
    put(start, start_);
    put(end, end_);
}

Interval::Interval(Date date) : start_(std::move(date)) {
    if (!start_.empty()) end_.word_ = Date::same_mark;
}

End Interval::start() const {
    const auto kind = start_kind();
    return {kind, kind == EndKind::date ? start_ : Date()};
}

End Interval::end() const {
    const auto kind = end_kind();
    if (kind != EndKind::date) return {kind, {}};
    return {kind, is_instant() ? start_ : end_};
}

std::string Interval::text() const {
    if (is_instant()) return start_.text();
    const auto text_of = [](EndKind kind, const Date& date) {
        if (kind == EndKind::open) return std::string("..");
        return kind == EndKind::date ? date.text() : std::string();
    };
    return text_of(start_kind(), start_) + "/" + text_of(end_kind(), end_);
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
