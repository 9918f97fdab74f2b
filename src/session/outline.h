// The outline's rows in another order than the picture's: siblings sorted anew, each still under its parent.
#pragma once

#include <cstdint>
#include <vector>

#include "session/picture.h"
#include "session/state.h"

namespace shezhire::session {

/// Indices into the graph's nodes. By name: as search folds them; by founding: what is unknown comes last.
std::vector<std::uint32_t> outline_order(const Picture& picture, OutlineOrder by);

}  // namespace shezhire::session
