// Small signs that panels draw themselves: verdicts by shape and colour, lives as bars with soft ends.
#pragma once

#include <imgui.h>

#include <vector>

#include "edtf/edtf.h"
#include "model/facts.h"
#include "session/turned.h"
#include "ui/context.h"

namespace shezhire::ui {

/// Confirmed: a disc with a tick; contradicted: a diamond with a cross; not found elsewhere: an empty ring.
/// Nothing where unstated. `radius` in px.
void verdict_mark(const Context& context, ImDrawList& list, ImVec2 centre, float radius,
                  model::Verdict verdict);

/// What a step in time did to a body: come: a disc with a plus; gone: a square with a minus; renamed: a
/// pencil's stroke on a diamond; moved: an arrow on a disc. Shapes and colours both tell them apart.
void turn_mark(const Context& context, ImDrawList& list, ImVec2 centre, float radius, session::Turn turn);
base::Colour turn_colour(session::Turn turn);

/// What a life-line is drawn on: days from left to right.
struct LifeScale {
    edtf::Day first = 0;
    edtf::Day last = 0;
    float left = 0;  ///< px on the screen
    float right = 0;
    [[nodiscard]] bool drawn() const { return last > first && right > left; }
    [[nodiscard]] float x(edtf::Day day) const;
};

/// Bars at `y` (their middle): full where the spans certainly hold, fading over the days on which they may
/// begin or end; the date looked at is a line across.
void life_bars(const Context& context, ImDrawList& list, const LifeScale& scale,
               const std::vector<edtf::Interval>& spans, edtf::Bounds at, float y, float height,
               base::Colour colour);

}  // namespace shezhire::ui
