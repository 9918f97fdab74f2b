// How long changes of the picture take. Numbers: docs/design-language.md.
#pragma once

#include "scene/scene.h"

namespace shezhire::session {

inline constexpr double glide_seconds = 0.5;         ///< a branch folds or unfolds
inline constexpr double fade_seconds = 0.3;          ///< another date where nothing moves
inline constexpr double drag_seconds = 0.15;         ///< the date is under the hand
inline constexpr double gone_seconds = 0.3;          ///< a step to another structure: what goes fades out,
inline constexpr double least_moving_seconds = 0.7;  ///< what moves glides,
inline constexpr double most_moving_seconds = 1.1;
inline constexpr double come_seconds = 0.3;  ///< what comes fades in

/// More elements than this, of both pictures together, are cut to.
inline constexpr std::size_t most_blended = 4000;

/// The middle stage: no box faster than half a screen a second, within reason.
double moving_seconds(double farthest_px, double screen_px);

/// Of a staged change, `elapsed` seconds after its beginning.
scene::Stages stages_at(double elapsed, double moving);

}  // namespace shezhire::session
