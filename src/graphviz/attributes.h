// What Graphviz is told besides nodes and edges: its attributes, from the request. Text only, so that it can
// be tested and read without Graphviz.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "layout/layout.h"

namespace shezhire::graphviz {

inline constexpr double points_per_inch = 72;

using Attributes = std::vector<std::pair<std::string, std::string>>;

Attributes graph_attributes(const layout::LayoutRequest& request, double scale);
Attributes node_attributes();

std::string inches(double points);
/// dot takes whole numbers.
std::string edge_weight(layout::Engine engine, double weight);
/// The distance that force-directed engines aim at, in inches; empty where the engine has no such wish.
std::string edge_length(const layout::LayoutRequest& request, const layout::RequestEdge& edge, double scale);
bool heeds_clusters(layout::Engine engine);
bool heeds_edges(layout::Engine engine);
}  // namespace shezhire::graphviz
