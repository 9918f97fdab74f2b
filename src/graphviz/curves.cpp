#include "graphviz/curves.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace shezhire::graphviz {
namespace {

using base::Point;
using base::Rect;

double length(Point p) {
    return std::hypot(p.x, p.y);
}

Point towards(Point a, Point b, double share) {
    return a + (b - a) * share;
}

void line_to(Curve& curve, Point end) {
    const Point start = curve.back();
    curve.insert(curve.end(), {towards(start, end, 1.0 / 3), towards(start, end, 2.0 / 3), end});
}

Curve loop(const Rect& box, double reach) {
    const double out = reach * 4 / 3;  // a curve goes three quarters of the way to its control points
    const double up = box.height() / 4;
    const Point side{box.right, box.centre().y};
    return {{side.x, side.y - up},
            {side.x + out, side.y - up},
            {side.x + out, side.y + up},
            {side.x, side.y + up}};
}

Curve segment(const Rect& from, const Rect& to, double offset) {
    const Point way = to.centre() - from.centre();
    const double far = length(way);
    if (far < 1e-9) return {};
    const Point across = Point{-way.y, way.x} * (offset / far);
    Curve curve{leave(from, from.centre() + across, way)};
    line_to(curve, leave(to, to.centre() + across, way * -1));
    return curve;
}

}  // namespace

Point leave(const Rect& box, Point inside, Point direction) {
    double share = 1e300;
    if (direction.x > 0) share = std::min(share, (box.right - inside.x) / direction.x);
    if (direction.x < 0) share = std::min(share, (box.left - inside.x) / direction.x);
    if (direction.y > 0) share = std::min(share, (box.bottom - inside.y) / direction.y);
    if (direction.y < 0) share = std::min(share, (box.top - inside.y) / direction.y);
    return inside + direction * share;
}

double aside(std::size_t rank, std::size_t count, const Rect& from, const Rect& to) {
    if (count < 2) return 0;
    const double least = std::min({from.width(), from.height(), to.width(), to.height()});
    const double step = std::min(6.0, least / 2 / static_cast<double>(count));
    return step * (static_cast<double>(rank) - static_cast<double>(count - 1) / 2);
}

Bundles bundles_of(const layout::LayoutRequest& request) {
    Bundles bundles;
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        const auto& edge = request.edges[i];
        bundles[{std::min(edge.from, edge.to), std::max(edge.from, edge.to)}].push_back(i);
    }
    return bundles;
}

void add_straight_curves(const layout::LayoutRequest& request, Drawing& drawing, double loop_reach) {
    for (const auto& [ends, edges] : bundles_of(request)) {
        const auto& from = drawing.boxes[ends.first];
        const auto& to = drawing.boxes[ends.second];
        for (std::size_t rank = 0; rank < edges.size(); ++rank) {
            auto& curve = drawing.curves[edges[rank]];
            if (!curve.empty()) continue;
            if (ends.first == ends.second) {
                curve = loop(from,
                             loop_reach * static_cast<double>(rank + 1) / static_cast<double>(edges.size()));
                continue;
            }
            curve = segment(from, to, aside(rank, edges.size(), from, to));
            if (request.edges[edges[rank]].from != ends.first) std::reverse(curve.begin(), curve.end());
        }
    }
}

Curve rounded(const std::vector<Point>& corners, double radius) {
    Curve curve{corners.front()};
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        const Point before = corners[i - 1] - corners[i];
        const Point after = corners[i + 1] - corners[i];
        const double r = std::min({radius, length(before) / 2, length(after) / 2});
        if (r < 0.01) {
            line_to(curve, corners[i]);
            continue;
        }
        const Point start = corners[i] + before * (r / length(before));
        const Point end = corners[i] + after * (r / length(after));
        constexpr double quarter = 0.5523;  // of a circle by one Bézier segment
        line_to(curve, start);
        curve.insert(curve.end(),
                     {towards(start, corners[i], quarter), towards(end, corners[i], quarter), end});
    }
    line_to(curve, corners.back());
    return curve;
}

}  // namespace shezhire::graphviz
