// Which edges of a graph whose edges come and go have to be cut so that no day has a cycle.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "edtf/edtf.h"

namespace shezhire::model {

/// An edge of the graph; `id` is the caller's own.
struct CycleEdge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t id = 0;
};

/// An edge that closes a cycle: from its own `from` to `to`, and back to `from` through the rest.
struct ClosedCycle {
    CycleEdge edge;
    std::vector<std::uint32_t>
        first_members;       ///< at most eight nodes along the way, beginning with `edge.from`
    std::size_t length = 0;  ///< of the whole cycle, in nodes
    bool dated = true;       ///< false: not told apart by date (see find_cycles)
    edtf::Day day = 0;       ///< a day on which every edge of it may hold
};

/// The edges to cut, in the order in which they are found (by day, then by node). `days_of` gives the spans
/// in which an edge may hold; it is asked only for edges that may lie on a cycle. The work is bounded near
/// linear: a graph made to need more (millions of dates in one knot) is judged as if all its edges held at
/// once, `dated` = false.
std::vector<ClosedCycle> find_cycles(
    std::vector<CycleEdge> edges, std::size_t node_count,
    const std::function<std::vector<edtf::Bounds>(const CycleEdge&)>& days_of);

}  // namespace shezhire::model
