// Finding one's way in the window: where the keyboard is, what lies over the window, where one is and has
// been. Panels as everywhere: they read the session and send commands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "session/session.h"
#include "ui/context.h"

namespace shezhire::ui {

struct Hand;
struct Panes;

/// Where keys go; Tab goes round in this order.
enum class Area : std::uint8_t { canvas, rows_filter, search, outline, details, date };

/// The picture's bodies in few rectangles of a little map, made anew when there is another picture.
struct LittleMap {
    session::PicturePtr of;
    edtf::Interval when;
    base::Size size_px;
    struct Run {
        base::Rect box;  ///< px from the map's corner
        base::Colour colour;
    };
    std::vector<Run> runs;
};

/// How much is told of each stretch of time, made anew when there is another picture.
struct TimeOverview {
    session::PicturePtr of;
    double width = 0;
    std::vector<float> columns;
    bool dragged = false;
};

/// What the hand is doing while it finds its way.
struct Wayfinding {
    char before[64] = {};  ///< the earlier date of a comparison, while it is typed
    Area area = Area::canvas;
    bool ring = false;  ///< the keyboard moved it there: it is shown
    bool focus_date = false;
    char palette[256] = {};
    std::string palette_next;  ///< what the field is to hold in the next frame
    bool palette_replaces = false;
    int palette_row = 0;
    session::Overlay shown = session::Overlay::none;  ///< in the last frame
    std::string menu_of;                              ///< body whose menu is open; empty: the picture's
    bool menu_wanted = false;
    bool popup =
        false;         ///< some menu or dialog was open in the last frame: a key that closes it does no more
    std::string jump;  ///< letters typed in the outline
    double jump_at = 0;
    session::PicturePtr sorted_of;  ///< what `sorted` was made for
    session::OutlineOrder sorted_by = session::OutlineOrder::order;
    std::vector<std::uint32_t> sorted;  ///< nodes in the outline's order
    LittleMap map;
    bool map_dragged = false;
    bool map_left = false;  ///< it stands in the left corner
    TimeOverview overview;
    bool choosing_period = false;  ///< dragging over the timeline's histogram
    std::string moving_lane;       ///< dragging this life-line to another place
    char source_text[64] = {};     ///< looks for a source among the filters
};

/// Keys are the area's own: they came there by keys (the ring is seen), and nothing else takes them.
bool keyboard_is_in(const Hand&, const session::Session&, Area);

/// Tab, Shift+Tab and clicks move the keyboard; draws the ring where it is.
void keyboard_area(const Context&, Hand&, const session::Session&, const Panes&);

/// The strip over the canvas: back and forward, the selection's ancestors, what is left out.
void places_bar(Context&, Hand&, const session::Session&, session::CommandQueue&, const base::Rect& area);
void minimap(const Context&, Hand&, const session::Session&, session::CommandQueue&,
             const base::Rect& canvas);
/// The same for a timeline: all of time beside its heading.
void time_overview(const Context&, Hand&, const session::Session&, session::CommandQueue&,
                   const base::Rect& canvas);
void filters(Context&, Hand&, const session::Session&, session::CommandQueue&);

/// What lies over the window: palette, keys, the menu of a body.
void overlays(Context&, Hand&, const session::Session&, session::CommandQueue&, const Panes&);
void palette(Context&, Hand&, const session::Session&, session::CommandQueue&, const base::Rect& canvas);
void keys_list(Context&, const session::Session&, session::CommandQueue&, base::Size window);
/// Opens at the pointer; `id` empty: the menu of the picture itself.
void open_box_menu(Hand&, const std::string& id);
void box_menu(Context&, Hand&, const session::Session&, session::CommandQueue&);

/// A body of the picture, with whatever it hangs under, outermost first; itself last.
std::vector<const graph::Node*> ancestors(const session::Session& session, std::string_view key);

/// A chord as the command table names it ("Ctrl+Shift+F") is pressed in this frame.
bool pressed(std::string_view chord);
/// A chord as it is written on keys: "Esc".
std::string chord_in_signs(std::string_view chord);
/// Key caps; returns how wide they are. `right`: they end at `at.x` instead of beginning there.
float key_caps(const Context&, ImDrawList&, ImVec2 at, std::string_view chords, bool right = false);

/// A rounded label with a cross; what was clicked.
enum class ChipClick : std::uint8_t { none, label, cross };
ChipClick chip(const Context&, const char* id, const std::string& text, const char* tip);

}  // namespace shezhire::ui
