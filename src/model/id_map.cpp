#include "model/id_map.h"

#include <algorithm>
#include <bit>
#include <functional>

#include "base/ensure.h"

namespace shezhire::model {
namespace {

constexpr std::uint32_t index_bits = 29;  // half a thousand million things of each type

std::uint32_t hash_of(std::string_view id) {
    const auto hash = std::hash<std::string_view>{}(id);
    return static_cast<std::uint32_t>(hash ^ hash >> 32U);
}

ThingRef ref_from(std::uint32_t packed) {
    return {static_cast<ThingType>(packed >> index_bits), (packed & ((1U << index_bits) - 1)) - 1};
}

std::string_view id_of(const Draft& draft, ThingRef ref) {
    switch (ref.type) {
        case ThingType::organization:
            return draft.organizations[ref.index].id;
        case ThingType::change:
            return draft.changes[ref.index].id;
        case ThingType::event:
            return draft.events[ref.index].id;
        case ThingType::concept_:
            return draft.concepts[ref.index].id;
        case ThingType::scheme:
            return draft.schemes[ref.index].id;
        case ThingType::source:
            return draft.sources[ref.index].id;
        case ThingType::statement:
            return draft.statements[ref.index].id;
    }
    return {};
}

std::size_t count_things(const Draft& draft) {
    return draft.organizations.size() + draft.changes.size() + draft.events.size() + draft.concepts.size() +
           draft.schemes.size() + draft.sources.size() + draft.statements.size();
}

}  // namespace

IdMap::IdMap(const Draft& draft)
    : draft_(&draft), slots_(std::bit_ceil(std::max<std::size_t>(8, count_things(draft) * 4 / 3))) {}

/// Where the id is, or the empty slot where it would be.
std::size_t IdMap::slot_of(std::string_view id, std::uint32_t hash) const {
    const std::size_t last = slots_.size() - 1;
    for (std::size_t at = hash & last;; at = (at + 1) & last) {
        const Slot& slot = slots_[at];
        if (slot.ref == 0 || (slot.hash == hash && id_of(*draft_, ref_from(slot.ref)) == id)) return at;
    }
}

bool IdMap::add(ThingRef ref) {
    base::ensure(ref.index + 1 < 1U << index_bits, "more things than a model can have");
    const auto id = id_of(*draft_, ref);
    const auto hash = hash_of(id);
    Slot& slot = slots_[slot_of(id, hash)];
    if (slot.ref != 0) return false;
    slot = {hash, static_cast<std::uint32_t>(ref.type) << index_bits | (ref.index + 1)};
    return true;
}

std::optional<ThingRef> IdMap::find(std::string_view id) const {
    if (slots_.empty()) return std::nullopt;
    const Slot& slot = slots_[slot_of(id, hash_of(id))];
    if (slot.ref == 0) return std::nullopt;
    return ref_from(slot.ref);
}

ThingRef IdMap::at(std::string_view id) const {
    const auto found = find(id);
    base::ensure(found.has_value(), "an id that was checked is not there");
    return *found;
}

}  // namespace shezhire::model
