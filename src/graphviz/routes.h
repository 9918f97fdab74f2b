// The edges of a layered layout: children hang from one line under their parent, links beside the hierarchy
// run through the channels between rows and the gaps between boxes. Nothing goes through a box, and no box
// moves for it. Graphviz' own splines cost a third of dot's time, and bend where the line of an atlas would
// turn a corner.
#pragma once

#include "graphviz/drawing.h"

namespace shezhire::graphviz {

/// Adds the curves of all edges of a dot layout; pulls rows apart where a channel between them is crowded.
void add_hierarchy_curves(const layout::LayoutRequest& request, Drawing& drawing);

}  // namespace shezhire::graphviz
