#include "text/languages.h"

#include <algorithm>

namespace shezhire::text {
namespace {

struct ScriptRange {
    GUnicodeScript script = G_UNICODE_SCRIPT_COMMON;
    guint start = 0;
    guint end = 0;
};

template <class Visit>
void each_script(std::string_view text, Visit visit) {
    PangoScriptIter* at = pango_script_iter_new(text.data(), static_cast<int>(text.size()));
    do {
        const char* start = nullptr;
        const char* end = nullptr;
        PangoScript script = PANGO_SCRIPT_COMMON;
        pango_script_iter_get_range(at, &start, &end, &script);
        visit(ScriptRange{static_cast<GUnicodeScript>(script), static_cast<guint>(start - text.data()),
                          static_cast<guint>(end - text.data())});
    } while (pango_script_iter_next(at) != FALSE);
    pango_script_iter_free(at);
}

/// The language of Han characters in a text of no East Asian language.
const char* han_language(std::string_view text) {
    const char* language = "zh-cn";
    each_script(text, [&](const ScriptRange& range) {
        if (range.script == G_UNICODE_SCRIPT_HIRAGANA || range.script == G_UNICODE_SCRIPT_KATAKANA)
            language = "ja";
        if (range.script == G_UNICODE_SCRIPT_HANGUL) language = "ko";
    });
    return language;
}

const char* usual_language(GUnicodeScript script, std::string_view text) {
    switch (script) {
        case G_UNICODE_SCRIPT_LATIN:
            return "en";
        case G_UNICODE_SCRIPT_CYRILLIC:
            return "ru";
        case G_UNICODE_SCRIPT_GREEK:
            return "el";
        case G_UNICODE_SCRIPT_ARABIC:
            return "ar";
        case G_UNICODE_SCRIPT_HEBREW:
            return "he";
        case G_UNICODE_SCRIPT_ARMENIAN:
            return "hy";
        case G_UNICODE_SCRIPT_GEORGIAN:
            return "ka";
        case G_UNICODE_SCRIPT_DEVANAGARI:
            return "hi";
        case G_UNICODE_SCRIPT_BENGALI:
            return "bn";
        case G_UNICODE_SCRIPT_TAMIL:
            return "ta";
        case G_UNICODE_SCRIPT_THAI:
            return "th";
        case G_UNICODE_SCRIPT_HIRAGANA:
        case G_UNICODE_SCRIPT_KATAKANA:
            return "ja";
        case G_UNICODE_SCRIPT_HANGUL:
            return "ko";
        case G_UNICODE_SCRIPT_HAN:
            return han_language(text);
        default:
            return "xx";  // no such language: Pango then looks for the characters alone
    }
}

bool is_shared(GUnicodeScript script) {
    return script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED;
}

}  // namespace

PangoLanguage* language_of(std::string_view tag) {
    std::string lower(tag.substr(0, 64));
    std::transform(lower.begin(), lower.end(), lower.begin(), g_ascii_tolower);
    const auto is = [&](std::string_view prefix) {
        return lower == prefix || lower.starts_with(std::string(prefix) + "-");
    };
    if (is("zh-hant") || is("zh-tw") || is("zh-hk") || is("zh-mo"))
        return pango_language_from_string("zh-tw");
    if (is("zh")) return pango_language_from_string("zh-cn");
    return pango_language_from_string(lower.empty() ? "en" : lower.c_str());
}

AttributesPtr languages_in(std::string_view text, PangoLanguage* language) {
    AttributesPtr attributes(pango_attr_list_new());
    if (text.empty()) return attributes;
    each_script(text, [&](const ScriptRange& range) {
        const auto script = static_cast<PangoScript>(range.script);
        if (is_shared(range.script) || pango_language_includes_script(language, script) != FALSE) return;
        const char* usual = usual_language(range.script, text);
        PangoAttribute* attribute = pango_attr_language_new(pango_language_from_string(usual));
        attribute->start_index = range.start;
        attribute->end_index = range.end;
        pango_attr_list_insert(attributes.get(), attribute);
    });
    return attributes;
}

}  // namespace shezhire::text
