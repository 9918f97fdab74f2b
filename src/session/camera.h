// Where the canvas looks, and how it gets there: a viewport that glides, eased, and can be interrupted at any
// moment.
#pragma once

#include "scene/scene.h"

namespace shezhire::session {

/// Pixels round a fitted picture, which has a margin of its own.
inline constexpr double fit_margin_px = 6;
/// A first picture is folded until its labels are at least so high.
inline constexpr double least_label_px = 11;

/// Ease in and out, cubic: 0 -> 0, 1 -> 1, slopes 0 at both ends.
double eased(double share);

class Camera {
  public:
    [[nodiscard]] const scene::Viewport& viewport() const { return now_; }
    [[nodiscard]] const scene::Viewport& target() const { return to_; }
    [[nodiscard]] bool moving() const { return moving_; }

    /// The canvas has another size: what was in the middle stays in the middle.
    void resize(base::Size screen);
    void jump(const scene::Viewport& to);
    void glide(const scene::Viewport& to, double now, double seconds);
    /// Advances to `now`; returns whether it is still moving.
    bool tick(double now);

  private:
    scene::Viewport from_;
    scene::Viewport to_;
    scene::Viewport now_;
    double begin_ = 0;
    double seconds_ = 0;
    bool moving_ = false;
};

}  // namespace shezhire::session
