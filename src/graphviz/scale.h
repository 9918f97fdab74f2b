// Graphviz counts in whole points up to 2^31: a sheet too large for that goes in smaller, and comes out in
// its own size.
#pragma once

#include "layout/layout.h"

namespace shezhire::graphviz {

/// Graphviz points per point of the request: 1 but for giant sheets.
double scale_for(const layout::LayoutRequest& request);

/// The size that Graphviz keeps free: whole points, never smaller than asked for.
base::Size size_for(const layout::RequestNode& node, double scale);

}  // namespace shezhire::graphviz
