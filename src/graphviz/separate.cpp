#include "graphviz/separate.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace shezhire::graphviz {
namespace {

using base::Point;
using base::Rect;

// Less than a hundredth of a point is rounding.
constexpr double rounding = 0.01;

bool closer(const Rect& a, const Rect& b, double gap) {
    const double reach = gap - rounding;
    return a.left < b.right + reach && b.left < a.right + reach && a.top < b.bottom + reach &&
           b.top < a.bottom + reach;
}

std::vector<std::size_t> from_the_left(const std::vector<Rect>& boxes) {
    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return boxes[a].left < boxes[b].left; });
    return order;
}

// Calls `visit` for every pair that is too close until it returns false. A sweep: only boxes that share some
// x are compared.
template <class Visit>
void for_close_pairs(const std::vector<Rect>& boxes, double gap, Visit visit) {
    const auto order = from_the_left(boxes);
    std::vector<std::size_t> open;
    for (const auto i : order) {
        std::erase_if(open, [&](std::size_t j) { return boxes[j].right + gap <= boxes[i].left; });
        for (const auto j : open) {
            if (closer(boxes[i], boxes[j], gap) && !visit(boxes[i], boxes[j])) return;
        }
        open.push_back(i);
    }
}

// How far the whole must be stretched to part all pairs; empty where that is too far.
std::optional<double> stretch_for(const std::vector<Rect>& boxes, double gap) {
    constexpr double most = 1.3;
    double factor = 1;
    for_close_pairs(boxes, gap, [&](const Rect& a, const Rect& b) {
        const Point apart = b.centre() - a.centre();
        const double wide = ((a.width() + b.width()) / 2 + gap) / std::max(1e-9, std::abs(apart.x));
        const double high = ((a.height() + b.height()) / 2 + gap) / std::max(1e-9, std::abs(apart.y));
        factor = std::max(factor, std::min(wide, high));
        return factor <= most;
    });
    if (factor > most) return std::nullopt;
    return factor;
}

void push(std::vector<Rect>& boxes, double gap) {
    std::vector<Rect> placed;
    for (const auto i : from_the_left(boxes)) {
        auto& box = boxes[i];
        for (bool moved = true; moved;) {
            moved = false;
            for (const auto& other : placed) {
                if (!closer(box, other, gap)) continue;
                box = Rect::at({other.right + gap, box.top}, box.size());
                moved = true;
            }
        }
        placed.push_back(box);
    }
}

}  // namespace

bool any_closer(const std::vector<Rect>& boxes, double gap) {
    bool found = false;
    for_close_pairs(boxes, gap, [&](const Rect&, const Rect&) {
        found = true;
        return false;
    });
    return found;
}

void separate(std::vector<Rect>& boxes, double gap) {
    if (const auto factor = stretch_for(boxes, gap)) {
        for (auto& box : boxes) box = Rect::around(box.centre() * *factor, box.size());
    }
    if (any_closer(boxes, gap)) push(boxes, gap);
}

}  // namespace shezhire::graphviz
