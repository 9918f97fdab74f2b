// What is near a body: its neighbours over the hierarchy, further parents and links, step by step.
#include <algorithm>
#include <utility>

#include "graph/view.h"

namespace shezhire::graph {
namespace {

using edtf::Presence;
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Further parents and links.
void add_laterals(const View& view, const model::Model& model, const Question& question, const Moment& moment,
                  Pairs& pairs) {
    const auto certainty = question.filter.certainty;
    const auto add = [&](std::uint32_t from, const model::Id& id, const edtf::Interval& when,
                         const model::Evidence& evidence) {
        const auto presence = moment.of_part(when);
        if (presence == Presence::no || (certainty == Certainty::certain && presence != Presence::yes))
            return;
        if (certainty != Certainty::all && evidence.confidence == model::Confidence::low) return;
        const auto to = model.organization_index(id);
        if (!to || *to == from || !view.seats[*to].placed) return;
        pairs.emplace_back(from, *to);
        pairs.emplace_back(*to, from);
    };
    for (const auto index : view.descent) {
        const auto& body = model.organizations()[index];
        for (const auto& parent : body.parents) add(index, parent.organization, parent.when, parent.evidence);
        for (const auto& link : body.links) add(index, link.to, link.when, link.evidence);
    }
}

/// Each that a change ended with each that it made.
void add_successions(const View& view, const model::Model& model, Pairs& pairs) {
    for (const auto& change : model.changes()) {
        for (const auto& original : change.originals) {
            for (const auto& result : change.results) {
                const auto from = model.organization_index(original);
                const auto to = model.organization_index(result);
                if (!from || !to || from == to || !view.seats[*from].placed || !view.seats[*to].placed)
                    continue;
                pairs.emplace_back(*from, *to);
                pairs.emplace_back(*to, *from);
            }
        }
    }
}

/// What stands beside each other among what is placed, in both directions, sorted.
Pairs lateral_neighbours(const View& view, const model::Model& model, const Question& question,
                         const Moment& moment) {
    Pairs pairs;
    if (question.successions) add_successions(view, model, pairs);
    if (question.lateral) add_laterals(view, model, question, moment, pairs);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/// Breadth first, `hops` steps.
void reach(const View& view, const Pairs& lateral, std::uint32_t centre, int hops, std::vector<bool>& kept) {
    std::vector<std::uint32_t> ring{centre};
    kept[centre] = true;
    for (int step = 0; step < hops && !ring.empty(); ++step) {
        std::vector<std::uint32_t> next;
        const auto enter = [&](std::uint32_t index) {
            if (index == nobody || kept[index]) return;
            kept[index] = true;
            next.push_back(index);
        };
        for (const auto index : ring) {
            enter(view.seats[index].holder);
            for (const auto child : view.children(index)) enter(child);
            for (auto at = std::lower_bound(lateral.begin(), lateral.end(), std::pair{index, 0U});
                 at != lateral.end() && at->first == index; ++at)
                enter(at->second);
        }
        ring = std::move(next);
    }
}

void open_up(const View& view, const model::Model& model, const std::set<std::string>& opened,
             std::vector<bool>& kept) {
    if (opened.empty()) return;
    for (const auto index : view.descent) {  // each after its holder, so what is opened may lie in what is
        if (!kept[index] || !opened.contains(model.organizations()[index].id)) continue;
        for (const auto child : view.children(index)) kept[child] = true;
    }
}

/// The tree that a body stands in comes before the others.
void put_first(View& view, std::uint32_t body) {
    if (body == nobody) return;
    while (view.seats[body].holder != nobody) body = view.seats[body].holder;
    std::stable_partition(view.tops.begin(), view.tops.end(), [&](std::uint32_t top) { return top == body; });
}

}  // namespace

void keep_near(View& view, const model::Model& model, const Question& question, const Moment& moment) {
    const auto& focus = question.focus;
    std::vector<bool> kept(view.seats.size());
    const auto centre = model.organization_index(focus.around);
    if (centre && view.seats[*centre].placed) {
        if (focus.hops > 0) {
            reach(view, lateral_neighbours(view, model, question, moment), *centre, focus.hops, kept);
        } else {
            for (auto at = *centre; at != nobody && !kept[at]; at = view.seats[at].holder) kept[at] = true;
        }
        open_up(view, model, focus.opened, kept);
    }
    view.beyond = count_below(view);
    view.tops.clear();
    for (const auto index : view.descent) {
        auto& seat = view.seats[index];
        seat.placed = kept[index];
        if (!kept[index] || (seat.holder != nobody && kept[seat.holder])) continue;
        seat.holder = seat.parent = nobody;
        view.tops.push_back(index);
    }
    put_first(view, centre && kept[*centre] ? *centre : nobody);
    std::erase_if(view.descent, [&](std::uint32_t index) { return !kept[index]; });
    view.index_children(view.descent);
    // What is below each, less what of that is still there (a child that became a top is not).
    const auto below = count_below(view);
    for (const auto index : view.descent) view.beyond[index] -= below[index];
}

}  // namespace shezhire::graph
