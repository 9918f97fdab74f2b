// The uniform grid behind picking and culling. Boxes are entered in every cell that they meet; an edge only
// in the cells along its path, so that a long bent edge costs nothing where it is not.
#include <algorithm>
#include <cmath>

#include "scene/scene.h"

namespace shezhire::scene {
namespace {

using base::Point;
using base::Rect;

constexpr int pieces_per_curve = 8;

bool is_edge(const Element& element) {
    return element.role == Role::edge || element.role == Role::lateral_edge;
}

bool is_pickable_box(const Element& element) {
    return element.role == Role::node || element.role == Role::badge;
}

Point on_cubic(Point a, Point b, Point c, Point d, double t) {
    const double s = 1 - t;
    return a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t);
}

/// Calls `see(from, to)` for the straight pieces of a path, in scene coordinates.
template <class See>
void for_each_piece(const Element& element, const PathShape& path, See&& see) {
    std::size_t at = 0;
    Point pen;
    Point start;
    for (const Verb verb : path.verbs) {
        const std::size_t takes = verb == Verb::cubic ? 3 : verb == Verb::close ? 0 : 1;
        if (at + takes > path.points.size()) return;
        if (verb == Verb::move) {
            pen = start = element.origin + path.points[at];
        } else if (verb == Verb::line) {
            const Point next = element.origin + path.points[at];
            see(pen, next);
            pen = next;
        } else if (verb == Verb::cubic) {
            const Point b = element.origin + path.points[at];
            const Point c = element.origin + path.points[at + 1];
            const Point d = element.origin + path.points[at + 2];
            Point last = pen;
            for (int k = 1; k <= pieces_per_curve; ++k) {
                const Point next = on_cubic(pen, b, c, d, static_cast<double>(k) / pieces_per_curve);
                see(last, next);
                last = next;
            }
            pen = d;
        } else {
            see(pen, start);
            pen = start;
        }
        at += takes;
    }
}

double squared_distance(Point p, Point a, Point b) {
    const Point ab = b - a;
    const double length = ab.x * ab.x + ab.y * ab.y;
    const double t =
        length > 0 ? std::clamp(((p.x - a.x) * ab.x + (p.y - a.y) * ab.y) / length, 0.0, 1.0) : 0;
    const Point away = p - (a + ab * t);
    return away.x * away.x + away.y * away.y;
}

double distance_to_paths(const Element& element, Point p) {
    double best = 1e300;
    for (const auto& path : element.paths) {
        for_each_piece(element, path,
                       [&](Point a, Point b) { best = std::min(best, squared_distance(p, a, b)); });
    }
    return std::sqrt(best);
}

Rect around(Point a, Point b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

bool finite(const Rect& r) {
    return std::isfinite(r.left) && std::isfinite(r.top) && std::isfinite(r.right) && std::isfinite(r.bottom);
}

}  // namespace

HitIndex::HitIndex(const Scene& scene) {
    area_ = Rect::nothing();
    for (const auto& element : scene.elements) {
        if (finite(element.box) && !element.box.empty()) area_ = area_.united(element.box);
    }
    if (area_.empty()) area_ = {};
    const double count = static_cast<double>(std::max<std::size_t>(scene.elements.size(), 1));
    const double surface = std::max(area_.width(), 1.0) * std::max(area_.height(), 1.0);
    // About two cells an element; never more than 4096 a side, whatever shape the scene has.
    cell_ = std::max({std::sqrt(surface / (2 * count)), area_.width() / 4096, area_.height() / 4096, 1e-3});
    columns_ = static_cast<std::uint32_t>(area_.width() / cell_) + 1;
    rows_ = static_cast<std::uint32_t>(area_.height() / cell_) + 1;

    struct Entry {
        std::uint32_t cell;
        std::uint32_t item;
        auto operator<=>(const Entry&) const = default;
    };
    std::vector<Entry> entries;
    const std::size_t edge_limit = 4 * (static_cast<std::size_t>(columns_) + rows_) + 16;
    const auto cell_of = [&](double offset, std::uint32_t limit) {
        return static_cast<std::uint32_t>(std::clamp(offset / cell_, 0.0, static_cast<double>(limit) - 1));
    };
    for (std::uint32_t item = 0; item < scene.elements.size(); ++item) {
        const Element& element = scene.elements[item];
        if (!finite(element.box) || element.box.empty()) continue;
        const std::size_t first = entries.size();
        bool large = false;
        const auto enter = [&](const Rect& r) {
            const auto left = cell_of(r.left - area_.left, columns_);
            const auto right = cell_of(r.right - area_.left, columns_);
            const auto top = cell_of(r.top - area_.top, rows_);
            const auto bottom = cell_of(r.bottom - area_.top, rows_);
            const std::size_t cells =
                static_cast<std::size_t>(right - left + 1) * static_cast<std::size_t>(bottom - top + 1);
            if (large || entries.size() - first + cells > (is_edge(element) ? edge_limit : 1024)) {
                large = true;
                return;
            }
            for (auto y = top; y <= bottom; ++y) {
                for (auto x = left; x <= right; ++x) entries.push_back({y * columns_ + x, item});
            }
        };
        if (is_edge(element)) {
            for (const auto& path : element.paths) {
                for_each_piece(element, path, [&](Point a, Point b) { enter(around(a, b)); });
            }
        } else {
            enter(element.box);
        }
        if (large) {
            entries.resize(first);
            large_.push_back(item);
        }
    }
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    starts_.assign(static_cast<std::size_t>(columns_) * rows_ + 1, 0);
    items_.reserve(entries.size());
    for (const Entry& entry : entries) {
        ++starts_[entry.cell + 1];
        items_.push_back(entry.item);
    }
    for (std::size_t k = 1; k < starts_.size(); ++k) starts_[k] += starts_[k - 1];
}

void HitIndex::within(const Rect& area, std::vector<std::uint32_t>& out) const {
    out.clear();
    if (columns_ == 0 || !area_.grown(1e-9).overlaps(area.grown(1e-9))) return;
    const auto cell_of = [&](double offset, std::uint32_t limit) {
        return static_cast<std::uint32_t>(std::clamp(offset / cell_, 0.0, static_cast<double>(limit) - 1));
    };
    const auto left = cell_of(area.left - area_.left, columns_);
    const auto right = cell_of(area.right - area_.left, columns_);
    const auto top = cell_of(area.top - area_.top, rows_);
    const auto bottom = cell_of(area.bottom - area_.top, rows_);
    for (auto y = top; y <= bottom; ++y) {
        const std::size_t row = static_cast<std::size_t>(y) * columns_;
        // The cells of a row lie side by side in the table.
        out.insert(out.end(), items_.begin() + starts_[row + left],
                   items_.begin() + starts_[row + right + 1]);
    }
    out.insert(out.end(), large_.begin(), large_.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
}

std::int64_t HitIndex::at(const Scene& scene, Point p, double slack, std::uint32_t* tested) const {
    if (columns_ == 0) return -1;
    // A slack of many cells (far zoomed out) would look at everything: one cell is as far as one can aim.
    const double reach = std::clamp(slack, 0.0, cell_);
    std::vector<std::uint32_t> near;
    within({p.x - reach, p.y - reach, p.x + reach, p.y + reach}, near);
    std::int64_t edge = -1;
    double edge_distance = reach;
    for (auto k = near.size(); k-- > 0;) {
        if (near[k] >= scene.elements.size()) continue;
        const Element& element = scene.elements[near[k]];
        if (!is_pickable_box(element) && !is_edge(element)) continue;
        if (tested != nullptr) ++*tested;
        if (is_pickable_box(element)) {
            if (element.opacity > 0 && element.box.contains(p)) return near[k];
        } else if (element.box.grown(reach).contains(p)) {
            const double distance = distance_to_paths(element, p);
            if (distance < edge_distance || (distance == edge_distance && edge < 0)) {
                edge = near[k];
                edge_distance = distance;
            }
        }
    }
    return edge;
}

}  // namespace shezhire::scene
