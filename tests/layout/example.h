// Small requests and answers that the tests of the layout room share.
#pragma once

#include <algorithm>
#include <string>

#include "layout/layout.h"

namespace shezhire::test {

inline layout::LayoutRequest small_request() {
    layout::LayoutRequest request;
    request.root = "ifla";
    request.nodes = {{"ifla", {120, 40}, "", 1},
                     {"div \"1\" \\N", {90.125, 30}, "lane", 2.5},
                     {"Қазақстан", {80, 30}, "lane", 1}};
    request.edges = {{"a", 0, 1, 1, 1, true}, {"b", 0, 2, 2, 3.5, true}, {"c", 1, 2, 1, 0, false}};
    return request;
}

/// An answer to any request: everything in one row.
inline layout::Layout row_for(const layout::LayoutRequest& request) {
    layout::Layout layout;
    for (const auto& node : request.nodes) {
        layout.nodes.push_back(
            {node.key, {layout.size.width + node.size.width / 2, node.size.height / 2}, node.size});
        layout.size.width += node.size.width + 10;
        layout.size.height = std::max(layout.size.height, node.size.height);
    }
    for (const auto& edge : request.edges)
        layout.edges.push_back({edge.key, {{0, 0}, {1, 0.5}, {2, 1}, {3, 1e-9}}});
    return layout;
}

}  // namespace shezhire::test
