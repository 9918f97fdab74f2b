// Which languages there are (ISO 639, ISO 15924 and ISO 3166 as ICU knows them), so that “kz” is not taken
// for Kazakh in silence.
#pragma once

#include <string>
#include <string_view>

namespace shezhire::model {

/// What is wrong with a well-formed BCP 47 tag whose language, script or region nobody has registered:
/// “kz” is a country, “kaz” is written “kk”. Empty where nothing is. A language of three letters is believed,
/// unless it has a code of two (RFC 5646, 2.2.1).
std::string unknown_in_language_tag(std::string_view tag);

/// What people call a language or a country in `language` ("kk" in Russian: "казахский"), by CLDR; the code
/// itself where it has no name. CS is Czechoslovakia here, as in the data of its time.
std::string language_name(std::string_view tag, const std::string& language);
std::string country_name(std::string_view code, const std::string& language);

/// The text with its first letter as a sentence begins.
std::string sentence_case(std::string_view text, const std::string& language);

}  // namespace shezhire::model
