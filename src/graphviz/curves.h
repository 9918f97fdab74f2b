// Pieces of edges: segments between boundaries, loops, polygons with rounded corners.
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "graphviz/drawing.h"

namespace shezhire::graphviz {

/// Edges by their two ends, whatever their direction; the smaller index first.
using Bundles = std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>>;
Bundles bundles_of(const layout::LayoutRequest& request);

/// Straight lines, those between the same two boxes side by side, for every edge that is still without a
/// curve. A loop reaches no further than `loop_reach` out of its box.
void add_straight_curves(const layout::LayoutRequest& request, Drawing& drawing, double loop_reach);

/// How far the lines of several edges between two boxes lie from the middle of their bundle, in the order of
/// `edges`.
double aside(std::size_t rank, std::size_t count, const base::Rect& from, const base::Rect& to);

/// Where the way from a point inside a box in a direction leaves the box.
base::Point leave(const base::Rect& box, base::Point inside, base::Point direction);

/// The segments of a polygon as one curve, corners rounded by at most `radius`.
Curve rounded(const std::vector<base::Point>& corners, double radius);

}  // namespace shezhire::graphviz
