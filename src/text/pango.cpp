#include "text/pango.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <algorithm>
#include <cmath>

#include "text/fonts.h"

namespace shezhire::text {
namespace {

void without_hinting(FcPattern* pattern, gpointer) {
    for (const char* object : {FC_HINTING, FC_AUTOHINT, FC_ANTIALIAS}) FcPatternDel(pattern, object);
    FcPatternAddBool(pattern, FC_HINTING, FcFalse);
    FcPatternAddBool(pattern, FC_AUTOHINT, FcFalse);
    FcPatternAddBool(pattern, FC_ANTIALIAS, FcTrue);
}

/// The family, then its sisters for other scripts ("Noto Sans Arabic"), which Fontconfig would otherwise put
/// behind whatever sans serif has a few of their letters (DejaVu Sans). Names that do not exist cost nothing.
std::string with_sisters(const std::string& family) {
    std::string list = family;
    for (const char* script :
         {"Arabic",   "Hebrew", "Armenian", "Georgian", "Devanagari", "Bengali", "Gurmukhi",
          "Gujarati", "Tamil",  "Telugu",   "Kannada",  "Malayalam",  "Sinhala", "Thai",
          "Lao",      "Khmer",  "Myanmar",  "Ethiopic", "Mongolian",  "Symbols", "Symbols2"}) {
        list.append(",").append(family).append(" ").append(script);
    }
    return list;
}

}  // namespace

FontMapPtr new_font_map() {
    FontMapPtr map(pango_ft2_font_map_new());
    pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(map.get()), &without_hinting, nullptr,
                                             nullptr);
    return map;
}

ContextPtr new_context(PangoFontMap* map) {
    ContextPtr context(pango_font_map_create_context(map));
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_base_dir(context.get(), PANGO_DIRECTION_WEAK_LTR);
    // Without a language of its own, Pango would take the locale's, and output would follow the environment.
    pango_context_set_language(context.get(), pango_language_from_string("en"));
    return context;
}

DescriptionPtr description_of(const std::string& family, const Style& style, bool sisters) {
    DescriptionPtr description(pango_font_description_new());
    pango_font_description_set_family(description.get(), (sisters ? with_sisters(family) : family).c_str());
    pango_font_description_set_absolute_size(description.get(), shaping_em * PANGO_SCALE);
    pango_font_description_set_weight(description.get(),
                                      style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(description.get(),
                                     style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return description;
}

bool needs_sisters(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0xD4) continue;  // up to U+04FF; or a byte within what was let through
        if (lead != 0xE2 || at + 1 == text.size() || text[at + 1] != '\x80') return true;
        ++at;  // U+2000 to U+203F, general punctuation
    }
    return false;
}

namespace {

bool look_for_fonts() {
    FcInit();
    const FcFontSet* fonts = FcConfigGetFonts(nullptr, FcSetSystem);
    for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
        FcBool outlines = FcFalse;
        if (FcPatternGetBool(fonts->fonts[i], FC_OUTLINE, 0, &outlines) == FcResultMatch &&
            outlines != FcFalse)
            return true;
    }
    return false;
}

}  // namespace

bool any_font() {
    static const bool known = look_for_fonts();
    return known;
}

int pango_units(double points) {
    constexpr double largest = 1e6;  // points; Pango counts in 1/1024 in an int
    return static_cast<int>(std::floor(std::clamp(points, 0.0, largest) * PANGO_SCALE));
}

std::string substitute_of(PangoFontMap* map, PangoContext* context, const std::string& family) {
    const auto description = description_of(family, {}, false);
    const std::unique_ptr<PangoFont, Unref> font(pango_font_map_load_font(map, context, description.get()));
    if (!font) return "(no font)";
    const std::string found = font_of(known_font(font.get()).id).family;
    return g_ascii_strcasecmp(found.c_str(), family.c_str()) == 0 ? std::string() : found;
}

}  // namespace shezhire::text
