#include "graphviz/around.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "graphviz/curves.h"

namespace shezhire::graphviz {
namespace {

using base::Point;
using base::Rect;

double distance(Point a, Point b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

Rect grown(const Rect& r, double by) {
    return {r.left - by, r.top - by, r.right + by, r.bottom + by};
}

// Liang and Barsky (1984): does the segment pass through the inside of the box? Touching is allowed.
bool crosses(Point a, Point b, const Rect& box) {
    constexpr double slack = 1e-6;
    double enter = 0;
    double leave = 1;
    const auto clip = [&](double start, double step, double low, double high) {
        if (std::abs(step) < 1e-12) return start > low + slack && start < high - slack;
        double t0 = (low + slack - start) / step;
        double t1 = (high - slack - start) / step;
        if (t0 > t1) std::swap(t0, t1);
        enter = std::max(enter, t0);
        leave = std::min(leave, t1);
        return enter < leave;
    };
    return clip(a.x, b.x - a.x, box.left, box.right) && clip(a.y, b.y - a.y, box.top, box.bottom);
}

using Path = std::vector<Point>;

// Dijkstra over the corners of a few obstacles.
Path shortest_path(Point start, Point end, const std::vector<Rect>& obstacles) {
    std::vector<Point> points{start, end};
    for (const auto& o : obstacles) {
        for (const Point p : {Point{o.left, o.top}, Point{o.right, o.top}, Point{o.right, o.bottom},
                              Point{o.left, o.bottom}}) {
            points.push_back(p);
        }
    }
    const auto sees = [&](Point a, Point b) {
        return std::none_of(obstacles.begin(), obstacles.end(),
                            [&](const Rect& o) { return crosses(a, b, o); });
    };
    constexpr double unknown = std::numeric_limits<double>::infinity();
    std::vector<double> far(points.size(), unknown);
    std::vector<std::size_t> before(points.size(), 0);
    std::vector<bool> done(points.size());
    far[0] = 0;
    for (;;) {
        std::size_t here = points.size();
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (!done[i] && far[i] < unknown && (here == points.size() || far[i] < far[here])) here = i;
        }
        if (here == points.size()) return {};
        if (here == 1) break;
        done[here] = true;
        for (std::size_t i = 1; i < points.size(); ++i) {
            const double there = far[here] + distance(points[here], points[i]);
            if (done[i] || there >= far[i] || !sees(points[here], points[i])) continue;
            far[i] = there;
            before[i] = here;
        }
    }
    Path path{end};
    for (std::size_t i = 1; i != 0;) {
        i = before[i];
        path.push_back(points[i]);
    }
    std::reverse(path.begin(), path.end());
    return path;
}

Point on_curve(const Point* p, double t) {
    const double s = 1 - t;
    return p[0] * (s * s * s) + p[1] * (3 * s * s * t) + p[2] * (3 * s * t * t) + p[3] * (t * t * t);
}

class Router {
  public:
    Router(const std::vector<Rect>& boxes, double margin) : boxes_(boxes), margin_(margin) {}

    [[nodiscard]] Curve curve(std::size_t from, std::size_t to, double offset) const {
        const Point way = boxes_[to].centre() - boxes_[from].centre();
        const double far = std::max(1e-9, distance({}, way));
        const Point across = Point{-way.y, way.x} * (offset / far);
        auto path = path_round(from, to, boxes_[from].centre() + across, boxes_[to].centre() + across);
        if (path.size() < 2) return {};
        path.front() = leave(boxes_[from], path.front(), path[1] - path.front());
        path.back() = leave(boxes_[to], path.back(), path[path.size() - 2] - path.back());
        for (double radius = 64; radius > 2 * margin_; radius /= 2) {
            auto wide = rounded(path, radius);
            if (is_free(wide, from, to)) return wide;
        }
        return rounded(path, 2 * margin_);  // cuts a corner by less than the margin
    }

  private:
    // Starts with nothing in the way and takes in only what the way meets: at the end it is the shortest
    // among all boxes.
    [[nodiscard]] Path path_round(std::size_t from, std::size_t to, Point start, Point end) const {
        constexpr std::size_t most = 60;  // boxes met; beyond that a straight line is the clearer picture
        Path path{start, end};
        std::vector<Rect> obstacles;
        std::vector<bool> taken(boxes_.size());
        taken[from] = taken[to] = true;
        for (;;) {
            const auto known = obstacles.size();
            for (std::size_t i = 0; i < boxes_.size(); ++i) {
                if (taken[i]) continue;
                const auto box = grown(boxes_[i], margin_);
                for (std::size_t k = 0; k + 1 < path.size() && !taken[i]; ++k) {
                    if (crosses(path[k], path[k + 1], box)) taken[i] = true;
                }
                if (taken[i]) obstacles.push_back(box);
            }
            if (obstacles.size() == known) return path;
            if (obstacles.size() > most) return {start, end};
            path = shortest_path(start, end, obstacles);
            if (path.empty()) return {start, end};
        }
    }

    [[nodiscard]] bool is_free(const Curve& curve, std::size_t from, std::size_t to) const {
        constexpr int steps = 8;
        for (std::size_t k = 0; k + 3 < curve.size(); k += 3) {
            Point last = curve[k];
            for (int i = 1; i <= steps; ++i) {
                const Point next = on_curve(&curve[k], static_cast<double>(i) / steps);
                if (meets_any(last, next, from, to)) return false;
                last = next;
            }
        }
        return true;
    }

    [[nodiscard]] bool meets_any(Point a, Point b, std::size_t from, std::size_t to) const {
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            const bool end = i == from || i == to;
            // An end may be touched, yet not be entered again.
            if (crosses(a, b, end ? grown(boxes_[i], -0.01) : grown(boxes_[i], margin_ / 2))) return true;
        }
        return false;
    }

    const std::vector<Rect>& boxes_;
    double margin_;
};

}  // namespace

void add_curves_around(const layout::LayoutRequest& request, Drawing& drawing, double gap) {
    const Router router(drawing.boxes, gap * 0.4);
    for (const auto& [ends, edges] : bundles_of(request)) {
        if (ends.first == ends.second) continue;
        for (std::size_t rank = 0; rank < edges.size(); ++rank) {
            const auto& from = drawing.boxes[ends.first];
            const auto& to = drawing.boxes[ends.second];
            auto& curve = drawing.curves[edges[rank]];
            curve = router.curve(ends.first, ends.second, aside(rank, edges.size(), from, to));
            if (request.edges[edges[rank]].from != ends.first) std::reverse(curve.begin(), curve.end());
        }
    }
}

}  // namespace shezhire::graphviz
