#include "scene/arrange.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace shezhire::scene {
namespace {

constexpr double trunk_width = 6;
constexpr double furniture_height = 64;  ///< roughly what heading and legend take
constexpr std::size_t big_list = 60;     ///< longer lists are not nested in a block

/// Which nodes are drawn as a block with their whole family below them in a list.
class Hanging {
  public:
    Hanging(const graph::Graph& graph, const PartTree& tree) : graph_(graph), tree_(tree) {
        single_root_ = std::count(tree.parent.begin(), tree.parent.end(), no_index) == 1;
        height_.assign(graph.nodes.size(), 0);
        size_.assign(graph.nodes.size(), 1);
        for (auto node = tree.order.rbegin(); node != tree.order.rend(); ++node) {
            for (const auto child : tree.children[*node]) {
                height_[*node] = std::max(height_[*node], height_[child] + 1);
                size_[*node] += size_[child];
            }
        }
    }

    /// Nothing below it, and nothing folded either: folded ones keep their place when they are unfolded.
    [[nodiscard]] bool is_leaf(std::uint32_t node) const {
        return height_[node] == 0 && !graph_.nodes[node].foldable;
    }

    [[nodiscard]] bool hangs(std::uint32_t node) const {
        if (tree_.parent[node] == no_index && single_root_) return false;
        if (height_[node] <= 1) return true;
        if (height_[node] > 2 || size_[node] > big_list) return false;
        // Grandchildren are indented where they are few; a body whose members all have large families is no
        // list.
        const auto members = static_cast<double>(tree_.children[node].size());
        return static_cast<double>(size_[node]) - 1 - members <= 1.5 * members;
    }

    [[nodiscard]] bool single_root() const { return single_root_; }

  private:
    const graph::Graph& graph_;
    const PartTree& tree_;
    bool single_root_ = true;
    std::vector<std::uint32_t> height_;
    std::vector<std::size_t> size_;
};

void append_list(const PartTree& tree, std::uint32_t node, int level, std::vector<ListItem>& items) {
    for (const auto child : tree.children[node]) {
        items.push_back({child, level});
        append_list(tree, child, level + 1, items);
    }
}

/// Leaves of one parent by kind; small kinds share a list, so that no body stands alone beside long lists.
std::vector<std::vector<std::uint32_t>> leaf_groups(const graph::Graph& graph,
                                                    const std::vector<std::uint32_t>& leaves) {
    std::vector<std::vector<std::uint32_t>> by_kind;
    std::map<std::string, std::size_t> place;
    for (const auto leaf : leaves) {
        const auto [found, fresh] = place.emplace(graph.nodes[leaf].kind, by_kind.size());
        if (fresh) by_kind.emplace_back();
        by_kind[found->second].push_back(leaf);
    }
    std::size_t largest = 4;
    for (const auto& group : by_kind) largest = std::max(largest, group.size());
    std::vector<std::vector<std::uint32_t>> groups;
    for (auto& group : by_kind) {
        if (!groups.empty() && groups.back().size() + group.size() <= std::min<std::size_t>(largest, 6)) {
            groups.back().insert(groups.back().end(), group.begin(), group.end());
        } else {
            groups.push_back(std::move(group));
        }
    }
    return groups;
}

/// Cuts the tree into slots, parents first.
class Cutter {
  public:
    Cutter(const graph::Graph& graph, Arrangement& out)
        : graph_(graph), out_(out), hanging_(graph, out.tree) {}

    void run() {
        out_.slot_of_node.assign(graph_.nodes.size(), no_index);
        std::uint32_t top = no_index;
        if (!hanging_.single_root() && !graph_.nodes.empty()) {
            top = add({}, no_index);
            out_.slots[top].anchor = true;
            std::vector<std::uint32_t> leaves;
            for (const auto node : out_.tree.order) {
                if (out_.tree.parent[node] == no_index && hanging_.is_leaf(node)) leaves.push_back(node);
            }
            add_stacks(leaves, top);
        }
        for (const auto node : out_.tree.order) {
            const std::uint32_t parent = out_.tree.parent[node];
            if (out_.slot_of_node[node] != no_index) continue;  // in a block above
            BlockContent content;
            content.has_head = true;
            content.head = node;
            const bool hangs = hanging_.hangs(node);
            content.head_tier = parent == no_index && !hangs ? Tier::root : Tier::head;
            if (hangs) append_list(out_.tree, node, 0, content.items);
            const std::uint32_t slot =
                add(std::move(content), parent == no_index ? top : out_.slot_of_node[parent]);
            if (!hangs) add_leaves_of(node, slot);
        }
        for (std::uint32_t s = 0; s < out_.slots.size(); ++s) {
            if (out_.slots[s].parent != no_index) out_.slots[out_.slots[s].parent].children.push_back(s);
        }
    }

  private:
    std::uint32_t add(BlockContent content, std::uint32_t parent) {
        const auto index = static_cast<std::uint32_t>(out_.slots.size());
        if (content.has_head) out_.slot_of_node[content.head] = index;
        for (const auto& item : content.items) out_.slot_of_node[item.node] = index;
        Slot slot;
        slot.content = std::move(content);
        slot.parent = parent;
        out_.slots.push_back(std::move(slot));
        return index;
    }

    void add_leaves_of(std::uint32_t node, std::uint32_t slot) {
        std::vector<std::uint32_t> leaves;
        for (const auto child : out_.tree.children[node]) {
            if (hanging_.is_leaf(child)) leaves.push_back(child);
        }
        add_stacks(leaves, slot);
    }

    void add_stacks(const std::vector<std::uint32_t>& leaves, std::uint32_t parent) {
        for (const auto& group : leaf_groups(graph_, leaves)) {
            BlockContent content;
            for (const auto leaf : group) content.items.push_back({leaf, 0});
            add(std::move(content), parent);
        }
    }

    const graph::Graph& graph_;
    Arrangement& out_;
    Hanging hanging_;
};

/// Breaks `extents` into the fewest rows that fit `limit`, of widths as equal as may be; returns the rows'
/// ends.
std::vector<std::size_t> rows_of(const std::vector<double>& extents, double limit) {
    const auto fill = [&](double capacity) {
        std::vector<std::size_t> ends;
        double used = 0;
        for (std::size_t k = 0; k < extents.size(); ++k) {
            if (used > 0 && used + slot_gap + extents[k] > capacity) {
                ends.push_back(k);
                used = 0;
            }
            used += (used > 0 ? slot_gap : 0) + extents[k];
        }
        ends.push_back(extents.size());
        return ends;
    };
    const std::size_t rows = fill(limit).size();
    if (rows <= 1) return fill(limit);
    double low = *std::max_element(extents.begin(), extents.end());
    double high = limit;
    for (int step = 0; step < 20 && high - low > 1; ++step) {
        const double middle = (low + high) / 2;
        (fill(middle).size() <= rows ? high : low) = middle;
    }
    return fill(high);
}

/// One try: how high a list may be, how wide a row.
struct Limits {
    double list_height = 1e9;
    double row_extent = 1e9;
};

class Search {
  public:
    Search(Arrangement& arrangement, const StructureStyle& style, bool wrap)
        : slots_(arrangement.slots),
          wrap_(wrap),
          sideways_(style.direction == layout::Direction::right ||
                    style.direction == layout::Direction::left),
          aspect_(std::isfinite(style.aspect) && style.aspect > 0.01 ? style.aspect : 1),
          furniture_((style.title ? 0.55 : 0) + (style.legend ? 0.45 : 0)) {}

    /// Leaves the best choice in the slots; returns its cost.
    double run() {
        double best = 1e300;
        Limits choice;
        for (const double height : list_heights()) {
            for (const double extent : row_extents(height)) {
                const double cost = cost_of({height, extent});
                if (cost < best * 0.9995) {
                    best = cost;
                    choice = {height, extent};
                }
            }
        }
        return cost_of(choice);
    }

  private:
    [[nodiscard]] double across(const base::Size& size) const { return sideways_ ? size.height : size.width; }
    [[nodiscard]] double along(const base::Size& size) const { return sideways_ ? size.width : size.height; }
    [[nodiscard]] const base::Size& size_of(const Slot& slot) const { return slot.sizes[slot.choice].size; }

    /// The heights that lists can have at all, thinned out.
    [[nodiscard]] std::vector<double> list_heights() const {
        std::vector<double> heights{1e9};
        for (const auto& slot : slots_) {
            for (const auto& way : slot.sizes) heights.push_back(way.size.height);
        }
        std::sort(heights.begin(), heights.end());
        std::vector<double> thin;
        for (const double height : heights) {
            if (thin.empty() || height > thin.back() * 1.06) thin.push_back(height);
        }
        return thin;
    }

    void choose_columns(double height) {
        for (auto& slot : slots_) {
            slot.choice = 0;
            while (slot.choice + 1 < slot.sizes.size() && slot.sizes[slot.choice].size.height > height) {
                ++slot.choice;
            }
        }
    }

    std::vector<double> row_extents(double height) {
        if (!wrap_) return {1e9};
        choose_columns(height);
        double widest = 0;
        double total = 0;
        for (const auto& slot : slots_) {
            widest = std::max(widest, across(size_of(slot)));
            total += across(size_of(slot)) + slot_gap;
        }
        std::vector<double> extents{1e9};
        for (double extent = total; extent > widest && extents.size() < 40; extent /= 1.09)
            extents.push_back(extent);
        return extents;
    }

    /// Sets columns, rows and ranks and says what the page must be scaled down by.
    double cost_of(const Limits& limits) {
        choose_columns(limits.list_height);
        const std::size_t count = slots_.size();
        std::vector<double> extent(count);
        std::vector<std::uint32_t> ranks(count, 1);
        double extra_rows = 0;
        for (std::size_t s = count; s-- > 0;) {
            Slot& slot = slots_[s];
            std::vector<double> extents;
            for (const auto child : slot.children) extents.push_back(extent[child]);
            slot.row_ends =
                extents.empty() ? std::vector<std::size_t>{} : rows_of(extents, limits.row_extent);
            slot.extent = extent[s] = std::max(across(size_of(slot)), rows_extent(extents, slot.row_ends));
            for (std::size_t r = 0, first = 0; r < slot.row_ends.size(); first = slot.row_ends[r++]) {
                std::uint32_t deepest = 0;
                for (std::size_t k = first; k < slot.row_ends[r]; ++k) {
                    deepest = std::max(deepest, ranks[slot.children[k]]);
                }
                ranks[s] += deepest;
            }
            if (!slot.row_ends.empty()) extra_rows += static_cast<double>(slot.row_ends.size() - 1);
        }
        const double depth = set_ranks(ranks);
        double width = -slot_gap;
        for (std::size_t s = 0; s < count; ++s) {
            if (slots_[s].parent == no_index) width += extent[s] + slot_gap;
        }
        double w = sideways_ ? depth : width;
        double h = sideways_ ? width : depth;
        w += 40;
        h += 40 + furniture_ * furniture_height;
        // The page that holds it all, and a little for what is harder to read.
        return std::max(w / aspect_, h) * (1 + 0.02 * std::min(extra_rows, 12.0));
    }

    [[nodiscard]] static double rows_extent(const std::vector<double>& extents,
                                            const std::vector<std::size_t>& ends) {
        double widest = 0;
        std::size_t first = 0;
        for (std::size_t r = 0; r < ends.size(); first = ends[r++]) {
            double row = -slot_gap;
            for (std::size_t k = first; k < ends[r]; ++k) row += extents[k] + slot_gap;
            // Through every row but the last a line must pass to the next.
            if (r + 1 < ends.size()) row += trunk_width + slot_gap;
            widest = std::max(widest, row);
        }
        return widest;
    }

    /// Ranks from the top; returns what all ranks and the gaps between them take.
    double set_ranks(const std::vector<std::uint32_t>& deep) {
        std::vector<double> thickness;
        for (auto& slot : slots_) {
            if (slot.parent == no_index) slot.rank = 0;
            std::uint32_t rank = slot.rank + 1;
            std::size_t first = 0;
            for (const std::size_t end : slot.row_ends) {
                std::uint32_t deepest = 0;
                for (std::size_t k = first; k < end; ++k) {
                    slots_[slot.children[k]].rank = rank;
                    deepest = std::max(deepest, deep[slot.children[k]]);
                }
                rank += deepest;
                first = end;
            }
            if (thickness.size() <= slot.rank) thickness.resize(slot.rank + 1, 0);
            thickness[slot.rank] = std::max(thickness[slot.rank], along(size_of(slot)));
        }
        double sum = 0;
        for (const double t : thickness) sum += t + rank_gap;
        return sum - rank_gap;
    }

    std::vector<Slot>& slots_;
    bool wrap_;
    bool sideways_;
    double aspect_;
    double furniture_;
};

double root_width(double box_width) {
    return std::clamp(box_width * 1.6, 170.0, 240.0);
}

double width_for(const Slot& slot, double box_width) {
    return slot.content.has_head && slot.content.head_tier == Tier::root ? root_width(box_width) : box_width;
}

/// Heads of one rank are equally high, so that the lists below them begin on one line.
void make_blocks(Arrangement& out, const CardMaker& cards, const StructureStyle& style) {
    const bool sideways =
        style.direction == layout::Direction::right || style.direction == layout::Direction::left;
    std::map<std::uint32_t, double> head_height;
    for (auto& slot : out.slots) {
        if (slot.anchor) {
            slot.block.size = {1, 1};
            continue;
        }
        slot.block = make_block(slot.content, cards, width_for(slot, out.box_width),
                                slot.sizes[slot.choice].columns, 0, sideways);
        if (!slot.content.has_head) continue;
        double& height = head_height[slot.rank];
        height = std::max(height, slot.block.boxes.front().card.size.height);
    }
    for (auto& slot : out.slots) {
        if (slot.content.has_head && !sideways) {
            slot.block = make_block(slot.content, cards, width_for(slot, out.box_width),
                                    slot.sizes[slot.choice].columns, head_height[slot.rank], sideways);
        }
        slot.block.mirror(style.direction == layout::Direction::left,
                          style.direction == layout::Direction::up);
    }
}

}  // namespace

Arrangement arrange(const graph::Graph& graph, const CardMaker& cards, const StructureStyle& style,
                    bool wrap) {
    Arrangement out;
    out.tree = part_tree(graph);
    Cutter(graph, out).run();
    std::vector<std::uint32_t> all;
    for (const auto node : out.tree.order) {
        if (out.tree.parent[node] != no_index) all.push_back(node);
    }
    const double good = cards.good_width(all);
    // Narrower or wider boxes are tried where that is cheap.
    const std::vector<double> shares = all.size() <= 400 ? std::vector{1.0, 0.88, 1.14} : std::vector{1.0};
    double best = 1e300;
    Arrangement chosen;
    for (const double share : shares) {
        out.box_width = std::round(good * share);
        for (auto& slot : out.slots) {
            slot.sizes = slot.anchor ? std::vector<BlockSize>{{1, {1, 1}}}
                                     : block_sizes(slot.content, cards, width_for(slot, out.box_width));
        }
        const double cost = Search(out, style, wrap).run();
        if (cost < best * 0.98) {
            best = cost;
            chosen = out;
        }
    }
    out = std::move(chosen);
    make_blocks(out, cards, style);
    return out;
}

}  // namespace shezhire::scene
