#include "scene/request.h"

#include <algorithm>
#include <set>

namespace shezhire::scene {
namespace {

constexpr double free_padding = 7;

/// Keys of request nodes: the key of the head or of the first member, made unique.
class Keys {
  public:
    explicit Keys(const graph::Graph& graph) {
        for (const auto& node : graph.nodes) taken_.insert(node.key);
    }
    std::string fresh(std::string key) {
        while (!taken_.insert(key).second) key += "'";
        return key;
    }

  private:
    std::set<std::string> taken_;
};

std::string key_of(const graph::Graph& graph, const Slot& slot, Keys& keys) {
    if (slot.anchor) return keys.fresh("page");
    if (slot.content.has_head) return graph.nodes[slot.content.head].key;
    return keys.fresh("stack " + graph.nodes[slot.content.items.front().node].key);
}

/// Writes nodes in the order in which siblings are wanted, a trunk after the row that it passes.
class Layered {
  public:
    Layered(const graph::Graph& graph, const Arrangement& arrangement, AskedLayout& out)
        : graph_(graph), slots_(arrangement.slots), keys_(graph), out_(out) {}

    void run() {
        out_.node_of_slot.assign(slots_.size(), no_index);
        out_.trunk_of_slot.assign(slots_.size(), no_index);
        for (std::uint32_t s = 0; s < slots_.size(); ++s) {
            if (slots_[s].parent == no_index) add_slot(s);
        }
        for (std::uint32_t s = 0; s < slots_.size(); ++s) add_family(s);
    }

  private:
    void add_slot(std::uint32_t s) {
        out_.node_of_slot[s] = static_cast<std::uint32_t>(out_.request.nodes.size());
        out_.request.nodes.push_back({key_of(graph_, slots_[s], keys_), slots_[s].block.size, {}, 1});
    }

    void add_edge(std::uint32_t from, std::uint32_t to, std::uint32_t length, double weight) {
        const auto& nodes = out_.request.nodes;
        out_.request.edges.push_back(
            {nodes[from].key + " > " + nodes[to].key, from, to, std::max(length, 1U), weight, true});
    }

    void add_family(std::uint32_t s) {
        const Slot& slot = slots_[s];
        const bool alone = on_page_line(s);
        std::uint32_t source = out_.node_of_slot[s];
        std::uint32_t source_rank = slot.rank;
        std::uint32_t trunk = no_index;
        std::size_t first = 0;
        for (std::size_t row = 0; row < slot.row_ends.size(); ++row) {
            const std::size_t end = slot.row_ends[row];
            std::uint32_t next_node = no_index;
            std::uint32_t next_rank = 0;
            // Rows that have the page for themselves are aligned later, and the line passes where there is
            // room; among other families it keeps its place amid the row.
            const std::size_t passing = alone ? end : first + (end - first + 1) / 2;
            for (std::size_t k = first; k <= end; ++k) {
                if (k == passing && row + 1 < slot.row_ends.size()) {
                    next_rank = slots_[slot.children[end]].rank - 1;
                    next_node = add_trunk(s, trunk);
                    add_edge(source, next_node, next_rank - source_rank, 1);
                }
                if (k == end) break;
                const std::uint32_t child = slot.children[k];
                add_slot(child);
                out_.trunk_of_slot[child] = trunk;
                add_edge(source, out_.node_of_slot[child], slots_[child].rank - source_rank, 2);
            }
            if (next_node != no_index) {
                source = next_node;
                source_rank = next_rank;
                trunk = static_cast<std::uint32_t>(out_.trunks.size() - 1);
            }
            first = end;
        }
    }

    /// Neither the slot nor any above it shares a row.
    [[nodiscard]] bool on_page_line(std::uint32_t s) const {
        for (; slots_[s].parent != no_index; s = slots_[s].parent) {
            std::size_t first = 0;
            for (const std::size_t end : slots_[slots_[s].parent].row_ends) {
                const auto& siblings = slots_[slots_[s].parent].children;
                const bool here = std::find(siblings.begin() + static_cast<std::ptrdiff_t>(first),
                                            siblings.begin() + static_cast<std::ptrdiff_t>(end),
                                            s) != siblings.begin() + static_cast<std::ptrdiff_t>(end);
                if (here && end - first > 1) return false;
                first = end;
            }
        }
        return true;
    }

    std::uint32_t add_trunk(std::uint32_t slot, std::uint32_t before) {
        const auto node = static_cast<std::uint32_t>(out_.request.nodes.size());
        out_.request.nodes.push_back(
            {keys_.fresh(out_.request.nodes[out_.node_of_slot[slot]].key + " ..."), {6, 6}, {}, 1});
        out_.trunks.push_back({node, before == no_index ? slot : no_index, before});
        return node;
    }

    const graph::Graph& graph_;
    const std::vector<Slot>& slots_;
    Keys keys_;
    AskedLayout& out_;
};

}  // namespace

AskedLayout ask_layered(const graph::Graph& graph, const Arrangement& arrangement,
                        const StructureStyle& style) {
    AskedLayout out;
    out.request.engine = style.engine;
    out.request.direction = style.direction;
    out.request.routing = layout::Routing::none;
    out.request.node_separation = slot_gap;
    out.request.rank_separation = rank_gap;
    Layered(graph, arrangement, out).run();
    return out;
}

AskedLayout ask_free(const graph::Graph& graph, const Arrangement& arrangement, const StructureStyle& style) {
    AskedLayout out;
    out.padding = free_padding;
    out.request.engine = style.engine;
    out.request.direction = style.direction;
    out.request.routing = layout::Routing::curved;
    out.request.node_separation = slot_gap;
    out.request.rank_separation = rank_gap;
    Keys keys(graph);
    const auto& slots = arrangement.slots;
    out.node_of_slot.assign(slots.size(), no_index);
    out.trunk_of_slot.assign(slots.size(), no_index);
    for (std::uint32_t s = 0; s < slots.size(); ++s) {
        if (slots[s].anchor) continue;
        const base::Size size = slots[s].block.size;
        out.node_of_slot[s] = static_cast<std::uint32_t>(out.request.nodes.size());
        out.request.nodes.push_back({key_of(graph, slots[s], keys),
                                     {size.width + 2 * free_padding, size.height + 2 * free_padding},
                                     {},
                                     1});
        if (out.request.root.empty()) out.request.root = out.request.nodes.back().key;
        const std::uint32_t parent = slots[s].parent;
        if (parent == no_index || slots[parent].anchor) continue;
        const std::uint32_t from = out.node_of_slot[parent];
        out.request.edges.push_back({out.request.nodes[from].key + " > " + out.request.nodes.back().key, from,
                                     out.node_of_slot[s], 1, 2, true});
    }
    for (const auto& edge : graph.edges) {
        if (edge.kind == graph::EdgeKind::part) continue;
        const std::uint32_t from = out.node_of_slot[arrangement.slot_of_node[edge.from]];
        const std::uint32_t to = out.node_of_slot[arrangement.slot_of_node[edge.to]];
        if (from == to) continue;
        out.request.edges.push_back({edge.key, from, to, 1, 1, false});
    }
    // Keys of edges are those of their ends or the graph's own: made unique whatever ids the data has.
    std::set<std::string> taken;
    for (auto& edge : out.request.edges) {
        while (!taken.insert(edge.key).second) edge.key += "'";
    }
    return out;
}

AskedLayout ask_patchwork(const graph::Graph& graph, const PartTree& tree, const StructureStyle& style) {
    AskedLayout out;
    out.request.engine = style.engine;
    out.request.direction = style.direction;
    out.request.routing = layout::Routing::none;
    std::vector<std::uint32_t> branch(graph.nodes.size(), no_index);
    for (const auto node : tree.order) {
        const std::uint32_t parent = tree.parent[node];
        branch[node] = parent == no_index || tree.parent[parent] == no_index ? node : branch[parent];
        // Members of the root without members of their own share one frame.
        const bool alone = branch[node] == node && tree.children[node].empty() && parent != no_index;
        out.request.nodes.push_back({graph.nodes[node].key,
                                     {96, 28},
                                     graph.nodes[alone ? parent : branch[node]].key,
                                     1.0 + 0.15 * static_cast<double>(graph.nodes[node].hidden)});
        out.node_of_slot.push_back(node);
    }
    return out;
}

}  // namespace shezhire::scene
