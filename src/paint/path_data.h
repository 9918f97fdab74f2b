// The `d` of an SVG path, short: relative commands in whole hundredths of a unit, so that rounding never adds
// up.
#pragma once

#include <cstdint>

#include "base/geometry.h"
#include "paint/buffer.h"
#include "paint/painter.h"
#include "scene/scene.h"

namespace shezhire::paint {

class PathData {
  public:
    explicit PathData(Buffer& out) : out_(out) {}
    void move(base::Point to);
    void line(base::Point to);
    void quadratic(base::Point control, base::Point to);
    void cubic(base::Point first, base::Point second, base::Point to);
    void close();

  private:
    void command(char letter);
    void number(std::int64_t value);
    void pair(base::Point p);  // relative to the current point
    void go(base::Point p);    // p becomes the current point

    Buffer& out_;
    std::int64_t x_ = 0, y_ = 0;              // current point, hundredths
    std::int64_t start_x_ = 0, start_y_ = 0;  // of the subpath
    char last_ = 0;
};

/// A scene's path where the placement puts it. Points that the verbs ask for and the path lacks end it early.
void append_path_data(Buffer& out, const scene::PathShape& shape, const Placement& placement);

}  // namespace shezhire::paint
