#include "session/page_dates.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string_view>

#include "scene/months.h"

namespace shezhire::session {
namespace {

using scene::MonthCase;
using scene::WordLang;

/// A date with a month or a day, and nothing vague about it.
bool is_exact(const edtf::Date& date) {
    using edtf::Precision;
    const auto precision = date.precision();
    return (precision == Precision::month || precision == Precision::day || precision == Precision::time) &&
           !date.is_set() && !date.approximate() && !date.uncertain() &&
           edtf::civil_from_day(date.bounds().earliest).year > 0;
}

std::string said(WordLang lang, const edtf::Date& date, MonthCase as) {
    const auto civil = edtf::civil_from_day(date.bounds().earliest);
    const auto month = [&](MonthCase one) { return scene::month_name(lang, civil.month, one); };
    const bool to_the_day = date.precision() != edtf::Precision::month;
    switch (lang) {
        case WordLang::en:
            return to_the_day ? fmt::format("{} {} {}", civil.day, month(MonthCase::plain), civil.year)
                              : fmt::format("{} {}", month(MonthCase::plain), civil.year);
        case WordLang::ru:
            if (to_the_day) return fmt::format("{} {} {} года", civil.day, month(MonthCase::of), civil.year);
            return fmt::format("{} {} года", month(as), civil.year);
        case WordLang::kk: {
            return to_the_day ? fmt::format("{} жылғы {} {}", civil.year, civil.day, month(as))
                              : fmt::format("{} жылғы {}", civil.year, month(as));
        }
    }
    return {};
}

std::string since(WordLang lang, const edtf::Date& date) {
    const auto text = said(lang, date, MonthCase::since);
    return lang == WordLang::en ? "since " + text : lang == WordLang::ru ? "с " + text : text + " бастап";
}

std::string until(WordLang lang, const edtf::Date& date) {
    const auto text = said(lang, date, MonthCase::until);
    return lang == WordLang::en ? "until " + text : lang == WordLang::ru ? "до " + text : text + " дейін";
}

/// An end of an interval on its own: its day, or its year in words.
std::string end_of(WordLang lang, const edtf::End& end) {
    if (is_exact(end.date)) return said(lang, end.date, MonthCase::plain);
    return scene::life_in_words(lang, edtf::Interval(end, end));
}

}  // namespace

std::string exact_in_words(WordLang lang, const edtf::Interval& when) {
    const auto& start = when.start();
    const auto& end = when.end();
    const bool starts = start.kind == edtf::EndKind::date;
    const bool ends = end.kind == edtf::EndKind::date;
    const bool exact = (starts && is_exact(start.date)) || (ends && is_exact(end.date));
    if (!exact) return scene::life_in_words(lang, when);
    if (when.is_instant() || (starts && ends && start.date.text() == end.date.text()))
        return said(lang, start.date, MonthCase::plain);
    if (starts && ends) return end_of(lang, start) + " – " + end_of(lang, end);
    return starts ? since(lang, start.date) : until(lang, end.date);
}

}  // namespace shezhire::session
