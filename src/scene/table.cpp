#include "scene/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "base/ensure.h"
#include "base/utf8.h"
#include "scene/table_words.h"
#include "scene/time_words.h"

namespace shezhire::scene {
namespace {

std::size_t hash_of_cell(const TableCell& cell) {
    const std::hash<std::string> hash;
    constexpr std::size_t odd = 0x9E3779B97F4A7C15U;
    std::size_t found = hash(cell.text);
    for (const auto* part : {&cell.value, &cell.sort, &cell.lang}) found = (found ^ hash(*part)) * odd;
    return found;
}

bool has_days(edtf::Bounds bounds) {
    return bounds.earliest > edtf::beginning_of_time && bounds.latest < edtf::end_of_time;
}

/// Days before 1970 too are in order by their digits: the sign becomes the first bit.
std::string day_key(edtf::Bounds bounds) {
    constexpr auto middle = std::uint64_t{1} << 63U;
    return fmt::format("{:016x}{:016x}", static_cast<std::uint64_t>(bounds.earliest) + middle,
                       static_cast<std::uint64_t>(bounds.latest) + middle);
}

TableCell date_cell(const edtf::Date& date, std::string_view lang) {
    return {date_in_words(word_lang(lang), date), {}, date.text(), day_key(date.bounds())};
}

}  // namespace

std::string_view to_text(CellKind kind) {
    static constexpr std::array<std::string_view, 3> names{"text", "number", "date"};
    return names.at(static_cast<std::size_t>(kind));
}

std::optional<std::uint32_t> Table::column(std::string_view id) const {
    for (std::uint32_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].id == id) return i;
    }
    return std::nullopt;
}

TableMaker::TableMaker(std::vector<TableColumn> columns, std::string lang) {
    table_.lang = std::move(lang);
    table_.cells_.resize(columns.size());
    known_.resize(columns.size());
    table_.columns_ = std::move(columns);
}

void TableMaker::add(std::string key, std::string kind, std::vector<TableCell> cells, std::string thing) {
    base::ensure(cells.size() <= table_.columns_.size(), "a row has no more cells than there are columns");
    cells.resize(table_.columns_.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        auto& column = table_.cells_[i];
        const auto hash = hash_of_cell(cells[i]);
        const auto [first, last] = known_[i].equal_range(hash);
        const auto same = std::find_if(
            first, last, [&](const auto& entry) { return column.said[entry.second] == cells[i]; });
        if (same != last) {
            column.of_row.push_back(same->second);
            continue;
        }
        const auto fresh = static_cast<std::uint32_t>(column.said.size());
        known_[i].emplace(hash, fresh);
        column.said.push_back(std::move(cells[i]));
        column.of_row.push_back(fresh);
    }
    table_.rows_.push_back({std::move(key), std::move(thing), std::move(kind)});
}

TableCell number_cell(std::uint64_t number, std::string_view lang) {
    auto plain = fmt::format("{}", number);
    auto text = number_of(word_lang(lang), number);
    if (text == plain) plain.clear();
    return {std::move(text), {}, std::move(plain), fmt::format("{:020}", number)};
}

TableCell start_cell(const edtf::Interval& when, std::string_view lang) {
    const auto& start = when.start();
    if (start.kind != edtf::EndKind::date || !has_days(start.date.bounds())) return {};
    return date_cell(start.date, lang);
}

TableCell end_cell(const edtf::Interval& when, std::string_view lang) {
    const auto& end = when.end();
    if (when.is_instant() || end.kind == edtf::EndKind::open) return {};
    if (end.kind == edtf::EndKind::date && has_days(end.date.bounds())) return date_cell(end.date, lang);
    // Nothing known at all is said by the beginning's empty cell.
    if (when.start_kind() == edtf::EndKind::unknown) return {};
    return {std::string(word(word_lang(lang), TableWord::not_recorded)), {}, {}, {}};
}

std::string to_text(const Table& table) {
    auto text = fmt::format("table in {}: {}; {}; {}\n", table.lang, base::visible(table.title),
                            base::visible(table.subtitle), base::visible(table.note));
    const auto& columns = table.columns();
    for (const auto& column : columns) {
        text += fmt::format("column {}: {}; {}{}\n", column.id, column.title, to_text(column.kind),
                            column.shown ? "" : "; not shown");
    }
    for (std::uint32_t row = 0; row < table.row_count(); ++row) {
        text += base::visible(table.key(row));
        if (table.thing(row) != table.key(row)) text += " of " + base::visible(table.thing(row));
        text += '\n';
        for (std::uint32_t i = 0; i < columns.size(); ++i) {
            const auto& cell = table.cell(row, i);
            if (cell.text.empty()) continue;
            text += fmt::format("    {}: {}", columns[i].id, base::visible(cell.text));
            if (!cell.value.empty()) text += " {" + base::visible(base::shortened(cell.value, 100)) + "}";
            text += '\n';
        }
    }
    return text;
}

}  // namespace shezhire::scene
