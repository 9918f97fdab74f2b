#include "ui/taps.h"

namespace shezhire::ui {

void Taps::before_frame() {
    bool modified = false;
    while (!waiting_.empty()) {
        const auto next = waiting_.front();
        if (modified && next.modifier && !next.down) return;
        waiting_.pop_front();
        hand_on_(next);
        if (next.down && !next.modifier) return;  // what follows is not of this moment
        modified |= next.down;
    }
}

}  // namespace shezhire::ui
