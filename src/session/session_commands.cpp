#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/browser.h"
#include "base/utf8.h"
#include "base/words.h"
#include "scene/words.h"
#include "session/arguments.h"
#include "session/article.h"
#include "session/page.h"
#include "session/session.h"

namespace shezhire::session {
namespace {

constexpr double camera_seconds = 0.3;
constexpr double least_scale = 0.005;
constexpr double largest_scale = 12;
constexpr double farthest = 1e6;  // points and pixels that a picture can be moved away, so that it comes back

base::Point within_reach(base::Point p) {
    return {std::clamp(p.x, -farthest, farthest), std::clamp(p.y, -farthest, farthest)};
}

/// A day on which a body was there, as sure as can be; nullopt where nothing is known of its life.
std::optional<edtf::Day> day_of(const model::Organization& body) {
    for (const auto& spell : body.spells) {
        const auto start = spell.when.start_bounds();
        const auto end = spell.when.end_bounds();
        if (start.latest < edtf::end_of_time && start.latest > edtf::beginning_of_time) return start.latest;
        if (end.earliest < edtf::end_of_time && end.earliest > edtf::beginning_of_time) return end.earliest;
    }
    return std::nullopt;
}

}  // namespace

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

void Session::fold(const Command& command, Verb verb) {
    const std::string id = argument(command).empty() ? selection_ : argument(command);
    if (id.empty())
        return say(base::Severity::note, base::tr("Select something first, then fold or unfold it."));
    if (!knows(id)) return;
    if (on_timeline()) return fold_lane(id, verb);
    const auto* shown_node = node(id);
    bool folded = verb == Verb::fold;
    if (verb == Verb::toggle_fold) {
        if (shown_node == nullptr || !shown_node->foldable) return;
        folded = !shown_node->folded;
    }
    auto next = view_;
    if (view_.focus.any()) {
        if (folded) {
            next.focus.opened.erase(id);
        } else {
            next.focus.opened.insert(id);
        }
    } else if (folded) {
        next.folded.insert(id);
        next.unfolded.erase(id);
    } else {
        next.folded.erase(id);
        next.unfolded.insert(id);
    }
    anchor_ = id;
    fitted_ = false;
    change(std::move(next));
}

void Session::select(const std::string& id) {
    if (id.empty()) {
        selection_.clear();
        time_lane_.clear();
        if (on_timeline() && !time_view_.focus.empty()) point_out({}, now_);
        return;
    }
    if (loaded_.model->thing(id) == nullptr) {
        return say(
            base::Severity::warning,
            fmt::format(fmt::runtime(base::tr("There is nothing called “{}” here.")), base::visible(id)));
    }
    selection_ = id;
    const bool is_body = loaded_.model->organization(id) != nullptr;
    if (on_timeline()) return select_on_timeline(id, is_body);
    if (is_body && article_.source.empty() && (is_absent(id) || laying_out())) reveal(id);
    if (is_body) remember_place(false);
}

// The body that shows a thing, at the date that is shown or else at one at which it was there.
void Session::show_in_structure(const std::string& id, double now) {
    const auto place = place_in_structure(*loaded_.model, id);
    if (place.empty()) {
        return say(base::Severity::note, base::tr("This has no place in the structure."));
    }
    article_ = {};
    selection_ = place;
    const auto& body = *loaded_.model->organization(place);
    if (loaded_.model->presence(body, at()) == edtf::Presence::no) {
        if (const auto day = day_of(body)) set_date(edtf::Date::from_day(*day).text(), {});
    }
    if (view_.view != View::structure || view_.table) {
        auto next = view_;
        next.view = View::structure;
        next.table = false;
        change(std::move(next));
    }
    reveal(place);
    if (!on_timeline()) zoom_to(place, now);
}

// Without a source: the one that states most, or back to the picture where one is read already.
void Session::read_article(const Command& command) {
    auto source = argument(command);
    std::optional<model::Verdict> only;
    if (source.empty() && !article_.source.empty()) {
        article_ = {};
        return;
    }
    if (source.empty()) source = most_stating_source(*loaded_.model);
    if (loaded_.model->statements_in(source).empty()) {
        return say(base::Severity::note, base::tr("No source of this data is told statement by statement."));
    }
    if (command.arguments.size() > 1) {
        const auto filter = verdict_filter_from(command.arguments[1]);
        if (!filter) {
            return say(base::Severity::warning, fmt::format(fmt::runtime(base::tr("“{}” is used as: {}")),
                                                            "article", spec_of(Verb::article).arguments));
        }
        only = *filter;
    }
    article_ = {source, only};
}

// Unfolds the way to it; a body that did not exist at the date is offered at a date at which it did.
void Session::reveal(const std::string& id, std::string gesture) {
    const auto& model = *loaded_.model;
    const auto* body = model.organization(id);
    if (model.presence(*body, at()) == edtf::Presence::no) {
        const auto day = day_of(*body);
        if (!day) return;
        return say(base::Severity::note,
                   fmt::format(fmt::runtime(base::tr("It did not exist at this date ({}).")),
                               scene::life_in_words(scene::word_lang(presentation_.language),
                                                    body->spells.front().when)),
                   Command{Verb::visit, {id, edtf::Date::from_day(*day).text()}});
    }
    auto next = view_;
    if (next.focus.any() && node(id) == nullptr) next.focus = {};
    bool below_roots = std::find(next.roots.begin(), next.roots.end(), id) != next.roots.end();
    std::vector<std::string> way_up;
    std::string child = id;
    for (int steps = 0; steps < 10'000; ++steps) {
        const auto* unit = model.organization(child);
        const model::Parent* way = nullptr;
        for (const auto& parent : unit->parents) {
            if (edtf::presence_over(parent.when, view_.when) == edtf::Presence::no) continue;
            if (way == nullptr || (parent.primary && !way->primary)) way = &parent;
        }
        if (way == nullptr || model.organization(way->organization) == nullptr) break;
        child = way->organization;
        way_up.push_back(child);
        below_roots =
            below_roots || std::find(next.roots.begin(), next.roots.end(), child) != next.roots.end();
    }
    // Only what would hide it: the same question about another date is the same picture.
    for (std::size_t i = 0; i < way_up.size(); ++i) {
        const auto depth = static_cast<int>(way_up.size() - 1 - i);
        next.folded.erase(way_up[i]);
        if (depth >= next.depth || !next.roots.empty()) next.unfolded.insert(way_up[i]);
    }
    if (!below_roots) next.roots.clear();
    anchor_ = node(selection_) != nullptr ? selection_ : child;
    change(std::move(next), std::move(gesture));
}

void Session::set_presentation(const Command& command) {
    auto next = presentation_;
    const auto refuse = [&] {
        say(base::Severity::warning,
            fmt::format(fmt::runtime(base::tr("“{}” is used as: {}")), base::visible(to_text(command)),
                        spec_of(command.verb).arguments));
    };
    const auto first = argument(command);
    switch (command.verb) {
        case Verb::labels:
            next.label_languages = command.arguments;
            break;
        case Verb::language:
            if (first != "kk" && first != "ru" && first != "en") return refuse();
            next.language = first;
            break;
        case Verb::theme: {
            const auto name = scene::theme_from(first);
            if (!name) return refuse();
            next.theme = *name;
            break;
        }
        case Verb::engine: {
            const auto engine = layout::engine_from(first);
            if (!engine) return refuse();
            next.engine = *engine;
            fitted_ = true;
            break;
        }
        case Verb::direction: {
            const auto direction = layout::direction_from(first);
            if (!direction) return refuse();
            next.direction = *direction;
            fitted_ = true;
            break;
        }
        case Verb::reduce_motion: {
            const auto on = switch_from(first);
            if (!on) return refuse();
            next.reduce_motion = *on;
            break;
        }
        default:
            return;
    }
    if (next == presentation_) return;
    anchor_ = selection_;
    presentation_ = std::move(next);
    motion_ = Motion::glide;
    if (command.verb != Verb::reduce_motion) follow();
}

void Session::filter(const Command& command) {
    auto next = view_;
    const auto first = argument(command);
    const auto known = [this](const std::string& id) { return knows(id); };
    switch (command.verb) {
        case Verb::fold_to: {
            const auto depth = number_from(first);
            if (!depth || *depth < 1 || *depth > 64) {
                return say(base::Severity::warning, base::tr("A depth is a whole number from 1 to 64."));
            }
            next.depth = static_cast<int>(*depth);
            next.folded.clear();
            next.unfolded.clear();
            next.focus = {};
            fitted_ = true;
            break;
        }
        case Verb::root:
            if (!std::all_of(command.arguments.begin(), command.arguments.end(), known)) return;
            next.roots = command.arguments;
            next.focus = {};
            fitted_ = true;
            break;
        case Verb::hide: {
            const auto id = first.empty() ? selection_ : first;
            if (!known(id)) return;
            next.filter.hidden.insert(id);
            break;
        }
        case Verb::hide_kind:
            next.filter.hidden_kinds.insert(first);
            break;
        case Verb::show_all:
            next.filter = {};
            break;
        case Verb::certainty:
            if (first == "all") {
                next.filter.certainty = graph::Certainty::all;
            } else if (first == "likely") {
                next.filter.certainty = graph::Certainty::likely;
            } else if (first == "certain") {
                next.filter.certainty = graph::Certainty::certain;
            } else {
                return say(base::Severity::warning, base::tr("certainty is used as: all|likely|certain"));
            }
            break;
        case Verb::lateral: {
            const auto on = switch_from(first);
            if (!on) return say(base::Severity::warning, base::tr("lateral is used as: on|off"));
            next.lateral = *on;
            break;
        }
        default:
            return;
    }
    anchor_ = selection_;
    change(std::move(next));
}

void Session::fit(double now) {
    if (!picture_ || shows_table()) return;
    if (on_timeline()) return show_period(picture_->timeline->whole(), now);
    fitted_ = true;
    camera_.glide(fitted(picture_->scene.size), now, presentation_.reduce_motion ? 0 : camera_seconds);
}

void Session::zoom(const Command& command, double now) {
    if (!picture_ || shows_table()) return;
    const auto a = number_from(argument(command, 0));
    const auto b = command.arguments.size() > 1 ? number_from(argument(command, 1)) : std::optional(0.0);
    const auto c = command.arguments.size() > 2 ? number_from(argument(command, 2)) : std::optional(0.0);
    if (!a || !b || !c || (command.verb == Verb::zoom && *a <= 0)) {
        return say(base::Severity::warning,
                   fmt::format(fmt::runtime(base::tr("{} is used as: {}")), spec_of(command.verb).name,
                               spec_of(command.verb).arguments));
    }
    if (on_timeline()) return zoom_time(command.verb, *a, *b, *c, command.arguments.size() == 3, now);
    fitted_ = false;
    auto port = camera_.viewport();
    if (command.verb == Verb::pan) {
        port.origin = within_reach(port.origin - base::Point{*a / port.scale, *b / port.scale});
        camera_.jump(port);
        return;
    }
    const bool at_pointer = command.arguments.size() == 3;
    const base::Point fixed =
        at_pointer ? within_reach({*b, *c}) : base::Point{canvas_.width / 2, canvas_.height / 2};
    const auto target = at_pointer ? port : camera_.target();
    const double factor =
        std::clamp(target.scale * *a, least_scale, largest_scale * px_per_pt_) / target.scale;
    auto zoomed = target.zoomed(factor, fixed);
    zoomed.origin = within_reach(zoomed.origin);
    // Under the pointer zooming is direct (the hand moves); by key it glides.
    camera_.glide(zoomed, now, at_pointer || presentation_.reduce_motion ? 0 : camera_seconds);
}

void Session::zoom_to(const std::string& id, double now) {
    if (shows_table()) return;  // the rows go to what is selected by themselves
    if (picture_ && on_timeline()) return zoom_to_life(id, now);
    const auto* element = picture_ ? picture_->element(id) : nullptr;
    if (element == nullptr) return;
    auto port = camera_.viewport();
    port.scale = std::max(port.scale, 1.5 * px_per_pt_);
    port.origin =
        element->box.centre() - base::Point{canvas_.width / 2, canvas_.height / 2} * (1 / port.scale);
    fitted_ = false;
    camera_.glide(port, now, presentation_.reduce_motion ? 0 : 2 * camera_seconds);
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

void Session::search(std::string text) {
    search_text_ = std::move(text);
    search_hits_.clear();
    search_at_ = -1;
    if (loaded_.search && !search_text_.empty()) search_hits_ = loaded_.search->find(search_text_, 60);
}

}  // namespace shezhire::session
