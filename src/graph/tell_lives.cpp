#include <algorithm>

#include "graph/telling.h"

namespace shezhire::graph {
namespace {

using edtf::Day;
using edtf::is_known;

/// Days on which another name may begin: where one starts, and where one ends with none to follow.
std::vector<Day> turns_of(const model::Thing& thing) {
    constexpr Day about_a_year = 370;
    std::vector<Day> starts;
    std::vector<Day> ends;
    for (const auto& name : thing.names) {
        if (name.role == model::NameRole::alternative) continue;
        const auto start = name.when.start_bounds().earliest;
        const auto end = name.when.end_bounds().latest;
        if (name.when.start_kind() == edtf::EndKind::date && is_known(start)) starts.push_back(start);
        if (name.when.end_kind() == edtf::EndKind::date && is_known(end)) ends.push_back(end + 1);
    }
    const auto begun = starts;
    for (const auto end : ends) {
        const bool followed = std::any_of(begun.begin(), begun.end(), [&](Day start) {
            return start > end - about_a_year && start < end + about_a_year;
        });
        if (!followed) starts.push_back(end);
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
}

Day last_day_of(const model::Organization& body) {
    auto last = edtf::beginning_of_time;
    for (const auto& spell : body.spells) last = std::max(last, spell.when.end_bounds().latest);
    return body.spells.empty() ? edtf::end_of_time : last;
}

/// What it was called, from turn to turn. Each stretch has the name that held at its end: by then the new
/// name is certain, whatever the precision of the date on which it was taken.
std::vector<LaneLabel> labels_of(const model::Organization& body, const std::vector<std::string>& languages) {
    constexpr Day a_while = 36'525;
    const auto turns = turns_of(body);
    const auto end = last_day_of(body);
    std::vector<LaneLabel> labels;
    for (std::size_t i = 0; i <= turns.size(); ++i) {
        const Day first = i == 0 ? edtf::beginning_of_time : turns[i - 1];
        Day at = i < turns.size() ? turns[i] - 1 : first + a_while;
        if (i == turns.size() && is_known(end) && end >= first) at = end;
        if (i == turns.size() && turns.empty() && !is_known(end)) at = 0;
        LaneLabel label;
        label.first = first;
        const auto* name = model::name_at(body, {at, at}, languages);
        label.text = name != nullptr ? name->text : body.id;
        if (name != nullptr) label.lang = name->lang;
        const auto* acronym = model::acronym_at(body, {at, at}, languages);
        if (acronym != nullptr && acronym->text != label.text) label.acronym = acronym->text;
        const bool same =
            !labels.empty() && labels.back().text == label.text && labels.back().acronym == label.acronym;
        if (!same) labels.push_back(std::move(label));
    }
    // A name before the body itself is one that it never had.
    auto begin = edtf::end_of_time;
    for (const auto& spell : body.spells) begin = std::min(begin, spell.when.start_bounds().earliest);
    while (labels.size() > 1 && labels[1].first <= begin) labels.erase(labels.begin());
    while (labels.size() > 1 && labels.back().first > end) labels.pop_back();
    labels.front().first = edtf::beginning_of_time;
    return labels;
}

std::string name_of(const Telling& telling, const model::Thing& thing, std::string& lang) {
    const auto* name = model::name_at(thing, {}, telling.question.languages);
    if (name == nullptr) return thing.id;
    lang = name->lang;
    return name->text;
}

/// Phases of a life: bands on its line.
void add_phases(const Telling& telling, const model::Organization& body, Lane& lane) {
    for (const auto& phase : body.phases) {
        LanePhase band{"", "", phase.phase, phase.when};
        const auto* term = telling.model.find_concept(phase.phase);
        band.label = term != nullptr ? name_of(telling, *term, band.lang) : phase.phase;
        lane.phases.push_back(std::move(band));
    }
}

/// Of entries of many kinds the notes of the kind that occurs most often; the first of equals.
template <class Entry, class KindOf, class NoteOf>
void add_row_of_most(const Telling& telling, const base::Few<Entry>& entries, KindOf&& kind_of,
                     NoteOf&& note_of, Lane& lane) {
    std::vector<std::pair<std::string, std::size_t>> counts;
    for (const auto& entry : entries) {
        const auto& kind = kind_of(entry);
        const auto at =
            std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == kind; });
        if (at == counts.end()) {
            counts.emplace_back(kind, 1);
        } else {
            ++at->second;
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == counts.end()) return;
    LaneRow row;
    const auto* term = telling.model.find_concept(most->first);
    row.title = term != nullptr ? name_of(telling, *term, row.lang) : most->first;
    for (const auto& entry : entries) {
        if (kind_of(entry) == most->first) row.notes.push_back({note_of(entry), "", most->first, entry.when});
    }
    std::stable_sort(row.notes.begin(), row.notes.end(), [](const LanePhase& a, const LanePhase& b) {
        return a.when.start_bounds().earliest < b.when.start_bounds().earliest;
    });
    lane.rows.push_back(std::move(row));
}

void add_rows(const Telling& telling, const model::Organization& body, Lane& lane) {
    const auto& wanted = telling.question.rows;
    if (wanted.seats && !body.sites.empty()) {
        LaneRow row;
        for (const auto& site : body.sites) row.notes.push_back({site.place, "", "", site.when});
        lane.rows.push_back(std::move(row));
    }
    if (wanted.offices) {
        add_row_of_most(
            telling, body.offices, [](const model::Office& o) -> const std::string& { return o.office; },
            [](const model::Office& o) { return o.person; }, lane);
    }
    if (wanted.figures) {
        add_row_of_most(
            telling, body.figures, [](const model::Figure& f) -> const std::string& { return f.measure; },
            [](const model::Figure& f) { return f.value; }, lane);
    }
}

std::string group_of(const Telling& telling, const model::Organization& body) {
    switch (telling.question.grouping) {
        case Grouping::none:
            return {};
        case Grouping::kind:
            return body.kind;
        case Grouping::country:
            return body.country;
        case Grouping::region:
            return region_of(telling.model, body.country);
        case Grouping::parent: {
            const model::Parent* found = nullptr;
            for (const auto& parent : body.parents) {
                if (found == nullptr || (parent.primary && !found->primary)) found = &parent;
            }
            return found == nullptr ? std::string() : found->organization;
        }
    }
    return {};
}

}  // namespace

void Telling::know(const edtf::Interval& when) {
    const auto take = [&](Day day) {
        if (!is_known(day)) return;
        chronology.first = std::min(chronology.first, day);
        chronology.last = std::max(chronology.last, day);
    };
    if (when.start_kind() == edtf::EndKind::date) {
        take(when.start_bounds().earliest);
        take(when.start_bounds().latest);
    }
    if (when.end_kind() == edtf::EndKind::date) {
        take(when.end_bounds().earliest);
        take(when.end_bounds().latest);
    }
}

void tell_lives(Telling& telling) {
    for (std::size_t i = 0; i < telling.chronology.lanes.size(); ++i) {
        auto& lane = telling.chronology.lanes[i];
        const auto& body = telling.body(i);
        lane.key = body.id;
        lane.kind = body.kind;
        lane.country = body.country;
        if (lane.depth == 0) lane.group = group_of(telling, body);
        lane.labels = labels_of(body, telling.question.languages);
        for (const auto& spell : body.spells) {
            lane.spells.push_back({spell.when, spell.evidence->disputed || body.evidence->disputed,
                                   spell.evidence->confidence == model::Confidence::low});
            telling.know(spell.when);
        }
        add_phases(telling, body, lane);
        add_rows(telling, body, lane);
    }
}

}  // namespace shezhire::graph
