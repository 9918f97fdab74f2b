#include <algorithm>
#include <iterator>
#include <string_view>

#include "graph/telling.h"

namespace shezhire::graph {
namespace {

constexpr int least_important = 5;

bool is_era(const model::Event& event) {
    return event.kind == "era" || event.kind == "event-era";
}

std::vector<std::uint32_t> lanes_of(const Telling& telling, const std::vector<model::Id>& bodies) {
    std::vector<std::uint32_t> lanes;
    for (const auto& id : bodies) {
        const auto index = telling.model.organization_index(id);
        if (!index || telling.lane_of[*index] == UINT32_MAX) continue;
        const auto lane = telling.lane_of[*index];
        if (std::find(lanes.begin(), lanes.end(), lane) == lanes.end()) lanes.push_back(lane);
    }
    return lanes;
}

/// Label, language and doubt of what happened.
LaneEvent event_from(const Telling& telling, const model::Thing& thing, const model::Id& kind,
                     const edtf::Interval& when) {
    LaneEvent event;
    event.key = thing.id;
    event.kind = kind;
    event.when = when;
    event.disputed = thing.evidence->disputed;
    if (const auto* name = model::name_at(thing, {}, telling.question.languages); name != nullptr) {
        event.label = name->text;
        event.lang = name->lang;
    } else if (const auto* term = telling.model.find_concept(kind); term != nullptr) {
        if (const auto* word = model::name_at(*term, {}, telling.question.languages); word != nullptr) {
            event.label = word->text;
            event.lang = word->lang;
        }
    }
    return event;
}

bool meet(edtf::Bounds a, edtf::Bounds b) {
    return a.earliest <= b.latest && b.earliest <= a.latest;
}

/// The data tells many things both as the change and as the event that it was: the event has more to say.
bool says_the_same(const LaneEvent& event, const model::Change& change) {
    const bool same_kind =
        event.kind.ends_with(change.kind) || (change.kind == "move" && event.kind.ends_with("relocation"));
    return same_kind && meet({event.when.start_bounds().earliest, event.when.end_bounds().latest},
                             {change.when.start_bounds().earliest, change.when.end_bounds().latest});
}

/// What the line itself shows: its beginning, its end, its names.
bool is_seen_in_line(const model::Change& change) {
    return change.originals.empty() || change.results.empty() || change.kind == "renaming";
}

void add_events(Telling& telling) {
    for (const auto& thing : telling.model.events()) {
        if (!telling.in_period(thing.when) || is_era(thing)) continue;
        auto lanes = lanes_of(telling, thing.organizations);
        if (lanes.empty()) continue;
        auto event = event_from(telling, thing, thing.kind, thing.when);
        event.place = thing.location;
        event.importance = thing.importance == 0 ? least_important : std::clamp(thing.importance, 1, 5);
        event.lanes = std::move(lanes);
        telling.chronology.events.push_back(std::move(event));
    }
}

void add_changes_of_one(Telling& telling) {
    std::vector<std::vector<std::uint32_t>> events_of(telling.chronology.lanes.size());
    for (std::uint32_t i = 0; i < telling.chronology.events.size(); ++i) {
        for (const auto lane : telling.chronology.events[i].lanes) events_of[lane].push_back(i);
    }
    for (const auto& change : telling.model.changes()) {
        if (is_seen_in_line(change) || !telling.in_period(change.when)) continue;
        auto bodies = change.originals;
        bodies.insert(bodies.end(), change.results.begin(), change.results.end());
        auto lanes = lanes_of(telling, bodies);
        if (lanes.size() != 1) continue;  // none is shown, or it is a joint
        const auto& own = events_of[lanes.front()];
        const bool told = std::any_of(own.begin(), own.end(), [&](std::uint32_t i) {
            return says_the_same(telling.chronology.events[i], change);
        });
        if (told) continue;
        auto event = event_from(telling, change, change.kind, change.when);
        event.importance = 4;
        event.lanes = std::move(lanes);
        telling.chronology.events.push_back(std::move(event));
    }
}

void add_eras(Telling& telling) {
    for (const auto& thing : telling.model.events()) {
        if (!is_era(thing) || !telling.in_period(thing.when)) continue;
        const auto named = event_from(telling, thing, thing.kind, thing.when);
        telling.chronology.eras.push_back({thing.id, named.label, named.lang, thing.when});
    }
    std::stable_sort(telling.chronology.eras.begin(), telling.chronology.eras.end(),
                     [](const Era& a, const Era& b) {
                         return a.when.start_bounds().earliest < b.when.start_bounds().earliest;
                     });
}

}  // namespace

void tell_events(Telling& telling) {
    add_events(telling);
    add_changes_of_one(telling);
    for (const auto& event : telling.chronology.events) telling.know(event.when);
    std::stable_sort(telling.chronology.events.begin(), telling.chronology.events.end(),
                     [](const LaneEvent& a, const LaneEvent& b) {
                         return a.when.start_bounds().earliest < b.when.start_bounds().earliest;
                     });
    add_eras(telling);
}

void tell_relations(Telling& telling) {
    auto& out = telling.chronology;
    for (const auto& change : telling.model.changes()) {
        if (!telling.in_period(change.when)) continue;
        auto from = lanes_of(telling, change.originals);
        auto to = lanes_of(telling, change.results);
        // A body that comes out of its own change goes on: its line is no end.
        const bool joins = !from.empty() && !to.empty() && (from.size() > 1 || to.size() > 1 || from != to);
        if (!joins) continue;
        telling.know(change.when);
        out.joints.push_back({change.id, change.kind, change.when, std::move(from), std::move(to)});
    }
    if (!telling.question.lateral) return;
    const auto add = [&](TieKind kind, std::uint32_t from, const model::Id& other, const model::Id& relation,
                         const edtf::Interval& when) {
        const auto index = telling.model.organization_index(other);
        if (!index || telling.lane_of[*index] == UINT32_MAX || telling.lane_of[*index] == from) return;
        if (when.start_kind() != edtf::EndKind::date || !telling.in_period(when)) return;
        const auto to = telling.lane_of[*index];
        Tie tie{out.lanes[from].key + '-' + relation + '>' + other, kind, relation, from, to, when};
        const auto taken = [&](const std::string& key) {
            return std::any_of(out.ties.begin(), out.ties.end(), [&](const Tie& t) { return t.key == key; });
        };
        const auto plain = tie.key;
        for (int number = 2; taken(tie.key); ++number) tie.key = plain + '#' + std::to_string(number);
        out.ties.push_back(std::move(tie));
    };
    for (std::uint32_t lane = 0; lane < out.lanes.size(); ++lane) {
        const auto& body = telling.body(lane);
        for (const auto& one : body.memberships)
            add(TieKind::membership, lane, one.organization, one.role, one.when);
        for (const auto& one : body.links) add(TieKind::link, lane, one.to, one.kind, one.when);
        if (out.lanes[lane].depth > 0) continue;
        for (const auto& one : body.parents) add(TieKind::part, lane, one.organization, "", one.when);
    }
}

}  // namespace shezhire::graph
