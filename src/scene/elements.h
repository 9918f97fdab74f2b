// Cards and lines -> elements of the scene, with their names and descriptions for those who cannot see them.
#pragma once

#include <vector>

#include "scene/card.h"
#include "scene/structure.h"

namespace shezhire::scene {

/// Of two dates that are compared, the one of which elements are made.
enum class Side : std::uint8_t { both, before, after };

/// What elements are made from; all referred to outlives the call.
struct Drawing {
    const graph::Graph& graph;
    const model::Model& model;
    const Theme& theme;
    const StructureStyle& style;
    const graph::Comparison* comparison = nullptr;  ///< of this graph
    Side side = Side::both;
};

/// The box of a node at `top_left`, and its badge as an element of its own.
void add_node(const Drawing&, std::uint32_t node, std::uint32_t parent, const Card&, base::Point top_left,
              std::vector<Element>& nodes, std::vector<Element>& badges);

/// A box alone, and a badge alone: what add_node adds.
Element node_element(const Drawing&, const graph::Node&, std::uint32_t parent, const Card&,
                     base::Point top_left);
Element badge_element(const Drawing&, const graph::Node&, const Card&, base::Point top_left);

/// What is not there at the date: hardly more than its place.
void make_ghost(Element&, const Theme&);

/// How a relation's line is drawn.
Stroke stroke_of(const Drawing&, const graph::Edge&);

/// A part-of line as straight pieces with round corners.
Element line_element(const Drawing&, const graph::Edge&, const std::vector<base::Point>& points);
/// A line along a piecewise Bézier curve (1 + 3n points).
Element curve_element(const Drawing&, const graph::Edge&, const std::vector<base::Point>& curve);

/// Whether a node of a comparison stands on that side.
bool stands(const Drawing&, std::uint32_t node);

/// Shapes glide between pictures: boxes by their origin, lines by their points.
void move_by(Element&, base::Point by);

/// Sets an element's box to what its shapes cover.
void fit_box(Element&);

}  // namespace shezhire::scene
