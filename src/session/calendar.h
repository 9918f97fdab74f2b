// When the structure that is shown changes: the marks of the date slider, its ends, and the date of a first
// look.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "edtf/edtf.h"
#include "model/model.h"

namespace shezhire::session {

/// Of everything below `roots` at any date (empty: the model's roots).
struct Calendar {
    std::vector<edtf::Day> days;         ///< at which existence, a parent or a name may change; ascending
    std::vector<std::uint32_t> weights;  ///< how many bodies come, go or move on each of them
    /// Reforms: days on which a quarter of all that is there comes, goes or moves. An era lies between two.
    std::vector<edtf::Day> reforms;
    edtf::Day first = 0;  ///< the slider's ends, whole years; first >= last: nothing is dated
    edtf::Day last = 0;
    /// The last day on which something is known to have begun: what is shown before anyone chose a date.
    edtf::Day present = 0;

    [[nodiscard]] bool dated() const { return !days.empty(); }
};

Calendar calendar_of(const model::Model& model, const std::vector<std::string>& roots);

/// From the last of `turns` (days, ascending) that is not after the date to the eve of the next; nothing
/// where the date lies on both sides of one. Open at both ends of time.
std::optional<edtf::Interval> span_between(const std::vector<edtf::Day>& turns, edtf::Bounds date);

/// The date of a first look; "/" for data without dates.
edtf::Interval first_date(const Calendar& calendar);
/// The same, at these roots.
edtf::Interval default_date(const model::Model& model, const std::vector<std::string>& roots);

}  // namespace shezhire::session
