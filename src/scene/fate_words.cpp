#include <fmt/format.h>

#include <array>

#include "base/utf8.h"
#include "scene/fate_look.h"
#include "scene/time_words.h"

namespace shezhire::scene {
namespace {

using graph::Fate;
using FateRow = std::array<std::string_view, 3>;  // kk, ru, en

constexpr std::array<FateRow, graph::fate_count> fates{{
    {"өзгермеген", "без изменений", "unchanged"},
    {"атауы өзгерген", "переименовано", "renamed"},
    {"құрамы ауысқан", "перешло в другой состав", "moved"},
    {"жаңа", "новое", "new"},
    {"таратылған", "упразднено", "gone"},
    {"біріктірілген", "объединено", "merged"},
    {"бөлінген", "разделено", "split"},
    {"орнына басқасы құрылған", "преобразовано", "succeeded"},
}};
constexpr FateRow was{"бұрын: ", "было: ", "was: "};
constexpr FateRow from_parent{"бұрынғы құрамы: ", "из: ", "from: "};
constexpr FateRow took_in{"қосылғаны: ", "включило: ", "took in: "};

std::string_view in(WordLang lang, const FateRow& row) {
    return row[static_cast<std::size_t>(lang)];
}

/// "III Division of …", the name that held where it was there.
std::string called(const graph::Comparison& comparison, const std::string& id, bool before,
                   std::size_t letters) {
    const auto* body = comparison.find(id);
    if (body == nullptr) return id;
    const auto& standing = before || !body->after.there() ? body->before : body->after;
    auto name = base::shortened_to_letters(standing.label, letters);
    const bool says_it = body->notation.empty() || name.find(body->notation) != std::string::npos;
    return says_it ? name : body->notation + " " + name;
}

std::string list_of(const graph::Comparison& comparison, const std::vector<std::string>& ids, bool before) {
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < ids.size() && i < most; ++i)
        text += (i > 0 ? "; " : "") + called(comparison, ids[i], before, ids.size() > 1 ? 44 : 64);
    if (ids.size() > most) text += fmt::format("; +{}", ids.size() - most);
    return text;
}

void add(std::string& note, const std::string& part) {
    if (part.empty()) return;
    if (!note.empty()) note += " · ";
    note += part;
}

}  // namespace

std::string_view fate_word(WordLang lang, Fate fate) {
    return in(lang, fates[static_cast<std::size_t>(fate)]);
}

std::string fate_note(WordLang lang, const graph::Comparison& comparison, const graph::Compared& body) {
    std::string note;
    if (!body.after.there()) {
        if (!body.into.empty()) add(note, "→ " + list_of(comparison, body.into, false));
        return note;
    }
    if (body.renamed) add(note, std::string(in(lang, was)) + base::shortened_to_letters(body.old_name, 120));
    if (body.moved && !body.before.parent.empty())
        add(note, std::string(in(lang, from_parent)) + called(comparison, body.before.parent, true, 48));
    if (!body.from.empty()) {
        const auto origins = list_of(comparison, body.from, true);
        add(note, body.before.there() ? std::string(in(lang, took_in)) + origins : "← " + origins);
    }
    return note;
}

std::string fate_in_words(WordLang lang, const graph::Comparison& comparison, const graph::Compared& body) {
    std::string text(fate_word(lang, body.fate));
    if (const auto note = fate_note(lang, comparison, body); !note.empty()) text += ", " + note;
    return text;
}

std::string compared_dates(WordLang lang, const edtf::Interval& before, const edtf::Interval& after) {
    const auto then = when_in_words(lang, before);
    const auto now = when_in_words(lang, after);
    switch (lang) {
        case WordLang::kk:
            return fmt::format("Құрылымды салыстыру: {} → {}", then, now);
        case WordLang::ru:
            return fmt::format("Сравнение структуры: {} → {}", then, now);
        case WordLang::en:
            return fmt::format("Structure compared: {} → {}", then, now);
    }
    return {};
}

std::string fates_in_words(WordLang lang, const graph::Comparison& comparison) {
    const auto counts = graph::count_fates(comparison);
    std::string text;
    for (const auto fate : {Fate::added, Fate::gone, Fate::merged, Fate::split, Fate::became, Fate::renamed,
                            Fate::moved, Fate::unchanged}) {
        const auto count = counts[static_cast<std::size_t>(fate)];
        if (count == 0) continue;
        text +=
            fmt::format("{}{}: {}", text.empty() ? "" : ", ", fate_word(lang, fate), number_of(lang, count));
    }
    return text;
}

}  // namespace shezhire::scene
