#include "model/model.h"

#include <algorithm>

#include "model/days.h"
#include "model/entries.h"
#include "model/index.h"

namespace shezhire::model {
namespace {

template <class T>
const T* find(const IdMap& ids, std::string_view id, ThingType type, const std::vector<T>& things) {
    const auto ref = ids.find(id);
    return ref && ref->type == type ? &things[ref->index] : nullptr;
}

}  // namespace

const Organization* Model::organization(std::string_view id) const {
    return find(index_->ids, id, ThingType::organization, draft_.organizations);
}

std::optional<std::uint32_t> Model::organization_index(std::string_view id) const {
    const auto ref = index_->ids.find(id);
    if (!ref || ref->type != ThingType::organization) return std::nullopt;
    return ref->index;
}

const Concept* Model::find_concept(std::string_view id) const {
    return find(index_->ids, id, ThingType::concept_, draft_.concepts);
}

const Source* Model::source(std::string_view id) const {
    return find(index_->ids, id, ThingType::source, draft_.sources);
}

const Change* Model::change(std::string_view id) const {
    return find(index_->ids, id, ThingType::change, draft_.changes);
}

const Event* Model::event(std::string_view id) const {
    return find(index_->ids, id, ThingType::event, draft_.events);
}

const Statement* Model::statement(std::string_view id) const {
    return find(index_->ids, id, ThingType::statement, draft_.statements);
}

const Thing* Model::thing(std::string_view id) const {
    const auto ref = index_->ids.find(id);
    if (!ref) return nullptr;
    switch (ref->type) {
        case ThingType::organization:
            return &draft_.organizations[ref->index];
        case ThingType::change:
            return &draft_.changes[ref->index];
        case ThingType::event:
            return &draft_.events[ref->index];
        case ThingType::concept_:
            return &draft_.concepts[ref->index];
        case ThingType::scheme:
            return &draft_.schemes[ref->index];
        case ThingType::source:
            return &draft_.sources[ref->index];
        case ThingType::statement:
            return &draft_.statements[ref->index];
    }
    return nullptr;
}

std::optional<std::size_t> Model::entry_of(const Reference& reference) const {
    const auto ref = index_->ids.find(reference.thing);
    if (!ref) return std::nullopt;
    return model::entry_of(draft_, *ref, reference);
}

std::optional<ThingType> Model::type_of(std::string_view id) const {
    const auto ref = index_->ids.find(id);
    if (!ref) return std::nullopt;
    return ref->type;
}

std::span<const ChildRef> Model::children(std::uint32_t organization) const {
    return index_->children[organization];
}

std::span<const std::uint32_t> Model::changes_of(std::uint32_t organization) const {
    return index_->changes[organization];
}

std::span<const std::uint32_t> Model::events_of(std::uint32_t organization) const {
    return index_->events[organization];
}

std::span<const EntryRef> Model::members(std::uint32_t organization) const {
    return index_->members[organization];
}

std::span<const EntryRef> Model::links_to(std::uint32_t organization) const {
    return index_->links_to[organization];
}

namespace {

std::span<const std::uint32_t> found_in(const IndexLists& lists, std::string_view id) {
    const auto found = lists.find(id);
    if (found == lists.end()) return {};
    return found->second;
}

}  // namespace

std::span<const std::uint32_t> Model::statements_about(std::string_view id) const {
    return found_in(index_->statements.about, id);
}

std::span<const std::uint32_t> Model::statements_in(std::string_view source) const {
    return found_in(index_->statements.in, source);
}

std::span<const std::uint32_t> Model::represented_in(std::string_view id) const {
    return found_in(index_->statements.represented, id);
}

edtf::Presence Model::presence(const Organization& body, edtf::Bounds at) const {
    if (body.spells.empty()) return edtf::Presence::maybe;
    auto best = edtf::Presence::no;
    for (const auto& spell : body.spells) best = std::max(best, edtf::presence(spell.when, at));
    return best;
}

std::optional<edtf::Interval> Model::span() const {
    return years_of(draft_);
}

}  // namespace shezhire::model
