// How far the period that a timeline shows may go.
#pragma once

#include "scene/time_scale.h"

namespace shezhire::session {

/// At least two days, at most three times all that is known, and something of that in view.
scene::TimeWindow within_reach(scene::TimeWindow window, const scene::TimeWindow& whole);

}  // namespace shezhire::session
