// The days on which a data set may change, and the years it reaches over.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "edtf/edtf.h"
#include "model/facts.h"

namespace shezhire::model {

/// Days on which existence, a parent or a preferred name may begin or cease to hold; ascending, unique.
std::vector<edtf::Day> change_days_of(const Draft& draft);
/// The same for some organizations only, by index in the draft.
std::vector<edtf::Day> change_days_of(const Draft& draft, std::span<const std::uint32_t> organizations);

/// From the first to the last year of anything dated, or nothing.
std::optional<edtf::Interval> years_of(const Draft& draft);

}  // namespace shezhire::model
