// Pango's objects with an owner each, and the settings under which glyph offsets scale exactly to any zoom.
#pragma once

#include <pango/pango.h>

#include <memory>
#include <string>
#include <string_view>

#include "text/typesetter.h"

namespace shezhire::text {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
struct FreeDescription {
    void operator()(PangoFontDescription* it) const { pango_font_description_free(it); }
};
struct FreeIterator {
    void operator()(PangoLayoutIter* it) const { pango_layout_iter_free(it); }
};

using FontMapPtr = std::unique_ptr<PangoFontMap, Unref>;
using ContextPtr = std::unique_ptr<PangoContext, Unref>;
using LayoutPtr = std::unique_ptr<PangoLayout, Unref>;
using DescriptionPtr = std::unique_ptr<PangoFontDescription, FreeDescription>;
using IteratorPtr = std::unique_ptr<PangoLayoutIter, FreeIterator>;

/// Sizes are absolute, so that its resolution (which takes a millisecond to be set) says nothing: one Pango
/// device unit is one point.
FontMapPtr new_font_map();
/// No hinting of metrics, no rounding of positions: a layout at 10 pt is the layout at 100 pt, ten times
/// smaller.
ContextPtr new_context(PangoFontMap*);
/// In the style's weight and slant, at `shaping_em`. `sisters`: with the families that its maker has for
/// further scripts behind it, which costs Fontconfig milliseconds.
DescriptionPtr description_of(const std::string& family, const Style&, bool sisters);
/// Whether a text has letters that a family may leave to its sisters: others than Latin, Greek and Cyrillic.
bool needs_sisters(std::string_view text);

/// Everything is shaped at this size and scaled to the style's: unhinted outlines scale exactly, and
/// Fontconfig, which takes a millisecond or two for a pattern it has not seen, is not asked again for every
/// size.
inline constexpr double shaping_em = 100;

inline double points(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE;
}
int pango_units(double points);

/// The family that Fontconfig really gives for `family`; empty where it is that very family.
std::string substitute_of(PangoFontMap*, PangoContext*, const std::string& family);

}  // namespace shezhire::text
