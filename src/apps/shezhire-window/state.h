// What the window shows, as JSON (--state): for tests that click and type as a person does, and for bug
// reports.
#pragma once

#include <string>

#include "base/geometry.h"
#include "session/session.h"

namespace shezhire::window {

/// What Dear ImGui alone knows.
struct Interface {
    bool typing = false;  ///< a field has the keyboard
    bool popup = false;   ///< a menu or a dialog is open
};

/// `canvas`: where the picture lies in the window; all boxes are [left, top, right, bottom] in pixels of the
/// window.
std::string state_as_json(const session::Session& session, const base::Rect& canvas,
                          const Interface& interface);

}  // namespace shezhire::window
