// Who stands where in one line of text: labels take their place in order of importance, and none overlaps
// another.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

namespace shezhire::scene {

class LabelRow {
  public:
    LabelRow(double left, double right) : left_(left), right_(right) {}

    [[nodiscard]] bool is_free(double from, double to) const {
        if (from < left_ || to > right_) return false;
        const auto next = std::lower_bound(taken_.begin(), taken_.end(), from,
                                           [](const Span& span, double at) { return span.to <= at; });
        return next == taken_.end() || next->from >= to;
    }
    /// Takes the place if it is free.
    bool take(double from, double to) {
        if (!is_free(from, to)) return false;
        const auto next = std::lower_bound(taken_.begin(), taken_.end(), from,
                                           [](const Span& span, double at) { return span.to <= at; });
        taken_.insert(next, {from, to});
        return true;
    }
    /// The end of the free stretch that begins at `from`; nothing where that is taken.
    [[nodiscard]] std::optional<double> free_until(double from) const {
        if (from < left_ || from >= right_) return std::nullopt;
        for (const auto& span : taken_) {
            if (span.to <= from) continue;
            if (span.from <= from) return std::nullopt;
            return std::min(span.from, right_);
        }
        return right_;
    }

  private:
    struct Span {
        double from;
        double to;
    };
    double left_;
    double right_;
    std::vector<Span> taken_;  // ascending
};

}  // namespace shezhire::scene
