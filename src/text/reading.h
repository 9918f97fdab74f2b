// A laid-out PangoLayout read into lines, runs and glyphs that need no Pango any more.
#pragma once

#include <pango/pango.h>

#include "text/typesetter.h"

namespace shezhire::text {

/// `scale`: points per point of the layout. Fills lines, runs, glyphs, size, right_to_left and missing_glyphs
/// of `into`, whose text and style are set.
void read_lines(PangoLayout*, Align, double scale, SetText& into);

}  // namespace shezhire::text
