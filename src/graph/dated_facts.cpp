#include "graph/dated_facts.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace shezhire::graph {
namespace {

Life life_of(const edtf::Interval& when) {
    const auto start = when.start_bounds();
    const auto end = when.end_bounds();
    Life life{start.earliest, std::min(start.latest, end.latest), std::max(end.earliest, start.earliest),
              end.latest};
    if (when.ends_before_it_begins()) life.last_start = INT64_MAX;
    return life;
}

/// Whoever hangs on nobody is taken away again and again: what is left goes in circles.
bool goes_in_circles(std::size_t members, const DatedFacts::Lists& held_by) {
    std::vector<std::uint32_t> parents(members, 0);
    for (const auto member : held_by.items) ++parents[member];
    std::vector<std::uint32_t> free;
    for (std::uint32_t member = 0; member < members; ++member) {
        if (parents[member] == 0) free.push_back(member);
    }
    for (std::size_t next = 0; next < free.size(); ++next) {
        for (const auto unit : held_by.of(free[next])) {
            if (--parents[unit] == 0) free.push_back(unit);
        }
    }
    return free.size() < members;
}

bool is_called(const model::Name& name) {
    return name.role == model::NameRole::preferred || name.role == model::NameRole::alternative ||
           name.role == model::NameRole::acronym;
}

}  // namespace

Naming naming_at(const model::Organization& body, edtf::Bounds at,
                 const std::vector<std::string>& languages) {
    Naming naming;
    naming.label = body.id;
    if (const auto* name = model::name_at(body, at, languages); name != nullptr) {
        naming.label = name->text;
        naming.lang = name->lang;
        naming.translated = name->status == model::NameStatus::translated;
    }
    const auto* acronym = model::acronym_at(body, at, languages);
    if (acronym != nullptr && acronym->text != naming.label) naming.acronym = acronym->text;
    return naming;
}

void DatedFacts::Lists::file(std::size_t keys,
                             const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
    starts.assign(keys + 1, 0);
    for (const auto& [key, item] : pairs) ++starts[key + 1];
    for (std::size_t k = 0; k < keys; ++k) starts[k + 1] += starts[k];
    items.resize(pairs.size());
    auto next = starts;
    for (const auto& [key, item] : pairs) items[next[key]++] = item;
}

DatedFacts::DatedFacts(model::ModelPtr of, const Question& asked)
    : model(std::move(of)), question(asked), graph(ask(*model, asked)) {
    find_members();
    for (std::uint32_t member = 0; member < bodies.size(); ++member) {
        add_owner(Of::body, member);
        for (const auto& spell : body(member).spells) {
            if (trusted(spell.evidence)) add_life(spell.when, false);
        }
        owners.back().end = static_cast<std::uint32_t>(lives.size());
    }
    add_holds();
    add_links();
    add_names();
    find_turns();
}

bool DatedFacts::trusted(const model::Evidence& evidence) const {
    return question.filter.certainty == Certainty::all || evidence.confidence != model::Confidence::low;
}

std::uint32_t DatedFacts::add_owner(Of of, std::uint32_t index) {
    const auto here = static_cast<std::uint32_t>(lives.size());
    owners.push_back({of, index, here, here});
    return static_cast<std::uint32_t>(owners.size() - 1);
}

void DatedFacts::add_life(const edtf::Interval& when, bool part) {
    // "/" of a part: as long as the body.
    lives.push_back(part && when.is_unknown() ? Life{} : life_of(when));
    owners.back().end = static_cast<std::uint32_t>(lives.size());
}

// The nodes, then what their folds hide: that is only counted.
void DatedFacts::find_members() {
    const auto view = filtered_view(*model, question, question.filter, Moment(question.when));
    member_of.assign(model->organizations().size(), nobody);
    for (const auto& node : graph.nodes) {
        const auto index = *model->organization_index(node.key);
        member_of[index] = static_cast<std::uint32_t>(bodies.size());
        bodies.push_back(index);
        counted_in.push_back(nobody);
    }
    // More than this is counted for the whole period alone.
    constexpr std::size_t most_counted = 200'000;
    counts_hidden = !question.focus.any() && view.descent.size() <= most_counted;
    for (const auto index : view.descent) {
        if (!counts_hidden) break;
        const auto holder = view.seats[index].holder;
        if (member_of[index] != nobody || holder == nobody || member_of[holder] == nobody) continue;
        const auto into = counted_in[member_of[holder]];
        member_of[index] = static_cast<std::uint32_t>(bodies.size());
        bodies.push_back(index);
        counted_in.push_back(into == nobody ? member_of[holder] : into);
    }
    tops.assign(bodies.size(), false);
    for (std::uint32_t member = 0; member < bodies.size(); ++member)
        tops[member] = question.focus.any() && view.seats[bodies[member]].holder == nobody;
    for (const auto& id : question.roots.empty() ? model->roots() : question.roots) {
        const auto index = model->organization_index(id);
        if (index && member_of[*index] != nobody) tops[member_of[*index]] = true;
    }
}

void DatedFacts::add_holds() {
    std::unordered_map<std::uint64_t, std::uint32_t> edge_of;
    const auto pair_of = [](std::uint32_t from, std::uint32_t to) {
        return (static_cast<std::uint64_t>(from) << 32U) | to;
    };
    for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
        const auto& edge = graph.edges[e];
        if (edge.kind != EdgeKind::lateral) edge_of.emplace(pair_of(edge.from, edge.to), e);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> of_member;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> by_parent;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> of_edge;
    for (std::uint32_t member = 0; member < bodies.size(); ++member) {
        std::unordered_set<std::uint32_t> parents;
        for (const auto& parent : body(member).parents) {
            const auto holder = model->organization_index(parent.organization);
            if (!holder || *holder == bodies[member] || !trusted(parent.evidence)) continue;
            const auto above = member_of[*holder];
            if (above == nobody) {
                if (question.focus.any()) tops[member] = true;  // what is near need not show all above it
                continue;
            }
            const auto number = static_cast<std::uint32_t>(holds.size());
            const auto edge = edge_of.find(pair_of(above, member));
            holds.push_back({member, above, add_owner(Of::hold, number),
                             edge == edge_of.end() ? nobody : edge->second, parent.primary});
            add_life(parent.when, true);
            of_member.emplace_back(member, number);
            if (parents.insert(above).second) by_parent.emplace_back(above, member);
            if (edge != edge_of.end()) of_edge.emplace_back(edge->second, number);
        }
    }
    holds_of.file(bodies.size(), of_member);
    held_by.file(bodies.size(), by_parent);
    holds_of_edge.file(graph.edges.size(), of_edge);
    circular = goes_in_circles(bodies.size(), held_by);
    // Who holds what is folded elsewhere at another date is folded as well, and needs room to say so.
    for (const auto& hold : holds) {
        if (counted_in[hold.member] == nobody || hold.parent >= graph.nodes.size()) continue;
        auto& node = graph.nodes[hold.parent];
        if (node.foldable) continue;
        node.folded = node.foldable = true;
        node.hidden = 1;
    }
}

void DatedFacts::add_links() {
    owner_of_edge.assign(graph.edges.size(), nobody);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> of_node;
    for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
        const auto& edge = graph.edges[e];
        of_node.emplace_back(edge.from, e);
        if (edge.to != edge.from) of_node.emplace_back(edge.to, e);
        if (edge.kind != EdgeKind::lateral) continue;
        owner_of_edge[e] = add_owner(Of::link, e);
        for (const auto& link : body(edge.from).links) {
            if (link.kind == edge.relation && link.to == graph.nodes[edge.to].key && trusted(link.evidence))
                add_life(link.when, true);
        }
    }
    edges_of.file(graph.nodes.size(), of_node);
}

void DatedFacts::add_names() {
    for (std::uint32_t n = 0; n < graph.nodes.size(); ++n) {
        std::vector<Life> dated;
        std::size_t called = 0;
        for (const auto& name : body(n).names) {
            if (!is_called(name)) continue;
            ++called;
            if (!name.when.is_unknown()) dated.push_back(life_of(name.when));
        }
        if (dated.empty() || called < 2) continue;
        add_owner(Of::name, n);
        lives.insert(lives.end(), dated.begin(), dated.end());
        // Where no name is known to hold, the nearest one does: that turns half-way between two.
        for (const auto& a : dated) {
            for (const auto& b : dated) {
                if (!edtf::is_known(a.last_end) || !edtf::is_known(b.first_start) ||
                    b.first_start - a.last_end < 2)
                    continue;
                const auto middle = a.last_end + (b.first_start - a.last_end) / 2;
                lives.push_back({middle, middle + 1, middle, middle + 1});
            }
        }
        owners.back().end = static_cast<std::uint32_t>(lives.size());
    }
}

void DatedFacts::find_turns() {
    for (std::uint32_t owner = 0; owner < owners.size(); ++owner) {
        for (auto life = owners[owner].first; life < owners[owner].end; ++life) {
            const auto& one = lives[life];
            if (edtf::is_known(one.last_end)) by_first_day.push_back({one.last_end + 1, owner});
            if (edtf::is_known(one.last_start)) by_first_day.push_back({one.last_start, owner});
            if (edtf::is_known(one.first_start)) by_last_day.push_back({one.first_start, owner});
            if (edtf::is_known(one.first_end)) by_last_day.push_back({one.first_end + 1, owner});
        }
    }
    const auto earlier = [](const Turn& a, const Turn& b) { return a.day < b.day; };
    std::stable_sort(by_first_day.begin(), by_first_day.end(), earlier);
    std::stable_sort(by_last_day.begin(), by_last_day.end(), earlier);
    // All namings of the period, so that a picture can keep room for each.
    const Moment moment(question.when);
    const auto first =
        question.when.is_unknown() ? edtf::beginning_of_time : question.when.start_bounds().earliest;
    const auto last = question.when.is_unknown() ? edtf::end_of_time : question.when.end_bounds().latest;
    for (const auto& owner : owners) {
        if (owner.of != Of::name) continue;
        auto& namings = graph.nodes[owner.index].namings;
        const auto see = [&](edtf::Bounds at) {
            auto naming = naming_at(body(owner.index), at, question.languages);
            if (std::find(namings.begin(), namings.end(), naming) == namings.end())
                namings.push_back(std::move(naming));
        };
        see(moment.label_bounds(body(owner.index)));
        see({first, first});
        see({last, last});
        for (auto life = owner.first; life < owner.end; ++life) {
            const auto& one = lives[life];
            for (const auto day : {one.first_start, one.last_start, one.first_end + 1, one.last_end + 1}) {
                if (edtf::is_known(day) && day >= first && day <= last) see({day, day});
            }
        }
    }
}

}  // namespace shezhire::graph
