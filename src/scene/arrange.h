// What goes to the layout engine as one box, and on which rank: the part-of tree is cut into slots (single
// boxes, blocks, stacks of leaves), long rows of siblings are broken into several, and of all ways to do so
// the one is taken that fills a page of the wanted shape best.
#pragma once

#include <cstdint>
#include <vector>

#include "scene/block.h"
#include "scene/structure.h"

namespace shezhire::scene {

inline constexpr std::uint32_t no_index = UINT32_MAX;

/// The tree of primary parents, whatever the graph holds: every node once, no cycles.
struct PartTree {
    std::vector<std::uint32_t> parent;                 ///< no_index for roots
    std::vector<std::uint32_t> parent_edge;            ///< index of the graph's edge; no_index for roots
    std::vector<std::vector<std::uint32_t>> children;  ///< in the graph's order
    std::vector<std::uint32_t> order;                  ///< parents before children, in outline order
};
PartTree part_tree(const graph::Graph& graph);

/// One box of the layout request.
struct Slot {
    BlockContent content;
    std::uint32_t parent = no_index;      ///< slot that it hangs on
    std::vector<std::uint32_t> children;  ///< slots, in order
    std::vector<std::size_t> row_ends;    ///< children are broken into rows: end index of each
    bool anchor = false;                  ///< holds several roots together and is not drawn
    std::vector<BlockSize> sizes;
    std::size_t choice = 0;  ///< which of them
    std::uint32_t rank = 0;
    double extent = 0;  ///< across the ranks, with all below it (estimated)
    Block block;
};

struct Arrangement {
    PartTree tree;
    std::vector<Slot> slots;  ///< parents before children
    std::vector<std::uint32_t> slot_of_node;
    double box_width = 0;
};

inline constexpr double slot_gap = 16;  ///< between neighbours in a row
inline constexpr double rank_gap = 28;  ///< between rows, room for one line across

[[nodiscard]] bool is_sideways(layout::Direction direction);

/// Fills slots and slot_of_node from the tree.
void cut_into_slots(const graph::Graph& graph, Arrangement& out, bool sideways);

/// Slots with their blocks made. `wrap`: long rows of siblings may be broken (dot); else only columns are
/// chosen.
Arrangement arrange(const graph::Graph& graph, const CardMaker& cards, const StructureStyle& style,
                    bool wrap);

}  // namespace shezhire::scene
