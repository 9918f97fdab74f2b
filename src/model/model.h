// A data set, checked and frozen. Undo, jobs and views share it by pointer; nothing in it ever changes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/facts.h"

namespace shezhire::model {

class Model;
using ModelPtr = std::shared_ptr<const Model>;

/// What an id names.
enum class ThingType : std::uint8_t { organization, change, event, concept_, scheme, source, statement };

/// A child as its parent sees it: index of the unit, and which of its `parents` it is.
struct ChildRef {
    std::uint32_t unit = 0;
    std::uint32_t parent = 0;
};

/// An entry of another body that names this one: index of that body, and which of its entries it is.
struct EntryRef {
    std::uint32_t body = 0;
    std::uint32_t entry = 0;
};

class Model {
  public:
    Model(const Model&) = delete;  // the indexes point into the facts
    Model& operator=(const Model&) = delete;
    /// Validates and indexes; never fails. What is wrong is said in `diagnostics` (codes `model.*`) and left
    /// out or kept as the code's documentation in docs/diagnostics.md says:
    ///   model.duplicate-id (the later one is dropped), model.dangling-reference (the reference is dropped),
    ///   model.unknown-kind (warning; drawn as "other"), model.unknown-source (warning), model.parent-cycle
    ///   (the edge that closes a cycle at some date is dropped), model.ends-before-begins (kept, presence is
    ///   never "yes"), model.outside-life (warning: a name, parent or membership wholly outside the body's
    ///   own spells), model.dangling-entry (a reference into a thing that has no such entry; kept).
    static ModelPtr build(Draft draft, base::Diagnostics& diagnostics);

    [[nodiscard]] const std::vector<FileHead>& files() const { return draft_.files; }
    [[nodiscard]] const std::vector<Organization>& organizations() const { return draft_.organizations; }
    [[nodiscard]] const std::vector<Change>& changes() const { return draft_.changes; }
    [[nodiscard]] const std::vector<Event>& events() const { return draft_.events; }
    [[nodiscard]] const std::vector<Concept>& concepts() const { return draft_.concepts; }
    [[nodiscard]] const std::vector<ConceptScheme>& schemes() const { return draft_.schemes; }
    [[nodiscard]] const std::vector<Source>& sources() const { return draft_.sources; }
    [[nodiscard]] const std::vector<Statement>& statements() const { return draft_.statements; }
    /// The facts as they were read and checked (for writing).
    [[nodiscard]] const Draft& facts() const { return draft_; }

    /// Look-ups by id; nullptr when there is none of that type.
    [[nodiscard]] const Organization* organization(std::string_view id) const;
    [[nodiscard]] std::optional<std::uint32_t> organization_index(std::string_view id) const;
    [[nodiscard]] const Concept* find_concept(std::string_view id) const;
    [[nodiscard]] const Source* source(std::string_view id) const;
    [[nodiscard]] const Change* change(std::string_view id) const;
    [[nodiscard]] const Event* event(std::string_view id) const;
    [[nodiscard]] const Statement* statement(std::string_view id) const;
    [[nodiscard]] const Thing* thing(std::string_view id) const;
    [[nodiscard]] std::optional<ThingType> type_of(std::string_view id) const;
    /// Which entry of its thing a reference means (by place in the list), where it means one and it is there.
    [[nodiscard]] std::optional<std::size_t> entry_of(const Reference& reference) const;

    /// Units below an organization, in the order of the data.
    [[nodiscard]] std::span<const ChildRef> children(std::uint32_t organization) const;
    /// Changes and events that name an organization, by index.
    [[nodiscard]] std::span<const std::uint32_t> changes_of(std::uint32_t organization) const;
    [[nodiscard]] std::span<const std::uint32_t> events_of(std::uint32_t organization) const;
    /// Memberships in an organization, and links to it, that other bodies have.
    [[nodiscard]] std::span<const EntryRef> members(std::uint32_t organization) const;
    [[nodiscard]] std::span<const EntryRef> links_to(std::uint32_t organization) const;
    /// Statements that hang on the page of any thing: by kind in the order of the data, then by their own
    /// order.
    [[nodiscard]] std::span<const std::uint32_t> statements_about(std::string_view id) const;
    /// What a source states: by section (its notation), then by the statements' notations, numbers as
    /// numbers.
    [[nodiscard]] std::span<const std::uint32_t> statements_in(std::string_view source) const;
    /// Statements that a thing (or an entry of it) represents, in the same order.
    [[nodiscard]] std::span<const std::uint32_t> represented_in(std::string_view id) const;
    /// What the files name as roots; where none does, the organizations without any parent at any date, in
    /// their order.
    [[nodiscard]] const std::vector<Id>& roots() const { return roots_; }
    /// Languages of names, most frequent first.
    [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }

    /// Existence at a date: the best of all spells; `maybe` when no spell is known.
    [[nodiscard]] edtf::Presence presence(const Organization&, edtf::Bounds at) const;
    /// First and last known year of anything dated, for the slider; nullopt when nothing is dated.
    [[nodiscard]] std::optional<edtf::Interval> span() const;
    /// Days at which the structure (existence, parents, preferred names) may change, ascending, unique.
    [[nodiscard]] const std::vector<edtf::Day>& change_days() const { return change_days_; }

  private:
    Model() = default;
    struct Index;
    friend struct ModelBuilder;
    Draft draft_;
    std::shared_ptr<const Index> index_;
    std::vector<Id> roots_;
    std::vector<std::string> languages_;
    std::vector<edtf::Day> change_days_;
};

/// The name to show at a date: preferred before alternative, in the first of `languages` that has one that
/// holds then (then English, then any); among several that hold, the one that certainly does. Never null for
/// a body with names.
const Name* name_at(const Thing& thing, edtf::Bounds at, std::span<const std::string> languages);
/// The acronym that held at the date, if any (language order as above): of the name's language or of one that
/// is wanted before it, or in Latin letters, which are read everywhere; any other would be a third name.
const Name* acronym_at(const Thing& thing, edtf::Bounds at, std::span<const std::string> languages);

}  // namespace shezhire::model
