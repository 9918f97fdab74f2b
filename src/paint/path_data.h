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

    struct Whole {  // hundredths
        std::int64_t x = 0, y = 0;
        bool operator==(const Whole&) const = default;
    };
    static Whole whole(base::Point p);
    void pair(Whole p);  // relative to the current point

    Buffer& out_;
    Whole at_;     // current point
    Whole start_;  // of the subpath
    char last_ = 0;
};

/// A scene's path where the placement puts it. Points that the verbs ask for and the path lacks end it early.
void append_path_data(Buffer& out, const scene::PathShape& shape, const Placement& placement);

}  // namespace shezhire::paint
