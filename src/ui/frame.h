// One frame of the window: fixed panes round a canvas that cannot be closed. Reads the session, sends
// commands.
#pragma once

#include <cstdint>
#include <string>

#include "base/geometry.h"
#include "session/session.h"
#include "ui/atlas_texture.h"
#include "ui/context.h"
#include "ui/page_hand.h"
#include "ui/table_hand.h"
#include "ui/wayfinding.h"

namespace shezhire::ui {

/// A wait that is shorter is not spoken of.
inline constexpr double busy_after_seconds = 0.3;

/// What the hand is doing: nothing that is worth undoing or saving.
struct Hand {
    std::string hovered;  ///< node under the pointer
    double hovered_since = 0;
    std::string
        clicked;  ///< by the last single click: what a second one means, though the picture may have moved
    char search[256] = {};
    bool focus_search = false;
    bool searching = false;  ///< the search field has the keyboard
    int search_row = -1;
    char date[64] = {};
    bool editing_date = false;
    bool sliding = false;
    char export_file[1024] = {};
    int export_part = 0;
    bool ask_export = false;
    int path_questions = 0;  ///< of the session, how many have been answered with a field for a path
    char open_file[1024] = {};
    std::string ask_link;  ///< a web address that was clicked: the user is asked before the browser opens
    bool panning = false;
    PageHand page;        ///< of the selection
    ArticleHand article;  ///< where a source is read
    TableHand table;
    Wayfinding way;
    std::string outline_seen;  ///< the selection that the outline has scrolled to
    std::uint32_t tested = 0;  ///< elements looked at by picking and drawing in this frame, for --stats
    std::uint32_t hover_tested = 0;
    std::uint32_t drawn = 0;
};

/// Where the panes lie in a window of `size` px. The canvas' size is known before any window is made.
struct Panes {
    base::Rect bar, left, right, bottom, diagnostics, places, canvas;
};
Panes panes_for(base::Size size, const session::Presentation& presentation, bool details, float scale);

/// Sets ImGui's colours and spacings; to be called when the theme or the scale changes.
void apply_style(const Palette& palette, float scale);
/// Puts the interface's font (Latin, Cyrillic, Kazakh, arrows) into `fonts`, in the pixels of this scale.
/// Needs no context of Dear ImGui.
void build_interface_font(ImFontAtlas& fonts, const text::Typesetter& typesetter, float scale);

/// What a frame is to be cleared to before it is rendered: panes and canvas have no backgrounds of their own.
Ground ground_for(const session::Session& session, base::Size size, float scale);

/// `size`: the window's, px; `now`: seconds of a steady clock.
void draw_frame(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
                base::Size size, double now);

}  // namespace shezhire::ui
