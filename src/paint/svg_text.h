// What live SVG text and links are made of: a line in pieces of one font in reading order, and which
// addresses are let out.
#pragma once

#include <string_view>
#include <vector>

#include "text/typesetter.h"

namespace shezhire::paint {

struct TextPiece {
    text::FontId font = 0;
    std::string_view text;  ///< a slice of the set text, or the ellipsis
};

/// A line in reading order: the viewer's own bidirectional algorithm and shaper bring it into the order that
/// was measured.
/// `pieces` is cleared and filled: one vector serves all lines.
void pieces_of(const text::SetText& set, const text::Line& line, std::vector<TextPiece>& pieces);

/// Absolute http, https and mailto addresses without blanks and controls; everything else (javascript:,
/// data:, file:, relative paths) could run something or reach into the machine that opens the picture.
bool is_safe_link(std::string_view href);

}  // namespace shezhire::paint
