#include "scene/timeline_words.h"

#include <array>

namespace shezhire::scene {
namespace {

using TimeRow = std::array<std::string_view, 3>;  // kk, ru, en

constexpr std::array<TimeRow, 14> words{{
    {"Хронология", "Хронология", "Timeline"},
    {"Ғасырда құрылғандар", "Основано за век", "Foundings per century"},
    {"Онжылдықта құрылғандар", "Основано за десятилетие", "Foundings per decade"},
    {"Жылына құрылғандар", "Основано за год", "Foundings per year"},
    {"аймағы көрсетілмеген", "регион не указан", "no region given"},
    {"күні шамамен белгілі", "дата известна приблизительно", "date known roughly"},
    {"күні белгісіз", "дата не установлена", "date not recorded"},
    {"сабақтастық, бірігу, бөліну", "преемственность, слияние, разделение", "succession, merger, split"},
    {"мүшелік, келісім, байланыс", "членство, соглашение, связь", "membership, agreement, link"},
    {"бірнеше оқиға", "несколько событий", "several events"},
    {"атауы өзгерді", "переименование", "renamed"},
    {"күндері белгісіз", "даты неизвестны", "no dates known"},
    {"Бұл деректерде күн жоқ. Ұйымға «existence», оқиғаға «when» қосыңыз: EDTF, мысалы 1927-09-30 не "
     "1895/2002.",
     "В этих данных нет дат. Добавьте организации «existence», событию «when»: EDTF, например 1927-09-30 или "
     "1895/2002.",
     "This data has no dates. Give a body an “existence”, an event a “when”: EDTF, such as 1927-09-30 or "
     "1895/2002."},
    {"Көрсететін ештеңе жоқ.", "Показывать нечего.", "There is nobody to show."},
}};

}  // namespace

std::string_view word(WordLang lang, TimelineWord which) {
    return words.at(static_cast<std::size_t>(which)).at(static_cast<std::size_t>(lang));
}

std::string events_in_words(WordLang lang, std::size_t count) {
    switch (lang) {
        case WordLang::kk:
            return number_of(lang, count) + " оқиға";
        case WordLang::ru: {
            const auto ten = count % 10;
            const auto hundred = count % 100;
            const bool one = ten == 1 && hundred != 11;
            const bool few = ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14);
            return number_of(lang, count) + (one ? " событие" : few ? " события" : " событий");
        }
        case WordLang::en:
            return number_of(lang, count) + (count == 1 ? " event" : " events");
    }
    return {};
}

}  // namespace shezhire::scene
