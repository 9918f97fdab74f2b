// Lines of similar length, as an atlas sets its names: "Libraries Serving / Disadvantaged Persons" and not
// "Libraries Serving Disadvantaged / Persons". The number of lines stays what the full width needs.
#pragma once

#include <pango/pango.h>

#include <vector>

namespace shezhire::text {

/// What stands between two places where a line may break, in points at `shaping_em`.
struct Segment {
    double width = 0;
    double blank = 0;  ///< the white space after it, which counts only inside a line
};

/// Of a layout without a width limit, in reading order.
std::vector<Segment> segments_of(PangoLayout*);

struct Balanced {
    double width = 0;
    int lines = 0;
};

/// The least width at which `segments` still take as few lines as at `width`, and those lines; `width` itself
/// where one line does, where more than `max_lines` are needed, or where a segment has to be broken inside.
Balanced balanced(const std::vector<Segment>& segments, double width, int max_lines);

}  // namespace shezhire::text
