// The uniform grid behind picking and culling. Boxes are entered in every cell that they meet; an edge only
// in the cells along its path, so that a long bent edge costs nothing where it is not.
#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <utility>

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
    return element.role == Role::node || element.role == Role::badge || element.role == Role::event;
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

HitIndex::Cells HitIndex::cells_of(const Rect& area) const {
    const auto cell_of = [&](double offset, std::uint32_t limit) {
        return static_cast<std::uint32_t>(std::clamp(offset / cell_, 0.0, static_cast<double>(limit) - 1));
    };
    return {cell_of(area.left - area_.left, columns_), cell_of(area.right - area_.left, columns_),
            cell_of(area.top - area_.top, rows_), cell_of(area.bottom - area_.top, rows_)};
}

// Row by row, the columns between where the piece enters the row and where it leaves it.
template <class See>
void HitIndex::each_cell_on(Point a, Point b, See&& see) const {
    if (a.y > b.y) std::swap(a, b);
    const Cells box = cells_of(around(a, b));
    const double slope = b.y > a.y ? (b.x - a.x) / (b.y - a.y) : 0;
    for (auto row = box.top; row <= box.bottom; ++row) {
        const double from = std::max(a.y, area_.top + row * cell_);
        const double to = std::min(b.y, area_.top + (row + 1.0) * cell_);
        const Point enters = row == box.top ? a : Point{a.x + (from - a.y) * slope, from};
        const Point leaves = row == box.bottom ? b : Point{a.x + (to - a.y) * slope, to};
        const Cells part = cells_of(around(enters, leaves));
        for (auto column = part.left; column <= part.right; ++column) see(row * columns_ + column);
    }
}

template <class See>
void HitIndex::each_cell(const Element& element, See&& see) const {
    if (is_edge(element)) {
        for (const auto& path : element.paths) {
            for_each_piece(element, path, [&](Point a, Point b) { each_cell_on(a, b, see); });
        }
        return;
    }
    const Cells box = cells_of(element.box);
    for (auto row = box.top; row <= box.bottom; ++row) {
        for (auto column = box.left; column <= box.right; ++column) see(row * columns_ + column);
    }
}

HitIndex::HitIndex(const Scene& scene) {
    area_ = Rect::nothing();
    picks_.reserve(scene.elements.size());
    for (const auto& element : scene.elements) {
        if (finite(element.box) && !element.box.empty()) area_ = area_.united(element.box);
        picks_.push_back(is_edge(element)           ? Pick::line
                         : is_pickable_box(element) ? Pick::box
                                                    : Pick::nothing);
    }
    if (area_.empty()) area_ = {};
    const double count = static_cast<double>(std::max<std::size_t>(scene.elements.size(), 1));
    const double surface = std::max(area_.width(), 1.0) * std::max(area_.height(), 1.0);
    // About two cells an element; never more than 4096 a side, whatever shape the scene has.
    cell_ = std::max({std::sqrt(surface / (2 * count)), area_.width() / 4096, area_.height() / 4096, 1e-3});
    columns_ = static_cast<std::uint32_t>(area_.width() / cell_) + 1;
    rows_ = static_cast<std::uint32_t>(area_.height() / cell_) + 1;

    // Counted first, then entered. An item comes to a cell twice in a row or never again: its last suffices.
    constexpr auto nobody = static_cast<std::uint32_t>(-1);
    const std::size_t cells = static_cast<std::size_t>(columns_) * rows_;
    const std::size_t line_limit = 4 * (static_cast<std::size_t>(columns_) + rows_) + 16;
    starts_.assign(cells + 1, 0);
    std::vector<std::uint32_t> last(cells, nobody);
    std::vector<bool> is_large(scene.elements.size());
    for (std::uint32_t item = 0; item < scene.elements.size(); ++item) {
        const Element& element = scene.elements[item];
        if (!finite(element.box) || element.box.empty()) continue;
        std::size_t taken = 0;
        each_cell(element, [&](std::uint32_t) { ++taken; });
        if (taken > (picks_[item] == Pick::line ? line_limit : 1024)) {
            is_large[item] = true;
            large_.push_back(item);
            continue;
        }
        each_cell(element, [&](std::uint32_t cell) {
            if (std::exchange(last[cell], item) != item) ++starts_[cell + 1];
        });
    }
    for (std::size_t k = 1; k < starts_.size(); ++k) starts_[k] += starts_[k - 1];
    items_.resize(starts_.back());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    last.assign(cells, nobody);
    for (std::uint32_t item = 0; item < scene.elements.size(); ++item) {
        const Element& element = scene.elements[item];
        if (!finite(element.box) || element.box.empty() || is_large[item]) continue;
        each_cell(element, [&](std::uint32_t cell) {
            if (std::exchange(last[cell], item) != item) items_[next[cell]++] = item;
        });
    }
}

void HitIndex::within(const Rect& area, std::vector<std::uint32_t>& out) const {
    out.clear();
    if (columns_ == 0 || !area_.grown(1e-9).overlaps(area.grown(1e-9))) return;
    // A bit an element: each once and in order, without sorting.
    thread_local std::vector<std::uint64_t> bits;
    bits.assign(picks_.size() / 64 + 1, 0);
    const auto mark = [](std::uint32_t item) { bits[item / 64] |= std::uint64_t{1} << (item % 64); };
    const Cells box = cells_of(area);
    for (auto row = box.top; row <= box.bottom; ++row) {
        // The cells of a row lie side by side in the table.
        const std::size_t first = static_cast<std::size_t>(row) * columns_;
        for (auto k = starts_[first + box.left]; k < starts_[first + box.right + 1]; ++k) mark(items_[k]);
    }
    for (const auto item : large_) mark(item);
    for (std::size_t word = 0; word < bits.size(); ++word) {
        for (auto rest = bits[word]; rest != 0; rest &= rest - 1) {
            out.push_back(static_cast<std::uint32_t>(word * 64) +
                          static_cast<std::uint32_t>(std::countr_zero(rest)));
        }
    }
}

// Topmost first. Only the cell of the point itself: boxes are entered wherever they are.
std::int64_t HitIndex::box_at(const Scene& scene, Point p, std::uint32_t& tested) const {
    const Cells at = cells_of({p.x, p.y, p.x, p.y});
    const std::size_t cell = static_cast<std::size_t>(at.top) * columns_ + at.left;
    std::int64_t best = -1;
    const auto look = [&](std::uint32_t item) {
        if (picks_[item] != Pick::box || static_cast<std::int64_t>(item) <= best) return;
        ++tested;
        const Element& element = scene.elements[item];
        if (element.opacity > 0 && element.box.contains(p)) best = item;
    };
    for (auto k = starts_[cell + 1]; k-- > starts_[cell];) look(items_[k]);
    for (const auto item : large_) look(item);
    return best;
}

std::int64_t HitIndex::line_at(const Scene& scene, Point p, double reach, std::uint32_t& tested) const {
    constexpr std::ptrdiff_t most = 32;
    thread_local std::vector<std::uint32_t> near;
    within({p.x - reach, p.y - reach, p.x + reach, p.y + reach}, near);
    std::erase_if(near, [&](std::uint32_t item) { return picks_[item] != Pick::line; });
    if (std::ssize(near) > most) return -1;
    std::int64_t line = -1;
    double best = reach;
    for (auto k = near.size(); k-- > 0;) {
        ++tested;
        const Element& element = scene.elements[near[k]];
        if (!(element.opacity > 0) || !element.box.grown(reach).contains(p)) continue;
        const double distance = distance_to_paths(element, p);
        if (distance < best || (distance == best && line < 0)) {
            line = near[k];
            best = distance;
        }
    }
    return line;
}

std::int64_t HitIndex::at(const Scene& scene, Point p, double slack, std::uint32_t* tested) const {
    if (columns_ == 0 || scene.elements.size() != picks_.size()) return -1;
    // A slack of many cells (far zoomed out) would look at everything: one cell is as far as one can aim.
    const double reach = std::clamp(slack, 0.0, cell_);
    if (!area_.grown(reach).contains(p)) return -1;
    std::uint32_t looked_at = 0;
    std::int64_t found = box_at(scene, p, looked_at);
    if (found < 0) found = line_at(scene, p, reach, looked_at);
    if (tested != nullptr) *tested += looked_at;
    return found;
}

}  // namespace shezhire::scene
