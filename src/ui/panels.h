// The panes of a frame; each reads the session and sends commands.
#pragma once

#include "ui/frame.h"

namespace shezhire::ui {

void menu_bar(Context&, Hand&, const session::Session&, session::CommandQueue&, const base::Rect& area);
void outline_pane(Context&, Hand&, const session::Session&, session::CommandQueue&, const base::Rect& area);
void details_pane(Context&, Hand&, const session::Session&, session::CommandQueue&, const base::Rect& area);
/// What a source states, in the canvas' place.
void article_view(Context&, Hand&, const session::Session&, session::CommandQueue&, const base::Rect& area);
/// Steady or compact, and what is played how.
void dates_menu(const session::Session&, session::CommandQueue&);
/// Its entries.
void dates_entries(const session::Session&, session::CommandQueue&);
/// The view as rows, in the canvas' place.
void table_view(Context&, Hand&, const session::Session&, session::CommandQueue&, const base::Rect& area);
void date_pane(Context&, Hand&, const session::Session&, session::CommandQueue&, const base::Rect& area);
void canvas(Context&, Hand&, const session::Session&, session::CommandQueue&, const base::Rect& area,
            double now);
/// A box of the scene as it lies in the window, px; `origin`: the canvas' corner.
base::Rect on_screen(const scene::Viewport& port, const base::Rect& box, base::Point origin);
/// The canvas of a timeline; canvas() calls it.
void timeline_canvas(Context&, Hand&, const session::Session&, session::CommandQueue&, const base::Rect& area,
                     double now);
/// What the view menu has for it.
void timeline_menu(const session::Session&, session::CommandQueue&);
void diagnostics_pane(Context&, const session::Session&, session::CommandQueue&, const base::Rect& area);
/// Lines between panes to drag, tabs to fold them.
void splitters(Context&, const session::Session&, session::CommandQueue&, const Panes&);
/// What runs longer than `busy_after_seconds`, on top of the canvas, with a way to cancel it.
void busy_card(Context&, const session::Session&, session::CommandQueue&, const base::Rect& area, double now);
/// In place of a picture: what to do to get one.
void empty_state(Context&, const session::Session&, session::CommandQueue&, const base::Rect& area);
/// What a data set is called in a list: its file's or folder's name and where it lies, "and 3 more".
std::string recent_name(const std::vector<std::filesystem::path>& data);
void message_cards(Context&, const session::Session&, session::CommandQueue&, const base::Rect& area);
void dialogs(Context&, Hand&, const session::Session&, session::CommandQueue&);
/// Asks before the browser opens (`hand.ask_link`), and says where it would go.
void link_dialog(Context&, Hand&, session::CommandQueue&);
/// What was found for the search text, as rows.
void search_rows(Context&, Hand&, const session::Session&, session::CommandQueue&);
/// Goes to one of the hits; a second time, to the date that was offered for it.
void go_to_hit(const session::Session&, session::CommandQueue&, std::size_t hit);
/// Keys of the command table, where no text field has the keyboard.
void handle_keys(Hand&, const session::Session&, session::CommandQueue&);

/// A quiet line where two panes meet, over the whole length.
void edge_line(const Context& context, base::Point from, base::Point to);

/// Begins a pane without decoration exactly over `area`; returns ImGui::Begin's answer.
bool begin_pane(const char* name, const base::Rect& area, int extra_flags = 0);
/// The same above panes, for what lies on their edges; never takes the keyboard by appearing.
bool begin_overlay(const char* name, const base::Rect& area);
void end_pane();

}  // namespace shezhire::ui
