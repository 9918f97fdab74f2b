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
    for (const auto index : bodies) {
        const auto& body = model.organizations()[index];
        for (const auto& spell : body.spells) began(spell.when);
        for (const auto& parent : body.parents) began(parent.when);
    }
    return calendar;
}

edtf::Interval default_date(const model::Model& model, const std::vector<std::string>& roots) {
    const auto calendar = calendar_of(model, roots);
    return calendar.dated() ? edtf::Interval(edtf::Date::from_day(calendar.present)) : edtf::Interval();
}

}  // namespace shezhire::session
