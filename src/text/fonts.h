// The fonts of this process: a file, a face and its synthetic styles -> a small number that glyphs carry. One
// list for all typesetters, so that a FontId means the same everywhere.
#pragma once

#include <pango/pangofc-font.h>

#include <cstddef>

#include "text/typesetter.h"

namespace shezhire::text {

struct KnownFont {
    FontId id = 0;
    bool outlines = true;  ///< false: bitmaps only (colour emoji), which no painter here can draw
};

/// Registers the font behind a Pango font, or finds it again. Thread-safe.
KnownFont known_font(PangoFont*);
Font font_of(FontId);
std::size_t known_font_count();

}  // namespace shezhire::text
