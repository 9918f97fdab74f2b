// Arrangement -> the question to the engine: slots and the places where lines pass long rows become nodes.
#pragma once

#include <vector>

#include "scene/arrange.h"

namespace shezhire::scene {

struct AskedLayout {
    layout::LayoutRequest request;
    std::vector<std::uint32_t> node_of_slot;  ///< index in request.nodes
    struct Trunk {
        std::uint32_t node = 0;               ///< index in request.nodes
        std::uint32_t from_slot = no_index;   ///< fed by a slot, or
        std::uint32_t from_trunk = no_index;  ///< by the trunk before
    };
    std::vector<Trunk> trunks;
    std::vector<std::uint32_t> trunk_of_slot;  ///< the trunk that leads to a slot; no_index: its parent does
    double padding = 0;  ///< around every slot (engines whose curves end at the slot's edge)
};

/// For dot.
AskedLayout ask_layered(const graph::Graph& graph, const Arrangement& arrangement,
                        const StructureStyle& style);
/// For the engines that know no ranks; further parents and links pull as well.
AskedLayout ask_free(const graph::Graph& graph, const Arrangement& arrangement, const StructureStyle& style);
/// For patchwork: every node of the graph is a cell, kept together by the branch it belongs to.
AskedLayout ask_patchwork(const graph::Graph& graph, const PartTree& tree, const StructureStyle& style);

}  // namespace shezhire::scene
