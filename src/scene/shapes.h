// Outlines that pictures are made of: boxes by shape, marks, lines with rounded corners. Points are the
// caller's.
#pragma once

#include <span>

#include "scene/theme.h"

namespace shezhire::scene {

/// Of the corners with which lines turn; lines that share a piece rely on it to meet.
inline constexpr double line_radius = 4;

/// The outline of a kind's box.
PathShape box_outline(BoxShape shape, const base::Rect& box);
/// The band along the left side of that outline, `width` wide, filled.
PathShape box_strip(BoxShape shape, const base::Rect& box, double width, base::Colour colour);
/// A rectangle with round corners of `radius`.
PathShape rounded_rectangle(const base::Rect& box, double radius);
/// A small mark in a square of side `size`, in one colour.
PathShape mark_outline(Mark mark, base::Point centre, double size, base::Colour colour);

/// The sign for facts on which sources disagree: two arrowheads against each other.
PathShape dispute_mark(base::Point centre, const Theme& theme);

/// Straight pieces with round corners of at most `radius`; the build (verbs) depends on the number of points
/// alone, so that lines can be blended.
PathShape rounded_line(std::span<const base::Point> points, double radius, const Stroke& stroke);

/// The box around the points of all paths and their strokes, in the paths' own coordinates.
base::Rect extent(std::span<const PathShape> paths);

/// Bars in place of the lines of a text that is too small to read.
PathShape text_bars(const text::SetText& text, base::Point top_left, base::Colour colour);

/// Every line `weight` times as wide; boxes still hold all of it.
void thicken(Scene& scene, double weight);

}  // namespace shezhire::scene
