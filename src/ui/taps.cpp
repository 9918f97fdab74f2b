#include "ui/taps.h"

#include <algorithm>
#include <vector>

namespace shezhire::ui {
namespace {

// The command is carried out after its frame; the field asks for the keyboard in the next and has it in the
// one after that.
constexpr int frames_until_focus = 2;

}  // namespace

std::optional<base::Point> Taps::before_frame(base::Point seen) {
    const bool resting = rest_ > 0;
    if (resting) --rest_;
    bool pressed = false;
    bool modified = false;
    std::vector<int> let_go;
    while (!waiting_.empty()) {
        const auto next = waiting_.front();
        const bool is_key = next.character == 0;
        // A key that was let go is let go: one that seems held would repeat its command.
        if (resting && (next.down || !is_key || next.button >= 0)) return std::nullopt;
        // What follows a press is not of its moment, but for the character that it typed.
        if (pressed && is_key) return std::nullopt;
        if (next.button >= 0) {
            // Before a button is let go, a frame sees how far it was dragged.
            if (!next.down && !(next.place == seen)) return next.place;
            waiting_.pop_front();
            hand_on_(next);
            return next.place;
        }
        if (modified && is_key && next.modifier && !next.down) return std::nullopt;
        // Pressed again at once it would seem held all the time.
        if (is_key && next.down && std::find(let_go.begin(), let_go.end(), next.key) != let_go.end())
            return std::nullopt;
        waiting_.pop_front();
        hand_on_(next);
        if (is_key && !next.down) let_go.push_back(next.key);
        if (!is_key || !next.down) continue;
        (next.modifier ? modified : pressed) = true;
        if (next.command && !next.modifier) {
            rest_ = frames_until_focus;
            return std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace shezhire::ui
