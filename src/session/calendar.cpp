#include "session/calendar.h"

#include <algorithm>

#include "model/days.h"

namespace shezhire::session {
namespace {

std::vector<std::uint32_t> below(const model::Model& model, const std::vector<std::string>& roots) {
    std::vector<bool> seen(model.organizations().size(), false);
    std::vector<std::uint32_t> found;
    const auto enter = [&](std::uint32_t index) {
        if (seen[index]) return;
        seen[index] = true;
        found.push_back(index);
    };
    for (const auto& id : roots.empty() ? model.roots() : roots) {
        if (const auto index = model.organization_index(id)) enter(*index);
    }
    for (std::size_t next = 0; next < found.size(); ++next) {
        for (const auto& child : model.children(found[next])) enter(child.unit);
    }
    return found;
}

edtf::Day year_begin(edtf::Day day) {
    return edtf::day_from_civil({edtf::civil_from_day(day).year, 1, 1});
}
edtf::Day year_end(edtf::Day day) {
    return edtf::day_from_civil({edtf::civil_from_day(day).year, 12, 31});
}

/// On which days bodies come, go or move, how many on each, and how many are there.
class Turnover {
  public:
    void add(const model::Organization& body) {
        auto& days = days_of_body_;
        days.clear();
        const auto see = [&](const edtf::Interval& when) {
            const auto first = when.start_bounds().earliest;
            const auto last = when.end_bounds().latest;
            if (edtf::is_known(first)) days.push_back(first);
            if (edtf::is_known(last)) days.push_back(last + 1);
        };
        for (const auto& spell : body.spells) {
            see(spell.when);
            const auto first = spell.when.start_bounds().earliest;
            const auto last = spell.when.end_bounds().latest;
            edtf::is_known(first) ? begins_.push_back(first) : void(++there_always_);
            if (edtf::is_known(last)) ends_.push_back(last + 1);
        }
        for (const auto& parent : body.parents) see(parent.when);
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        changing_.insert(changing_.end(), days.begin(), days.end());
    }
    void fill(Calendar& calendar) {
        for (auto* all : {&changing_, &begins_, &ends_}) std::sort(all->begin(), all->end());
        auto change = changing_.begin();
        for (const auto day : calendar.days) {
            while (change != changing_.end() && *change < day) ++change;
            std::uint32_t count = 0;
            for (; change != changing_.end() && *change == day; ++change) ++count;
            calendar.weights.push_back(count);
        }
        std::int64_t there = there_always_;
        auto begin = begins_.begin();
        auto end = ends_.begin();
        // What comes and goes on one day counts together; `most` is how many there were since the last
        // change.
        const auto pass = [&](edtf::Day day) {
            for (; begin != begins_.end() && *begin == day; ++begin) ++there;
            for (; end != ends_.end() && *end == day; ++end) --there;
        };
        for (auto at = changing_.begin(); at != changing_.end();) {
            const auto day = *at;
            const auto next = std::upper_bound(at, changing_.end(), day);
            const auto count = next - at;
            auto most = there;
            for (;;) {
                const auto upcoming = std::min(begin == begins_.end() ? INT64_MAX : *begin,
                                               end == ends_.end() ? INT64_MAX : *end);
                if (upcoming > day) break;
                pass(upcoming);
                most = std::max(most, there);
            }
            if (count >= least_reform && std::int64_t{4} * count >= most) calendar.reforms.push_back(day);
            at = next;
        }
    }

  private:
    static constexpr std::ptrdiff_t least_reform = 8;  // of a handful, any change would be one
    std::vector<edtf::Day> changing_;                  // a day for each body that comes, goes or moves on it
    std::vector<edtf::Day> begins_;
    std::vector<edtf::Day> ends_;
    std::vector<edtf::Day> days_of_body_;
    std::int64_t there_always_ = 0;
};

}  // namespace

Calendar calendar_of(const model::Model& model, const std::vector<std::string>& roots) {
    const auto bodies = below(model, roots);
    Calendar calendar;
    calendar.days = model::change_days_of(model.facts(), bodies);
    if (calendar.days.empty()) return calendar;
    calendar.first = year_begin(calendar.days.front());
    calendar.last = year_end(calendar.days.back());
    calendar.present = calendar.days.front();
    const auto began = [&](const edtf::Interval& when) {
        if (edtf::is_known(when.start_bounds().earliest))
            calendar.present = std::max(calendar.present, when.start_bounds().earliest);
    };
    Turnover turnover;
    for (const auto index : bodies) {
        const auto& body = model.organizations()[index];
        for (const auto& spell : body.spells) began(spell.when);
        for (const auto& parent : body.parents) began(parent.when);
        turnover.add(body);
    }
    turnover.fill(calendar);
    return calendar;
}

std::optional<edtf::Interval> span_between(const std::vector<edtf::Day>& turns, edtf::Bounds date) {
    const auto next = std::upper_bound(turns.begin(), turns.end(), date.earliest);
    if (next != turns.end() && *next <= date.latest) return std::nullopt;
    edtf::End from{edtf::EndKind::open, {}};
    edtf::End to{edtf::EndKind::open, {}};
    if (next != turns.begin()) from = {edtf::EndKind::date, edtf::Date::from_day(*std::prev(next))};
    if (next != turns.end()) to = {edtf::EndKind::date, edtf::Date::from_day(*next - 1)};
    return edtf::Interval(from, to);
}

edtf::Interval first_date(const Calendar& calendar) {
    return calendar.dated() ? edtf::Interval(edtf::Date::from_day(calendar.present)) : edtf::Interval();
}

edtf::Interval default_date(const model::Model& model, const std::vector<std::string>& roots) {
    return first_date(calendar_of(model, roots));
}

}  // namespace shezhire::session
