// Time goes by itself: from change to change, and what comes next is laid out while nothing else is to be
// done.
#include <algorithm>
#include <cstdlib>
#include <vector>

#include "session/session.h"

namespace shezhire::session {
namespace {

constexpr double idle_seconds = 0.25;    // of rest before anything is made ahead
constexpr double slow_layout_ms = 1500;  // where one takes longer, none is made ahead
constexpr std::size_t most_eras = 12;

}  // namespace

void Session::play(bool on) {
    if (on == playing_) return;
    if (on && !calendar_.dated()) return;
    history_.finish_gesture();
    playing_ = on;
    // The first step comes at once: who pressed the key wants to see something.
    played_at_ = now_ - presentation_.play_seconds;
    if (on && !next_change(+1)) {
        played_at_ = now_;
        set_date(edtf::Date::from_day(calendar_.days.front()).text(), "play");
    }
}

void Session::tick_play(double now) {
    if (!playing_ || laying_out() || loading_ || now - played_at_ < presentation_.play_seconds) return;
    played_at_ = now;
    auto day = next_change(+1);
    if (!day && presentation_.loop) day = calendar_.days.front();
    if (!day) {
        playing_ = false;
        return;
    }
    set_date(edtf::Date::from_day(*day).text(), "play");
}

std::optional<double> Session::wake_at() const {
    std::optional<double> at;
    if (playing_) at = played_at_ + presentation_.play_seconds;
    if (!ahead_done_ && ahead_ == 0 && dated_ && settled())
        at = std::min(at.value_or(active_at_ + idle_seconds), active_at_ + idle_seconds);
    return at;
}

/// The nearest neighbour in time that has no picture yet.
std::optional<PictureRequest> Session::next_ahead() {
    std::vector<edtf::Day> days;
    const auto bounds = at();
    if (presentation_.dates == Dates::compact) {
        const auto& turns = calendar_.days;
        auto next = std::upper_bound(turns.begin(), turns.end(), bounds.latest);
        for (int i = 0; i < 2 && next != turns.end(); ++i, ++next) days.push_back(*next);
        const auto here = std::upper_bound(turns.begin(), turns.end(), bounds.earliest);
        if (here != turns.begin()) days.push_back(*std::prev(here) - 1);
    } else if (view_.steady.kind == SteadyPeriod::Kind::era) {
        days = calendar_.reforms;
        if (!days.empty()) days.push_back(days.front() - 1);
        const auto distance = [&](edtf::Day day) { return std::abs(day - bounds.latest); };
        std::sort(days.begin(), days.end(),
                  [&](edtf::Day a, edtf::Day b) { return distance(a) < distance(b); });
        days.resize(std::min(days.size(), most_eras));
    }
    auto view = view_;
    for (const auto day : days) {
        view.when = edtf::Interval(edtf::Date::from_day(day));
        auto wanted = request_for(loaded_.model, view, presentation_, canvas_, calendar_);
        if (same_but_date(wanted, picture_->request) || shelf_.has(wanted)) continue;
        return wanted;
    }
    return std::nullopt;
}

void Session::lay_ahead(double now) {
    if (ahead_done_ || ahead_ != 0 || !dated_ || !settled()) return;
    auto wanted = picture_->layout_ms < slow_layout_ms ? next_ahead() : std::nullopt;
    if (!wanted) {
        ahead_done_ = true;
        return;
    }
    if (now - active_at_ < idle_seconds) return;
    const auto ticket = ahead_ = ++aheads_;
    pictures_.submit([inbox = inbox_, ticket, wanted = std::move(*wanted), typesetter = services_.typesetter,
                      engine = services_.engine](const std::stop_token& stop) {
        auto answer = make_picture(wanted, *typesetter, *engine, stop);
        inbox->post([ticket, answer = std::move(answer)](Session& session) {
            if (answer) session.shelf_.put(*answer);
            if (session.ahead_ != ticket) return;
            session.ahead_ = 0;
            // What cannot be made now is not tried again and again.
            if (!answer) session.ahead_done_ = true;
        });
    });
}

}  // namespace shezhire::session
