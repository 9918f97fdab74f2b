// What the hand is doing in a table: which row and column the keyboard is at, what is marked, how wide
// columns were dragged. Nothing that is worth undoing or saving.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "session/session.h"

namespace shezhire::ui {

struct TableHand {
    std::shared_ptr<const session::Rows> of;  ///< what the rest is about
    int at = -1;                              ///< the row that has the keyboard, as they are sorted; -1: none
    int from = -1;                            ///< rows between it and `at` are marked
    int column = 0;                           ///< that has the keyboard, as they are chosen
    bool go = false;                          ///< the row is to be brought into view
    bool go_column = false;
    std::string seen;  ///< the selection that the rows have gone to
    char match[256] = {};
    bool matching = false;                 ///< the field has the keyboard
    bool focus_match = false;              ///< and is to have it
    std::map<std::string, float> dragged;  ///< widths by column, design units
    std::vector<float> widths;             ///< px, of the columns chosen
    float room = 0;                        ///< that they were made for
    float scale = 0;
    float scroll_x = 0;  ///< of the rows in the last frame: the head goes along
};

}  // namespace shezhire::ui
