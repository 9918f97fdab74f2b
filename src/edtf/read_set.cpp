// Sets of dates: [one, of, these] and {all, of, these}, with a..b, ..b at the front and a.. at the back.

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "edtf/reader.h"

namespace shezhire::edtf {
namespace {

class SetReader {
  public:
    base::Status add_element(std::string_view element, bool first, bool last) {
        const auto dots = element.find("..");
        if (dots == std::string_view::npos) return add_date(element, &bounds_);
        const auto before = element.substr(0, dots);
        const auto after = element.substr(dots + 2);
        if (before.empty() && after.empty())
            return base::failure("edtf.syntax", "“..” needs a date at one side");
        if (before.empty() && !first) {
            return base::failure("edtf.syntax", "“..” without a date before it may only begin a set");
        }
        if (after.empty() && !last) {
            return base::failure("edtf.syntax", "“..” without a date behind it may only end a set");
        }
        // The dates at both sides are read into bounds of their own: only the outer ones are the range's.
        Bounds from = nothing;
        Bounds to = nothing;
        if (!before.empty()) {
            if (auto status = add_date(before, &from); !status) return status;
        }
        builder_.text += "..";
        if (!after.empty()) {
            if (auto status = add_date(after, &to); !status) return status;
        }
        const Bounds range{before.empty() ? beginning_of_time : from.earliest,
                           after.empty() ? end_of_time : to.latest};
        if (range.latest < range.earliest) {
            return base::failure("edtf.syntax", fmt::format("{} runs backwards", quoted(element)));
        }
        widen(bounds_, range);
        return {};
    }

    void add_text(char c) { builder_.text += c; }

    Reading reading() && {
        builder_.bounds = bounds_;
        builder_.precision = precision_.value_or(Precision::none);
        builder_.is_set = true;
        return {std::move(builder_).date(), draft_};
    }

  private:
    static constexpr Bounds nothing{end_of_time, beginning_of_time};

    static void widen(Bounds& bounds, Bounds by) {
        bounds.earliest = std::min(bounds.earliest, by.earliest);
        bounds.latest = std::max(bounds.latest, by.latest);
    }

    base::Status add_date(std::string_view text, Bounds* bounds) {
        auto reading = read_plain_date(text);
        if (!reading) {
            return base::failure(std::move(reading.error().code),
                                 fmt::format("in the set, {}: {}", quoted(text), reading.error().sentence));
        }
        const Date& date = reading->date;
        builder_.text += date.text();
        builder_.approximate = builder_.approximate || date.approximate();
        builder_.uncertain = builder_.uncertain || date.uncertain();
        precision_ = std::min(precision_.value_or(date.precision()), date.precision());
        draft_ = draft_ || reading->draft;
        widen(*bounds, date.bounds());
        return {};
    }

    Builder builder_;
    Bounds bounds_ = nothing;
    std::optional<Precision> precision_;
    bool draft_ = false;
};

}  // namespace

base::Result<Reading> read_set(std::string_view text) {
    const char closing = text.front() == '[' ? ']' : '}';
    if (text.size() < 2 || text.back() != closing) {
        return base::failure("edtf.syntax", fmt::format("the set is not closed by “{}”", closing));
    }
    SetReader set;
    set.add_text(text.front());
    auto rest = text.substr(1, text.size() - 2);
    for (bool first = true;; first = false) {
        // The 2012 draft's examples have blanks behind the commas.
        if (!first && !rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        const auto comma = rest.find(',');
        const bool last = comma == std::string_view::npos;
        if (auto status = set.add_element(rest.substr(0, comma), first, last); !status) {
            return base::failure(std::move(status.error()));
        }
        if (last) break;
        set.add_text(',');
        rest.remove_prefix(comma + 1);
    }
    set.add_text(closing);
    return std::move(set).reading();
}

}  // namespace shezhire::edtf
