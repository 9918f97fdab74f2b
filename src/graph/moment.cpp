#include <algorithm>

#include "graph/view.h"

namespace shezhire::graph {
namespace {

/// An unset date asks for all time: nothing is uncertain about that.
edtf::Interval asked(const edtf::Interval& when) {
    if (!when.is_unknown()) return when;
    return {{edtf::EndKind::open, {}}, {edtf::EndKind::open, {}}};
}

}  // namespace

Moment::Moment(const edtf::Interval& when)
    : when_(asked(when)), bounds_{when_.start_bounds().earliest, when_.end_bounds().latest} {}

edtf::Presence Moment::of(const edtf::Interval& life) const {
    return when_.is_instant() ? edtf::presence(life, bounds_) : edtf::presence_over(life, when_);
}

edtf::Presence Moment::of_part(const edtf::Interval& life) const {
    return life.is_unknown() ? edtf::Presence::yes : of(life);
}

edtf::Presence Moment::of(const model::Organization& organization, const model::Spell** best) const {
    if (best != nullptr) *best = nullptr;
    if (organization.spells.empty()) return edtf::Presence::maybe;
    auto found = edtf::Presence::no;
    for (const auto& spell : organization.spells) {
        const auto presence = of(spell.when);
        if (presence <= found) continue;
        found = presence;
        if (best != nullptr) *best = &spell;
    }
    return found;
}

edtf::Bounds Moment::label_bounds(const model::Organization& organization) const {
    if (when_.is_instant()) return bounds_;
    auto last = edtf::beginning_of_time;
    for (const auto& spell : organization.spells) {
        if (of(spell.when) != edtf::Presence::no) last = std::max(last, spell.when.end_bounds().latest);
    }
    last = last == edtf::beginning_of_time ? bounds_.latest : std::min(last, bounds_.latest);
    return {last, last};
}

}  // namespace shezhire::graph
