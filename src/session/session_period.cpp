// The period that the timeline shows: zoomed about the pointer, moved, glided to.
#include <algorithm>
#include <cmath>

#include "session/period.h"
#include "session/session.h"

namespace shezhire::session {
namespace {

constexpr double period_glide_seconds = 0.35;
constexpr double least_days = 2;

}  // namespace

scene::TimeWindow within_reach(scene::TimeWindow window, const scene::TimeWindow& whole) {
    const double most = std::max(whole.days() * 3, 3660.0);
    const double days = std::clamp(window.days(), least_days, most);
    const double middle = (window.first + window.last) / 2;
    // Something of what is known stays in view.
    const double centre = std::clamp(middle, whole.first - days * 0.4, whole.last + days * 0.4);
    if (days == window.days() && centre == middle) return window;
    return {centre - days / 2, centre + days / 2};
}

// `a`, `x`, `y` as in zoom FACTOR X Y and pan DX DY, pixels.
void Session::zoom_time(Verb verb, double a, double x, double y, bool at_pointer, double now) {
    const auto scale = picture_->timeline->scale(time_view_);
    if (verb == Verb::pan) {
        time_glide_.reset();
        time_view_.window = within_reach(scale.panned(a / px_per_pt_), picture_->timeline->whole());
        time_view_.scroll = std::max(time_view_.scroll - x / px_per_pt_, 0.0);
        const auto frame = picture_->timeline->frame(time_view_);
        time_view_.scroll =
            std::min(time_view_.scroll, std::max(frame.content_height - frame.lanes.height() + 2, 0.0));
        time_kept_ = time_view_.window;
        refresh_timeline();
        return;
    }
    static_cast<void>(y);
    const double fixed = at_pointer ? x / px_per_pt_ : (scale.left() + scale.right()) / 2;
    if (at_pointer) {
        time_glide_.reset();
        time_view_.window = within_reach(scale.zoomed(a, fixed), picture_->timeline->whole());
        time_kept_ = time_view_.window;
        refresh_timeline();
        return;
    }
    auto ahead = time_view_;
    if (time_glide_) ahead.window = time_glide_->to;
    show_period(picture_->timeline->scale(ahead).zoomed(a, fixed), now);
}

void Session::zoom_to_life(const std::string& id, double now) {
    const auto& chronology = picture_->timeline->chronology();
    auto first = edtf::end_of_time;
    auto last = edtf::beginning_of_time;
    const auto see = [&](const edtf::Interval& when) {
        if (edtf::is_known(when.start_bounds().earliest))
            first = std::min(first, when.start_bounds().earliest);
        if (edtf::is_known(when.end_bounds().latest)) last = std::max(last, when.end_bounds().latest);
        if (when.end_kind() == edtf::EndKind::open) last = std::max(last, chronology.last);
    };
    for (std::uint32_t i = 0; i < chronology.lanes.size(); ++i) {
        if (chronology.lanes[i].key != id) continue;
        for (const auto& spell : chronology.lanes[i].spells) see(spell.when);
        for (const auto& event : chronology.events) {
            if (std::find(event.lanes.begin(), event.lanes.end(), i) != event.lanes.end()) see(event.when);
        }
    }
    for (const auto& event : chronology.events) {
        if (event.key == id) see(event.when);
    }
    if (first > last) return;
    const double margin = std::max(static_cast<double>(last - first) * 0.05, 30.0);
    show_period({static_cast<double>(first) - margin, static_cast<double>(last) + margin}, now);
    scroll_to(id);
}

void Session::show_period(scene::TimeWindow window, double now) {
    if (!on_timeline()) {
        time_kept_ = window;  // for when the timeline is shown
        return;
    }
    const auto whole = picture_->timeline->whole();
    window = within_reach(window, whole);
    time_kept_ = window == whole ? std::nullopt : std::optional(window);
    if (presentation_.reduce_motion || window == time_view_.window) {
        time_glide_.reset();
        time_view_.window = window;
        refresh_timeline();
        return;
    }
    time_glide_ = TimeGlide{time_view_.window, window, now};
}

bool Session::tick_timeline(double now) {
    if (!time_glide_) return false;
    if (!on_timeline()) {
        time_glide_.reset();
        return false;
    }
    const double share = eased((now - time_glide_->begin) / period_glide_seconds);
    const auto& from = time_glide_->from;
    const auto& to = time_glide_->to;
    // Lengths change by factors: a step closer looks alike at every depth.
    const double days = from.days() * std::pow(to.days() / from.days(), share);
    const double t = std::abs(to.days() - from.days()) < 1e-6 * from.days()
                         ? share
                         : (days - from.days()) / (to.days() - from.days());
    const double first = from.first + (to.first - from.first) * t;
    time_view_.window = {first, first + days};
    const bool done = share >= 1;
    if (done) {
        time_view_.window = to;
        time_glide_.reset();
    }
    refresh_timeline();
    return !done;
}

}  // namespace shezhire::session
