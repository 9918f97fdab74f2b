#include "session/state.h"

#include <utility>

namespace shezhire::session {

std::string_view to_text(View view) {
    return view == View::timeline ? "timeline" : "structure";
}

std::optional<View> view_from(std::string_view text) {
    if (text == "structure") return View::structure;
    if (text == "timeline") return View::timeline;
    return std::nullopt;
}

std::string_view to_text(Dates dates) {
    return dates == Dates::compact ? "compact" : "steady";
}

std::optional<Dates> dates_from(std::string_view text) {
    if (text == "steady") return Dates::steady;
    if (text == "compact") return Dates::compact;
    return std::nullopt;
}

std::optional<SteadyPeriod> steady_period_from(std::string_view text) {
    if (text == "era") return SteadyPeriod{};
    if (text == "whole") return SteadyPeriod{SteadyPeriod::Kind::whole, {}};
    auto read = edtf::parse_interval(text);
    if (!read) return std::nullopt;
    return SteadyPeriod{SteadyPeriod::Kind::chosen, std::move(read->value)};
}

void History::remember(ViewState before, std::string gesture) {
    const bool same_gesture = !gesture.empty() && gesture == gesture_;
    gesture_ = std::move(gesture);
    forth_.clear();
    if (same_gesture) return;
    if (back_.size() == limit) back_.erase(back_.begin());
    back_.push_back(std::move(before));
}

std::optional<ViewState> History::undo(ViewState now) {
    if (back_.empty()) return std::nullopt;
    gesture_.clear();
    forth_.push_back(std::move(now));
    auto state = std::move(back_.back());
    back_.pop_back();
    return state;
}

std::optional<ViewState> History::redo(ViewState now) {
    if (forth_.empty()) return std::nullopt;
    gesture_.clear();
    back_.push_back(std::move(now));
    auto state = std::move(forth_.back());
    forth_.pop_back();
    return state;
}

void History::clear() {
    back_.clear();
    forth_.clear();
    gesture_.clear();
}

}  // namespace shezhire::session
