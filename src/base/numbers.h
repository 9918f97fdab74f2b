// Numbers for people, as the language writes them: an own small table, held against CLDR by a test
// (tests/scene/cldr_test.cpp). Without any locale: same input, same text. What programs read stays plain
// digits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace shezhire::base {

/// "1 234 567" with no-break spaces in Kazakh and Russian, "1,234,567" in whatever else is asked for.
std::string number_in(std::string_view lang, std::int64_t number);
/// The same with a decimal comma or point; `places` behind it, 0 to 6.
std::string decimal_in(std::string_view lang, double number, int places);
/// "125%", in Russian "125 %" with a no-break space.
std::string percent_in(std::string_view lang, std::int64_t percent);

/// "MCMXXVII"; plain digits where there is no Roman numeral (below 1, above 3999).
std::string roman(std::int64_t number);
/// Value of a Roman numeral in its canonical form and capitals (I … MMMCMXCIX), else 0.
std::int64_t from_roman(std::string_view text);

/// Number, decimal and percentage in the interface's language (base/words.h).
std::string number(std::uint64_t number);
std::string decimal(double number, int places);
std::string percent(std::int64_t percent);

}  // namespace shezhire::base
