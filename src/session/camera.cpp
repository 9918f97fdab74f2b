#include "session/camera.h"

#include <algorithm>
#include <cmath>

namespace shezhire::session {

double eased(double share) {
    const double t = std::clamp(share, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

void Camera::resize(base::Size screen) {
    const auto resized = [screen](scene::Viewport port) {
        const base::Point middle = port.visible().centre();
        port.screen = screen;
        port.origin = middle - base::Point{screen.width / port.scale / 2, screen.height / port.scale / 2};
        return port;
    };
    from_ = resized(from_);
    to_ = resized(to_);
    now_ = resized(now_);
}

void Camera::jump(const scene::Viewport& to) {
    from_ = to_ = now_ = to;
    moving_ = false;
}

void Camera::glide(const scene::Viewport& to, double now, double seconds) {
    if (seconds <= 0 || to == now_) {
        jump(to);
        return;
    }
    from_ = now_;
    to_ = to;
    begin_ = now;
    seconds_ = seconds;
    moving_ = true;
}

bool Camera::tick(double now) {
    if (!moving_) return false;
    const double share = (now - begin_) / seconds_;
    if (share >= 1) {
        jump(to_);
        return false;
    }
    const double t = eased(share);
    now_ = to_;
    if (from_.scale == to_.scale) {
        // The same easing as the shapes have: a node that is held still stays still to the pixel.
        now_.origin = from_.origin + (to_.origin - from_.origin) * t;
        return true;
    }
    // Scale moves geometrically; the origin follows so that the path on the screen is straight.
    now_.scale = from_.scale * std::pow(to_.scale / from_.scale, t);
    const double moved = (1 / now_.scale - 1 / from_.scale) / (1 / to_.scale - 1 / from_.scale);
    now_.origin = from_.origin + (to_.origin - from_.origin) * moved;
    return true;
}

}  // namespace shezhire::session
