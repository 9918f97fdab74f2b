// Which lane lies under which: Graphviz' dot finds an order in which related life-lines are neighbours (time
// as ranks, life-lines as heavy edges, relations between neighbouring ranks: what it spares of crossings is
// what a relation need not cross of lanes), and sifting (Rudell 1993) shortens what is left.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/chronology.h"
#include "layout/layout.h"

namespace shezhire::scene {

/// The question to dot. Without nodes where there is nothing to ask: fewer than three lanes, no relation, or
/// so many lanes that dot would take longer than it is worth.
layout::LayoutRequest lane_request(const graph::Chronology& chronology);

/// Lanes from top to bottom, groups and units together. An empty layout is an answer too: by beginning.
std::vector<std::uint32_t> lane_order(const graph::Chronology& chronology, const layout::Layout& layout);

/// The same lanes as somebody wants them: those named in `by_hand` in that order, as far as parents and
/// groups let them; others keep their places.
std::vector<std::uint32_t> arranged_by_hand(const graph::Chronology& chronology,
                                            const std::vector<std::uint32_t>& order,
                                            const std::vector<std::string>& by_hand);
/// All lanes by key, with one (and what is nested under it) moved down past so many of its siblings, or up.
/// Empty: it is not there or cannot move further.
std::vector<std::string> with_lane_moved(const graph::Chronology& chronology,
                                         const std::vector<std::uint32_t>& order, const std::string& key,
                                         int steps);

}  // namespace shezhire::scene
