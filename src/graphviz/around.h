// Edges between scattered boxes: the shortest way round whatever stands between, bends rounded as far as
// there is room. Graphviz' router looks at every pair of corners of the whole sheet and takes minutes at 300
// boxes; this one only at the boxes that a way really meets.
#pragma once

#include "graphviz/drawing.h"

namespace shezhire::graphviz {

/// Adds the curves of all edges but loops. No two boxes may be closer than `gap` (> 0).
void add_curves_around(const layout::LayoutRequest& request, Drawing& drawing, double gap);

}  // namespace shezhire::graphviz
