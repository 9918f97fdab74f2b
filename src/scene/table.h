// The things of a view as rows: what a picture says, as text that can be sorted, filtered, copied and read
// out. A plain value like every other stage. Cells that say the same are kept once, so that a million rows
// are cheap and are sorted and filtered by what they say, not by how many they are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/chronology.h"
#include "graph/compare.h"
#include "graph/graph.h"
#include "model/model.h"

namespace shezhire::scene {

enum class CellKind : std::uint8_t { text, number, date };
std::string_view to_text(CellKind kind);

struct TableColumn {
    std::string id;     ///< in every language the same: "founded"
    std::string title;  ///< in the interface's language
    CellKind kind = CellKind::text;
    bool shown = true;  ///< as long as nobody chooses, and where some row has something in it
    std::string lang;   ///< in whose order its texts stand
    bool operator==(const TableColumn&) const = default;
};

struct TableCell {
    std::string text;  ///< for people; empty: nothing known
    std::string lang;  ///< of the text; empty: the table's
    /// For programs, where the text is not it: EDTF, plain digits, a country's or concept's id, ids with "; "
    /// between them.
    std::string value;
    /// Order by bytes. Dates and numbers have one, and where it is empty they stand last; texts have none,
    /// and are sorted as their column's language does.
    std::string sort;
    bool operator==(const TableCell&) const = default;
};

class Table {
  public:
    /// Words around the rows: of whom, when, how many; and the language of all that is not data.
    std::string title, subtitle, note, lang;

    [[nodiscard]] const std::vector<TableColumn>& columns() const { return columns_; }
    [[nodiscard]] std::optional<std::uint32_t> column(std::string_view id) const;
    [[nodiscard]] std::uint32_t row_count() const { return static_cast<std::uint32_t>(rows_.size()); }
    /// The row's own: an organization's, event's or change's id; a relation's key.
    [[nodiscard]] const std::string& key(std::uint32_t row) const { return rows_[row].key; }
    /// What selecting it selects: an id of the data.
    [[nodiscard]] const std::string& thing(std::uint32_t row) const {
        return rows_[row].thing.empty() ? rows_[row].key : rows_[row].thing;
    }
    /// A concept id, for the mark; may be empty.
    [[nodiscard]] const std::string& kind(std::uint32_t row) const { return rows_[row].kind; }
    [[nodiscard]] const TableCell& cell(std::uint32_t row, std::uint32_t column) const {
        return cells_[column].said[cells_[column].of_row[row]];
    }
    /// What a column says, each once, and which of it a row has: for whoever goes over all of it.
    [[nodiscard]] const std::vector<TableCell>& said(std::uint32_t column) const {
        return cells_[column].said;
    }
    [[nodiscard]] std::uint32_t said_in(std::uint32_t row, std::uint32_t column) const {
        return cells_[column].of_row[row];
    }

    bool operator==(const Table&) const = default;

  private:
    friend class TableMaker;
    struct Row {
        std::string key;
        std::string thing;
        std::string kind;
        bool operator==(const Row&) const = default;
    };
    struct Cells {
        std::vector<TableCell> said;
        std::vector<std::uint32_t> of_row;
        bool operator==(const Cells&) const = default;
    };
    std::vector<TableColumn> columns_;
    std::vector<Row> rows_;
    std::vector<Cells> cells_;  ///< of each column
};

/// Builds a table row by row.
class TableMaker {
  public:
    explicit TableMaker(std::vector<TableColumn> columns, std::string lang = "en");
    /// One cell a column, in their order; missing ones are empty. `thing` only where it is not the key.
    void add(std::string key, std::string kind, std::vector<TableCell> cells, std::string thing = {});
    [[nodiscard]] Table made() && { return std::move(table_); }

  private:
    Table table_;
    std::vector<std::unordered_multimap<std::size_t, std::uint32_t>> known_;  // of each column, by hash
};

/// Cells of the kinds that sort by other than their text.
TableCell number_cell(std::uint64_t number, std::string_view lang);
/// The beginning or the end of what lasted. An open end is empty; one that nobody recorded is said.
TableCell start_cell(const edtf::Interval& when, std::string_view lang);
TableCell end_cell(const edtf::Interval& when, std::string_view lang);

/// The bodies of a structure, in the order of its outline. Columns: name, acronym, kind, number, parent,
/// founded, ended, country, place, scope, level, units, presence, certainty, sources, id. `lang`: of the
/// interface; names have the graph's.
Table table_of(const graph::Graph& graph, const model::Model& model, std::string_view lang);

/// What became of each body between two dates, in the order of the comparison. Columns: name, fate, old-name,
/// kind, number, parent, old-parent, into, out-of, changed, id.
Table table_of(const graph::Comparison& comparison, const model::Model& model, std::string_view lang);

/// Life-lines, events, changes, eras and relations of a timeline by date. Columns: date, until, what, entry,
/// kind, body, place, country, importance, certainty, sources, id.
Table table_of(const graph::Chronology& chronology, const model::Model& model, std::string_view lang);

/// Golden text: head, columns, and every row with its cells (values that are not the text in braces).
std::string to_text(const Table& table);

}  // namespace shezhire::scene
