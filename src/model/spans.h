// Days that a span may touch at all: what cycles, warnings and sliders are reckoned with.
#pragma once

#include "edtf/edtf.h"

namespace shezhire::model {

/// "/": nothing is stated, so it holds as long as the body itself.
inline bool is_unstated(const edtf::Interval& when) {
    return when.is_unknown();
}

/// From the first day it may hold to the last; earliest > latest where it ends before it begins.
inline edtf::Bounds outer(const edtf::Interval& when) {
    return {when.start_bounds().earliest, when.end_bounds().latest};
}

inline bool touch(edtf::Bounds a, edtf::Bounds b) {
    return a.earliest <= b.latest && b.earliest <= a.latest;
}

}  // namespace shezhire::model
