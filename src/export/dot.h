// The picture as a DOT graph with positions, so that Graphviz's own tools (neato -n2) draw and measure what
// we laid out.
#pragma once

#include <string>

#include "layout/layout.h"
#include "scene/scene.h"
#include "text/typesetter.h"

namespace shezhire::exporting {

/// Nodes and edges as drawn; `request` says which nodes an edge joins. pos and bb in points with y upwards,
/// width and height in inches, as the DOT language wants them (graphviz.org/docs/attr-types/splineType).
std::string to_dot(const scene::Scene& scene, const layout::LayoutRequest& request,
                   const text::Typesetter& typesetter);

/// A quoted DOT string. As a label (escString: \N, \n and character entities mean something), or as a plain
/// string.
std::string dot_label(std::string_view text);
std::string dot_string(std::string_view text);

}  // namespace shezhire::exporting
