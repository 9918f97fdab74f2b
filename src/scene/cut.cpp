#include <algorithm>
#include <map>
#include <string>

#include "scene/arrange.h"

namespace shezhire::scene {
namespace {

constexpr std::size_t most_beside = 24;  ///< leaves that may stand beside the root
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
    Cutter(const graph::Graph& graph, Arrangement& out, bool sideways)
        : graph_(graph), out_(out), hanging_(graph, out.tree), sideways_(sideways) {}

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
            const auto leaves = hangs ? std::vector<std::uint32_t>{} : leaves_of(node);
            const bool keeps = content.head_tier == Tier::root && !leaves.empty() &&
                               leaves.size() <= most_beside &&
                               leaves.size() < out_.tree.children[node].size();
            if (keeps) {
                // What belongs to the root itself stands by it, as offices do beside the head of a house.
                content.beside = !sideways_;
                for (const auto& group : leaf_groups(graph_, leaves)) {
                    for (const auto leaf : group) content.items.push_back({leaf, 0});
                }
            }
            const std::uint32_t slot =
                add(std::move(content), parent == no_index ? top : out_.slot_of_node[parent]);
            if (!keeps) add_stacks(leaves, slot);
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

    [[nodiscard]] std::vector<std::uint32_t> leaves_of(std::uint32_t node) const {
        std::vector<std::uint32_t> leaves;
        for (const auto child : out_.tree.children[node]) {
            if (hanging_.is_leaf(child)) leaves.push_back(child);
        }
        return leaves;
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
    bool sideways_;
};

}  // namespace

void cut_into_slots(const graph::Graph& graph, Arrangement& out, bool sideways) {
    Cutter(graph, out, sideways).run();
}

}  // namespace shezhire::scene
