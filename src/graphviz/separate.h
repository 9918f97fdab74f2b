// No two boxes ever overlap, whatever the engine left: the promise that force-directed engines alone do not
// keep.
#pragma once

#include <vector>

#include "base/geometry.h"

namespace shezhire::graphviz {

/// Two boxes are nearer to each other than `gap` both sideways and up and down.
bool any_closer(const std::vector<base::Rect>& boxes, double gap);

/// Moves boxes until none are closer than `gap`: stretches the whole where that is little, else pushes single
/// boxes to the right.
void separate(std::vector<base::Rect>& boxes, double gap);

}  // namespace shezhire::graphviz
