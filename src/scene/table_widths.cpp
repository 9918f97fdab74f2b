#include "scene/table_widths.h"

#include <algorithm>
#include <numeric>

namespace shezhire::scene {
namespace {

constexpr double narrowest_cell = 52;
constexpr std::size_t most_measured = 40;    // the longest by bytes; nobody is much wider
constexpr std::size_t most_taken_apart = 8;  // into words

double text_width(const std::string& text, const std::string& lang, text::Style style,
                  const text::Typesetter& typesetter) {
    constexpr double slack = 1;  // what is measured to the point must not be broken for a rounding
    return typesetter.set({text, lang, style, 0, 1, {}})->size.width + slack;
}

std::vector<const TableCell*> longest_cells(const std::vector<TableCell>& said) {
    std::vector<const TableCell*> cells;
    for (const auto& cell : said) cells.push_back(&cell);
    const auto middle = cells.begin() + static_cast<std::ptrdiff_t>(std::min(cells.size(), most_measured));
    std::partial_sort(cells.begin(), middle, cells.end(), [](const auto* a, const auto* b) {
        return a->text.size() != b->text.size() ? a->text.size() > b->text.size() : a->text < b->text;
    });
    cells.erase(middle, cells.end());
    return cells;
}

/// Texts are broken at blanks: what must fit is the longest_cells word, unless it is that long that it is
/// cut.
double longest_word(const std::string& text, const std::string& lang, text::Style style,
                    const text::Typesetter& typesetter) {
    double width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        width = std::max(width, text_width(text.substr(at, end - at), lang, style, typesetter));
        at = end + 1;
    }
    return width;
}

}  // namespace

std::vector<ColumnWish> column_wishes(const Table& table, const std::vector<std::uint32_t>& columns,
                                      const TableType& type, const text::Typesetter& typesetter) {
    std::vector<ColumnWish> wishes;
    bool named = false;
    for (const auto i : columns) {
        const auto& column = table.columns()[i];
        const bool names = !named && column.kind == CellKind::text;  // what the row is about
        named = named || names;
        const double before = wishes.empty() ? type.mark : 0;
        ColumnWish wish;
        wish.names = names;
        // A date that is cut has often lost its year.
        wish.weight = names ? 2.2 : column.kind == CellKind::text ? 1 : 1.6;
        wish.liked = text_width(column.title, table.lang, type.head, typesetter);
        wish.least = longest_word(column.title, table.lang, type.head, typesetter);
        double words = 0;
        std::size_t measured = 0;
        for (const auto* cell : longest_cells(table.said(i))) {
            const auto& lang = cell->lang.empty() ? table.lang : cell->lang;
            wish.liked = std::max(wish.liked, text_width(cell->text, lang, type.cell, typesetter));
            if (measured++ < most_taken_apart)
                words = std::max(words, longest_word(cell->text, lang, type.cell, typesetter));
            if (wish.liked >= type.widest && words >= narrowest_cell) break;
        }
        wish.liked = std::min(wish.liked, type.widest) + before;
        wish.least = std::min(std::max(wish.least, std::min(words, narrowest_cell)) + before, wish.liked);
        wishes.push_back(wish);
    }
    return wishes;
}

std::vector<double> column_widths(const std::vector<ColumnWish>& wishes, double room) {
    std::vector<double> widths;
    for (const auto& wish : wishes) widths.push_back(wish.liked);
    // A common bound for all that are wider, found by halving: the sum falls with it.
    const auto under = [&](double bound) {
        double sum = 0;
        for (const auto& wish : wishes)
            sum += std::max(wish.least, std::min(wish.liked, bound * wish.weight));
        return sum;
    };
    if (std::accumulate(widths.begin(), widths.end(), 0.0) <= room) return widths;
    double low = 0;
    double high = room;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2;
        (under(middle) <= room ? low : high) = middle;
    }
    for (std::size_t i = 0; i < widths.size(); ++i)
        widths[i] = std::max(wishes[i].least, std::min(wishes[i].liked, low * wishes[i].weight));
    return widths;
}

}  // namespace shezhire::scene
