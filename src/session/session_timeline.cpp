// The timeline in the window: its period moves without a new layout, since the scene is made anew for every
// window of time; lanes keep their order.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "base/words.h"
#include "scene/lane_order.h"
#include "session/period.h"
#include "session/session.h"

namespace shezhire::session {
namespace {

constexpr std::size_t most_blended_shapes = 4000;

}  // namespace

TimelineRequest timeline_request_for(const ViewState& view, const Presentation& presentation) {
    TimelineRequest request;
    auto& question = request.question;
    question.roots = view.roots;
    question.filter = view.filter;
    question.focus = view.focus;
    question.languages = presentation.label_languages;
    question.lateral = view.lateral;
    question.unfolded = view.lanes.unfolded;
    question.folded = view.lanes.folded;
    question.pinned = view.lanes.pinned;
    question.grouping = view.lanes.grouping;
    question.rows = view.lanes.rows;
    request.by_hand = view.lanes.by_hand;
    request.style.lang = presentation.language;
    request.style.scale = view.lanes.scale;
    return request;
}

base::Size Session::sheet_size() const {
    return {canvas_.width / px_per_pt_, canvas_.height / px_per_pt_};
}

void Session::timeline_command(const Command& command, double now) {
    const auto first = command.arguments.empty() ? std::string() : command.arguments.front();
    const auto refuse = [&] {
        say(base::Severity::warning,
            fmt::format(fmt::runtime(base::tr("“{}” is used as: {}")), base::visible(to_text(command)),
                        spec_of(command.verb).arguments));
    };
    auto next = view_;
    switch (command.verb) {
        case Verb::view: {
            const auto other = view_.view == View::structure ? View::timeline : View::structure;
            const auto wanted = first.empty() ? std::optional(other) : view_from(first);
            if (!wanted) return refuse();
            next.view = *wanted;
            article_ = {};
            // What is selected comes along.
            if (next.view == View::timeline && view_.view != View::timeline &&
                loaded_.model->organization(selection_) != nullptr)
                next.lanes.pinned.insert(selection_);
            break;
        }
        case Verb::scale: {
            const auto other = view_.lanes.scale == scene::ScaleKind::linear ? scene::ScaleKind::sequential
                                                                             : scene::ScaleKind::linear;
            const auto wanted = first.empty() ? std::optional(other) : scene::scale_kind_from(first);
            if (!wanted) return refuse();
            next.lanes.scale = *wanted;
            next.view = View::timeline;
            break;
        }
        case Verb::lanes: {
            const auto wanted = graph::grouping_from(first);
            if (!wanted) return refuse();
            next.lanes.grouping = *wanted;
            next.view = View::timeline;
            break;
        }
        case Verb::rows: {
            auto& rows = next.lanes.rows;
            bool* row = first == "offices"   ? &rows.offices
                        : first == "seats"   ? &rows.seats
                        : first == "figures" ? &rows.figures
                                             : nullptr;
            const auto wanted = command.arguments.size() > 1 ? command.arguments[1] : std::string();
            if (row == nullptr || (!wanted.empty() && wanted != "on" && wanted != "off")) return refuse();
            *row = wanted.empty() ? !*row : wanted == "on";
            next.view = View::timeline;
            break;
        }
        case Verb::pin: {
            const auto& id = first.empty() ? selection_ : first;
            if (id.empty())
                return say(base::Severity::note, base::tr("Select something first, then pin it."));
            if (loaded_.model->organization(id) == nullptr) {
                return say(base::Severity::warning,
                           fmt::format(fmt::runtime(base::tr("There is no organization “{}” here.")),
                                       base::visible(id)));
            }
            if (next.lanes.pinned.erase(id) == 0) next.lanes.pinned.insert(id);
            break;
        }
        case Verb::move_lane: {
            if (first != "up" && first != "down") return refuse();
            int steps = 1;
            if (command.arguments.size() > 2) {
                const auto& count = command.arguments[2];
                const auto* last = count.data() + count.size();
                const auto [end, fault] = std::from_chars(count.data(), last, steps);
                if (fault != std::errc{} || end != last || steps < 1) return refuse();
            }
            if (!on_timeline()) return;
            const auto& id = command.arguments.size() > 1 ? command.arguments[1] : selection_;
            const auto& timeline = *picture_->timeline;
            auto keys = scene::with_lane_moved(timeline.chronology(), timeline.order(), id,
                                               first == "up" ? -steps : steps);
            if (keys.empty()) return;
            next.lanes.by_hand = std::move(keys);
            break;
        }
        case Verb::period: {
            if (first.empty()) {
                time_kept_.reset();
                if (on_timeline()) show_period(picture_->timeline->whole(), now);
                return;
            }
            const auto read = edtf::parse_interval(first);
            if (!read) return say(base::Severity::warning, read.error().sentence);
            const auto from = read->value.start_bounds().earliest;
            const auto to = read->value.end_bounds().latest;
            if (!edtf::is_known(from) || !edtf::is_known(to) || to < from)
                return say(base::Severity::warning, base::tr("A period has two ends, as in 1965/1980."));
            show_period({static_cast<double>(from), static_cast<double>(to) + 1}, now);
            return;
        }
        case Verb::shift: {
            double years = 0;
            const auto [end, fault] = std::from_chars(first.data(), first.data() + first.size(), years);
            if (fault != std::errc{} || end != first.data() + first.size() || !std::isfinite(years))
                return refuse();
            if (!on_timeline()) return;
            const double days = years * 365.2425;
            const auto from = time_glide_ ? time_glide_->to : time_view_.window;
            show_period({from.first + days, from.last + days}, now);
            return;
        }
        case Verb::event:
            point_out(first, now);
            return;
        case Verb::step:
            if (first != "left" && first != "right" && first != "up" && first != "down") return refuse();
            step(first, now);
            return;
        default:
            return;
    }
    anchor_ = selection_;
    change(std::move(next));
}

void Session::fold_lane(const std::string& id, Verb verb) {
    const auto& lanes = picture_->timeline->chronology().lanes;
    const auto lane =
        std::find_if(lanes.begin(), lanes.end(), [&](const graph::Lane& one) { return one.key == id; });
    if (lane == lanes.end() || !lane->foldable) return;
    const bool fold = verb == Verb::fold || (verb == Verb::toggle_fold && !lane->folded);
    auto next = view_;
    if (view_.focus.any()) {
        if (fold) {
            next.focus.opened.erase(id);
        } else {
            next.focus.opened.insert(id);
        }
    } else if (fold) {
        next.lanes.folded.insert(id);
        next.lanes.unfolded.erase(id);
    } else {
        next.lanes.folded.erase(id);
        next.lanes.unfolded.insert(id);
    }
    anchor_ = id;
    change(std::move(next));
}

/// A body gets a lane, an event is pointed out; whatever else has an id only has details.
void Session::select_on_timeline(const std::string& id, bool is_body) {
    if (is_body) {
        time_lane_ = id;
        time_view_.focus.clear();
        reveal_lane(id);
        return refresh_timeline();
    }
    const auto& events = picture_->timeline->chronology().events;
    const bool told = std::any_of(events.begin(), events.end(),
                                  [&](const graph::LaneEvent& event) { return event.key == id; });
    if (told) point_out(id, now_);
}

/// A body that has no lane gets one.
void Session::reveal_lane(const std::string& id) {
    if (picture_->timeline->place_of(id, time_view_)) {
        scroll_to(id);
        return;
    }
    auto next = view_;
    next.lanes.pinned.insert(id);
    next.focus = {};  // what is near something else is left for what was asked for
    anchor_ = arriving_ = id;
    if (next == view_) return say_not_arrived();
    change(std::move(next));
}

void Session::scroll_to(const std::string& lane) {
    const auto place = picture_->timeline->place_of(lane, time_view_);
    if (!place) return;
    const auto frame = picture_->timeline->frame(time_view_);
    const double room = frame.lanes.height() - place->second;
    const double wanted = std::clamp(time_view_.scroll, place->first - std::max(room, 0.0), place->first);
    if (wanted == time_view_.scroll) return;
    time_view_.scroll = std::max(wanted, 0.0);
    refresh_timeline();
}

void Session::step(const std::string& way, double now) {
    if (!on_timeline()) return;
    const auto& timeline = *picture_->timeline;
    if (way == "up" || way == "down") {
        const auto& order = timeline.order();
        const auto& lanes = timeline.chronology().lanes;
        if (order.empty()) return;
        const auto at = std::find_if(order.begin(), order.end(),
                                     [&](std::uint32_t lane) { return lanes[lane].key == time_lane_; });
        auto next = at == order.end() ? order.begin() : at;
        if (at != order.end() && way == "down" && at + 1 != order.end()) ++next;
        if (at != order.end() && way == "up" && at != order.begin()) --next;
        time_view_.focus.clear();
        selection_ = time_lane_ = lanes[*next].key;
        scroll_to(selection_);
        refresh_timeline();
        return;
    }
    const int direction = way == "right" ? 1 : -1;
    // Of the line that was chosen; of all lines where none was.
    const double edge = direction > 0 ? time_view_.window.first : time_view_.window.last;
    const auto stop = timeline.next_event(time_lane_, time_view_.focus, edge, direction);
    if (!stop) {
        return say(base::Severity::note, direction > 0 ? base::tr("No event comes after this.")
                                                       : base::tr("No event comes before this."));
    }
    time_view_.focus = selection_ = stop->key;
    const auto& window = time_view_.window;
    const double margin = window.days() * 0.08;
    if (stop->day < window.first + margin || stop->day > window.last - margin) {
        const double days = window.days();
        show_period({stop->day - days / 2, stop->day + days / 2}, now);
    }
    scroll_to(stop->lane);
    refresh_timeline();
}

/// One event, in view, pointed out and selected. Nothing: none is any more.
void Session::point_out(const std::string& id, double now) {
    if (!on_timeline()) return;
    time_view_.focus = id;
    const auto& told = picture_->timeline->chronology();
    const auto event = std::find_if(told.events.begin(), told.events.end(),
                                    [&](const graph::LaneEvent& one) { return one.key == id; });
    if (event == told.events.end()) {
        if (!id.empty()) {
            say(base::Severity::note,
                fmt::format(fmt::runtime(base::tr("There is no event “{}” here.")), base::visible(id)));
        }
        time_view_.focus.clear();
        return refresh_timeline();
    }
    const auto day = static_cast<double>(event->when.start_bounds().earliest);
    const auto& window = time_view_.window;
    if (edtf::is_known(event->when.start_bounds().earliest) && (day < window.first || day > window.last))
        show_period({day - window.days() / 2, day + window.days() / 2}, now);
    selection_ = id;
    // Keys go on along its line.
    const bool on_line = std::any_of(event->lanes.begin(), event->lanes.end(),
                                     [&](std::uint32_t lane) { return told.lanes[lane].key == time_lane_; });
    if (!on_line) time_lane_ = told.lanes[event->lanes.front()].key;
    scroll_to(time_lane_);
    refresh_timeline();
}

void Session::refresh_timeline() {
    if (!on_timeline()) {
        time_drawn_.reset();
        return;
    }
    time_view_.as_of = view_.when;
    Drawn drawn{picture_->timeline->scene(time_view_), {}};
    drawn.hits = scene::HitIndex(drawn.scene);
    time_drawn_ = std::move(drawn);
}

/// The canvas or the timeline is another one: what was looked at is looked at again.
void Session::take_timeline() {
    time_view_.size = sheet_size();
    if (!time_glide_) time_view_.window = time_kept_.value_or(picture_->timeline->whole());
    const auto frame = picture_->timeline->frame(time_view_);
    time_view_.scroll =
        std::clamp(time_view_.scroll, 0.0, std::max(frame.content_height - frame.lanes.height() + 2, 0.0));
    scene::Viewport port;
    port.scale = px_per_pt_;
    port.screen = canvas_;
    camera_.jump(port);
    refresh_timeline();
}

/// To the timeline, from it, or from one to another: what both show glides from place to place.
void Session::change_view(PicturePtr picture, bool blend) {
    const scene::Scene before = blend ? shown() : scene::Scene();
    const auto port_before = camera_.viewport();
    const bool from_timeline = on_timeline();
    take_picture(std::move(picture));
    told_before_.reset();
    refresh_rows();
    transition_.reset();
    if (on_timeline()) {
        if (time_kept_ && picture_->timeline->chronology().dated())
            time_kept_ = within_reach(*time_kept_, picture_->timeline->whole());
        take_timeline();
        if (!anchor_.empty()) scroll_to(anchor_);
        const auto arriving = std::exchange(arriving_, {});
        if (!arriving.empty() && picture_->node(arriving) == nullptr) say_not_arrived();
    } else {
        time_drawn_.reset();
        time_glide_.reset();
        fitted_ = true;
        camera_.jump(fitted(picture_->scene.size));
    }
    const auto& after = at_rest();
    if (!blend || before.elements.size() + after.elements.size() > most_blended_shapes) return;
    // The old picture in the new one's coordinates, so that it begins where it was seen.
    auto from = before;
    const auto& port = camera_.viewport();
    if (!(from_timeline && on_timeline())) {
        const auto by = port.scene_from_screen(port_before.screen_from_scene({0, 0}));
        for (auto& element : from.elements) {
            element.origin = element.origin + by;
            element.box = element.box.moved(by);
        }
    }
    transition_ = Transition{from, from, now_, 0.5, 0};
}

bool Session::ask_timeline_part(const std::string& part, PictureRequest& wanted) {
    auto& timeline = *wanted.timeline;
    timeline.as_of = view_.when;
    if (part == "view") {
        timeline.size = time_view_.size;
        timeline.window = time_view_.window;
        return true;
    }
    if (part == "whole") return true;
    if (part != "selection") {
        say(base::Severity::warning,
            fmt::format(fmt::runtime(base::tr("export is used as: {}")), spec_of(Verb::export_).arguments));
        return false;
    }
    if (selection_.empty()) {
        say(base::Severity::note, base::tr("Select something first, then export it."));
        return false;
    }
    timeline.question.roots = {selection_};
    return true;
}

}  // namespace shezhire::session
