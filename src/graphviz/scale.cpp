#include "graphviz/scale.h"

#include <algorithm>
#include <cmath>

namespace shezhire::graphviz {

double scale_for(const layout::LayoutRequest& request) {
    // However the boxes are arranged, the sheet is no longer than all of them and their distances in one row.
    constexpr double longest = 1e7;
    double width = 0;
    double height = 0;
    double ranks = 1;
    for (const auto& node : request.nodes) {
        width += node.size.width + request.node_separation;
        height += node.size.height;
    }
    for (const auto& edge : request.edges) ranks += edge.min_length;
    const double sheet = std::max(width, height) + request.rank_separation * ranks;
    return sheet > longest ? longest / sheet : 1;
}

base::Size size_for(const layout::RequestNode& node, double scale) {
    const auto side = [scale](double length) { return std::max(1.0, std::ceil(length * scale)); };
    return {side(node.size.width), side(node.size.height)};
}

}  // namespace shezhire::graphviz
