// The way of an edge through a layered layout, and the lanes in which ways share the channels between rows.
// In the frame in which the hierarchy grows downwards.
#pragma once

#include <cstddef>
#include <vector>

namespace shezhire::graphviz {

/// Out of its source, along channels, through gaps, into its target.
struct Way {
    std::size_t edge = 0;
    std::size_t from = 0;
    std::size_t to = 0;
    bool trunk = false;  ///< from a parent down to its child: from middle to middle, all children on one line
    double start_x = 0;
    double end_x = 0;
    std::vector<std::size_t> channels;
    std::vector<double> gaps;        ///< x between channel k and channel k + 1
    std::vector<std::size_t> lanes;  ///< in each channel

    /// x where it enters and leaves its channel k.
    [[nodiscard]] double enters(std::size_t k) const { return k == 0 ? start_x : gaps[k - 1]; }
    [[nodiscard]] double leaves(std::size_t k) const { return k < gaps.size() ? gaps[k] : end_x; }
};

/// Level pieces that would cover each other get lanes of their own, trunks the upper ones; the children of
/// one parent share a piece. Returns how many lanes each of the `channels` has.
std::vector<std::size_t> choose_lanes(std::vector<Way>& ways, std::size_t channels);

}  // namespace shezhire::graphviz
