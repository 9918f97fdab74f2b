// When the structure that is shown changes: the marks of the date slider, its ends, and the date of a first
// look.
#pragma once

#include <string>
#include <vector>

#include "edtf/edtf.h"
#include "model/model.h"

namespace shezhire::session {

/// Of everything below `roots` at any date (empty: the model's roots).
struct Calendar {
    std::vector<edtf::Day> days;  ///< at which existence, a parent or a name may change; ascending
    edtf::Day first = 0;          ///< the slider's ends, whole years; first >= last: nothing is dated
    edtf::Day last = 0;
    /// The last day on which something is known to have begun: what is shown before anyone chose a date.
    edtf::Day present = 0;

    [[nodiscard]] bool dated() const { return !days.empty(); }
};

Calendar calendar_of(const model::Model& model, const std::vector<std::string>& roots);

/// The date of a first look at these roots; "/" for data without dates.
edtf::Interval default_date(const model::Model& model, const std::vector<std::string>& roots);

}  // namespace shezhire::session
