// The picture as a DOT graph with positions, so that Graphviz's own tools (neato -n2) draw and measure what
// we laid out.
#pragma once

#include <string>

#include "export/export.h"
#include "scene/scene.h"
#include "text/typesetter.h"

namespace shezhire::exporting {

/// Nodes, what happened to them, and edges as drawn; `joins` say which nodes an edge joins. A timeline's
/// life-lines are nodes as long as they lived, its events small nodes tied to them by unseen edges. pos and
/// bb in points with y upwards, width and height in inches, as the DOT language wants them
/// (graphviz.org/docs/attr-types/splineType).
std::string to_dot(const scene::Scene& scene, const Joins& joins, const text::Typesetter& typesetter);

/// Graphviz 2.42 refuses quoted strings of 16 KiB; the longest escape is five bytes.
constexpr std::size_t longest_dot_string = 3000;
/// A quoted DOT string, shortened to that. As a label (escString: \N, \n and character entities mean
/// something), or as a plain string.
std::string dot_label(std::string_view text);
std::string dot_string(std::string_view text);

}  // namespace shezhire::exporting
