// The words that the program adds to a timeline, in Kazakh, Russian and English.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "scene/words.h"

namespace shezhire::scene {

enum class TimelineWord : std::uint8_t {
    timeline,
    foundings_per_century,
    foundings_per_decade,
    foundings_per_year,
    no_region,
    vague,       ///< an end that is known within bounds
    unrecorded,  ///< an end that is not known
    joint,       ///< succession, merger, split
    tie,         ///< membership, agreement, link
    several,     ///< events folded into one mark
    renamed,
    undated,   ///< a body without any date
    no_dates,  ///< the whole data: and how to add one
    nothing    ///< nobody to show
};
std::string_view word(WordLang, TimelineWord);

/// "7 events", "7 событий", "7 оқиға".
std::string events_in_words(WordLang, std::size_t count);

}  // namespace shezhire::scene
