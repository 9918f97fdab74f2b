// The interface's words in the chosen language: GNU gettext, domain "shezhire". English is the key and the
// fallback.
#pragma once

#include <string>
#include <string_view>

namespace shezhire::base {

/// Chooses the interface language ("kk", "ru", "en") for tr() from now on; call before threads start or from
/// the one that draws. The catalogues lie in `folder`/<lang>/LC_MESSAGES/shezhire.mo; the folder counts on
/// the first call only.
void set_interface_language(const std::string& language, const std::string& folder = {});

/// The language that was chosen last: "kk", "ru", "en"; numbers are written as it does (base/numbers.h).
std::string_view interface_language();

/// The catalogue folder: SHEZHIRE_LOCALE, else the build's or the install prefix's share/locale.
std::string locale_folder();

/// `text` in the interface language. Literals only: xgettext finds them by this name.
const char* tr(const char* text);
/// Marks words that a table has, for xgettext; tr() translates them where they are shown.
constexpr const char* word(const char* text) {
    return text;
}
/// One or many: "{} section", "{} sections", by the language's plural rule.
const char* tr(const char* one, const char* many, unsigned long count);

}  // namespace shezhire::base
