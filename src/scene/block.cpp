#include "scene/block.h"

#include "scene/shapes.h"

#include <algorithm>
#include <cmath>

namespace shezhire::scene {
namespace {

using base::Point;
using base::Rect;
using base::Size;

constexpr double indent = 11;
constexpr double rail_at = 4.5;  ///< from the left of what a rail hangs on
constexpr double gutter = 11;    ///< between columns
constexpr double item_gap = 3.5;
constexpr double head_gap = 5;
constexpr double side_gap = 22;  ///< between a head and the list beside it
constexpr double side_line = 5;  ///< of the line to that list, below the head's upper side

/// Rows of the list with their cards, before they are put into columns.
struct Row {
    ListItem item;
    Card card;
};

/// All that columns are chosen by.
struct RowSize {
    int level = 0;
    double height = 0;
    bool long_name = false;
};

std::vector<std::uint32_t> nodes_of(const BlockContent& content) {
    std::vector<std::uint32_t> nodes;
    for (const auto& item : content.items) nodes.push_back(item.node);
    return nodes;
}

/// Without a head and with lines from the left, items of a single column hang on the parent's own line.
double item_indent(const BlockContent& content, std::size_t columns, bool sideways) {
    return !content.has_head && sideways && columns == 1 ? 0 : indent;
}

std::vector<Row> rows_of(const BlockContent& content, const CardMaker& cards, double width) {
    const double numbers = cards.notation_width(nodes_of(content));
    std::vector<Row> rows;
    rows.reserve(content.items.size());
    for (const auto& item : content.items) {
        rows.push_back({item, cards.make(item.node, Tier::leaf, width - item.level * indent, numbers)});
    }
    return rows;
}

Card head_card(const BlockContent& content, const CardMaker& cards, double width) {
    return cards.make(content.head, content.head_tier, width, cards.notation_width({content.head}));
}

std::vector<RowSize> sizes_of(const std::vector<Row>& rows) {
    std::vector<RowSize> sizes;
    for (const auto& row : rows) {
        const bool long_name = row.card.name->lines.size() > 3 || row.card.name->shortened;
        sizes.push_back({row.item.level, row.card.size.height, long_name});
    }
    return sizes;
}

std::vector<RowSize> guessed_sizes(const BlockContent& content, const CardMaker& cards, double width) {
    const double numbers = cards.notation_width(nodes_of(content));
    std::vector<RowSize> sizes;
    for (const auto& item : content.items) {
        const auto guess = cards.guess(item.node, Tier::leaf, width - item.level * indent, numbers);
        sizes.push_back({item.level, guess.height, guess.lines > 3});
    }
    return sizes;
}

/// Index of the first row of every column: columns of similar height, broken only before items of level 0.
std::vector<std::size_t> column_starts(const std::vector<RowSize>& rows, std::size_t columns) {
    double tallest = 0;
    double total = 0;
    for (const auto& row : rows) {
        tallest = std::max(tallest, row.height);
        total += row.height + item_gap;
    }
    const auto fill = [&](double limit) {
        std::vector<std::size_t> starts{0};
        double height = 0;
        for (std::size_t k = 0; k < rows.size();) {
            std::size_t end = k + 1;
            double group = rows[k].height + item_gap;
            for (; end < rows.size() && rows[end].level > 0; ++end) {
                group += rows[end].height + item_gap;
            }
            if (k > 0 && height + group > limit + item_gap && starts.back() != k) {
                starts.push_back(k);
                height = 0;
            }
            height += group;
            k = end;
        }
        return starts;
    };
    double low = tallest;
    double high = std::max(total, tallest);
    for (int step = 0; step < 24 && high - low > 0.5; ++step) {
        const double middle = (low + high) / 2;
        (fill(middle).size() <= columns ? high : low) = middle;
    }
    return fill(high);
}

double column_height(const std::vector<RowSize>& rows, std::size_t first, std::size_t end) {
    double height = 0;
    for (std::size_t k = first; k < end; ++k) height += rows[k].height + (k > first ? item_gap : 0);
    return height;
}

double block_width(std::size_t columns, double width, double shift) {
    const auto n = static_cast<double>(columns);
    return n * (width + shift) + (n - 1) * gutter;
}

/// Places one column's boxes and the lines that lead to them.
void place_column(const std::vector<Row>& rows, std::size_t first, std::size_t end, double x, double y,
                  double shift, bool last, Block& block) {
    std::vector<double> reached{y};   // how far the rail of each level has been drawn,
    std::vector<double> rail_top{y};  // and where it begins
    for (std::size_t k = first; k < end; ++k) {
        const Row& row = rows[k];
        const auto level = static_cast<std::size_t>(row.item.level);
        const double left = x + shift + row.item.level * indent;
        const Rect box = Rect::at({left, y}, row.card.size);
        const double rail = left - indent + rail_at;
        const double middle = box.centre().y;
        reached.resize(level + 1, y);
        rail_top.resize(level + 1, y);
        if (shift > 0 || level > 0) {
            // The line before bends off a corner's radius above its end: this one begins there.
            const double from = std::max(reached[level] - line_radius, rail_top[level]);
            block.lines.push_back({row.item.node, {{rail, from}, {rail, middle}, {left, middle}}});
        }
        reached[level] = middle;
        reached.push_back(box.bottom);
        rail_top.push_back(box.bottom);
        block.boxes.push_back({row.item.node, box, row.card, last});
        y = box.bottom + item_gap;
    }
}

void add_ports(Block& block, const BlockContent& content, std::size_t first_box, bool sideways, double shift,
               const std::vector<std::size_t>& starts) {
    if (content.has_head) {
        const Rect& head = block.boxes.front().box;
        block.ports.push_back(
            {sideways ? Point{head.left, head.centre().y} : Point{head.centre().x, head.top},
             content.head,
             {}});
        return;
    }
    if (shift == 0) {
        for (std::size_t k = first_box; k < block.boxes.size(); ++k) {
            const Rect& box = block.boxes[k].box;
            block.ports.push_back({{box.left, box.centre().y}, block.boxes[k].node, {}});
        }
        return;
    }
    // The first line of each column goes on from the port; seen from the side all columns share one port.
    Point from{0, 0};
    for (const std::size_t start : starts) {
        const auto child = block.boxes[first_box + start].node;
        const auto line = std::find_if(block.lines.begin(), block.lines.end(),
                                       [child](const BlockLine& l) { return l.child == child; });
        const double rail = line->points.front().x;
        if (!sideways) {
            block.ports.push_back({{rail, 0}, child, {line->points.begin() + 1, line->points.end()}});
            block.lines.erase(line);
        } else if (block.ports.empty()) {
            std::vector<Point> onward{{rail, 0}};
            onward.insert(onward.end(), line->points.begin() + 1, line->points.end());
            block.ports.push_back({{0, 0}, child, std::move(onward)});
            block.lines.erase(line);
            from = {rail - line_radius, 0};
        } else {
            line->points.insert(line->points.begin(), from);
            line->points[1] = {rail, 0};
            from = {rail - line_radius, 0};
        }
    }
}

/// From the head's side along the top of the list, down into every column.
void lead_beside(Block& block, std::size_t first_box, const std::vector<std::size_t>& starts) {
    // It begins under the head, whatever shape that has at its side.
    double from = block.boxes.front().box.right - 12;
    for (const std::size_t start : starts) {
        const auto child = block.boxes[first_box + start].node;
        const auto line = std::find_if(block.lines.begin(), block.lines.end(),
                                       [child](const BlockLine& l) { return l.child == child; });
        const double rail = line->points.front().x;
        line->points.insert(line->points.begin(), Point{from, side_line});
        from = rail - line_radius;
    }
}

}  // namespace

std::vector<BlockSize> block_sizes(const BlockContent& content, const CardMaker& cards, double width,
                                   double head_width, bool guessed) {
    const auto rows =
        guessed ? guessed_sizes(content, cards, width) : sizes_of(rows_of(content, cards, width));
    const double beneath = head_width > 0 ? head_width : width + indent;
    Size head;
    if (content.has_head && guessed) {
        const double numbers = cards.notation_width({content.head});
        head = {beneath, cards.guess(content.head, content.head_tier, beneath, numbers).height};
    } else if (content.has_head) {
        head = head_card(content, cards, beneath).size;
    }
    if (rows.empty()) return {{1, head, 0}};
    std::size_t long_names = 0;
    for (const auto& row : rows) long_names += row.long_name ? 1U : 0U;
    std::vector<BlockSize> sizes;
    const std::size_t most = std::min<std::size_t>(rows.size(), 80);
    for (std::size_t columns = 1; columns <= most; columns += 1 + columns / 10) {
        const auto starts = column_starts(rows, columns);
        if (starts.size() < columns) continue;
        double tallest = 0;
        for (std::size_t c = 0; c < starts.size(); ++c) {
            const std::size_t end = c + 1 < starts.size() ? starts[c + 1] : rows.size();
            tallest = std::max(tallest, column_height(rows, starts[c], end));
        }
        const double list = block_width(columns, width, indent);
        Size size{std::max(list, head.width), head.height + head_gap + tallest};
        if (content.beside) {
            size = {head.width + side_gap + list, std::max(head.height, side_line + head_gap + tallest)};
        }
        sizes.push_back({columns, size, long_names});
    }
    return sizes;
}

Block make_block(const BlockContent& content, const CardMaker& cards, double width, double head_width,
                 std::size_t columns, double head_height, bool sideways) {
    const auto rows = rows_of(content, cards, width);
    const auto starts = rows.empty() ? std::vector<std::size_t>{} : column_starts(sizes_of(rows), columns);
    const double shift = item_indent(content, starts.size(), sideways);
    const double list_width = rows.empty() ? 0 : block_width(starts.size(), width, shift);
    Block block;
    Point list{0, 0};  // where the columns begin
    double rail_top = 0;
    if (content.has_head) {
        const double beneath =
            content.beside ? head_width : std::max({list_width, head_width, width + indent});
        Card card = head_card(content, cards, rows.empty() && head_width > 0 ? head_width : beneath);
        CardMaker::stretch(card, head_height);
        block.boxes.push_back(
            {content.head, Rect::at({0, 0}, card.size), card, !content.beside || rows.empty()});
        block.size = card.size;
        block.exit = sideways ? Point{card.size.width, card.size.height / 2}
                              : Point{card.size.width / 2, card.size.height};
        rail_top = content.beside ? side_line : card.size.height;
        list = content.beside ? Point{card.size.width + side_gap, rail_top + head_gap}
                              : Point{0, rail_top + head_gap};
    } else if (shift > 0) {
        list.y = head_gap;
    }
    const std::size_t first_box = block.boxes.size();
    for (std::size_t c = 0; c < starts.size(); ++c) {
        const std::size_t end = c + 1 < starts.size() ? starts[c + 1] : rows.size();
        const double x = list.x + static_cast<double>(c) * (width + shift + gutter);
        const std::size_t first_line = block.lines.size();
        place_column(rows, starts[c], end, x, list.y, shift, c + 1 == starts.size(), block);
        // The rail of the list begins at the head, not at the first box.
        if (first_line < block.lines.size()) block.lines[first_line].points.front().y = rail_top;
        block.size.height = std::max(block.size.height, block.boxes.back().box.bottom);
    }
    block.size.width = std::max(block.size.width, rows.empty() ? 0 : list.x + list_width);
    add_ports(block, content, first_box, sideways, shift, starts);
    if (content.beside) lead_beside(block, first_box, starts);
    return block;
}

void Block::mirror(bool x, bool y) {
    const auto turned = [&](Point p) {
        return Point{x ? size.width - p.x : p.x, y ? size.height - p.y : p.y};
    };
    for (auto& box : boxes) {
        const Point a = turned({box.box.left, box.box.top});
        const Point b = turned({box.box.right, box.box.bottom});
        box.box = {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
    }
    for (auto& line : lines) {
        for (Point& p : line.points) p = turned(p);
    }
    exit = turned(exit);
    for (auto& port : ports) {
        port.at = turned(port.at);
        for (Point& p : port.onward) p = turned(p);
    }
}

}  // namespace shezhire::scene
