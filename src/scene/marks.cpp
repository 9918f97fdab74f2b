#include <cmath>
#include <numbers>

#include "scene/pen.h"
#include "scene/shapes.h"

namespace shezhire::scene {
namespace {

using base::Point;

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

}  // namespace shezhire::scene
