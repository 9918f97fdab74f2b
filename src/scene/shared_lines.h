// Lines that share a way: of siblings on one rail each line begins where the one before it ends. Who is there
// at a date needs all of the way from its parent, also what belongs to the line of one that is not.
#pragma once

#include <cstdint>
#include <vector>

#include "scene/arrange.h"
#include "scene/scene.h"

namespace shezhire::scene {

/// A line as pieces, each of which is drawn as those need it who hang beyond its end.
struct SharedLine {
    std::uint32_t element = 0;  ///< in the scene
    std::uint32_t edge = 0;     ///< in the graph
    std::vector<PathShape> pieces;
    struct Rider {
        std::uint32_t line = 0;
        std::size_t needs = 0;  ///< that many pieces, from the beginning
    };
    std::vector<Rider> riders;         ///< lines that begin on this one
    std::uint32_t carrier = no_index;  ///< the line that this one begins on
};

/// Cuts the lines of a scene, given as `element` and `edge`, and finds who rides on whom: geometry alone
/// knows it, whatever the layout.
void share(const Scene& scene, const graph::Graph& graph, std::vector<SharedLine>& lines);

}  // namespace shezhire::scene
