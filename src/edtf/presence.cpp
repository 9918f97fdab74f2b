#include <algorithm>

#include "edtf/edtf.h"

namespace shezhire::edtf {
namespace {

/// A life's outermost readings, knowing that it begins no later than it ends.
struct Readings {
    Day first_start;
    Day last_start;
    Day first_end;
    Day last_end;
};

Readings readings_of(const Interval& life) {
    const Bounds start = life.start_bounds();
    const Bounds end = life.end_bounds();
    return {start.earliest, std::min(start.latest, end.latest), std::max(end.earliest, start.earliest),
            end.latest};
}

}  // namespace

std::string_view to_text(Presence presence) {
    switch (presence) {
        case Presence::no:
            return "no";
        case Presence::maybe:
            return "maybe";
        case Presence::yes:
            return "yes";
    }
    return "no";
}

Presence presence(const Interval& life, Bounds at) {
    const Readings r = readings_of(life);
    if (r.last_end < at.earliest || r.first_start > at.latest) return Presence::no;
    if (r.last_start <= at.earliest && r.first_end >= at.latest && !life.ends_before_it_begins()) {
        return Presence::yes;
    }
    return Presence::maybe;
}

Presence presence_over(const Interval& life, const Interval& period) {
    const Readings r = readings_of(life);
    const Day first = period.start_bounds().earliest;
    const Day last = period.end_bounds().latest;
    if (r.last_end < first || r.first_start > last) return Presence::no;
    if (r.last_start <= last && r.first_end >= first && !life.ends_before_it_begins()) return Presence::yes;
    return Presence::maybe;
}

}  // namespace shezhire::edtf
