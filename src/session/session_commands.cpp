#include <filesystem>
#include <utility>
#include <vector>

#include "base/browser.h"
#include "base/words.h"
#include "session/arguments.h"
#include "session/session.h"

namespace shezhire::session {

void Session::execute(const Command& command, double now) {
    now_ = active_at_ = now;
    switch (command.verb) {
        case Verb::open: {
            if (command.arguments.empty()) {
                choose(false);
                break;
            }
            std::vector<std::filesystem::path> paths(command.arguments.begin(), command.arguments.end());
            open(std::move(paths));
            break;
        }
        case Verb::open_folder:
            choose(true);
            break;
        case Verb::reload:
            take_anyway_ = argument(command) == "anyway";
            if (!loaded_.paths.empty()) open(loaded_.paths);
            break;
        case Verb::select:
            select(argument(command));
            break;
        case Verb::show:
            show_in_structure(argument(command).empty() ? selection_ : argument(command), now);
            break;
        case Verb::article:
            read_article(command);
            break;
        case Verb::fold:
        case Verb::unfold:
        case Verb::toggle_fold:
            fold(command, command.verb);
            break;
        case Verb::fold_to:
        case Verb::root:
        case Verb::hide:
        case Verb::hide_kind:
        case Verb::show_all:
        case Verb::certainty:
        case Verb::lateral:
            filter(command);
            break;
        case Verb::date:
            play(false);
            set_date(argument(command), "date");
            break;
        case Verb::next_change:
        case Verb::previous_change:
            play(false);
            step_change(command.verb == Verb::next_change ? +1 : -1);
            break;
        case Verb::dates:
        case Verb::ghosts:
        case Verb::play:
        case Verb::play_speed:
        case Verb::loop:
            date_command(command);
            break;
        case Verb::compare:
            compare(argument(command));
            break;
        case Verb::sides:
            set_sides(argument(command));
            break;
        case Verb::view:
        case Verb::period:
        case Verb::scale:
        case Verb::lanes:
        case Verb::rows:
        case Verb::pin:
        case Verb::move_lane:
        case Verb::event:
        case Verb::step:
        case Verb::shift:
            timeline_command(command, now);
            break;
        case Verb::table:
        case Verb::table_sort:
        case Verb::table_match:
        case Verb::table_columns:
            table_command(command);
            break;
        case Verb::copy:
            copy_rows(command);
            break;
        case Verb::labels:
        case Verb::language:
        case Verb::theme:
        case Verb::engine:
        case Verb::direction:
        case Verb::reduce_motion:
            set_presentation(command);
            break;
        case Verb::fit:
            fit(now);
            break;
        case Verb::zoom:
        case Verb::pan:
            zoom(command, now);
            break;
        case Verb::zoom_to:
            zoom_to(argument(command).empty() ? selection_ : argument(command), now);
            break;
        case Verb::search:
            search(argument(command));
            break;
        case Verb::unhide:
            show_again(command);
            break;
        case Verb::filter:
            keep_only(command);
            break;
        case Verb::hops:
        case Verb::path:
            focus(command);
            break;
        case Verb::walk:
            walk(command, now);
            break;
        case Verb::home:
            go_home(now);
            break;
        case Verb::visit:
            visit(argument(command), argument(command, 1), now);
            break;
        case Verb::back:
        case Verb::forward:
            move_among_places(command.verb == Verb::back, now);
            break;
        case Verb::next_hit:
        case Verb::previous_hit:
            step_hit(command.verb == Verb::next_hit ? 1 : -1, now);
            break;
        case Verb::details:
            if (!argument(command).empty()) select(argument(command));
            presentation_.details_pane = true;
            break;
        case Verb::outline_order:
            set_outline_order(command);
            break;
        case Verb::palette:
            open_overlay(Overlay::palette, argument(command));
            break;
        case Verb::keys:
            open_overlay(Overlay::keys, {});
            break;
        case Verb::menu:
            open_overlay(Overlay::menu, argument(command).empty() ? selection_ : argument(command));
            break;
        case Verb::undo:
            move_in_history(true);
            break;
        case Verb::redo:
            move_in_history(false);
            break;
        case Verb::export_:
            export_picture(command);
            break;
        case Verb::pane:
        case Verb::pane_size:
        case Verb::reset_layout:
        case Verb::interface_size:
        case Verb::larger:
        case Verb::smaller:
            arrange(command);
            break;
        case Verb::browse:
            if (const auto opened = base::open_in_browser(argument(command)); !opened)
                say(base::Severity::warning, opened.error().sentence);
            break;
        case Verb::dismiss:
            back_one_level();
            break;
        case Verb::cancel:
            cancel();
            break;
        case Verb::quit:
            quitting_ = true;
            break;
    }
}

void Session::change(ViewState next, std::string gesture) {
    if (next == view_) return;
    history_.remember(view_, std::move(gesture));
    const bool other_roots = next.roots != view_.roots;
    if (!(next.when == view_.when)) {
        motion_ = date_held_ ? Motion::drag : Motion::staged;
    } else if (!laying_out()) {
        motion_ = Motion::glide;
    }
    view_ = std::move(next);
    if (other_roots) calendar_ = calendar_of(*loaded_.model, view_.roots);
    follow();
}

void Session::move_in_history(bool back) {
    auto state = back ? history_.undo(view_) : history_.redo(view_);
    if (!state)
        return say(base::Severity::note,
                   back ? base::tr("There is nothing to undo.") : base::tr("There is nothing to redo."));
    playing_ = false;
    motion_ = state->when == view_.when ? Motion::glide : Motion::staged;
    if (motion_ == Motion::staged) mark_turns();
    const bool other_roots = state->roots != view_.roots;
    view_ = std::move(*state);
    if (other_roots) calendar_ = calendar_of(*loaded_.model, view_.roots);
    anchor_ = selection_;
    follow();
}

}  // namespace shezhire::session
