// What the steps of a layout work on: boxes and curves by index, in points, y downwards, anywhere on the
// plane.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "layout/layout.h"

namespace shezhire::graphviz {

using Curve = std::vector<base::Point>;  ///< a Bézier curve of 1 + 3n points, or empty

struct Drawing {
    std::vector<base::Rect> boxes;  ///< one a node of the request
    std::vector<Curve> curves;      ///< one an edge of the request, from its source to its target
};

/// dot never hears of these: links beside the hierarchy that may not widen or reorder it.
inline bool moves_nothing(layout::Engine engine, const layout::RequestEdge& edge) {
    return engine == layout::Engine::dot && !edge.ranking && edge.weight == 0;
}

}  // namespace shezhire::graphviz
