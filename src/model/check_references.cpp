#include <fmt/format.h>

#include <algorithm>

#include "model/checks.h"
#include "model/entries.h"

namespace shezhire::model {
namespace {

/// Ids that nothing is known about, in the order of their first use, with how often each is used.
class Unknown {
  public:
    void used(std::string_view id, const base::Place& place) {
        const auto [found, is_new] = index_.try_emplace(id, uses_.size());
        if (is_new) uses_.push_back({id, place, 0});
        ++uses_[found->second].count;
    }

    void tell(base::Diagnostics& diagnostics, std::string_view code, std::string_view what) const {
        for (const auto& use : uses_) {
            const auto often =
                use.count == 1 ? std::string() : fmt::format(" (used {} times, first here)", use.count);
            diagnostics.add(base::Severity::warning, use.place, std::string(code),
                            fmt::format("{} is not {} of the data{}; add it, or correct the spelling",
                                        in_quotes(use.id), what, often));
        }
    }

  private:
    struct Use {
        std::string_view id;
        base::Place place;
        std::size_t count;
    };
    std::unordered_map<std::string_view, std::size_t> index_;
    std::vector<Use> uses_;
};

/// “sites: Paris (1945/1971)”: an entry, for a sentence.
std::string told(const Reference& reference) {
    auto text = reference.field + ": " + reference.of;
    if (!reference.kind.empty()) text += ", " + reference.kind;
    if (reference.when != edtf::Interval{}) text += " (" + reference.when.text() + ")";
    return in_quotes(text);
}

class References {
  public:
    References(const IdMap& ids, base::Diagnostics& diagnostics) : ids_(ids), diagnostics_(diagnostics) {}

    void check(Organization& body) {
        kind(body, body.kind);
        const auto erase_dangling = [&](auto& list, auto member, std::string_view field) {
            erase_if(list, [&](const auto& entry) {
                return !refers(body, entry.*member, field, ThingType::organization);
            });
        };
        erase_dangling(body.parents, &Parent::organization, "unitOf");
        erase_dangling(body.memberships, &Membership::organization, "memberOf");
        erase_if(body.links, [&](const Link& link) { return !names_a_thing(body, link.to, "links"); });
        for (const auto& entry : body.memberships) kind(body, entry.role);
        for (const auto& entry : body.links) kind(body, entry.kind);
        for (const auto& entry : body.offices) kind(body, entry.office);
        for (const auto& entry : body.figures) kind(body, entry.measure);
        for (const auto& entry : body.phases) kind(body, entry.phase);
        evidence(body, body.spells), evidence(body, body.parents), evidence(body, body.memberships);
        evidence(body, body.links), evidence(body, body.sites), evidence(body, body.offices);
        evidence(body, body.figures), evidence(body, body.phases);
    }

    void check(Change& change) {
        kind(change, change.kind);
        erase(change, change.originals, "originalOrganization");
        erase(change, change.results, "resultingOrganization");
    }

    void check(Event& event) {
        kind(event, event.kind);
        kind(event, event.region);
        erase(event, event.organizations, "organization");
    }

    void check(Concept& entry) {
        if (!entry.scheme.empty() && !refers(entry, entry.scheme, "inScheme", ThingType::scheme)) {
            entry.scheme.clear();
        }
        for (const auto& figure : entry.figures) kind(entry, figure.measure);
        evidence(entry, entry.figures);
    }

    void check(ConceptScheme&) {}
    void check(Source&) {}

    /// Entries are looked for by check_entries, when all references to things are right.
    void check(Statement& statement) {
        kind(statement, statement.kind);
        kind(statement, statement.section);
        erase_if(statement.about, [&](const Id& id) { return !names_a_thing(statement, id, "about"); });
        erase_if(statement.represented_by, [&](const Reference& reference) {
            if (ids_.contains(reference.thing)) return false;
            dangling(statement, reference.place, reference.thing, "representedBy", "but nothing has that id");
            return true;
        });
        source(statement, statement.stated_in);
        for (const auto& id : statement.confirmed_by) source(statement, id);
        for (const auto& id : statement.contradicted_by) source(statement, id);
    }

    void check_common(const Thing& thing) {
        sources(thing, thing.evidence);
        evidence(thing, thing.names);
        evidence(thing, thing.claims);
    }

    void check(FileHead& head) {
        Thing as_thing;
        as_thing.place = {head.file, 1, 1};
        erase_if(head.roots,
                 [&](const Id& id) { return !refers(as_thing, id, "roots", ThingType::organization); });
    }

    void tell() const {
        kinds_.tell(diagnostics_, "model.unknown-kind", "a concept");
        sources_.tell(diagnostics_, "model.unknown-source", "a source");
    }

  private:
    bool refers(const Thing& from, const Id& to, std::string_view field, ThingType wanted) {
        const auto found = ids_.find(to);
        if (found && found->type == wanted) return true;
        dangling(from, to, field,
                 !found ? std::string("but nothing has that id")
                        : fmt::format("which is {}, not {}", article_and_name(found->type),
                                      article_and_name(wanted)));
        return false;
    }

    bool names_a_thing(const Thing& from, const Id& to, std::string_view field) {
        if (ids_.contains(to)) return true;
        dangling(from, to, field, "but nothing has that id");
        return false;
    }

    void dangling(const Thing& from, const Id& to, std::string_view field, const std::string& why) {
        dangling(from, from.place, to, field, why);
    }

    void dangling(const Thing& from, const base::Place& place, const Id& to, std::string_view field,
                  const std::string& why) {
        const auto who = from.id.empty() ? std::string("the file") : in_quotes(from.id);
        diagnostics_.add(base::Severity::error, place, "model.dangling-reference",
                         fmt::format("{} names {} in “{}”, {}; the reference is left out", who, in_quotes(to),
                                     field, why));
    }

    void erase(const Thing& from, std::vector<Id>& list, std::string_view field) {
        erase_if(list, [&](const Id& id) { return !refers(from, id, field, ThingType::organization); });
    }

    void kind(const Thing& from, const Id& id) {
        if (id.empty()) return;
        const auto found = ids_.find(id);
        if (!found || found->type != ThingType::concept_) kinds_.used(id, from.place);
    }

    void sources(const Thing& from, const Evidence& said) {
        for (const auto& id : said.sources) source(from, id);
    }

    void source(const Thing& from, const Id& id) {
        if (id.empty()) return;
        const auto found = ids_.find(id);
        if (!found || found->type != ThingType::source) sources_.used(id, from.place);
    }

    template <class Entry>
    void evidence(const Thing& from, const base::Few<Entry>& entries) {
        for (const auto& entry : entries) sources(from, entry.evidence);
    }

    const IdMap& ids_;
    base::Diagnostics& diagnostics_;
    Unknown kinds_;
    Unknown sources_;
};

}  // namespace

void check_references(Draft& draft, const IdMap& ids, base::Diagnostics& diagnostics) {
    References references(ids, diagnostics);
    for (auto& head : draft.files) references.check(head);
    for_each_thing(draft, [&](auto& thing, ThingRef) {
        references.check(thing);
        references.check_common(thing);
    });
    references.tell();
}

void check_entries(const Draft& draft, const IdMap& ids, base::Diagnostics& diagnostics) {
    for (const auto& statement : draft.statements) {
        for (const auto& reference : statement.represented_by) {
            if (reference.field.empty()) continue;
            const auto ref = ids.at(reference.thing);
            if (entry_of(draft, ref, reference)) continue;
            diagnostics.add(
                base::Severity::error, reference.place, "model.dangling-entry",
                fmt::format("{} is represented by {} of {}, which has no such entry; correct the "
                            "reference, or add the entry",
                            in_quotes(statement.id), told(reference), in_quotes(reference.thing)));
        }
    }
}

}  // namespace shezhire::model
