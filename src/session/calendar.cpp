#include "session/calendar.h"

#include <algorithm>
#include <map>

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
        std::vector<edtf::Day> days;
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
            edtf::is_known(first) ? ++there_from_[first] : ++there_always_;
            if (edtf::is_known(last)) --there_from_[last + 1];
        }
        for (const auto& parent : body.parents) see(parent.when);
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        for (const auto day : days) ++changing_[day];
    }
    void fill(Calendar& calendar) const {
        for (const auto day : calendar.days) {
            const auto found = changing_.find(day);
            calendar.weights.push_back(found == changing_.end() ? 0 : found->second);
        }
        std::int64_t there = there_always_;
        auto change = there_from_.begin();
        for (const auto& [day, count] : changing_) {
            auto most = there;
            for (; change != there_from_.end() && change->first <= day; ++change) {
                there += change->second;
                most = std::max(most, there);
            }
            if (count >= least_reform && std::int64_t{4} * count >= most) calendar.reforms.push_back(day);
        }
    }

  private:
    static constexpr std::uint32_t least_reform = 8;  // of a handful, any change would be one
    std::map<edtf::Day, std::uint32_t> changing_;
    std::map<edtf::Day, std::int64_t> there_from_;
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

edtf::Interval default_date(const model::Model& model, const std::vector<std::string>& roots) {
    const auto calendar = calendar_of(model, roots);
    return calendar.dated() ? edtf::Interval(edtf::Date::from_day(calendar.present)) : edtf::Interval();
}

}  // namespace shezhire::session
