#include "model/entries.h"

#include <algorithm>
#include <array>

namespace shezhire::model {
namespace {

constexpr std::array<std::string_view, 14> words{
    "",        "labels",  "existence", "unitOf", "memberOf", "links",       "sites",
    "offices", "figures", "phases",    "claims", "statedIn", "confirmedBy", "contradictedBy"};

/// The first entry whose own words are those of the reference, and whose dates are, where it states any.
template <class Entry, class Fits>
std::optional<std::size_t> first(const base::Few<Entry>& entries, const Reference& reference, Fits fits) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
        if constexpr (requires { entry.when; }) {
            if (reference.when != edtf::Interval{} && entry.when != reference.when) return false;
        }
        return fits(entry);
    });
    if (found == entries.end()) return std::nullopt;
    return static_cast<std::size_t>(found - entries.begin());
}

std::optional<std::size_t> entry_of_any(const Thing& thing, Field field, const Reference& r) {
    if (field == Field::labels) {
        return first(thing.names, r, [&](const Name& name) { return r.of.empty() || name.text == r.of; });
    }
    if (field == Field::claims) {
        return first(thing.claims, r, [&](const Claim& c) { return r.of.empty() || c.field == r.of; });
    }
    return std::nullopt;
}

std::optional<std::size_t> figure_of(const base::Few<Figure>& figures, const Reference& r) {
    return first(figures, r, [&](const Figure& f) { return r.of.empty() || f.measure == r.of; });
}

std::optional<std::size_t> entry_of_body(const Organization& body, Field field, const Reference& r) {
    const auto is = [](const std::string& wanted, const std::string& there) {
        return wanted.empty() || wanted == there;
    };
    switch (field) {
        case Field::existence:
            return first(body.spells, r, [](const Spell&) { return true; });
        case Field::unit_of:
            return first(body.parents, r, [&](const Parent& p) { return is(r.of, p.organization); });
        case Field::member_of:
            return first(body.memberships, r,
                         [&](const Membership& m) { return is(r.of, m.organization) && is(r.kind, m.role); });
        case Field::links:
            return first(body.links, r, [&](const Link& l) { return is(r.of, l.to) && is(r.kind, l.kind); });
        case Field::sites:
            return first(body.sites, r, [&](const Site& s) { return is(r.of, s.place); });
        case Field::offices:
            return first(body.offices, r,
                         [&](const Office& o) { return is(r.of, o.person) && is(r.kind, o.office); });
        case Field::figures:
            return figure_of(body.figures, r);
        case Field::phases:
            return first(body.phases, r, [&](const Phase& p) { return is(r.of, p.phase); });
        default:
            return entry_of_any(body, field, r);
    }
}

const Thing& thing_at(const Draft& draft, ThingRef ref) {
    switch (ref.type) {
        case ThingType::organization:
            return draft.organizations[ref.index];
        case ThingType::change:
            return draft.changes[ref.index];
        case ThingType::event:
            return draft.events[ref.index];
        case ThingType::concept_:
            return draft.concepts[ref.index];
        case ThingType::scheme:
            return draft.schemes[ref.index];
        case ThingType::source:
            return draft.sources[ref.index];
        case ThingType::statement:
            break;
    }
    return draft.statements[ref.index];
}

}  // namespace

std::string_view to_text(Field field) {
    return words[static_cast<std::size_t>(field)];
}

std::optional<Field> field_from(std::string_view word) {
    const auto* found = std::find(words.begin() + 1, words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Field>(found - words.begin());
}

std::optional<std::size_t> entry_of(const Draft& draft, ThingRef thing, const Reference& reference) {
    const auto field = field_from(reference.field);
    if (!field) return std::nullopt;
    if (thing.type == ThingType::organization) {
        return entry_of_body(draft.organizations[thing.index], *field, reference);
    }
    if (thing.type == ThingType::concept_ && *field == Field::figures) {
        return figure_of(draft.concepts[thing.index].figures, reference);
    }
    return entry_of_any(thing_at(draft, thing), *field, reference);
}

std::vector<Resting> resting_on(const Model& model, std::string_view source) {
    std::vector<Resting> found;
    const auto names_it = [&](const std::vector<Id>& ids) {
        return std::find(ids.begin(), ids.end(), source) != ids.end();
    };
    for_each_thing(model.facts(), [&](const auto& thing, ThingRef ref) {
        const auto add = [&](Field field, std::size_t entry) {
            found.push_back({ref.type, ref.index, field, static_cast<std::uint32_t>(entry)});
        };
        for_each_evidence(thing, [&](Field field, std::size_t entry, const Evidence& evidence) {
            if (names_it(evidence.sources)) add(field, entry);
        });
        if constexpr (requires { thing.stated_in; }) {
            if (thing.stated_in == source) add(Field::stated_in, 0);
            if (names_it(thing.confirmed_by)) add(Field::confirmed_by, 0);
            if (names_it(thing.contradicted_by)) add(Field::contradicted_by, 0);
        }
    });
    return found;
}

}  // namespace shezhire::model
