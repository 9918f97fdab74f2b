#include "scene/time_scale.h"

#include <algorithm>
#include <cmath>

namespace shezhire::scene {
namespace {

/// Piecewise linear through the knots, going on with the outer slopes.
double along(const std::vector<double>& from, const std::vector<double>& to, double at) {
    const auto above = std::upper_bound(from.begin(), from.end(), at) - from.begin();
    const auto i = static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(above - 1, 0, static_cast<std::ptrdiff_t>(from.size()) - 2));
    const double share = (at - from[i]) / (from[i + 1] - from[i]);
    return to[i] + share * (to[i + 1] - to[i]);
}

double usual_gap(const std::vector<edtf::Day>& days) {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < days.size(); ++i) gaps.push_back(static_cast<double>(days[i] - days[i - 1]));
    std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
    return gaps[gaps.size() / 2];
}

}  // namespace

std::string_view to_text(ScaleKind kind) {
    return kind == ScaleKind::sequential ? "sequential" : "linear";
}

std::optional<ScaleKind> scale_kind_from(std::string_view text) {
    if (text == "linear") return ScaleKind::linear;
    if (text == "sequential") return ScaleKind::sequential;
    return std::nullopt;
}

TimeWarp TimeWarp::broken(const std::vector<edtf::Day>& days) {
    TimeWarp warp;
    if (days.size() < 3) return warp;
    const double usual = usual_gap(days);
    // What is left of the whole when its longest stretches are cut, one after the other.
    double whole = static_cast<double>(days.back() - days.front());
    std::vector<std::size_t> order;
    for (std::size_t i = 1; i < days.size(); ++i) order.push_back(i);
    const auto gap = [&](std::size_t i) { return static_cast<double>(days[i] - days[i - 1]); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return gap(a) > gap(b); });
    std::vector<bool> cut(days.size(), false);
    bool any = false;
    for (const auto i : order) {
        if (gap(i) <= whole / 4 || gap(i) <= 20 * std::max(usual, 366.0)) break;
        cut[i] = true;
        any = true;
        whole -= gap(i);
    }
    if (!any) return warp;
    // A margin of what is usual stays on both sides of a cut, which itself is as long as 4 % of the rest.
    const double short_piece = std::max(whole * 0.04, 1.0);
    double length = 0;
    const auto knot = [&](double day, double at) {
        if (!warp.days_.empty() && day <= warp.days_.back()) return;
        warp.days_.push_back(day);
        warp.lengths_.push_back(at);
    };
    knot(static_cast<double>(days.front()), 0);
    for (std::size_t i = 1; i < days.size(); ++i) {
        const auto from = static_cast<double>(days[i - 1]);
        const auto to = static_cast<double>(days[i]);
        if (!cut[i]) {
            length += to - from;
            continue;
        }
        const double margin = std::min(gap(i) / 8, std::max(whole * 0.02, 1.0));
        knot(from, length);
        knot(from + margin, length + margin);
        knot(to - margin, length + margin + short_piece);
        length += 2 * margin + short_piece;
        knot(to, length);
        warp.breaks_.push_back({from + margin, to - margin});
    }
    knot(static_cast<double>(days.back()), length);
    if (warp.days_.size() < 2) return {};
    // Outside, a day is a day again.
    warp.days_.insert(warp.days_.begin(), warp.days_.front() - 1);
    warp.lengths_.insert(warp.lengths_.begin(), warp.lengths_.front() - 1);
    warp.days_.push_back(warp.days_.back() + 1);
    warp.lengths_.push_back(warp.lengths_.back() + 1);
    return warp;
}

TimeWarp TimeWarp::sequential(const std::vector<edtf::Day>& days) {
    TimeWarp warp;
    warp.sequential_ = true;
    for (const auto day : days) {
        if (!warp.days_.empty() && static_cast<double>(day) <= warp.days_.back()) continue;
        warp.lengths_.push_back(static_cast<double>(warp.days_.size()));
        warp.days_.push_back(static_cast<double>(day));
    }
    if (warp.days_.size() == 1) {
        warp.days_.push_back(warp.days_.front() + 366);
        warp.lengths_.push_back(1);
    }
    if (warp.days_.empty()) return {};
    // Outside the known dates a step is a year.
    warp.days_.insert(warp.days_.begin(), warp.days_.front() - 366);
    warp.lengths_.insert(warp.lengths_.begin(), -1);
    warp.days_.push_back(warp.days_.back() + 366);
    warp.lengths_.push_back(warp.lengths_.back() + 1);
    return warp;
}

double TimeWarp::length(double day) const {
    return days_.size() < 2 ? day : along(days_, lengths_, day);
}

double TimeWarp::day(double length) const {
    return days_.size() < 2 ? length : along(lengths_, days_, length);
}

TimeScale::TimeScale(const TimeWarp& warp, TimeWindow window, double left, double right)
    : warp_(&warp), window_(window), left_(left), right_(right), from_(warp.length(window.first)) {
    const double length = warp.length(window.last) - from_;
    points_ = length > 0 ? (right - left) / length : 1;
}

double TimeScale::x(double day) const {
    return x_at(warp_->length(day));
}

double TimeScale::x_at(double length) const {
    return left_ + (length - from_) * points_;
}

double TimeScale::day(double x) const {
    return warp_->day(from_ + (x - left_) / points_);
}

double TimeScale::points_per_day() const {
    double days = window_.days();
    double points = right_ - left_;
    for (const auto& cut : warp_->breaks()) {
        const double first = std::max(cut.first, window_.first);
        const double last = std::min(cut.last, window_.last);
        if (first >= last) continue;
        days -= last - first;
        points -= x(last) - x(first);
    }
    return days > 0 && points > 0 ? points / days : (right_ - left_) / window_.days();
}

TimeWindow TimeScale::zoomed(double factor, double x) const {
    const double fixed = from_ + (x - left_) / points_;
    const double last = from_ + (right_ - left_) / points_;
    return {warp_->day(fixed + (from_ - fixed) / factor), warp_->day(fixed + (last - fixed) / factor)};
}

TimeWindow TimeScale::panned(double dx) const {
    const double by = -dx / points_;
    const double last = from_ + (right_ - left_) / points_;
    return {warp_->day(from_ + by), warp_->day(last + by)};
}

}  // namespace shezhire::scene
