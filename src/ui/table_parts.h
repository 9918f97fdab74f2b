// The parts of the table view, each in its file; table_view() puts them together.
#pragma once

#include "ui/panels.h"

namespace shezhire::ui {

/// Whom it is about, the field that filters, columns to choose, copies and export.
void table_bar(Context&, Hand&, const session::Session&, session::CommandQueue&, float width);

/// The heads of the columns over `width` px: a click sorts, an edge is dragged.
void table_head(Context&, Hand&, const session::Session&, session::CommandQueue&, float width);

/// The rows beneath, as many as are seen.
void table_rows(Context&, Hand&, const session::Session&, session::CommandQueue&);

/// Arrows, pages, ends, Enter, while the canvas has the keyboard.
void table_keys(Hand&, const session::Session&, session::CommandQueue&, float page);

/// Widths of the columns for `room` px.
void measure_columns(const Context&, TableHand&, float room);

/// Design units: left and right of what a cell says; before the first column's text, with the kind's mark.
inline constexpr float cell_padding = 8, mark_room = 26;

/// Height of a row and of the head, px; even, so that a million of them still lie on whole pixels.
float table_row_height(const Context&);

}  // namespace shezhire::ui
