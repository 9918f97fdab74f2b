// What every layout must keep, whatever the engine: judged in points, with a little slack for rounding.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "layout/layout.h"

namespace shezhire::test {

inline std::vector<base::Rect> boxes_of(const layout::Layout& layout) {
    std::vector<base::Rect> boxes;
    for (const auto& node : layout.nodes) boxes.push_back(base::Rect::around(node.centre, node.size));
    return boxes;
}

/// `r` made smaller on all sides; empty where nothing is left.
inline base::Rect shrunk(const base::Rect& r, double by) {
    return {r.left + by, r.top + by, r.right - by, r.bottom - by};
}

inline ::testing::AssertionResult nothing_overlaps(const layout::Layout& layout) {
    const auto boxes = boxes_of(layout);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (shrunk(boxes[i], 0.02).overlaps(boxes[j]) && !shrunk(boxes[i], 0.02).empty()) {
                return ::testing::AssertionFailure()
                       << layout.nodes[i].key << " lies on " << layout.nodes[j].key;
            }
        }
    }
    return ::testing::AssertionSuccess();
}

inline double distance_to_outline(const base::Rect& box, base::Point p) {
    const double x = std::max(box.left - p.x, p.x - box.right);
    const double y = std::max(box.top - p.y, p.y - box.bottom);
    if (x > 0 || y > 0) return std::hypot(std::max(x, 0.0), std::max(y, 0.0));
    return -std::max(x, y);
}

inline ::testing::AssertionResult curves_join_their_boxes(const layout::Layout& layout,
                                                          const layout::LayoutRequest& request) {
    const auto boxes = boxes_of(layout);
    for (std::size_t i = 0; i < layout.edges.size(); ++i) {
        const auto& curve = layout.edges[i].curve;
        if (curve.empty()) return ::testing::AssertionFailure() << request.edges[i].key << " has no curve";
        const double start = distance_to_outline(boxes[request.edges[i].from], curve.front());
        const double end = distance_to_outline(boxes[request.edges[i].to], curve.back());
        if (start > 0.01 || end > 0.01) {
            return ::testing::AssertionFailure()
                   << request.edges[i].key << " is " << start << " and " << end << " off its ends";
        }
    }
    return ::testing::AssertionSuccess();
}

inline base::Point on_curve(const std::vector<base::Point>& c, std::size_t k, double t) {
    const double s = 1 - t;
    return c[k] * (s * s * s) + c[k + 1] * (3 * s * s * t) + c[k + 2] * (3 * s * t * t) +
           c[k + 3] * (t * t * t);
}

inline ::testing::AssertionResult no_curve_crosses_a_box(const layout::Layout& layout) {
    const auto boxes = boxes_of(layout);
    for (const auto& edge : layout.edges) {
        for (std::size_t k = 0; k + 3 < edge.curve.size(); k += 3) {
            for (int step = 0; step <= 32; ++step) {
                const auto p = on_curve(edge.curve, k, step / 32.0);
                for (std::size_t i = 0; i < boxes.size(); ++i) {
                    const auto inside = shrunk(boxes[i], 0.05);
                    if (!inside.empty() && inside.contains(p)) {
                        return ::testing::AssertionFailure()
                               << edge.key << " runs through " << layout.nodes[i].key;
                    }
                }
            }
        }
    }
    return ::testing::AssertionSuccess();
}

inline ::testing::AssertionResult all_lies_on_the_sheet(const layout::Layout& layout) {
    base::Rect bounds = base::Rect::nothing();
    const auto include = [&](base::Point p) {
        bounds = {std::min(bounds.left, p.x), std::min(bounds.top, p.y), std::max(bounds.right, p.x),
                  std::max(bounds.bottom, p.y)};
    };
    for (const auto& box : boxes_of(layout)) {
        include(box.top_left());
        include({box.right, box.bottom});
    }
    for (const auto& edge : layout.edges) {
        for (const auto p : edge.curve) include(p);
    }
    const double slack = 1e-6 * (1 + layout.size.width + layout.size.height);
    const bool fits = std::abs(bounds.left) <= slack && std::abs(bounds.top) <= slack &&
                      std::abs(bounds.right - layout.size.width) <= slack &&
                      std::abs(bounds.bottom - layout.size.height) <= slack;
    if (fits) return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure()
           << "the sheet is " << layout.size.width << " x " << layout.size.height
           << ", what is on it reaches from " << bounds.left << ", " << bounds.top << " to " << bounds.right
           << ", " << bounds.bottom;
}

}  // namespace shezhire::test
