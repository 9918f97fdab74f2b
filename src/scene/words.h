// The few words that the program adds to a picture (not the data's own names), in Kazakh, Russian and
// English, and dates said in words. Numbers and dates are written without any locale: same input, same text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "edtf/edtf.h"

namespace shezhire::scene {

/// Language of the program's words: kk, ru, or en for whatever else is asked for.
enum class WordLang : std::uint8_t { kk, ru, en };
WordLang word_lang(std::string_view lang);
std::string_view to_text(WordLang);
/// "12,345", "12 345": as base::number_in writes it.
std::string number_of(WordLang, std::size_t number);

enum class Word : std::uint8_t {
    part_of,         ///< before the parent's name
    uncertain,       ///< may not have existed at the date
    disputed,        ///< sources disagree
    low_confidence,  ///< weakly attested
    translated,      ///< the name is a translation
    other_part,      ///< a further parent
    lateral,         ///< a link between bodies
    folded,          ///< has members that are not shown
    other_kind,      ///< a kind that the data does not name
    empty,           ///< nothing to show at this date
    absent           ///< was or will be, but not at this date
};
std::string_view word(WordLang, Word);

/// "Structure as of August 2005", "2005 жылғы тамыздағы құрылым", "Структура на август 2005 года".
std::string structure_at(WordLang, const edtf::Interval& when);

/// "1977 to 2009", "since 1977", "until 2009"; empty when nothing is known.
std::string life_in_words(WordLang, const edtf::Interval& life);

/// "69 bodies", "69 bodies, 12 more folded away".
std::string count_in_words(WordLang, std::size_t shown, std::size_t folded, std::size_t filtered);

/// "part of X" in the order of the language.
std::string part_of_in_words(WordLang, std::string_view parent);

}  // namespace shezhire::scene
