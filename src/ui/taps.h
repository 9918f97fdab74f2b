// Keys and buttons that are tapped faster than frames are drawn.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <utility>

#include "base/geometry.h"

namespace shezhire::ui {

/// A key or a button of the pointer goes down or up, or a character was typed; what the numbers of key and
/// scancode mean is the window system's affair.
struct Stroke {
    int key = 0;
    int scancode = 0;
    int mods = 0;  ///< which modifiers are held, as the window system says it
    bool down = false;
    bool modifier = false;   ///< Ctrl, Shift, Alt, Super
    bool command = false;    ///< with Ctrl or Alt: it may open a field that then wants what is typed
    char32_t character = 0;  ///< if this is no key at all
    int button = -1;         ///< if it is the pointer's: which
    base::Point place;       ///< where the pointer was then, px

    bool operator==(const Stroke&) const = default;
};

/// Dear ImGui 1.86 looks once a frame at which keys and buttons are down and where the pointer is: a tap
/// within one frame would be lost, a drag would end short of where the button was let go, and a modifier let
/// go in the frame of its letter would not count. Here strokes stand in a queue, and a frame is given as many
/// as it can tell apart. After a command all but what is let go rests until a field that it opened has the
/// keyboard, so that what is typed at once after Ctrl+K is not lost.
class Taps {
  public:
    /// `hand_on` gives one stroke to Dear ImGui.
    explicit Taps(std::function<void(const Stroke&)> hand_on) : hand_on_(std::move(hand_on)) {}

    void add(const Stroke& stroke) { waiting_.push_back(stroke); }
    /// Before ImGui::NewFrame, never within a frame: modifiers may not change there. `seen`: where the frame
    /// before saw the pointer. Says where this one is to see it; nothing: where it is now.
    std::optional<base::Point> before_frame(base::Point seen);
    /// Whether a next frame has strokes to see.
    [[nodiscard]] bool waiting() const { return !waiting_.empty(); }

  private:
    std::function<void(const Stroke&)> hand_on_;
    std::deque<Stroke> waiting_;
    int rest_ = 0;  ///< frames
};

}  // namespace shezhire::ui
