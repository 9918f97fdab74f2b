#include "graphviz/rows.h"

#include <algorithm>
#include <numeric>

namespace shezhire::graphviz {
namespace {

using base::Rect;

std::vector<Gap> gaps_between(const std::vector<std::size_t>& row, const std::vector<Rect>& boxes) {
    constexpr double far = 1e15;
    std::vector<Gap> gaps;
    double reached = -far;
    for (const auto i : row) {
        if (boxes[i].left > reached) gaps.push_back({reached, boxes[i].left});
        reached = std::max(reached, boxes[i].right);
    }
    gaps.push_back({reached, far});
    return gaps;
}

}  // namespace

Rows::Rows(const std::vector<Rect>& boxes) : row_of_(boxes.size()), place_of_(boxes.size()) {
    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return boxes[a].top < boxes[b].top; });
    // dot leaves room between ranks, so that a box below all before it starts the next row.
    for (const auto i : order) {
        if (rows_.empty() || boxes[i].top >= rows_.back().bottom) {
            rows_.push_back({boxes[i].top, boxes[i].bottom, {}, {}});
        }
        auto& row = rows_.back();
        row.bottom = std::max(row.bottom, boxes[i].bottom);
        row.boxes.push_back(i);
        row_of_[i] = rows_.size() - 1;
    }
    for (auto& row : rows_) {
        std::stable_sort(row.boxes.begin(), row.boxes.end(),
                         [&](std::size_t a, std::size_t b) { return boxes[a].left < boxes[b].left; });
        for (std::size_t k = 0; k < row.boxes.size(); ++k) place_of_[row.boxes[k]] = k;
        row.gaps = gaps_between(row.boxes, boxes);
    }
}

bool Rows::neighbours(std::size_t a, std::size_t b) const {
    return row_of_[a] == row_of_[b] && (place_of_[a] + 1 == place_of_[b] || place_of_[b] + 1 == place_of_[a]);
}

Gap Rows::channel(std::size_t c, double outside) const {
    const double top = c == 0 ? rows_.front().top - outside : rows_[c - 1].bottom;
    const double bottom = c == rows_.size() ? rows_.back().bottom + outside : rows_[c].top;
    return {top, bottom};
}

}  // namespace shezhire::graphviz
