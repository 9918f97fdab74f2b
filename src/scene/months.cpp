#include "scene/months.h"

#include <array>

namespace shezhire::scene {
namespace {

using Months = std::array<std::string_view, 12>;

constexpr Months english{"January", "February", "March",     "April",   "May",      "June",
                         "July",    "August",   "September", "October", "November", "December"};
constexpr Months russian{"январь", "февраль", "март",     "апрель",  "май",    "июнь",
                         "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
constexpr Months russian_of{"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                            "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
constexpr Months kazakh{"қаңтар", "ақпан", "наурыз",   "сәуір", "мамыр",  "маусым",
                        "шілде",  "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"};
constexpr Months kazakh_in{"қаңтардағы",   "ақпандағы",  "наурыздағы", "сәуірдегі",
                           "мамырдағы",    "маусымдағы", "шілдедегі",  "тамыздағы",
                           "қыркүйектегі", "қазандағы",  "қарашадағы", "желтоқсандағы"};
constexpr Months kazakh_since{"қаңтардан",   "ақпаннан",  "наурыздан", "сәуірден",
                              "мамырдан",    "маусымнан", "шілдеден",  "тамыздан",
                              "қыркүйектен", "қазаннан",  "қарашадан", "желтоқсаннан"};
constexpr Months kazakh_until{"қаңтарға", "ақпанға", "наурызға",   "сәуірге", "мамырға",  "маусымға",
                              "шілдеге",  "тамызға", "қыркүйекке", "қазанға", "қарашаға", "желтоқсанға"};
constexpr Months short_en{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr Months short_ru{"янв.", "февр.", "март",  "апр.", "май",   "июнь",
                          "июль", "авг.",  "сент.", "окт.", "нояб.", "дек."};
constexpr Months short_kk{"қаң.", "ақп.", "нау.", "сәу.", "мам.", "мау.",
                          "шіл.", "там.", "қыр.", "қаз.", "қар.", "жел."};

const Months& names(WordLang lang, MonthCase as) {
    if (lang == WordLang::en) return english;
    if (lang == WordLang::ru) return as == MonthCase::plain ? russian : russian_of;
    switch (as) {
        case MonthCase::in:
            return kazakh_in;
        case MonthCase::since:
            return kazakh_since;
        case MonthCase::until:
            return kazakh_until;
        default:
            return kazakh;
    }
}

std::string_view in(const Months& months, unsigned month) {
    return months.at((month + 11) % 12);
}

}  // namespace

std::string_view month_name(WordLang lang, unsigned month, MonthCase as) {
    return in(names(lang, as), month);
}

std::string_view month_short(WordLang lang, unsigned month) {
    return in(lang == WordLang::kk ? short_kk : lang == WordLang::ru ? short_ru : short_en, month);
}

}  // namespace shezhire::scene
