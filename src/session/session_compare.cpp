// Two dates of one structure.
#include <fmt/format.h>

#include "base/words.h"
#include "session/session.h"

namespace shezhire::session {
namespace {

/// Without a date that was shown before: as far back as a term or two of office.
constexpr edtf::Day days_back = 3653;

}  // namespace

void Session::compare(std::string_view text) {
    auto next = view_;
    article_ = {};
    anchor_ = selection_;
    const bool showing = view_.before && view_.view == View::structure;
    if (text == "off" || (text.empty() && showing)) {
        next.before.reset();
        return change(std::move(next));
    }
    next.view = View::structure;
    if (!text.empty()) {
        auto read = edtf::parse_interval(text);
        if (!read) return say(base::Severity::warning, read.error().sentence);
        next.before = read->value;
    } else if (!next.before && !(next.before = earlier_date())) {
        return;
    }
    change(std::move(next));
}

/// The date that was shown before, else some years back; nothing, and a sentence, where no date is shown.
std::optional<edtf::Interval> Session::earlier_date() {
    if (!(date_before_ == edtf::Interval()) && !(date_before_ == view_.when)) return date_before_;
    const auto day = at().earliest;
    if (day > edtf::beginning_of_time + days_back && day < edtf::end_of_time)
        return edtf::parse_interval(edtf::Date::from_day(day - days_back).text())->value;
    say(base::Severity::note, base::tr("Go to a date first, then compare it with another."));
    return std::nullopt;
}

void Session::set_sides(std::string_view text) {
    if (!text.empty() && text != "one" && text != "two")
        return say(base::Severity::warning, fmt::format(fmt::runtime(base::tr("{} is used as: {}")), "sides",
                                                        spec_of(Verb::sides).arguments));
    auto next = view_;
    next.sides = text.empty() ? !view_.sides : text == "two";
    if (!next.before && !(next.before = earlier_date())) return;
    article_ = {};
    anchor_ = selection_;
    next.view = View::structure;
    change(std::move(next));
}

const graph::Compared* Session::compared(const std::string& id) const {
    return picture_ && picture_->comparison ? picture_->comparison->find(id) : nullptr;
}

}  // namespace shezhire::session
