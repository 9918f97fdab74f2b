// Names of months as sentences need them.
#pragma once

#include <cstdint>
#include <string_view>

#include "scene/words.h"

namespace shezhire::scene {

/// Where a month stands: by itself; after a day or before a year ("30 августа"); as an attribute ("тамыздағы
/// құрылым"); as a beginning ("тамыздан"); as an end ("тамызға").
enum class MonthCase : std::uint8_t { plain, of, in, since, until };

/// `month` in 1..12. Kazakh has all cases but `of`, Russian one for all but `plain`, English none.
std::string_view month_name(WordLang, unsigned month, MonthCase = MonthCase::plain);
/// "Aug", "авг", "там".
std::string_view month_short(WordLang, unsigned month);

}  // namespace shezhire::scene
