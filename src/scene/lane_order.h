// Which lane lies under which: Graphviz' dot finds an order in which related life-lines are neighbours (time
// as ranks, life-lines as heavy edges, relations between neighbouring ranks: what it spares of crossings is
// what a relation need not cross of lanes), and sifting (Rudell 1993) shortens what is left.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/chronology.h"
#include "layout/layout.h"

namespace shezhire::scene {

/// The question to dot. Without nodes where there is nothing to ask: fewer than three lanes, no relation, or
/// so many lanes that dot would take longer than it is worth.
layout::LayoutRequest lane_request(const graph::Chronology& chronology);

/// Lanes from top to bottom, groups and units together. An empty layout is an answer too: by beginning.
std::vector<std::uint32_t> lane_order(const graph::Chronology& chronology, const layout::Layout& layout);

}  // namespace shezhire::scene
