#include <fmt/format.h>

#include <algorithm>

#include "model/checks.h"
#include "model/cycles.h"
#include "model/spans.h"

namespace shezhire::model {
namespace {

/// When a unit may have a parent: as stated, else as long as the unit itself, else always.
std::vector<edtf::Bounds> days_of(const Organization& unit, const Parent& parent) {
    if (!is_unstated(parent.when)) return {outer(parent.when)};
    if (unit.spells.empty()) return {edtf::Bounds{}};
    std::vector<edtf::Bounds> days;
    for (const auto& spell : unit.spells) days.push_back(outer(spell.when));
    return days;
}

std::string told(const ClosedCycle& cycle, const std::vector<Organization>& bodies) {
    std::string way;
    for (const auto member : cycle.first_members) way += in_quotes(bodies[member].id) + " → ";
    if (cycle.length > cycle.first_members.size()) way += "… → ";
    way += in_quotes(bodies[cycle.edge.from].id);
    if (cycle.length > cycle.first_members.size()) way += fmt::format(" ({} bodies)", cycle.length);
    return way;
}

std::string when(const ClosedCycle& cycle) {
    if (!cycle.dated) return "whatever the date";
    if (cycle.day <= edtf::beginning_of_time) return "from the beginning";
    return "on " + edtf::Date::from_day(cycle.day).text();
}

}  // namespace

void drop_parent_cycles(Draft& draft, const IdMap& ids, base::Diagnostics& diagnostics) {
    auto& bodies = draft.organizations;
    std::vector<CycleEdge> edges;
    std::vector<std::uint32_t> slots;  // which of its unit's parents an edge is
    for (std::uint32_t unit = 0; unit < bodies.size(); ++unit) {
        for (std::uint32_t slot = 0; slot < bodies[unit].parents.size(); ++slot) {
            const auto parent = ids.at(bodies[unit].parents[slot].organization).index;
            edges.push_back({unit, parent, static_cast<std::uint32_t>(slots.size())});
            slots.push_back(slot);
        }
    }
    const auto cycles = find_cycles(std::move(edges), bodies.size(), [&](const CycleEdge& edge) {
        return days_of(bodies[edge.from], bodies[edge.from].parents[slots[edge.id]]);
    });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> dropped;
    for (const auto& cycle : cycles) {
        const auto& unit = bodies[cycle.edge.from];
        diagnostics.add(
            base::Severity::error, unit.place, "model.parent-cycle",
            fmt::format("{} may be a part of itself {}: {}; its parent {} is left out; correct the "
                        "dates or the parent",
                        in_quotes(unit.id), when(cycle), told(cycle, bodies),
                        in_quotes(bodies[cycle.edge.to].id)));
        dropped.emplace_back(cycle.edge.from, slots[cycle.edge.id]);
    }
    std::sort(dropped.begin(), dropped.end());
    for (std::size_t i = 0; i < dropped.size();) {
        const auto unit = dropped[i].first;
        std::vector<bool> gone(bodies[unit].parents.size());
        for (; i < dropped.size() && dropped[i].first == unit; ++i) gone[dropped[i].second] = true;
        std::size_t slot = 0;
        erase_if(bodies[unit].parents, [&](const Parent&) { return gone[slot++]; });
    }
}

}  // namespace shezhire::model
