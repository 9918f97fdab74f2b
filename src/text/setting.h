// One request -> one SetText, by one Pango context. What is asked for is bounded first: a label of 100 kB is
// cut to what could possibly be shown before anything shapes it.
#pragma once

#include <string>

#include "text/pango.h"
#include "text/typesetter.h"

namespace shezhire::text {

/// Every line is at least this high, whatever fonts it falls back to, so that boxes agree between languages;
/// capitals stand in its middle. In ems. A line whose ink is higher (stacked marks) grows by as much as it
/// needs.
inline constexpr double line_ascent_em = 0.98;
inline constexpr double line_descent_em = 0.27;

/// Sizes outside of what can be drawn, negative widths and the like become the nearest possible request.
TextRequest bounded(TextRequest);

/// `request` is bounded.
SetText set_by(PangoContext*, const std::string& family, const TextRequest& request);

}  // namespace shezhire::text
