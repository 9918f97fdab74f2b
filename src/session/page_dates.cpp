#include "session/page_dates.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string_view>

namespace shezhire::session {
namespace {

using scene::WordLang;
using Months = std::array<std::string_view, 12>;

constexpr Months months_en{"January", "February", "March",     "April",   "May",      "June",
                           "July",    "August",   "September", "October", "November", "December"};
constexpr Months months_ru{"январь", "февраль", "март",     "апрель",  "май",    "июнь",
                           "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
constexpr Months months_ru_of{"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                              "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
constexpr Months months_kk{"қаңтар", "ақпан", "наурыз",   "сәуір", "мамыр",  "маусым",
                           "шілде",  "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"};
constexpr Months months_kk_from{"қаңтардан",   "ақпаннан",  "наурыздан", "сәуірден",
                                "мамырдан",    "маусымнан", "шілдеден",  "тамыздан",
                                "қыркүйектен", "қазаннан",  "қарашадан", "желтоқсаннан"};
constexpr Months months_kk_to{"қаңтарға", "ақпанға", "наурызға",   "сәуірге", "мамырға",  "маусымға",
                              "шілдеге",  "тамызға", "қыркүйекке", "қазанға", "қарашаға", "желтоқсанға"};

enum class Case : std::uint8_t { plain, since, until };

/// A date with a month or a day, and nothing vague about it.
bool is_exact(const edtf::Date& date) {
    using edtf::Precision;
    const auto precision = date.precision();
    return (precision == Precision::month || precision == Precision::day || precision == Precision::time) &&
           !date.is_set() && !date.approximate() && !date.uncertain() &&
           edtf::civil_from_day(date.bounds().earliest).year > 0;
}

std::string said(WordLang lang, const edtf::Date& date, Case as) {
    const auto civil = edtf::civil_from_day(date.bounds().earliest);
    const std::size_t month = civil.month - 1;
    const bool to_the_day = date.precision() != edtf::Precision::month;
    switch (lang) {
        case WordLang::en:
            return to_the_day ? fmt::format("{} {} {}", civil.day, months_en[month], civil.year)
                              : fmt::format("{} {}", months_en[month], civil.year);
        case WordLang::ru:
            if (to_the_day) return fmt::format("{} {} {} года", civil.day, months_ru_of[month], civil.year);
            return fmt::format("{} {} года", as == Case::plain ? months_ru[month] : months_ru_of[month],
                               civil.year);
        case WordLang::kk: {
            const auto& names = as == Case::plain   ? months_kk
                                : as == Case::since ? months_kk_from
                                                    : months_kk_to;
            return to_the_day ? fmt::format("{} жылғы {} {}", civil.year, civil.day, names[month])
                              : fmt::format("{} жылғы {}", civil.year, names[month]);
        }
    }
    return {};
}

std::string since(WordLang lang, const edtf::Date& date) {
    const auto text = said(lang, date, Case::since);
    return lang == WordLang::en ? "since " + text : lang == WordLang::ru ? "с " + text : text + " бастап";
}

std::string until(WordLang lang, const edtf::Date& date) {
    const auto text = said(lang, date, Case::until);
    return lang == WordLang::en ? "until " + text : lang == WordLang::ru ? "до " + text : text + " дейін";
}

/// An end of an interval on its own: its day, or its year in words.
std::string end_of(WordLang lang, const edtf::End& end) {
    if (is_exact(end.date)) return said(lang, end.date, Case::plain);
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
        return said(lang, start.date, Case::plain);
    if (starts && ends) return end_of(lang, start) + " – " + end_of(lang, end);
    return starts ? since(lang, start.date) : until(lang, end.date);
}

}  // namespace shezhire::session
