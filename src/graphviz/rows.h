// The boxes of a layered layout as rows, with the channels between rows and the gaps between boxes: where
// edges can run. All in a frame in which the hierarchy grows downwards.
#pragma once

#include <cstddef>
#include <vector>

#include "base/geometry.h"

namespace shezhire::graphviz {

/// Free from `left` to `right`; the outermost gaps of a row reach very far.
struct Gap {
    double left = 0;
    double right = 0;
};

class Rows {
  public:
    explicit Rows(const std::vector<base::Rect>& boxes);

    [[nodiscard]] std::size_t count() const { return rows_.size(); }
    [[nodiscard]] std::size_t row_of(std::size_t box) const { return row_of_[box]; }
    /// Side by side in one row, nothing between.
    [[nodiscard]] bool neighbours(std::size_t a, std::size_t b) const;
    /// From left to right; never empty.
    [[nodiscard]] const std::vector<Gap>& gaps(std::size_t row) const { return rows_[row].gaps; }
    /// Channel c lies above row c; one more lies below the last row, and is `outside` high, as the first is.
    [[nodiscard]] Gap channel(std::size_t c, double outside) const;

  private:
    struct Row {
        double top = 0;
        double bottom = 0;
        std::vector<std::size_t> boxes;  // from left to right
        std::vector<Gap> gaps;
    };
    std::vector<Row> rows_;
    std::vector<std::size_t> row_of_;
    std::vector<std::size_t> place_of_;  // in its row
};

}  // namespace shezhire::graphviz
