#include "scene/table_words.h"

#include <fmt/format.h>

#include <array>

namespace shezhire::scene {
namespace {

using TableWordRow = std::array<std::string_view, 3>;  // kk, ru, en

constexpr std::array<TableWordRow, 39> table_words{{
    {"Атауы", "Название", "Name"},
    {"Қысқартпа", "Сокращение", "Acronym"},
    {"Түрі", "Вид", "Kind"},
    {"Нөмірі", "Номер", "Number"},
    {"Құрамында", "В составе", "Part of"},
    {"Құрылған", "Основание", "Founded"},
    {"Аяқталған", "Окончание", "Ended"},
    {"Ел", "Страна", "Country"},
    {"Орны", "Место", "Place"},
    {"Ауқымы", "Охват", "Scope"},
    {"Деңгейі", "Уровень", "Level"},
    {"Бөлімшелері", "Подразделения", "Units"},
    {"Бұл күнге", "На эту дату", "At this date"},
    {"Анықтық", "Достоверность", "Certainty"},
    {"Дереккөздер", "Источники", "Sources"},
    {"Идентификатор", "Идентификатор", "Id"},
    {"Күні", "Дата", "Date"},
    {"Аяғы", "Окончание", "Until"},
    {"Не", "Что", "What"},
    {"Жазба", "Запись", "Entry"},
    {"Ұйым", "Организация", "Body"},
    {"Маңыздылығы", "Важность", "Importance"},
    {"Не болды", "Что стало", "What became of it"},
    {"Бұрынғы атауы", "Прежнее название", "Former name"},
    {"Бұрын құрамында", "Раньше в составе", "Formerly part of"},
    {"Неге айналды", "Во что вошло", "Went into"},
    {"Неден шықты", "Из чего вышло", "Came out of"},
    {"Өзгерген күні", "Когда изменилось", "Changed"},
    {"өмір сызығы", "линия жизни", "life-line"},
    {"оқиға", "событие", "event"},
    {"өзгеріс", "изменение", "change"},
    {"дәуір", "эпоха", "era"},
    {"байланыс", "связь", "relation"},
    {"бар", "есть", "there"},
    {"анық емес", "под вопросом", "uncertain"},
    {"белгісіз", "не установлено", "not recorded"},
    {"мүшелік", "членство", "membership"},
    {"байланыс", "связь", "link"},
    {"құрамына кіру", "вхождение в состав", "part of"},
}};

std::string_view rows_ru(std::size_t count) {
    const auto ten = count % 10;
    const auto hundred = count % 100;
    if (ten == 1 && hundred != 11) return "строка";
    if (ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14)) return "строки";
    return "строк";
}

}  // namespace

std::string_view word(WordLang lang, TableWord which) {
    return table_words.at(static_cast<std::size_t>(which)).at(static_cast<std::size_t>(lang));
}

std::string rows_in_words(WordLang lang, std::size_t count) {
    switch (lang) {
        case WordLang::kk:
            return fmt::format("{} жол", number_of(lang, count));
        case WordLang::ru:
            return fmt::format("{} {}", number_of(lang, count), rows_ru(count));
        case WordLang::en:
            return fmt::format("{} {}", number_of(lang, count), count == 1 ? "row" : "rows");
    }
    return {};
}

}  // namespace shezhire::scene
