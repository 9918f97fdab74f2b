#include "scene/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace shezhire::scene {
namespace {

using base::Point;
using base::Rect;

constexpr double kappa = 0.5523;  ///< control length of a quarter circle of radius 1

/// Writes a path point by point.
struct Pen {
    PathShape path;

    void move(Point p) { put(Verb::move, {p}); }
    void line(Point p) { put(Verb::line, {p}); }
    void cubic(Point a, Point b, Point c) { put(Verb::cubic, {a, b, c}); }
    void close() { path.verbs.push_back(Verb::close); }
    /// A quarter turn from the pen's place `from` over the corner to `to`.
    void corner(Point from, Point at, Point to) {
        cubic(from + (at - from) * kappa, to + (at - to) * kappa, to);
    }
    void polygon(std::initializer_list<Point> points) {
        bool first = true;
        for (const Point p : points) {
            first ? move(p) : line(p);
            first = false;
        }
        close();
    }
    void circle(Point c, double r) {
        move({c.x + r, c.y});
        corner({c.x + r, c.y}, {c.x + r, c.y + r}, {c.x, c.y + r});
        corner({c.x, c.y + r}, {c.x - r, c.y + r}, {c.x - r, c.y});
        corner({c.x - r, c.y}, {c.x - r, c.y - r}, {c.x, c.y - r});
        corner({c.x, c.y - r}, {c.x + r, c.y - r}, {c.x + r, c.y});
        close();
    }

  private:
    void put(Verb verb, std::initializer_list<Point> points) {
        path.verbs.push_back(verb);
        path.points.insert(path.points.end(), points);
    }
};

/// How far the four corners (from top left, clockwise) of a shape are taken off.
double corner_of(BoxShape shape, const Rect& box) {
    const double half = std::min(box.width(), box.height()) / 2;
    switch (shape) {
        case BoxShape::rectangle:
            return 0;
        case BoxShape::rounded:
            return std::min(4.5, half);
        case BoxShape::pill:
            return std::min(10.0, half);
        case BoxShape::cut_corner:
            return std::min(6.0, half);
        case BoxShape::folder:
            return std::min(4.0, half);
        case BoxShape::hexagon:
            return std::min(6.0, half);
    }
    return 0;
}

PathShape hexagon(const Rect& box, double cut) {
    Pen pen;
    const double middle = box.centre().y;
    pen.polygon({{box.left + cut, box.top},
                 {box.right - cut, box.top},
                 {box.right, middle},
                 {box.right - cut, box.bottom},
                 {box.left + cut, box.bottom},
                 {box.left, middle}});
    return pen.path;
}

/// A folder's tab is a notch in the top edge: the outline stays within the box.
PathShape folder(const Rect& box, double tab) {
    Pen pen;
    const double end = box.left + std::min(box.width() * 0.45, 54.0);
    pen.polygon({{box.left, box.top},
                 {end, box.top},
                 {end + tab, box.top + tab},
                 {box.right, box.top + tab},
                 {box.right, box.bottom},
                 {box.left, box.bottom}});
    return pen.path;
}

void star(Pen& pen, Point c, double r) {
    for (int k = 0; k < 10; ++k) {
        const double angle = std::numbers::pi * (k / 5.0 - 0.5);
        const double radius = k % 2 == 0 ? r * 1.15 : r * 0.5;
        const Point p{c.x + radius * std::cos(angle), c.y + radius * std::sin(angle)};
        k == 0 ? pen.move(p) : pen.line(p);
    }
    pen.close();
}

void book(Pen& pen, Point c, double r) {
    // An open book: two leaning pages that meet at the spine.
    pen.polygon({{c.x, c.y - r * 0.5}, {c.x - r, c.y - r * 0.9}, {c.x - r, c.y + r * 0.6}, {c.x, c.y + r}});
    pen.polygon({{c.x + r * 0.18, c.y - r * 0.5},
                 {c.x + r, c.y - r * 0.9},
                 {c.x + r, c.y + r * 0.6},
                 {c.x + r * 0.18, c.y + r}});
}

}  // namespace

PathShape rounded_rectangle(const Rect& box, double radius) {
    const double r = std::min({radius, box.width() / 2, box.height() / 2});
    Pen pen;
    pen.move({box.left + r, box.top});
    pen.line({box.right - r, box.top});
    pen.corner({box.right - r, box.top}, {box.right, box.top}, {box.right, box.top + r});
    pen.line({box.right, box.bottom - r});
    pen.corner({box.right, box.bottom - r}, {box.right, box.bottom}, {box.right - r, box.bottom});
    pen.line({box.left + r, box.bottom});
    pen.corner({box.left + r, box.bottom}, {box.left, box.bottom}, {box.left, box.bottom - r});
    pen.line({box.left, box.top + r});
    pen.corner({box.left, box.top + r}, {box.left, box.top}, {box.left + r, box.top});
    pen.close();
    return pen.path;
}

PathShape box_outline(BoxShape shape, const Rect& box) {
    const double cut = corner_of(shape, box);
    switch (shape) {
        case BoxShape::hexagon:
            return hexagon(box, cut);
        case BoxShape::folder:
            return folder(box, cut);
        case BoxShape::cut_corner: {
            Pen pen;
            pen.polygon({{box.left, box.top},
                         {box.right - cut, box.top},
                         {box.right, box.top + cut},
                         {box.right, box.bottom},
                         {box.left, box.bottom}});
            return pen.path;
        }
        default:
            return rounded_rectangle(box, cut);
    }
}

PathShape box_strip(BoxShape shape, const Rect& box, double width, base::Colour colour) {
    Pen pen;
    const double cut = corner_of(shape, box);
    const double right = box.left + width;
    if (shape == BoxShape::rounded || shape == BoxShape::pill) {
        // The corner's arc, cut off at the strip's inner side: x = r - sqrt(r^2 - d^2) of a circle.
        const double d = std::min(width, cut);
        const double lift = cut - std::sqrt(std::max(0.0, cut * cut - (cut - d) * (cut - d)));
        const Point top{box.left + d, box.top + lift};
        const Point bottom{box.left + d, box.bottom - lift};
        const Point upper{box.left, box.top + cut};
        const Point lower{box.left, box.bottom - cut};
        pen.move(upper);
        pen.cubic({box.left, box.top + cut * 0.62},
                  {box.left + d * 0.35, box.top + lift + (cut - lift) * 0.25}, top);
        pen.line({right, top.y});
        pen.line({right, bottom.y});
        pen.line(bottom);
        pen.cubic({box.left + d * 0.35, box.bottom - lift - (cut - lift) * 0.25},
                  {box.left, box.bottom - cut * 0.62}, lower);
        pen.close();
    } else if (shape == BoxShape::hexagon) {
        const double middle = box.centre().y;
        pen.polygon({{box.left, middle},
                     {box.left + cut, box.top},
                     {right + cut, box.top},
                     {right, middle},
                     {right + cut, box.bottom},
                     {box.left + cut, box.bottom}});
    } else {
        pen.polygon({{box.left, box.top}, {right, box.top}, {right, box.bottom}, {box.left, box.bottom}});
    }
    pen.path.fill = colour;
    return pen.path;
}

PathShape mark_outline(Mark mark, Point c, double size, base::Colour colour) {
    Pen pen;
    const double r = size / 2;
    const auto stroked = [&](double width) { pen.path.stroke = {colour, width, Dash::solid}; };
    pen.path.fill = colour;
    switch (mark) {
        case Mark::none:
            break;
        case Mark::disc:
            pen.circle(c, r * 0.9);
            break;
        case Mark::ring:
            pen.circle(c, r * 0.72);
            pen.path.fill = colour.with_alpha(0);
            stroked(size * 0.2);
            break;
        case Mark::square:
            pen.polygon({{c.x - r * 0.85, c.y - r * 0.85},
                         {c.x + r * 0.85, c.y - r * 0.85},
                         {c.x + r * 0.85, c.y + r * 0.85},
                         {c.x - r * 0.85, c.y + r * 0.85}});
            break;
        case Mark::diamond:
            pen.polygon(
                {{c.x, c.y - r * 1.1}, {c.x + r * 1.1, c.y}, {c.x, c.y + r * 1.1}, {c.x - r * 1.1, c.y}});
            break;
        case Mark::triangle:
            pen.polygon({{c.x, c.y - r}, {c.x + r * 1.05, c.y + r * 0.85}, {c.x - r * 1.05, c.y + r * 0.85}});
            break;
        case Mark::bar:
            pen.polygon({{c.x - r, c.y - r * 0.38},
                         {c.x + r, c.y - r * 0.38},
                         {c.x + r, c.y + r * 0.38},
                         {c.x - r, c.y + r * 0.38}});
            break;
        case Mark::cross: {
            const double w = r * 0.34;
            pen.polygon({{c.x - w, c.y - r},
                         {c.x + w, c.y - r},
                         {c.x + w, c.y - w},
                         {c.x + r, c.y - w},
                         {c.x + r, c.y + w},
                         {c.x + w, c.y + w},
                         {c.x + w, c.y + r},
                         {c.x - w, c.y + r},
                         {c.x - w, c.y + w},
                         {c.x - r, c.y + w},
                         {c.x - r, c.y - w},
                         {c.x - w, c.y - w}});
            break;
        }
        case Mark::star:
            star(pen, c, r);
            break;
        case Mark::book:
            book(pen, c, r);
            break;
        case Mark::globe:
            pen.circle(c, r * 0.88);
            pen.move({c.x - r * 0.88, c.y});
            pen.line({c.x + r * 0.88, c.y});
            pen.move({c.x, c.y - r * 0.88});
            pen.cubic({c.x + r * 0.75, c.y - r * 0.4}, {c.x + r * 0.75, c.y + r * 0.4},
                      {c.x, c.y + r * 0.88});
            pen.cubic({c.x - r * 0.75, c.y + r * 0.4}, {c.x - r * 0.75, c.y - r * 0.4},
                      {c.x, c.y - r * 0.88});
            pen.path.fill = colour.with_alpha(0);
            stroked(size * 0.12);
            break;
    }
    return pen.path;
}

PathShape dispute_mark(Point c, const Theme& theme) {
    Pen pen;
    pen.polygon({{c.x - 3.6, c.y - 3}, {c.x - 0.5, c.y}, {c.x - 3.6, c.y + 3}});
    pen.polygon({{c.x + 3.6, c.y - 3}, {c.x + 0.5, c.y}, {c.x + 3.6, c.y + 3}});
    pen.path.fill = theme.selection;
    pen.path.detail.min_scale = 0.5F;
    return pen.path;
}

PathShape rounded_line(std::span<const Point> points, double radius, const Stroke& stroke) {
    Pen pen;
    pen.path.stroke = stroke;
    if (points.empty()) return pen.path;
    pen.move(points.front());
    for (std::size_t k = 1; k + 1 < points.size(); ++k) {
        const Point before = points[k - 1] - points[k];
        const Point after = points[k + 1] - points[k];
        const double length_before = std::hypot(before.x, before.y);
        const double length_after = std::hypot(after.x, after.y);
        // Ends may be used up whole; a piece between two corners is shared by both.
        const double room_before = k == 1 ? length_before : length_before / 2;
        const double room_after = k + 2 == points.size() ? length_after : length_after / 2;
        const double r = std::min({radius, room_before, room_after});
        const Point from = length_before > 0 ? points[k] + before * (r / length_before) : points[k];
        const Point to = length_after > 0 ? points[k] + after * (r / length_after) : points[k];
        pen.line(from);
        pen.corner(from, points[k], to);
    }
    pen.line(points.back());
    return pen.path;
}

Rect extent(std::span<const PathShape> paths) {
    Rect box = Rect::nothing();
    for (const auto& path : paths) {
        Rect own = Rect::nothing();
        for (const Point p : path.points) own = own.united(p);
        if (!own.empty()) box = box.united(own.grown(path.stroke.width / 2));
    }
    return box.empty() ? Rect{} : box;
}

PathShape text_bars(const text::SetText& text, Point top_left, base::Colour colour) {
    Pen pen;
    const double half = text.style.size * 0.2;
    for (const auto& line : text.lines) {
        const double middle = top_left.y + line.baseline - text.style.size * 0.27;
        const double left = top_left.x + line.left;
        pen.polygon({{left, middle - half},
                     {left + line.width, middle - half},
                     {left + line.width, middle + half},
                     {left, middle + half}});
    }
    pen.path.fill = colour;
    const auto readable = static_cast<float>(5.0 / text.style.size);
    pen.path.detail = {readable * 0.3F, readable};
    return pen.path;
}

}  // namespace shezhire::scene
