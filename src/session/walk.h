// Arrow keys on the picture: from one body to what stands nearest in a direction.
#pragma once

#include <string>

#include "layout/layout.h"
#include "session/picture.h"

namespace shezhire::session {

/// The body that one comes to from `key` in that direction: parents, children and siblings are preferred to
/// others that are somewhat nearer. Empty when nothing lies there. Distances are those between boxes on the
/// picture, so that it leads where the eye expects it, in every layout. `graph` says who is there at the
/// date.
std::string walk_from(const Picture& picture, const graph::Graph& graph, const std::string& key,
                      layout::Direction direction);

/// The body nearest to a point of the scene; empty in an empty picture.
std::string nearest_to(const Picture& picture, const graph::Graph& graph, base::Point point);

}  // namespace shezhire::session
