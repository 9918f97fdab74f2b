// Reads one element of "@graph" into the draft: an organization, a change, an event, a concept, a scheme, a
// source or a statement.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/field_reader.h"
#include "io/json_tree.h"
#include "model/facts.h"

namespace shezhire::io {

class ThingReader {
  public:
    ThingReader(FieldReader& fields, model::Draft& draft) : fields_(fields), draft_(draft) {}

    /// True where a thing was added; else it was told why not, and the caller keeps what is written.
    bool read(const JsonNode& element);

  private:
    template <class Thing, class Take>
    void add(std::vector<Thing>& things, const JsonNode& element, Take take);
    bool common(const JsonNode& member, model::Thing& thing, model::Evidence& said);
    bool organization(const JsonNode& member, model::Organization& body);
    bool change(const JsonNode& member, model::Change& change);
    bool event(const JsonNode& member, model::Event& event);
    bool concept_(const JsonNode& member, model::Concept& entry);
    bool source(const JsonNode& member, model::Source& source);
    bool statement(const JsonNode& member, model::Statement& statement);

    void names(const JsonNode& map, model::NameRole role, base::Few<model::Name>& into);
    void labels(const JsonNode& list, base::Few<model::Name>& into);
    void spells(const JsonNode& list, base::Few<model::Spell>& into);
    void parents(const JsonNode& list, base::Few<model::Parent>& into);
    void memberships(const JsonNode& list, base::Few<model::Membership>& into);
    void links(const JsonNode& list, base::Few<model::Link>& into);
    void sites(const JsonNode& list, base::Few<model::Site>& into);
    void offices(const JsonNode& list, base::Few<model::Office>& into);
    void figures(const JsonNode& list, base::Few<model::Figure>& into);
    void phases(const JsonNode& list, base::Few<model::Phase>& into);
    void references(const JsonNode& list, std::vector<model::Reference>& into);
    void claims(const JsonNode& list, base::Few<model::Claim>& into);

    template <class Entry, class Take>
    void entry(const JsonNode& object, Entry& into, Take take);
    template <class Entry, class Take>
    void entries(const JsonNode& list, base::Few<Entry>& into, Take take);
    bool lacks(const model::Id& id, const JsonNode& entry, std::string_view field, std::string_view member);
    void set_text(const JsonNode& member, std::string& into) { into = fields_.text(member, member.key); }
    void set_text(const JsonNode& member, base::Word& into) {
        into = fields_.known(fields_.text(member, member.key));
    }
    void set_id(const JsonNode& member, model::Id& into);
    void set_id(const JsonNode& member, base::Word& into);

    FieldReader& fields_;
    model::Draft& draft_;
};

}  // namespace shezhire::io
