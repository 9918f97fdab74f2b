// One request -> one SetText, by one Pango context. What is asked for is bounded first: a label of 100 kB is
// cut to what could possibly be shown before anything shapes it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "text/balance.h"
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

/// A text on one line: what is the same for every size and width that it is wanted in.
struct Natural {
    double width = 0;               ///< points at `shaping_em`
    std::vector<Segment> segments;  ///< where the line may break
};

/// A text of more bytes may be cut before it is shaped, as its size and width want; then it has no Natural.
inline constexpr std::size_t never_cut = 256;

/// `request` is bounded. `natural`: what is known of the text; where nothing is, it is found out and said.
SetText set_by(PangoContext*, const std::string& family, const TextRequest& request,
               std::optional<Natural>& natural);

}  // namespace shezhire::text
