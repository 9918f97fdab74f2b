// How wide the columns of a table are drawn.
#pragma once

#include <cstdint>
#include <vector>

#include "scene/table.h"
#include "text/typesetter.h"

namespace shezhire::scene {

struct TableType {
    text::Style head;
    text::Style cell;
    double mark = 0;      ///< room before the first column's text
    double widest = 230;  ///< that a column would like to be
};

/// What a column would like, and what it can do with.
struct ColumnWish {
    double least = 0;
    double liked = 0;
    double weight = 1;   ///< share of what there is, where not all have what they like
    bool names = false;  ///< it says what the row is about
};
std::vector<ColumnWish> column_wishes(const Table& table, const std::vector<std::uint32_t>& columns,
                                      const TableType& type, const text::Typesetter& typesetter);

/// Widths of at most `room` in all, where the least allow it; what is over stays over. The widest give way
/// first.
std::vector<double> column_widths(const std::vector<ColumnWish>& wishes, double room);

}  // namespace shezhire::scene
