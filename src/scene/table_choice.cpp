#include "scene/table_choice.h"

#include <algorithm>
#include <numeric>

#include "model/collation.h"
#include "model/search.h"

namespace shezhire::scene {
namespace {

constexpr std::uint32_t last_rank = UINT32_MAX;

/// Of what a column says, the place that it takes in order; the same for what sorts alike.
std::vector<std::uint32_t> cell_ranks(const Table& table, std::uint32_t column) {
    const auto& said = table.said(column);
    const bool is_text = table.columns()[column].kind == CellKind::text;
    std::vector<std::string> keys(said.size());
    if (is_text) {
        const model::Collation collation(table.columns()[column].lang);
        for (std::size_t i = 0; i < said.size(); ++i) {
            if (!said[i].text.empty()) keys[i] = collation.key(said[i].text);
        }
    } else {
        for (std::size_t i = 0; i < said.size(); ++i) keys[i] = said[i].sort;
    }
    std::vector<std::uint32_t> order(said.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
    std::vector<std::uint32_t> ranks(said.size());
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && keys[order[i]] != keys[order[i - 1]]) ++rank;
        ranks[order[i]] = keys[order[i]].empty() ? last_rank : rank;
    }
    return ranks;
}

std::vector<std::string> wanted_words(const std::string& text) {
    const auto key = model::search_key(text);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < key.size();) {
        const auto end = std::min(key.find(' ', at), key.size());
        words.push_back(key.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// Marks in `met` (words met so far, by row, as bits) what a column says of each word.
void meet_words(const Table& table, std::uint32_t column, const std::vector<std::string>& words,
                std::vector<std::uint64_t>& met) {
    const auto& said = table.said(column);
    std::vector<std::uint64_t> bits(said.size());
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (said[i].text.empty()) continue;
        const auto key = model::search_key(said[i].text);
        for (std::size_t word = 0; word < words.size(); ++word) {
            if (key.find(words[word]) != std::string::npos) bits[i] |= std::uint64_t{1} << word;
        }
    }
    for (std::uint32_t row = 0; row < table.row_count(); ++row) met[row] |= bits[table.said_in(row, column)];
}

std::vector<std::uint32_t> matching_rows(const Table& table, const TableChoice& choice) {
    std::vector<std::uint32_t> rows(table.row_count());
    std::iota(rows.begin(), rows.end(), 0U);
    auto words = wanted_words(choice.match);
    if (words.empty()) return rows;
    constexpr std::size_t most_words = 63;
    if (words.size() > most_words) words.resize(most_words);
    std::vector<std::uint64_t> met(rows.size());
    for (const auto column : columns_of(table, choice)) meet_words(table, column, words, met);
    const auto all = (std::uint64_t{1} << words.size()) - 1;
    std::erase_if(rows, [&](std::uint32_t row) { return met[row] != all; });
    return rows;
}

}  // namespace

std::vector<std::uint32_t> columns_of(const Table& table, const TableChoice& choice) {
    std::vector<std::uint32_t> columns;
    for (const auto& id : choice.columns) {
        const auto column = table.column(id);
        if (column && std::find(columns.begin(), columns.end(), *column) == columns.end())
            columns.push_back(*column);
    }
    if (!columns.empty()) return columns;
    for (std::uint32_t i = 0; i < table.columns().size(); ++i) {
        const auto& said = table.said(i);
        const bool says =
            std::any_of(said.begin(), said.end(), [](const auto& c) { return !c.text.empty(); });
        if (table.columns()[i].shown && (says || table.row_count() == 0)) columns.push_back(i);
    }
    return columns;
}

std::vector<std::uint32_t> rows_of(const Table& table, const TableChoice& choice) {
    auto rows = matching_rows(table, choice);
    const auto column = table.column(choice.sort);
    if (!column) return rows;
    const auto ranks = cell_ranks(table, *column);
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto left = ranks[table.said_in(a, *column)];
        const auto right = ranks[table.said_in(b, *column)];
        if (left == last_rank || right == last_rank) return left < right;
        return choice.descending ? right < left : left < right;
    });
    return rows;
}

Table chosen(const Table& table, const TableChoice& choice) {
    const auto columns = columns_of(table, choice);
    std::vector<TableColumn> kept;
    for (const auto column : columns) kept.push_back(table.columns()[column]);
    for (auto& column : kept) column.shown = true;
    TableMaker maker(std::move(kept), table.lang);
    for (const auto row : rows_of(table, choice)) {
        std::vector<TableCell> cells;
        for (const auto column : columns) cells.push_back(table.cell(row, column));
        const auto& key = table.key(row);
        const auto& thing = table.thing(row);
        maker.add(key, table.kind(row), std::move(cells), thing == key ? std::string() : thing);
    }
    auto left = std::move(maker).made();
    left.title = table.title;
    left.subtitle = table.subtitle;
    left.note = table.note;
    return left;
}

}  // namespace shezhire::scene
