// Which language a stretch of text is shaped in. Pango asks the locale for scripts that the label's language
// does not use; here a fixed table answers, so that the same label gives the same glyphs on every machine.
#pragma once

#include <pango/pango.h>

#include <memory>
#include <string>
#include <string_view>

namespace shezhire::text {

struct FreeAttributes {
    void operator()(PangoAttrList* it) const { pango_attr_list_unref(it); }
};
using AttributesPtr = std::unique_ptr<PangoAttrList, FreeAttributes>;

/// Pango's language of a BCP 47 tag: "zh" and "zh-Hans" are zh-cn, "zh-Hant" is zh-tw (Fontconfig knows
/// regions only).
PangoLanguage* language_of(std::string_view tag);

/// A language attribute for each stretch whose script `language` is not written in: Arabic in an English
/// label is "ar"; Han is Chinese unless kana or hangul stand in the same text.
AttributesPtr languages_in(std::string_view text, PangoLanguage* language);

}  // namespace shezhire::text
