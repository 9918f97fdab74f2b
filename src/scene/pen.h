// Writes a path point by point.
#pragma once

#include <initializer_list>

#include "scene/scene.h"

namespace shezhire::scene {

inline constexpr double kappa = 0.5523;  ///< control length of a quarter circle of radius 1

struct Pen {
    PathShape path;

    void reserve(std::size_t verbs, std::size_t points) {
        path.verbs.reserve(verbs);
        path.points.reserve(points);
    }
    void move(base::Point p) { put(Verb::move, p); }
    void line(base::Point p) { put(Verb::line, p); }
    void cubic(base::Point a, base::Point b, base::Point c) {
        put(Verb::cubic, a);
        path.points.push_back(b);
        path.points.push_back(c);
    }
    void close() { path.verbs.push_back(Verb::close); }
    /// A quarter turn from the pen's place `from` over the corner to `to`.
    void corner(base::Point from, base::Point at, base::Point to) {
        cubic(from + (at - from) * kappa, to + (at - to) * kappa, to);
    }
    void polygon(std::initializer_list<base::Point> points) {
        if (path.verbs.empty()) reserve(points.size() + 1, points.size());
        bool first = true;
        for (const base::Point p : points) {
            first ? move(p) : line(p);
            first = false;
        }
        close();
    }
    void circle(base::Point c, double r) {
        if (path.verbs.empty()) reserve(6, 13);
        move({c.x + r, c.y});
        corner({c.x + r, c.y}, {c.x + r, c.y + r}, {c.x, c.y + r});
        corner({c.x, c.y + r}, {c.x - r, c.y + r}, {c.x - r, c.y});
        corner({c.x - r, c.y}, {c.x - r, c.y - r}, {c.x, c.y - r});
        corner({c.x, c.y - r}, {c.x + r, c.y - r}, {c.x + r, c.y});
        close();
    }

  private:
    void put(Verb verb, base::Point p) {
        path.verbs.push_back(verb);
        path.points.push_back(p);
    }
};

}  // namespace shezhire::scene
