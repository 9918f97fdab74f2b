// What the window shows, as JSON (--state): for tests that click and type as a person does, and for bug
// reports.
#pragma once

#include <string>

#include "base/geometry.h"
#include "session/session.h"

namespace shezhire::window {

/// `canvas`: where the picture lies in the window; all boxes are [left, top, right, bottom] in pixels of the
/// window. `typing`: a field has the keyboard.
std::string state_as_json(const session::Session& session, const base::Rect& canvas, bool typing);

}  // namespace shezhire::window
