// Dates and stretches of time in words, in Kazakh, Russian and English: for ticks, for hovering, for those
// who hear the picture read. Without any locale: same input, same text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "edtf/edtf.h"
#include "scene/months.h"
#include "scene/words.h"

namespace shezhire::scene {

/// "1927"; "45 BCE" for the astronomical -44; "10,000,000" in groups from five digits on.
std::string year_in_words(WordLang, std::int64_t year);
/// "20th century", "XX век", "XX ғасыр"; BCE is said.
std::string century_in_words(WordLang, std::int64_t century);
/// Century of a year: 1901 to 2000 is 20; year 0 (1 BCE) is -1.
std::int64_t century_of(std::int64_t year);
/// "August 1927", "август 1927 г.", "1927 ж. тамыз".
std::string month_in_words(WordLang, std::int64_t year, unsigned month);
/// "30 September 1927", "30 сентября 1927 г.", "1927 ж. 30 қыркүйек".
std::string day_in_words(WordLang, edtf::Day);

/// One date as it is known: "30 September 1927", "c. 1895", "between 1966 and 1968", "perhaps 1953".
std::string date_in_words(WordLang, const edtf::Date&);
/// When something was or lasted: a date in words, "from 1927 on", "1895 to 2002", "until 1958", "date
/// unknown".
std::string when_in_words(WordLang, const edtf::Interval&);

}  // namespace shezhire::scene
