// Writing XML into one string: text that stays text whatever it holds, and short numbers. No tree, no
// streams, no locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "paint/buffer.h"

namespace shezhire::paint::xml {

/// Character data, also fit for an attribute in double quotes: `&`, `<`, `>` and `"` as entities (so no `]]>`
/// either), what base::cleaned drops dropped, line breaks and tabs as blanks.
void append_text(Buffer& out, std::string_view text);

/// Hundredths of a unit, the finest step that is written. What is not finite becomes 0, what is absurd is
/// cut.
inline std::int64_t hundredths(double value) {
    constexpr double limit = 1e12;
    if (!(value > -limit)) return value <= -limit ? -static_cast<std::int64_t>(limit) * 100 : 0;
    if (!(value < limit)) return static_cast<std::int64_t>(limit) * 100;
    const double scaled = value * 100;
    return static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

/// "12", "-.5", "3.25": no zeros that say nothing, no exponent, no "-0".
void append_hundredths(Buffer& out, std::int64_t value);
inline void append_number(Buffer& out, double value) {
    append_hundredths(out, hundredths(value));
}

void append_base64(std::string& out, std::string_view bytes);

/// Escape rule of ids and classes, injective and always a valid XML name and CSS identifier: ASCII letters
/// stay, digits and `-` stay but as the first character, every other code point (so `_` too) becomes `_hex_`;
/// "" becomes "_". What is longer than 256 bytes becomes `__` and its hash. No result ends in an unclosed `_`
/// but those two: names of our own use that.
std::string name_of(std::string_view text);
/// name_of(text) == text.
bool is_name(std::string_view text);

}  // namespace shezhire::paint::xml
