// The date: what is shown follows it by itself where nothing has to be laid out for that.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "base/words.h"
#include "session/arguments.h"
#include "session/motion.h"
#include "session/session.h"

namespace shezhire::session {
namespace {

constexpr std::size_t most_told = 20'000;  // more nodes than this are not compared

}  // namespace

void Session::set_date(std::string_view text, std::string gesture) {
    auto read = edtf::parse_interval(text);
    if (!read) return say(base::Severity::warning, read.error().sentence);
    auto next = view_;
    next.when = read->value;
    anchor_ = selection_;
    const bool follows = !on_timeline() && node(selection_) != nullptr;
    const bool is_step = gesture.empty();  // both changes below are one
    if (is_step) {
        history_.finish_gesture();
        gesture = "date-step";
    }
    const bool typed = gesture == "date";
    stepping_ = !typed;
    date_held_ = date_held_ && typed;
    if (!(next.when == view_.when)) {
        date_before_ = view_.when;
        mark_turns();
    }
    change(std::move(next), gesture);
    date_held_ = typed;
    // What is selected stays in the picture, under whomever it stood then.
    const auto* body = follows ? loaded_.model->organization(selection_) : nullptr;
    if (body != nullptr && loaded_.model->presence(*body, at()) != edtf::Presence::no &&
        (laying_out() || node(selection_) == nullptr))
        reveal(selection_, std::move(gesture));
    if (is_step) history_.finish_gesture();
}

std::optional<edtf::Day> Session::next_change(int direction) const {
    const auto& days = calendar_.days;
    if (direction > 0) {
        const auto next = std::upper_bound(days.begin(), days.end(), at().latest);
        return next == days.end() ? std::nullopt : std::optional(*next);
    }
    const auto next = std::lower_bound(days.begin(), days.end(), at().earliest);
    return next == days.begin() ? std::nullopt : std::optional(*std::prev(next));
}

void Session::step_change(int direction, const std::string& gesture) {
    const auto day = next_change(direction);
    if (!day)
        return say(base::Severity::note, direction > 0 ? base::tr("Nothing changes after this.")
                                                       : base::tr("Nothing changes before this."));
    set_date(edtf::Date::from_day(*day).text(), gesture);
}

void Session::date_command(const Command& command) {
    const auto first = argument(command);
    const auto refuse = [&] {
        say(base::Severity::warning,
            fmt::format(fmt::runtime(base::tr("“{}” is used as: {}")), base::visible(to_text(command)),
                        spec_of(command.verb).arguments));
    };
    const auto switched = [&](bool now) { return first.empty() ? std::optional(!now) : switch_from(first); };
    auto next = view_;
    auto& look = presentation_;
    switch (command.verb) {
        case Verb::dates: {
            const auto other = look.dates == Dates::steady ? Dates::compact : Dates::steady;
            const auto wanted = first.empty() ? std::optional(other) : dates_from(first);
            if (!wanted || (*wanted == Dates::compact && command.arguments.size() > 1)) return refuse();
            if (command.arguments.size() > 1) {
                const auto period = steady_period_from(command.arguments[1]);
                if (!period) return refuse();
                next.steady = *period;
            }
            look.dates = *wanted;
            break;
        }
        case Verb::ghosts: {
            const auto on = switched(look.ghosts);
            if (!on) return refuse();
            look.ghosts = *on;
            break;
        }
        case Verb::loop: {
            const auto on = switched(look.loop);
            if (!on) return refuse();
            look.loop = *on;
            return;
        }
        case Verb::play_speed: {
            const double slower = look.play_seconds > quickest_play ? quickest_play : slowest_play;
            const auto seconds =
                first.empty() ? std::optional(look.play_seconds > 2 ? 2.0 : slower) : number_from(first);
            if (!seconds || *seconds < quickest_play || *seconds > slowest_play) {
                return say(base::Severity::warning, base::tr("A change is played for 1.5 to 3 seconds."));
            }
            look.play_seconds = *seconds;
            return;
        }
        case Verb::play: {
            const auto on = switched(playing_);
            if (!on) return refuse();
            return play(*on);
        }
        default:
            return;
    }
    anchor_ = selection_;
    motion_ = Motion::glide;
    if (next == view_) return follow();
    change(std::move(next));
}

edtf::Interval Session::period() const {
    return view_.before ? view_.when : period_of(view_, presentation_.dates, calendar_);
}

PictureRequest Session::wanted_picture() const {
    return request_for(loaded_.model, view_, presentation_, canvas_, calendar_);
}

// Another date of what is laid out costs no layout, nor does what was looked at before.
void Session::follow() {
    auto wanted = wanted_picture();
    if (picture_ && same_but_date(wanted, picture_->request)) {
        if (laying_out()) {
            pictures_.cancel();
            answered_ = ++wanted_;
        }
        refresh_rows();
        return show_date();
    }
    if (auto known = canvas_.width > 0 ? shelf_.find(wanted) : nullptr) {
        pictures_.cancel();
        ahead_ = 0;
        answered_ = ++wanted_;
        return show(std::move(known));
    }
    // The hand sees something happen until the picture comes.
    if (motion_ == Motion::drag) show_date();
    ask_for_picture(false);
}

void Session::show_date() {
    if (!picture_) return;
    if (on_timeline()) return refresh_timeline();
    if (!dated_) return;
    const auto motion = std::exchange(motion_, Motion::glide);
    const bool fades = motion == Motion::staged && !presentation_.reduce_motion &&
                       2 * dated_->scene.scene().elements.size() <= most_blended;
    auto from = fades ? dated_->scene.scene() : scene::Scene();
    dated_->scene.redraw(dated_->graph.graph(), dated_->graph.move_to(view_.when));
    if (motion == Motion::drag) {
        turned_.clear();
        told_before_.reset();
    }
    take_turns();
    if (motion != Motion::glide || !fades) transition_.reset();
    if (fades) transition_ = Transition{from, from, now_, fade_seconds, 0};
    if (!picture_->facets) return;
    auto question = picture_->request.question;
    question.when = view_.when;
    facets_ = graph::facets_of(*loaded_.model, question);
}

/// The picture is another one; as of the date that is wanted by now.
void Session::take_picture(PicturePtr picture) {
    picture_ = std::move(picture);
    dated_.reset();
    facets_.reset();
    if (!picture_->dated) return;
    dated_.emplace(Dated{*picture_->dated, *picture_->drawn});
    dated_->scene.redraw(dated_->graph.graph(), dated_->graph.move_to(view_.when));
    if (!picture_->facets || picture_->request.at == view_.when) return;
    auto question = picture_->request.question;
    question.when = view_.when;
    facets_ = graph::facets_of(*loaded_.model, question);
}

/// What follows is a step to another date: its picture will be compared with what is shown now.
void Session::mark_turns() {
    told_before_.reset();
    if (on_timeline() || !picture_ || graph().nodes.size() > most_told) return;
    told_before_ = told(graph());
}

/// Marks what is not as it was. After a jump over decades that is nearly everything, which marks nothing; a
/// step to the next change is never too much.
void Session::take_turns() {
    if (!told_before_) return;
    turned_ = turns_between(*told_before_, told(graph()));
    told_before_.reset();
    if (!stepping_ && 3 * turned_.size() > graph().nodes.size()) turned_.clear();
}

void Session::begin_transition(scene::Scene from, Motion motion, double distance_px) {
    Transition transition;
    transition.shown = from;
    transition.from = std::move(from);
    transition.begin = now_;
    transition.seconds = motion == Motion::drag ? drag_seconds : glide_seconds;
    if (motion == Motion::staged) {
        transition.moving = moving_seconds(distance_px, canvas_.width);
        transition.seconds = gone_seconds + transition.moving + come_seconds;
    }
    transition_ = std::move(transition);
}

}  // namespace shezhire::session
