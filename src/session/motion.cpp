#include "session/motion.h"

#include <algorithm>

#include "session/camera.h"

namespace shezhire::session {

double moving_seconds(double farthest_px, double screen_px) {
    if (screen_px <= 0) return least_moving_seconds;
    return std::clamp(2 * farthest_px / screen_px, least_moving_seconds, most_moving_seconds);
}

scene::Stages stages_at(double elapsed, double moving) {
    return {eased(elapsed / gone_seconds), eased((elapsed - gone_seconds) / moving),
            eased((elapsed - gone_seconds - moving) / come_seconds)};
}

}  // namespace shezhire::session
