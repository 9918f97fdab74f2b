// What does something on a page (links, sources, buttons), gone through by keys: arrows step from one to the
// next, Enter takes it. What is scrolled away keeps its place, so that a step leads to it.
#pragma once

#include <imgui.h>

#include <map>

#include "ui/context.h"

namespace shezhire::ui {

struct PartKeys {
    struct Place {
        float top, bottom;  ///< px from the top of what is scrolled
    };
    bool active = false;  ///< the keyboard is here
    int at = -1;          ///< the part that a key has come to; -1: none yet
    int taken = -1;       ///< the part that Enter was pressed on in this frame
    std::map<int, Place> places;

    /// Another page, or its lines are set anew.
    void forget_places() { places.clear(); }
    void turn() { *this = {}; }
};

/// Reads the keys in the window that scrolls the parts, before they are drawn.
void step_through(PartKeys& keys, bool active);

/// An area at a place of the window, whatever the cursor's; "pressed" where it was clicked.
struct Press {
    bool pressed = false;
    bool hovered = false;
};
Press press_area(int id, ImVec2 corner, ImVec2 size);

/// A part that was drawn at that place; the ring is drawn where it is. Returns whether Enter takes it now.
bool part_is_taken(const Context& context, PartKeys& keys, int part, ImVec2 corner, ImVec2 size);

/// Of the pane's own keys rather than the window's, while the keyboard is in it.
bool belongs_to_parts(std::string_view chord);

}  // namespace shezhire::ui
