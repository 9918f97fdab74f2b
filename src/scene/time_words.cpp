#include "scene/time_words.h"

#include <fmt/format.h>

#include "base/numbers.h"

namespace shezhire::scene {
namespace {

/// A year has no groups, as long as it is one that people know; from five digits on it is a number.
std::string grouped(WordLang lang, std::int64_t number) {
    return number < 10'000 ? fmt::format_int(number).str() : base::number_in(to_text(lang), number);
}

std::string_view ordinal_ending(std::int64_t number) {
    const auto ten = number % 10;
    const auto hundred = number % 100;
    if (ten == 1 && hundred != 11) return "st";
    if (ten == 2 && hundred != 12) return "nd";
    return ten == 3 && hundred != 13 ? "rd" : "th";
}

std::string three_words(std::string_view a, std::string_view b, std::string_view c) {
    std::string text;
    text.reserve(a.size() + b.size() + c.size() + 2);
    text.append(a).append(1, ' ').append(b).append(1, ' ').append(c);
    return text;
}

bool has_bounds(const edtf::Bounds& b) {
    return b.earliest > edtf::beginning_of_time && b.latest < edtf::end_of_time;
}

bool is_date(const edtf::End& end) {
    return end.kind == edtf::EndKind::date && has_bounds(end.date.bounds());
}

std::string year_of(WordLang lang, std::int64_t year) {
    if (lang == WordLang::ru && year <= 0) return grouped(lang, 1 - year) + "\u00A0г. до н.\u00A0э.";
    const auto text = year_in_words(lang, year);
    if (lang == WordLang::ru) return text + "\u00A0г.";
    return lang == WordLang::kk ? text + "\u00A0ж." : text;
}

/// What lies between two days, as exactly as they are years, months or days.
std::string span_in_words(WordLang lang, const edtf::Date& date) {
    const auto first = edtf::civil_from_day(date.bounds().earliest);
    const auto last = edtf::civil_from_day(date.bounds().latest);
    switch (date.precision()) {
        case edtf::Precision::day:
        case edtf::Precision::time:
            if (first == last) return day_in_words(lang, date.bounds().earliest);
            break;
        case edtf::Precision::month:
            if (first.year == last.year && first.month == last.month)
                return month_in_words(lang, first.year, first.month);
            break;
        case edtf::Precision::season:
            if (first.year == last.year) {
                return fmt::format("{}–{} {}", month_short(lang, first.month), month_short(lang, last.month),
                                   year_of(lang, first.year));
            }
            break;
        default:
            break;
    }
    if (first.year == last.year) return year_of(lang, first.year);
    const auto a = year_in_words(lang, first.year);
    const auto b = year_in_words(lang, last.year);
    switch (lang) {
        case WordLang::kk:
            return fmt::format("{} және {} жылдар арасында", a, b);
        case WordLang::ru:
            return fmt::format("между {} и {}\u00A0гг.", a, b);
        case WordLang::en:
            return fmt::format("between {} and {}", a, b);
    }
    return {};
}

/// A Russian date that reads the same after a preposition: a day, a plain year.
bool is_genitive_alike(const edtf::Date& date) {
    const bool exact = !date.approximate() && !date.uncertain() && !date.is_set();
    return exact && (date.precision() == edtf::Precision::day || date.precision() == edtf::Precision::year);
}

std::string_view about(WordLang lang) {
    return lang == WordLang::kk ? "шамамен " : lang == WordLang::ru ? "ок. " : "c. ";
}
std::string_view perhaps(WordLang lang) {
    return lang == WordLang::kk ? "мүмкін, " : lang == WordLang::ru ? "возможно, " : "perhaps ";
}

}  // namespace

std::string year_in_words(WordLang lang, std::int64_t year) {
    if (year > 0) return grouped(lang, year);
    switch (lang) {
        case WordLang::kk:
            return "б.з.д. " + grouped(lang, 1 - year);
        case WordLang::ru:
            return grouped(lang, 1 - year) + " до н.\u00A0э.";
        case WordLang::en:
            return grouped(lang, 1 - year) + " BCE";
    }
    return {};
}

std::int64_t century_of(std::int64_t year) {
    return year > 0 ? (year + 99) / 100 : -((-year) / 100 + 1);
}

std::string century_in_words(WordLang lang, std::int64_t century) {
    const auto number = century < 0 ? -century : century;
    switch (lang) {
        case WordLang::kk:
            return (century < 0 ? "б.з.д. " : "") + base::roman(number) + " ғасыр";
        case WordLang::ru:
            return base::roman(number) + (century < 0 ? " век до н.\u00A0э." : " век");
        case WordLang::en:
            return fmt::format("{}{} century{}", number, ordinal_ending(number), century < 0 ? " BCE" : "");
    }
    return {};
}

std::string month_in_words(WordLang lang, std::int64_t year, unsigned month) {
    if (lang == WordLang::kk) return fmt::format("{} {}", year_of(lang, year), month_name(lang, month));
    return fmt::format("{} {}", month_name(lang, month), year_of(lang, year));
}

std::string day_in_words(WordLang lang, edtf::Day day) {
    const auto civil = edtf::civil_from_day(day);
    switch (lang) {
        case WordLang::kk:
            return three_words(year_of(lang, civil.year), std::to_string(civil.day),
                               month_name(lang, civil.month));
        case WordLang::ru:
            return three_words(std::to_string(civil.day), month_name(lang, civil.month, MonthCase::of),
                               year_of(lang, civil.year));
        case WordLang::en:
            return three_words(std::to_string(civil.day), month_name(lang, civil.month),
                               year_in_words(lang, civil.year));
    }
    return {};
}

std::string date_in_words(WordLang lang, const edtf::Date& date) {
    auto text = span_in_words(lang, date);
    if (date.approximate()) text.insert(0, about(lang));
    if (date.uncertain()) text.insert(0, perhaps(lang));
    return text;
}

std::string when_in_words(WordLang lang, const edtf::Interval& when) {
    const bool from = is_date(when.start());
    const bool to = is_date(when.end());
    if (from && when.is_instant()) return date_in_words(lang, when.start().date);
    const auto a = from ? date_in_words(lang, when.start().date) : std::string();
    const auto b = to ? date_in_words(lang, when.end().date) : std::string();
    if (from && to) return a == b ? a : a + " – " + b;
    if (from) {
        const bool open = when.end_kind() == edtf::EndKind::open;
        switch (lang) {
            case WordLang::kk:
                return "басталуы: " + a + (open ? "" : ", аяғы белгісіз");
            case WordLang::ru:
                return (is_genitive_alike(when.start().date) ? "с " : "с: ") + a +
                       (open ? "" : ", конец неизвестен");
            case WordLang::en:
                return "since " + a + (open ? "" : ", end unknown");
        }
    }
    if (to) {
        const bool open = when.start_kind() == edtf::EndKind::open;
        switch (lang) {
            case WordLang::kk:
                return "аяқталуы: " + b + (open ? "" : ", басы белгісіз");
            case WordLang::ru:
                return (is_genitive_alike(when.end().date) ? "до " : "до: ") + b +
                       (open ? "" : ", начало неизвестно");
            case WordLang::en:
                return "until " + b + (open ? "" : ", beginning unknown");
        }
    }
    return lang == WordLang::kk   ? "уақыты белгісіз"
           : lang == WordLang::ru ? "время неизвестно"
                                  : "date unknown";
}

}  // namespace shezhire::scene
