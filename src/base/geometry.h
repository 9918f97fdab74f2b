// Points, sizes and rectangles in points (1/72 inch); x grows to the right, y grows downwards, everywhere.
#pragma once

#include <algorithm>

namespace shezhire::base {

struct Point {
    double x = 0;
    double y = 0;

    auto operator<=>(const Point&) const = default;
    friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
    friend Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }
};

struct Size {
    double width = 0;
    double height = 0;

    auto operator<=>(const Size&) const = default;
};

/// An axis-parallel rectangle. Empty when right < left or bottom < top; Rect{} is the point at the origin.
struct Rect {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    auto operator<=>(const Rect&) const = default;

    static Rect at(Point top_left, Size size) {
        return {top_left.x, top_left.y, top_left.x + size.width, top_left.y + size.height};
    }
    static Rect around(Point centre, Size size) {
        return at({centre.x - size.width / 2, centre.y - size.height / 2}, size);
    }
    /// What `united` starts from: contains nothing.
    static Rect nothing() { return {1e300, 1e300, -1e300, -1e300}; }

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    [[nodiscard]] Size size() const { return {width(), height()}; }
    [[nodiscard]] Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
    [[nodiscard]] Point top_left() const { return {left, top}; }
    [[nodiscard]] bool empty() const { return right < left || bottom < top; }
    [[nodiscard]] bool contains(Point p) const {
        return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom;
    }
    [[nodiscard]] bool contains(const Rect& r) const {
        return r.left >= left && r.right <= right && r.top >= top && r.bottom <= bottom;
    }
    /// Touching edges do not overlap.
    [[nodiscard]] bool overlaps(const Rect& r) const {
        return left < r.right && r.left < right && top < r.bottom && r.top < bottom;
    }
    [[nodiscard]] Rect united(const Rect& r) const {
        return {std::min(left, r.left), std::min(top, r.top), std::max(right, r.right),
                std::max(bottom, r.bottom)};
    }
    [[nodiscard]] Rect united(Point p) const { return united(Rect{p.x, p.y, p.x, p.y}); }
    [[nodiscard]] Rect grown(double by) const { return {left - by, top - by, right + by, bottom + by}; }
    [[nodiscard]] Rect moved(Point by) const {
        return {left + by.x, top + by.y, right + by.x, bottom + by.y};
    }
};

}  // namespace shezhire::base
