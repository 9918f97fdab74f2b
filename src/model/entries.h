// What a thing consists of: its lists of entries under one numbering, so that a reference, a source and a
// view can point at each of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/facts.h"
#include "model/index.h"
#include "model/model.h"

namespace shezhire::model {

/// The lists of a thing, named as the file names them; `thing` is the thing itself.
enum class Field : std::uint8_t {
    thing,
    labels,
    existence,
    unit_of,
    member_of,
    links,
    sites,
    offices,
    figures,
    phases,
    claims,
    stated_in,
    confirmed_by,
    contradicted_by,
};

/// The word of the file ("unitOf"); empty for `thing`.
std::string_view to_text(Field field);

/// Which entry of a thing a reference means, by its place in the list; nullopt where there is none. The first
/// that fits, where several do.
std::optional<std::size_t> entry_of(const Draft& draft, ThingRef thing, const Reference& reference);
std::optional<Field> field_from(std::string_view word);

/// A thing or an entry of it that a source speaks for.
struct Resting {
    ThingType type = ThingType::organization;
    std::uint32_t thing = 0;  ///< index among the things of its type
    Field field = Field::thing;
    std::uint32_t entry = 0;
};

/// All that rests on a source, in the order of the data: each thing and entry whose evidence names it, and
/// each statement that it makes, confirms or contradicts. Goes through the whole data set.
std::vector<Resting> resting_on(const Model& model, std::string_view source);

namespace detail {

template <class Entries, class Function>
void each_evidence(Entries& entries, Field field, Function& function) {
    for (std::size_t i = 0; i < entries.size(); ++i) function(field, i, entries[i].evidence);
}

}  // namespace detail

/// Calls `function(field, index, evidence)` for a thing's own evidence and that of each of its entries. The
/// evidence can be changed where the thing can.
template <class AnyThing, class Function>
void for_each_evidence(AnyThing& thing, Function&& function) {
    using detail::each_evidence;
    function(Field::thing, std::size_t{0}, thing.evidence);
    each_evidence(thing.names, Field::labels, function);
    if constexpr (requires { thing.spells; }) {
        each_evidence(thing.spells, Field::existence, function);
        each_evidence(thing.parents, Field::unit_of, function);
        each_evidence(thing.memberships, Field::member_of, function);
        each_evidence(thing.links, Field::links, function);
        each_evidence(thing.sites, Field::sites, function);
        each_evidence(thing.offices, Field::offices, function);
        each_evidence(thing.phases, Field::phases, function);
    }
    if constexpr (requires { thing.figures; }) each_evidence(thing.figures, Field::figures, function);
    each_evidence(thing.claims, Field::claims, function);
}

}  // namespace shezhire::model
