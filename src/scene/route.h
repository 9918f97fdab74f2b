// Lines of the layered picture. The engine says which slots share a rank and where they lie across it; ranks
// are set apart here, and lines run only where nothing can lie: in the gaps between ranks, and through a rank
// only between its slots. So no line passes through a box, whatever the data.
#pragma once

#include <vector>

#include "scene/arrange.h"

namespace shezhire::scene {

/// A slot of the arrangement (or a trunk: the place where a line passes a rank) as the engine placed it.
struct RoutedSlot {
    std::uint32_t slot = no_index;  ///< no_index for a trunk
    base::Point centre;
    base::Size size;
};

struct RouteInput {
    layout::Direction direction = layout::Direction::down;
    const Arrangement* arrangement = nullptr;
    std::vector<RoutedSlot> placed;  ///< the arrangement's slots in their order, then trunks
    std::vector<std::uint32_t>
        feeder;  ///< for each placed slot: the RoutedSlot that its lines come from, or no_index
    struct Lateral {
        std::uint32_t edge = 0;  ///< index in the graph's edges
        std::uint32_t from = 0;  ///< nodes
        std::uint32_t to = 0;
    };
    std::vector<Lateral> laterals;
};

struct RoutedLine {
    std::uint32_t child = no_index;  ///< node at the lower end of a part-of line
    std::uint32_t lateral = no_index;
    std::vector<base::Point> points;
};

struct Routes {
    std::vector<base::Rect> slots;  ///< where each placed slot lies
    std::vector<RoutedLine> lines;
    base::Size size;
};

/// Slots whose centres lie on one line share a rank: an engine that ranks at all puts them there.
std::vector<std::size_t> ranks_of(const std::vector<RoutedSlot>& placed, layout::Direction direction);

/// Rows that long families were broken into are moved, each as a whole, to stand one below the other: centred
/// in pictures that grow up or down, from the top in those that grow sideways. Only rows that have their
/// ranks for themselves move, so nothing can come to lie on anything else.
void align_rows(const Arrangement& arrangement, layout::Direction direction, std::vector<RoutedSlot>& placed);

Routes route(const RouteInput& input);

}  // namespace shezhire::scene
