#include "scene/words.h"

#include <fmt/format.h>

#include <array>

#include "base/numbers.h"
#include "scene/months.h"
#include "scene/time_words.h"

namespace shezhire::scene {
namespace {

using WordRow = std::array<std::string_view, 3>;  // kk, ru, en

constexpr std::array<WordRow, 11> plain_words{{
    {"құрамына кіреді", "входит в состав", "part of"},
    {"осы күнге болуы анық емес", "на эту дату под вопросом", "uncertain at this date"},
    {"даулы", "спорно", "disputed"},
    {"дерек аз", "мало данных", "weakly attested"},
    {"аударылған атау", "переведённое название", "translated name"},
    {"қосымша бағыныстылық", "дополнительное подчинение", "also part of"},
    {"байланыс", "связь", "link"},
    {"жиылған", "свёрнуто", "folded"},
    {"басқа", "прочее", "other"},
    {"бұл күнге көрсетілетін ештеңе жоқ", "на эту дату показывать нечего", "nothing to show at this date"},
    {"бұл күнде жоқ", "на эту дату нет", "not there at this date"},
}};

/// The year or years that a date may lie in: "1977", "1980–1989"; about and perhaps are said.
std::string years_of(WordLang lang, const edtf::Date& date) {
    const auto first = edtf::civil_from_day(date.bounds().earliest).year;
    const auto last = edtf::civil_from_day(date.bounds().latest).year;
    std::string text = year_in_words(lang, first);
    if (last != first) text += "–" + year_in_words(lang, last);
    if (date.approximate()) {
        text = (lang == WordLang::en ? "c. " : lang == WordLang::ru ? "ок. " : "шам. ") + text;
    }
    if (date.uncertain()) text += "?";
    return text;
}

bool many_years(const edtf::Date& date) {
    return edtf::civil_from_day(date.bounds().earliest).year !=
           edtf::civil_from_day(date.bounds().latest).year;
}

bool has_years(const edtf::End& end) {
    return end.kind == edtf::EndKind::date && end.date.bounds().earliest > edtf::beginning_of_time / 2 &&
           end.date.bounds().latest < edtf::end_of_time / 2;
}

std::string structure_in_years(WordLang lang, const std::string& years, bool several) {
    switch (lang) {
        case WordLang::kk:
            return years + (several ? " жылдардағы құрылым" : " жылғы құрылым");
        case WordLang::ru:
            return "Структура за " + years + (several ? " годы" : " год");
        case WordLang::en:
            return "Structure in " + years;
    }
    return {};
}

std::string structure_on(WordLang lang, const edtf::Date& date) {
    const auto civil = edtf::civil_from_day(date.bounds().earliest);
    const auto month_in = [&](MonthCase as) { return month_name(lang, civil.month, as); };
    const std::string year = year_in_words(lang, civil.year);
    const bool plain = !date.is_set() && !date.approximate() && !date.uncertain();
    if (plain && (date.precision() == edtf::Precision::day || date.precision() == edtf::Precision::time)) {
        switch (lang) {
            case WordLang::kk:
                return fmt::format("{} жылғы {} {} құрылым", year, civil.day, month_in(MonthCase::in));
            case WordLang::ru:
                return fmt::format("Структура на {} {} {} года", civil.day, month_in(MonthCase::of), year);
            case WordLang::en:
                return fmt::format("Structure as of {} {} {}", civil.day, month_in(MonthCase::plain), year);
        }
    }
    if (plain && date.precision() == edtf::Precision::month) {
        switch (lang) {
            case WordLang::kk:
                return fmt::format("{} жылғы {} құрылым", year, month_in(MonthCase::in));
            case WordLang::ru:
                return fmt::format("Структура на {} {} года", month_in(MonthCase::plain), year);
            case WordLang::en:
                return fmt::format("Structure as of {} {}", month_in(MonthCase::plain), year);
        }
    }
    return structure_in_years(lang, years_of(lang, date), many_years(date));
}

std::string_view bodies_ru(std::size_t count) {
    const auto ten = count % 10;
    const auto hundred = count % 100;
    if (ten == 1 && hundred != 11) return "организация";
    if (ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14)) return "организации";
    return "организаций";
}

}  // namespace

WordLang word_lang(std::string_view lang) {
    if (lang == "kk" || lang.starts_with("kk-")) return WordLang::kk;
    if (lang == "ru" || lang.starts_with("ru-")) return WordLang::ru;
    return WordLang::en;
}

std::string_view to_text(WordLang lang) {
    return lang == WordLang::kk ? "kk" : lang == WordLang::ru ? "ru" : "en";
}

std::string number_of(WordLang lang, std::size_t number) {
    return base::number_in(to_text(lang), static_cast<std::int64_t>(number));
}

std::string_view word(WordLang lang, Word which) {
    return plain_words[static_cast<std::size_t>(which)][static_cast<std::size_t>(lang)];
}

std::string structure_at(WordLang lang, const edtf::Interval& when) {
    if (when.is_instant() && has_years(when.start())) return structure_on(lang, when.start().date);
    const bool from = has_years(when.start());
    const bool to = has_years(when.end());
    if (from && to) {
        return structure_in_years(
            lang, years_of(lang, when.start().date) + "–" + years_of(lang, when.end().date), true);
    }
    const std::string life = life_in_words(lang, when);
    if (lang == WordLang::kk) return life.empty() ? "Құрылым" : "Құрылым, " + life;
    if (lang == WordLang::ru) return life.empty() ? "Структура" : "Структура " + life;
    return life.empty() ? "Structure" : "Structure " + life;
}

std::string life_in_words(WordLang lang, const edtf::Interval& life) {
    const bool from = has_years(life.start());
    const bool to = has_years(life.end());
    std::string start = from ? years_of(lang, life.start().date) : "";
    const std::string end = to ? years_of(lang, life.end().date) : "";
    if (from && to && (life.is_instant() || start == end)) return start;
    switch (lang) {
        case WordLang::kk:
            if (from && to) return start + "–" + end + "\u00A0жж.";
            if (from) return start + (many_years(life.start().date) ? " жылдардан бастап" : " жылдан бастап");
            if (to) return end + (many_years(life.end().date) ? " жылдарға дейін" : " жылға дейін");
            break;
        case WordLang::ru:
            if (from && to) return start + "–" + end + "\u00A0гг.";
            if (from) return "с " + start + (many_years(life.start().date) ? " годов" : " года");
            if (to) return "до " + end + (many_years(life.end().date) ? " годов" : " года");
            break;
        case WordLang::en:
            if (from && to) return start + " to " + end;
            if (from) return "since " + start;
            if (to) return "until " + end;
            break;
    }
    return {};
}

std::string count_in_words(WordLang lang, std::size_t shown, std::size_t folded, std::size_t filtered) {
    std::string text;
    switch (lang) {
        case WordLang::kk:
            text = fmt::format("{} ұйым", number_of(lang, shown));
            if (folded > 0) text += fmt::format(", тағы {} жиылған", number_of(lang, folded));
            if (filtered > 0) text += fmt::format(", {} сүзгімен жасырылған", number_of(lang, filtered));
            break;
        case WordLang::ru:
            text = fmt::format("{} {}", number_of(lang, shown), bodies_ru(shown));
            if (folded > 0) text += fmt::format(", ещё {} свёрнуто", number_of(lang, folded));
            if (filtered > 0) text += fmt::format(", {} скрыто фильтром", number_of(lang, filtered));
            break;
        case WordLang::en:
            text = fmt::format("{} {}", number_of(lang, shown), shown == 1 ? "body" : "bodies");
            if (folded > 0) text += fmt::format(", {} more folded away", number_of(lang, folded));
            if (filtered > 0) text += fmt::format(", {} hidden by the filter", number_of(lang, filtered));
            break;
    }
    return text;
}

std::string part_of_in_words(WordLang lang, std::string_view parent) {
    switch (lang) {
        case WordLang::kk:
            return fmt::format("«{}» құрамына кіреді", parent);
        case WordLang::ru:
            return fmt::format("входит в состав: {}", parent);
        case WordLang::en:
            return fmt::format("part of {}", parent);
    }
    return {};
}

}  // namespace shezhire::scene
