// Where a window goes whose monitor was unplugged: decided on rectangles alone, so that it is tested without
// any monitor.
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"

namespace shezhire::ui {

/// `window`: what the window has inside its frame; `areas`: what the monitors leave to windows. Both in the
/// desktop's units, y downwards. Where its corner is to go so that it can be seen and dragged again; nothing:
/// it can be, or there is no monitor at all.
std::optional<base::Point> place_back(const base::Rect& window, const std::vector<base::Rect>& areas);

}  // namespace shezhire::ui
