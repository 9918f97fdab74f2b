// The words that the program adds to a table, in Kazakh, Russian and English.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "scene/words.h"

namespace shezhire::scene {

enum class TableWord : std::uint8_t {
    // Titles of columns.
    name,
    acronym,
    kind,
    number,
    parent,
    founded,
    ended,
    country,
    place,
    scope,
    level,
    units,
    presence,
    certainty,
    sources,
    id,
    date,
    until,
    what,
    entry,
    body,
    importance,
    fate,
    old_name,
    old_parent,
    into,
    out_of,
    changed,
    // Kinds of entries.
    life_line,
    event,
    change,
    era,
    relation,
    // What cells say.
    present,
    perhaps_present,
    not_recorded,
    member,
    link,
    part
};
std::string_view word(WordLang, TableWord);

/// "69 rows", "69 строк", "69 жол".
std::string rows_in_words(WordLang, std::size_t count);

}  // namespace shezhire::scene
