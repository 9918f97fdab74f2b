#include "ui/monitors.h"

#include <algorithm>
#include <cmath>

namespace shezhire::ui {
namespace {

constexpr double grip_height = 32;       // of a window's head, by which it is dragged
constexpr double least_grip_width = 96;  // of it that has to be seen
constexpr double room_for_frame = 40;    // a title and a border lie outside of what the window has inside

double overlap(double from, double to, double low, double high) {
    return std::min(to, high) - std::max(from, low);
}

bool can_be_dragged(const base::Rect& window, const base::Rect& area) {
    const double wide = overlap(window.left, window.right, area.left, area.right);
    const double high = overlap(window.top, window.top + grip_height, area.top, area.bottom);
    return wide >= std::min(least_grip_width, window.width()) && high >= grip_height / 2;
}

double distance(const base::Rect& window, const base::Rect& area) {
    const auto c = window.centre();
    return std::hypot(c.x - std::clamp(c.x, area.left, area.right),
                      c.y - std::clamp(c.y, area.top, area.bottom));
}

}  // namespace

std::optional<base::Point> place_back(const base::Rect& window, const std::vector<base::Rect>& areas) {
    const auto fits = [&](const base::Rect& area) { return can_be_dragged(window, area); };
    if (areas.empty() || std::any_of(areas.begin(), areas.end(), fits)) return std::nullopt;
    const auto& nearest = *std::min_element(areas.begin(), areas.end(), [&](const auto& a, const auto& b) {
        return distance(window, a) < distance(window, b);
    });
    const auto along = [](double wanted, double low, double high, double size) {
        return std::clamp(wanted, low, std::max(high - size, low));
    };
    return base::Point{along(window.left, nearest.left, nearest.right, window.width()),
                       along(window.top, nearest.top + room_for_frame, nearest.bottom, window.height())};
}

}  // namespace shezhire::ui
