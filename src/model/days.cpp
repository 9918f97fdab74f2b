#include "model/days.h"

#include <algorithm>

#include "model/index.h"

namespace shezhire::model {
namespace {

bool is_real(edtf::Day day) {
    return day > edtf::beginning_of_time && day < edtf::end_of_time;
}

/// Collects days, most of which come again and again, without keeping each time.
class DaySet {
  public:
    void add(edtf::Day day) {
        if (!is_real(day)) return;
        days_.push_back(day);
        if (days_.size() >= limit_) tidy();
    }
    /// Presence changes at the first and after the last day of both ends' bounds.
    void add(const edtf::Interval& when) {
        if (when.start_kind() == edtf::EndKind::date) {
            add(when.start_bounds().earliest);
            add(when.start_bounds().latest);
        }
        if (when.end_kind() == edtf::EndKind::date) {
            add(when.end_bounds().earliest + 1);
            add(when.end_bounds().latest + 1);
        }
    }
    void add(const Organization& body) {
        for (const auto& spell : body.spells) add(spell.when);
        for (const auto& parent : body.parents) add(parent.when);
        for (const auto& name : body.names) {
            if (name.role == NameRole::preferred) add(name.when);
        }
    }
    std::vector<edtf::Day> take() {
        tidy();
        return std::move(days_);
    }

  private:
    void tidy() {
        std::sort(days_.begin(), days_.end());
        days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
        limit_ = std::max<std::size_t>(std::size_t{1} << 16U, 2 * days_.size());
    }
    std::vector<edtf::Day> days_;
    std::size_t limit_ = std::size_t{1} << 16U;
};

class Years {
  public:
    void add(const edtf::Interval& when) {
        if (when.start_kind() == edtf::EndKind::date) add(when.start_bounds());
        if (when.end_kind() == edtf::EndKind::date) add(when.end_bounds());
    }
    template <class Entry>
    void add_all(const base::Few<Entry>& entries) {
        for (const auto& entry : entries) add(entry.when);
    }
    [[nodiscard]] std::optional<edtf::Interval> interval() const {
        if (first_ > last_) return std::nullopt;
        const auto year = [](edtf::Day day) {
            return edtf::End{edtf::EndKind::date, edtf::Date::from_year(edtf::civil_from_day(day).year)};
        };
        return edtf::Interval(year(first_), year(last_));
    }

  private:
    void add(edtf::Bounds bounds) {
        if (is_real(bounds.earliest)) first_ = std::min(first_, bounds.earliest);
        if (is_real(bounds.latest)) last_ = std::max(last_, bounds.latest);
    }
    edtf::Day first_ = edtf::end_of_time;
    edtf::Day last_ = edtf::beginning_of_time;
};

}  // namespace

std::vector<edtf::Day> change_days_of(const Draft& draft) {
    DaySet days;
    for (const auto& body : draft.organizations) days.add(body);
    return days.take();
}

std::vector<edtf::Day> change_days_of(const Draft& draft, std::span<const std::uint32_t> organizations) {
    DaySet days;
    for (const auto index : organizations) days.add(draft.organizations[index]);
    return days.take();
}

std::optional<edtf::Interval> years_of(const Draft& draft) {
    Years years;
    for_each_thing(draft, [&](const Thing& thing, ThingRef) { years.add_all(thing.names); });
    for (const auto& body : draft.organizations) {
        years.add_all(body.spells), years.add_all(body.parents), years.add_all(body.memberships);
        years.add_all(body.links), years.add_all(body.sites), years.add_all(body.offices);
        years.add_all(body.figures), years.add_all(body.phases);
    }
    for (const auto& change : draft.changes) years.add(change.when);
    for (const auto& event : draft.events) years.add(event.when);
    return years.interval();
}

}  // namespace shezhire::model
