// Which columns of a table are shown, which rows match, and in what order they stand.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scene/table.h"

namespace shezhire::scene {

struct TableChoice {
    std::vector<std::string> columns;  ///< ids in their order; empty: what shows itself and is not empty
    std::string sort;                  ///< a column's id; empty: in the picture's order
    bool descending = false;
    std::string match;  ///< words (model::search_key) that a row has in what is shown of it
    bool operator==(const TableChoice&) const = default;
};

/// Columns in the order chosen; ids that the table does not have are left out.
std::vector<std::uint32_t> columns_of(const Table& table, const TableChoice& choice);

/// Rows that match, sorted. Equal ones keep the picture's order, and those with nothing to sort by stand
/// last, whatever the direction.
std::vector<std::uint32_t> rows_of(const Table& table, const TableChoice& choice);

/// The table that is left: what is written to files and drawn.
Table chosen(const Table& table, const TableChoice& choice);

}  // namespace shezhire::scene
