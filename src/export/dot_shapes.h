// What a scene's shapes are as nodes and edges of DOT.
#pragma once

#include <vector>

#include "scene/scene.h"

namespace shezhire::exporting {

/// The box is the first filled shape and the first outline; marks come later. nullptr: none.
const scene::PathShape* filled_in(const scene::Element& node);
const scene::PathShape* stroked_in(const scene::Element& node);
bool is_round(const scene::PathShape& shape);
/// The box without what is written or drawn around it; an event's mark.
base::Rect box_of(const scene::Element& node);
/// A life-line is drawn in parts: from its first to its last, and the part that shows most.
base::Rect line_of(const scene::Element& line);
const scene::PathShape* largest_in(const scene::Element& line);
/// The longest text is the name; numbers and acronyms stand beside it. nullptr: no text.
const scene::TextShape* name_in(const scene::Element& node);
bool is_within(const base::Rect& box, const scene::Element& node, const scene::TextShape& text);

/// A curve of 1 + 3n points where the path is one open stroke; else nothing.
std::vector<base::Point> curve_of(const scene::Element& edge);
/// A line between life-lines: at one date.
bool is_upright(const std::vector<base::Point>& curve);
bool has_arrow(const scene::Element& edge);

}  // namespace shezhire::exporting
