#include "io/thing_writer.h"

#include <algorithm>

#include "io/order.h"

namespace shezhire::io {
namespace {

using model::NameRole;

void write_evidence(JsonWriter& json, const model::Evidence& evidence) {
    write_ids(json, "sources", evidence.sources);
    switch (evidence.confidence) {
        case model::Confidence::unstated:
            break;
        case model::Confidence::low:
            json.field("confidence", "low");
            break;
        case model::Confidence::medium:
            json.field("confidence", "medium");
            break;
        case model::Confidence::high:
            json.field("confidence", "high");
            break;
    }
    if (evidence.disputed) json.key("disputed"), json.raw("true");
    write_texts(json, "note", evidence.notes.get());
}

void write_when(JsonWriter& json, const edtf::Interval& when) {
    if (when != edtf::Interval{}) json.field("when", when.text());
}

template <class Entry>
bool has_evidence(const Entry& entry) {
    return entry.evidence != model::Evidence{} || !entry.extras.empty();
}

/// `"field": [ … ]`, or nothing where the list is empty.
template <class Entries, class Write>
void write_list(JsonWriter& json, std::string_view field, const Entries& entries, Write write_entry) {
    if (entries.empty()) return;
    json.key(field);
    json.open('[');
    for (const auto& entry : entries) write_entry(entry);
    json.close(']');
}

/// `{ own members, "when", evidence, extras }`.
template <class Entry, class Write>
void write_entry(JsonWriter& json, const Entry& entry, Write write_own) {
    json.open('{');
    write_own();
    if constexpr (requires { entry.when; }) write_when(json, entry.when);
    write_evidence(json, entry.evidence);
    write_extras(json, entry.extras);
    json.close('}');
}

void write_names(JsonWriter& json, const base::Few<model::Name>& names) {
    const auto fields = name_fields(names);
    const auto write_map = [&](std::string_view key, NameField field) {
        model::LanguageMap texts;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (fields[i] == field) texts.emplace_back(names[i].lang, names[i].text);
        }
        write_texts(json, key, texts);
    };
    write_map("prefLabel", NameField::preferred);
    write_map("altLabel", NameField::alternative);
    write_map("acronym", NameField::acronym);
    std::vector<const model::Name*> labels;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (fields[i] == NameField::labels) labels.push_back(&names[i]);
    }
    if (labels.empty()) return;
    json.key("labels");
    json.open('[');
    for (std::size_t i = 0; i < labels.size();) {
        const auto& first = *labels[i];
        // Names that differ in language alone are one entry.
        model::LanguageMap texts;
        for (; i < labels.size(); ++i) {
            auto alike = *labels[i];
            alike.text = first.text, alike.lang = first.lang;
            const auto has_language = [&](const auto& text) { return text.first == labels[i]->lang; };
            if (alike != first || std::any_of(texts.begin(), texts.end(), has_language)) break;
            texts.emplace_back(labels[i]->lang, labels[i]->text);
        }
        write_entry(json, first, [&] {
            write_texts(json, "label", texts);
            if (first.role == NameRole::alternative) json.field("role", "alternative");
            if (first.role == NameRole::acronym) json.field("role", "acronym");
            if (first.status == model::NameStatus::translated) json.field("status", "translated");
        });
    }
    json.close(']');
}

void write_spells(JsonWriter& json, const base::Few<model::Spell>& spells) {
    if (spells.empty()) return;
    json.key("existence");
    if (spells.size() > 1) json.open('[');
    for (const auto& spell : spells) {
        if (has_evidence(spell)) {
            write_entry(json, spell, [] {});
        } else {
            json.text(spell.when.text());
        }
    }
    if (spells.size() > 1) json.close(']');
}

void write_parents(JsonWriter& json, const base::Few<model::Parent>& parents) {
    PrimaryDefault primary;
    write_list(json, "unitOf", parents, [&](const model::Parent& parent) {
        const bool as_expected = parent.primary == primary.for_next(parent.when);
        primary.took(parent);
        if (as_expected && parent.when == edtf::Interval{} && !has_evidence(parent)) {
            json.text(parent.organization);
            return;
        }
        write_entry(json, parent, [&] {
            json.field("organization", parent.organization);
            if (!as_expected) json.key("primary"), json.raw(parent.primary ? "true" : "false");
        });
    });
}

void write_figures(JsonWriter& json, const base::Few<model::Figure>& figures) {
    write_list(json, "figures", figures, [&](const model::Figure& entry) {
        write_entry(json, entry,
                    [&] { json.field("measure", entry.measure), json.field("value", entry.value); });
    });
}

void write_relations(JsonWriter& json, const model::Organization& body) {
    write_parents(json, body.parents);
    write_list(json, "memberOf", body.memberships, [&](const model::Membership& entry) {
        if (entry.role.empty() && entry.when == edtf::Interval{} && !has_evidence(entry)) {
            json.text(entry.organization);
            return;
        }
        write_entry(json, entry,
                    [&] { json.field("organization", entry.organization), json.field("role", entry.role); });
    });
    write_list(json, "links", body.links, [&](const model::Link& entry) {
        write_entry(json, entry, [&] { json.field("kind", entry.kind), json.field("to", entry.to); });
    });
    write_list(json, "sites", body.sites, [&](const model::Site& entry) {
        write_entry(json, entry,
                    [&] { json.field("place", entry.place), json.field("country", entry.country); });
    });
    write_list(json, "offices", body.offices, [&](const model::Office& entry) {
        write_entry(json, entry, [&] {
            json.field("office", entry.office), json.field("person", entry.person);
            json.field("country", entry.country);
        });
    });
    write_figures(json, body.figures);
    write_list(json, "phases", body.phases, [&](const model::Phase& entry) {
        write_entry(json, entry, [&] { json.field("phase", entry.phase); });
    });
}

void write_references(JsonWriter& json, const std::vector<model::Reference>& references) {
    write_list(json, "representedBy", references, [&](const model::Reference& entry) {
        const model::Reference whole{entry.thing, {}, {}, {}, {}, {}, {}};
        if (entry == whole) {
            json.text(entry.thing);
            return;
        }
        json.open('{');
        json.field("thing", entry.thing);
        json.field("field", entry.field);
        json.field("of", entry.of);
        json.field("kind", entry.kind);
        write_when(json, entry.when);
        write_extras(json, entry.extras);
        json.close('}');
    });
}

void write_verdict(JsonWriter& json, model::Verdict verdict) {
    switch (verdict) {
        case model::Verdict::unstated:
            return;
        case model::Verdict::confirmed:
            return json.field("verdict", "confirmed");
        case model::Verdict::contradicted:
            return json.field("verdict", "contradicted");
        case model::Verdict::not_found:
            return json.field("verdict", "not-found");
    }
}

/// What every thing has, around its own fields.
template <class Write>
void write_thing(JsonWriter& json, std::string_view type, const model::Thing& thing, Write write_own) {
    json.open('{');
    json.field("id", thing.id);
    json.field("type", type);
    write_own();
    write_texts(json, "definition", thing.definitions);
    write_texts(json, "note", thing.notes);
    write_evidence(json, thing.evidence);
    write_list(json, "claims", thing.claims, [&](const model::Claim& claim) {
        write_entry(json, claim, [&] { json.field("field", claim.field), json.field("value", claim.value); });
    });
    write_extras(json, thing.extras);
    json.close('}');
}

}  // namespace

void write_ids(JsonWriter& json, std::string_view field, const std::vector<model::Id>& ids) {
    write_list(json, field, ids, [&](const model::Id& id) { json.text(id); });
}

void write_texts(JsonWriter& json, std::string_view field, const model::LanguageMap& texts) {
    if (texts.empty()) return;
    json.key(field);
    json.open('{');
    std::vector<std::string_view> done;
    for (const auto& [language, first] : texts) {
        if (std::find(done.begin(), done.end(), language) != done.end()) continue;
        done.push_back(language);
        const auto is_same = [&language = language](const auto& text) { return text.first == language; };
        const bool several = std::count_if(texts.begin(), texts.end(), is_same) > 1;
        json.key(language);
        if (several) json.open('[');
        for (const auto& text : texts) {
            if (is_same(text)) json.text(text.second);
        }
        if (several) json.close(']');
    }
    json.close('}');
}

void write_extras(JsonWriter& json, const model::Extras& extras) {
    for (const auto& [name, value] : extras) json.key(name), json.raw(value);
}

void write(JsonWriter& json, const model::Organization& body) {
    write_thing(json, body.is_unit ? "OrganizationalUnit" : "Organization", body, [&] {
        json.field("kind", body.kind);
        json.field("notation", body.notation);
        json.field("country", body.country);
        json.field("scope", body.scope);
        write_names(json, body.names);
        write_spells(json, body.spells);
        write_relations(json, body);
    });
}

void write(JsonWriter& json, const model::Change& change) {
    write_thing(json, "ChangeEvent", change, [&] {
        json.field("kind", change.kind);
        write_when(json, change.when);
        write_names(json, change.names);
        write_ids(json, "originalOrganization", change.originals);
        write_ids(json, "resultingOrganization", change.results);
    });
}

void write(JsonWriter& json, const model::Event& event) {
    write_thing(json, "Event", event, [&] {
        json.field("kind", event.kind);
        write_when(json, event.when);
        write_names(json, event.names);
        write_ids(json, "organization", event.organizations);
        json.field("location", event.location);
        json.field("country", event.country);
        json.field("region", event.region);
        if (event.importance != 0) json.key("importance"), json.raw(std::to_string(event.importance));
    });
}

void write(JsonWriter& json, const model::Concept& entry) {
    write_thing(json, "Concept", entry, [&] {
        json.field("inScheme", entry.scheme);
        json.field("notation", entry.notation);
        write_names(json, entry.names);
        json.field("shape", entry.shape);
        json.field("colour", entry.colour);
        json.field("mark", entry.mark);
        write_ids(json, "countries", entry.countries);
        write_figures(json, entry.figures);
    });
}

void write(JsonWriter& json, const model::ConceptScheme& scheme) {
    write_thing(json, "ConceptScheme", scheme, [&] { write_names(json, scheme.names); });
}

void write(JsonWriter& json, const model::Source& source) {
    write_thing(json, "Source", source, [&] {
        json.field("cslType", source.type);
        json.field("title", source.title);
        json.field("author", source.author);
        json.field("container", source.container);
        json.field("issued", source.issued);
        json.field("url", source.url);
        json.field("language", source.language);
        write_names(json, source.names);
    });
}

void write(JsonWriter& json, const model::Statement& statement) {
    write_thing(json, "Statement", statement, [&] {
        json.field("notation", statement.notation);
        json.field("kind", statement.kind);
        write_names(json, statement.names);
        write_ids(json, "about", statement.about);
        if (statement.order != 0) json.key("order"), json.raw(std::to_string(statement.order));
        json.field("section", statement.section);
        json.field("value", statement.value);
        json.field("statedIn", statement.stated_in);
        write_verdict(json, statement.verdict);
        write_ids(json, "confirmedBy", statement.confirmed_by);
        write_ids(json, "contradictedBy", statement.contradicted_by);
        write_references(json, statement.represented_by);
    });
}

}  // namespace shezhire::io
