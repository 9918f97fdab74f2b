// Cards and lines -> elements of the scene, with their names and descriptions for those who cannot see them.
#pragma once

#include <vector>

#include "scene/card.h"
#include "scene/structure.h"

namespace shezhire::scene {

/// What elements are made from; all referred to outlives the call.
struct Drawing {
    const graph::Graph& graph;
    const model::Model& model;
    const Theme& theme;
    const StructureStyle& style;
};

/// The box of a node at `top_left`, and its badge as an element of its own.
void add_node(const Drawing&, std::uint32_t node, std::uint32_t parent, const Card&, base::Point top_left,
              std::vector<Element>& nodes, std::vector<Element>& badges);

/// A part-of line as straight pieces with round corners.
Element line_element(const Drawing&, const graph::Edge&, const std::vector<base::Point>& points);
/// A line along a piecewise Bézier curve (1 + 3n points).
Element curve_element(const Drawing&, const graph::Edge&, const std::vector<base::Point>& curve);

/// Sets an element's box to what its shapes cover.
void fit_box(Element&);

}  // namespace shezhire::scene
