#include "io/thing_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "io/order.h"

namespace shezhire::io {

using base::Severity;
using model::NameRole;

namespace {

/// Grows a long list towards what the whole file will need, if it goes on as it began.
template <class Thing>
void make_room(std::vector<Thing>& things, double whole_by_part) {
    constexpr std::size_t long_list = 1024;
    if (things.size() < std::max(long_list, things.capacity())) return;
    const auto size = static_cast<double>(things.size());
    things.reserve(static_cast<std::size_t>(std::clamp(size * whole_by_part * 1.01, size * 1.5, size * 4)));
}

}  // namespace

bool ThingReader::read(const JsonNode& element) {
    if (element.kind != JsonKind::object) {
        fields_.tell(
            Severity::error, element, "io.wrong-type",
            fmt::format(
                "a thing of “@graph” should be an object, not {}; it is not shown, but kept in the file",
                name_of(element.kind)));
        return false;
    }
    const auto* id = fields_.tree().member(element, "id");
    const auto* type = fields_.tree().member(element, "type");
    if (id == nullptr) {
        fields_.tell(
            Severity::error, element, "io.no-id",
            "this thing has no “id”, so nothing can refer to it; it is not shown, but kept in the file");
        return false;
    }
    if (!fields_.id(*id, "id")) return false;
    const auto name = type == nullptr || type->kind != JsonKind::string ? std::string_view() : type->text;
    const auto common_only = [](const JsonNode&, auto&) { return false; };
    const auto by = [this](auto function) {
        return [this, function](const JsonNode& member, auto& thing) {
            return (this->*function)(member, thing);
        };
    };
    if (name == "Organization" || name == "OrganizationalUnit") {
        add(draft_.organizations, element, by(&ThingReader::organization));
        draft_.organizations.back().is_unit = name == "OrganizationalUnit";
    } else if (name == "ChangeEvent") {
        add(draft_.changes, element, by(&ThingReader::change));
    } else if (name == "Event") {
        add(draft_.events, element, by(&ThingReader::event));
    } else if (name == "Concept") {
        add(draft_.concepts, element, by(&ThingReader::concept_));
    } else if (name == "ConceptScheme") {
        add(draft_.schemes, element, common_only);
    } else if (name == "Source") {
        add(draft_.sources, element, by(&ThingReader::source));
    } else if (name == "Statement") {
        add(draft_.statements, element, by(&ThingReader::statement));
    } else {
        fields_.tell(Severity::warning, type == nullptr ? element : *type, "io.unknown-type",
                     fmt::format("{} has {}; it is not shown, but kept in the file", in_quotes(id->text),
                                 type == nullptr ? "no “type”" : "an unknown “type” " + in_quotes(name)));
        return false;
    }
    return true;
}

template <class Thing, class Take>
void ThingReader::add(std::vector<Thing>& things, const JsonNode& element, Take take) {
    make_room(things, fields_.whole_by_part(element));
    auto& thing = things.emplace_back();
    thing.place = fields_.place(element);
    model::Evidence said;
    fields_.tree().for_each(element, [&](const JsonNode& member) {
        if (member.key == "type") return;
        if (!take(member, thing) && !common(member, thing, said)) fields_.extra(member, thing.extras);
    });
    thing.evidence = fields_.known(std::move(said));
    order_names(thing.names);
    order_texts(thing.notes);
    order_texts(thing.definitions);
}

bool ThingReader::common(const JsonNode& member, model::Thing& thing, model::Evidence& said) {
    const auto key = member.key;
    if (key == "id") {
        thing.id = member.text;
    } else if (key == "prefLabel") {
        names(member, NameRole::preferred, thing.names);
    } else if (key == "altLabel") {
        names(member, NameRole::alternative, thing.names);
    } else if (key == "acronym") {
        names(member, NameRole::acronym, thing.names);
    } else if (key == "labels") {
        labels(member, thing.names);
    } else if (key == "note") {
        fields_.texts(member, key, thing.notes);
    } else if (key == "definition") {
        fields_.texts(member, key, thing.definitions);
    } else if (key == "claims") {
        claims(member, thing.claims);
    } else {
        return fields_.evidence(member, said);
    }
    return true;
}

bool ThingReader::organization(const JsonNode& member, model::Organization& body) {
    const auto key = member.key;
    if (key == "kind") return set_id(member, body.kind), true;
    if (key == "notation") return set_text(member, body.notation), true;
    if (key == "country") return set_text(member, body.country), true;
    if (key == "scope") return set_text(member, body.scope), true;
    if (key == "existence") return spells(member, body.spells), true;
    if (key == "unitOf") return parents(member, body.parents), true;
    if (key == "memberOf") return memberships(member, body.memberships), true;
    if (key == "links") return links(member, body.links), true;
    if (key == "sites") return sites(member, body.sites), true;
    if (key == "offices") return offices(member, body.offices), true;
    if (key == "figures") return figures(member, body.figures), true;
    if (key == "phases") return phases(member, body.phases), true;
    return false;
}

bool ThingReader::change(const JsonNode& member, model::Change& change) {
    const auto key = member.key;
    if (key == "kind") return set_id(member, change.kind), true;
    if (key == "when") return change.when = fields_.interval(member, key), true;
    if (key == "originalOrganization") return change.originals = fields_.ids(member, key), true;
    if (key == "resultingOrganization") return change.results = fields_.ids(member, key), true;
    return false;
}

bool ThingReader::event(const JsonNode& member, model::Event& event) {
    const auto key = member.key;
    if (key == "kind") return set_id(member, event.kind), true;
    if (key == "when") return event.when = fields_.interval(member, key), true;
    if (key == "organization") return event.organizations = fields_.ids(member, key), true;
    if (key == "location") return set_text(member, event.location), true;
    if (key == "country") return set_text(member, event.country), true;
    if (key == "region") return set_id(member, event.region), true;
    if (key == "importance") return event.importance = fields_.integer(member, key, 1, 5), true;
    return false;
}

bool ThingReader::concept_(const JsonNode& member, model::Concept& entry) {
    const auto key = member.key;
    if (key == "inScheme") return set_id(member, entry.scheme), true;
    if (key == "notation") return set_text(member, entry.notation), true;
    if (key == "shape") return set_text(member, entry.shape), true;
    if (key == "colour") return set_text(member, entry.colour), true;
    if (key == "mark") return set_text(member, entry.mark), true;
    if (key == "figures") return figures(member, entry.figures), true;
    if (key != "countries") return false;
    fields_.each(member, [&](const JsonNode& value) {
        if (auto said = fields_.text(value, key); !said.empty()) entry.countries.push_back(std::move(said));
    });
    return true;
}

bool ThingReader::source(const JsonNode& member, model::Source& source) {
    const auto key = member.key;
    if (key == "cslType") return set_text(member, source.type), true;
    if (key == "title") return set_text(member, source.title), true;
    if (key == "author") return set_text(member, source.author), true;
    if (key == "container") return set_text(member, source.container), true;
    if (key == "issued") return set_text(member, source.issued), true;
    if (key == "url") return set_text(member, source.url), true;
    if (key == "language") return set_text(member, source.language), true;
    return false;
}

bool ThingReader::statement(const JsonNode& member, model::Statement& statement) {
    using model::Verdict;
    constexpr std::pair<std::string_view, Verdict> verdicts[] = {{"unstated", Verdict::unstated},
                                                                 {"confirmed", Verdict::confirmed},
                                                                 {"contradicted", Verdict::contradicted},
                                                                 {"not-found", Verdict::not_found}};
    const auto key = member.key;
    if (key == "kind") return set_id(member, statement.kind), true;
    if (key == "notation") return set_text(member, statement.notation), true;
    if (key == "about") return statement.about = fields_.ids(member, key), true;
    if (key == "order") return statement.order = fields_.integer(member, key, 1, 100'000), true;
    if (key == "section") return set_id(member, statement.section), true;
    if (key == "value") return set_text(member, statement.value), true;
    if (key == "statedIn") return set_id(member, statement.stated_in), true;
    if (key == "verdict") {
        if (member.kind != JsonKind::null) statement.verdict = fields_.word(member, key, verdicts);
        return true;
    }
    if (key == "confirmedBy") return statement.confirmed_by = fields_.ids(member, key), true;
    if (key == "contradictedBy") return statement.contradicted_by = fields_.ids(member, key), true;
    if (key == "representedBy") return references(member, statement.represented_by), true;
    return false;
}

void ThingReader::set_id(const JsonNode& member, model::Id& into) {
    if (member.kind == JsonKind::null) return;
    if (auto id = fields_.id(member, member.key)) into = std::move(*id);
}

void ThingReader::set_id(const JsonNode& member, base::Word& into) {
    if (member.kind == JsonKind::null) return;
    if (auto id = fields_.id(member, member.key)) into = fields_.known(*id);
}

}  // namespace shezhire::io
