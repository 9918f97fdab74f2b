// The lists below a thing: names, spells, parents and the rest, with what each entry has in common.
#include <fmt/format.h>

#include "io/order.h"
#include "io/thing_reader.h"

namespace shezhire::io {

using base::Severity;
using model::NameRole;
using model::NameStatus;

/// One entry from an object: its own members by `take`, then `when`, evidence and what is unknown.
template <class Entry, class Take>
void ThingReader::entry(const JsonNode& object, Entry& into, Take take) {
    model::Evidence said;
    fields_.tree().for_each(object, [&](const JsonNode& member) {
        if (take(member)) return;
        if constexpr (requires { into.when; }) {
            if (member.key == "when") {
                into.when = fields_.interval(member, member.key);
                return;
            }
        }
        if (!fields_.evidence(member, said)) fields_.extra(member, into.extras);
    });
    into.evidence = fields_.known(std::move(said));
}

/// A list of objects; `take` gets the entry and its member.
template <class Entry, class Take>
void ThingReader::entries(const JsonNode& list, base::Few<Entry>& into, Take take) {
    fields_.each(list, [&](const JsonNode& object) {
        if (object.kind != JsonKind::object) {
            fields_.wrong_type(object, list.key, "an object");
            return;
        }
        auto& fresh = into.emplace_back();
        entry(object, fresh, [&](const JsonNode& member) { return take(fresh, member); });
    });
}

bool ThingReader::lacks(const model::Id& id, const JsonNode& entry, std::string_view field,
                        std::string_view member) {
    if (!id.empty()) return false;
    fields_.tell(
        Severity::error, entry, "io.missing-field",
        fmt::format("an entry of {} has no {}; it is left out", in_quotes(field), in_quotes(member)));
    return true;
}

void ThingReader::names(const JsonNode& map, NameRole role, base::Few<model::Name>& into) {
    fields_.language_map(map, map.key, [&](const base::Word& language, const JsonNode& value) {
        auto text = fields_.label(value, map.key);
        if (!text) return;
        auto& name = into.emplace_back();
        name.text = std::move(*text);
        name.lang = language;
        name.role = role;
    });
}

void ThingReader::labels(const JsonNode& list, base::Few<model::Name>& into) {
    constexpr std::pair<std::string_view, NameRole> roles[] = {{"preferred", NameRole::preferred},
                                                               {"alternative", NameRole::alternative},
                                                               {"acronym", NameRole::acronym}};
    constexpr std::pair<std::string_view, NameStatus> statuses[] = {{"attested", NameStatus::attested},
                                                                    {"translated", NameStatus::translated}};
    fields_.each(list, [&](const JsonNode& object) {
        if (object.kind != JsonKind::object) {
            fields_.wrong_type(object, list.key, "an object { \"label\": { \"en\": … }, … }");
            return;
        }
        model::Name common;
        std::vector<std::pair<base::Word, std::string>> texts;
        bool has_label = false;
        entry(object, common, [&](const JsonNode& member) {
            if (member.key == "label") {
                has_label = true;
                fields_.language_map(member, member.key,
                                     [&](const base::Word& language, const JsonNode& value) {
                                         if (auto text = fields_.label(value, "label"))
                                             texts.emplace_back(language, std::move(*text));
                                     });
            } else if (member.key == "role") {
                common.role = fields_.word(member, member.key, roles);
            } else if (member.key == "status") {
                common.status = fields_.word(member, member.key, statuses);
            } else {
                return false;
            }
            return true;
        });
        if (!has_label) lacks({}, object, list.key, "label");
        for (auto& [language, text] : texts) {
            into.push_back(common);
            into.back().lang = language;
            into.back().text = std::move(text);
        }
    });
}

void ThingReader::spells(const JsonNode& list, base::Few<model::Spell>& into) {
    fields_.each(list, [&](const JsonNode& value) {
        model::Spell spell;
        if (value.kind == JsonKind::object) {
            entry(value, spell, [](const JsonNode&) { return false; });
        } else {
            spell.when = fields_.interval(value, list.key);
            if (value.kind != JsonKind::string && value.kind != JsonKind::number) return;
        }
        into.push_back(std::move(spell));
    });
}

void ThingReader::parents(const JsonNode& list, base::Few<model::Parent>& into) {
    PrimaryDefault primary;
    fields_.each(list, [&](const JsonNode& value) {
        model::Parent parent;
        std::optional<bool> said;
        if (value.kind != JsonKind::object) {
            auto id = fields_.id(value, list.key);
            if (!id) return;
            parent.organization = std::move(*id);
        } else {
            entry(value, parent, [&](const JsonNode& member) {
                if (member.key == "organization") return set_id(member, parent.organization), true;
                if (member.key == "primary") return said = fields_.boolean(member, member.key, true), true;
                return false;
            });
            if (lacks(parent.organization, value, list.key, "organization")) return;
        }
        parent.primary = said.value_or(primary.for_next(parent.when));
        primary.took(parent);
        into.push_back(std::move(parent));
    });
}

void ThingReader::memberships(const JsonNode& list, base::Few<model::Membership>& into) {
    fields_.each(list, [&](const JsonNode& value) {
        model::Membership membership;
        if (value.kind != JsonKind::object) {
            auto id = fields_.id(value, list.key);
            if (!id) return;
            membership.organization = std::move(*id);
        } else {
            entry(value, membership, [&](const JsonNode& member) {
                if (member.key == "organization") return set_id(member, membership.organization), true;
                if (member.key == "role") return set_id(member, membership.role), true;
                return false;
            });
            if (lacks(membership.organization, value, list.key, "organization")) return;
        }
        into.push_back(std::move(membership));
    });
}

void ThingReader::links(const JsonNode& list, base::Few<model::Link>& into) {
    fields_.each(list, [&](const JsonNode& value) {
        model::Link link;
        if (value.kind != JsonKind::object) {
            fields_.wrong_type(value, list.key, "an object { \"kind\", \"to\", … }");
            return;
        }
        entry(value, link, [&](const JsonNode& member) {
            if (member.key == "kind") return set_id(member, link.kind), true;
            if (member.key == "to") return set_id(member, link.to), true;
            return false;
        });
        if (!lacks(link.to, value, list.key, "to")) into.push_back(std::move(link));
    });
}

void ThingReader::sites(const JsonNode& list, base::Few<model::Site>& into) {
    entries(list, into, [&](model::Site& site, const JsonNode& member) {
        if (member.key == "place") return set_text(member, site.place), true;
        if (member.key == "country") return set_text(member, site.country), true;
        return false;
    });
}

void ThingReader::offices(const JsonNode& list, base::Few<model::Office>& into) {
    entries(list, into, [&](model::Office& office, const JsonNode& member) {
        if (member.key == "office") return set_text(member, office.office), true;
        if (member.key == "person") return set_text(member, office.person), true;
        if (member.key == "country") return set_text(member, office.country), true;
        return false;
    });
}

void ThingReader::figures(const JsonNode& list, base::Few<model::Figure>& into) {
    entries(list, into, [&](model::Figure& figure, const JsonNode& member) {
        if (member.key == "measure") return set_id(member, figure.measure), true;
        if (member.key != "value") return false;
        if (member.kind == JsonKind::number) {
            figure.value = member.text;  // a plain number is what most sources write
        } else {
            set_text(member, figure.value);
        }
        return true;
    });
}

void ThingReader::phases(const JsonNode& list, base::Few<model::Phase>& into) {
    entries(list, into, [&](model::Phase& phase, const JsonNode& member) {
        if (member.key == "phase") return set_id(member, phase.phase), true;
        return false;
    });
}

void ThingReader::references(const JsonNode& list, std::vector<model::Reference>& into) {
    fields_.each(list, [&](const JsonNode& value) {
        model::Reference reference;
        reference.place = fields_.place(value);
        if (value.kind != JsonKind::object) {
            auto id = fields_.id(value, list.key);
            if (!id) return;
            reference.thing = std::move(*id);
        } else {
            fields_.tree().for_each(value, [&](const JsonNode& member) {
                const auto key = member.key;
                if (key == "thing") return set_id(member, reference.thing);
                if (key == "field") return set_text(member, reference.field);
                if (key == "of") return set_text(member, reference.of);
                if (key == "kind") return set_text(member, reference.kind);
                if (key == "when") reference.when = fields_.interval(member, key);
                if (key != "when") fields_.extra(member, reference.extras);
            });
            if (lacks(reference.thing, value, list.key, "thing")) return;
        }
        into.push_back(std::move(reference));
    });
}

void ThingReader::claims(const JsonNode& list, base::Few<model::Claim>& into) {
    entries(list, into, [&](model::Claim& claim, const JsonNode& member) {
        if (member.key == "field") return set_text(member, claim.field), true;
        if (member.key == "value") return set_text(member, claim.value), true;
        return false;
    });
}

}  // namespace shezhire::io
