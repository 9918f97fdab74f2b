#include "scene/shapes.h"

#include <algorithm>
#include <cmath>

#include "scene/pen.h"

namespace shezhire::scene {
namespace {

using base::Point;
using base::Rect;

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

}  // namespace

PathShape rounded_rectangle(const Rect& box, double radius) {
    const double r = std::min({radius, box.width() / 2, box.height() / 2});
    Pen pen;
    pen.reserve(10, 17);
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

void thicken(Scene& scene, double weight) {
    if (weight == 1) return;
    for (auto& element : scene.elements) {
        double widest = 0;
        for (auto& path : element.paths) {
            widest = std::max(widest, path.stroke.width);
            path.stroke.width *= weight;
        }
        element.box = element.box.grown(widest * (weight - 1) / 2);
    }
}

}  // namespace shezhire::scene
