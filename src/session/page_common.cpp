// The blocks that a page of any thing may have: names, definitions, disputes, statements, notes, sources.
#include <fmt/format.h>

#include <algorithm>

#include "base/words.h"
#include "model/language.h"
#include "session/page_writer.h"

namespace shezhire::session {
namespace {

/// What a claim is about, in words; a word of the data's own (a concept) where it is one.
std::string claimed_field(const PageWriter& write, const std::string& field) {
    if (field == "founded") return base::tr("Founded");
    if (field == "dissolved") return base::tr("Dissolved");
    if (field == "when" || field == "date") return base::tr("Date");
    if (field == "existence") return base::tr("Existence");
    if (field == "sites") return base::tr("Seat");
    if (field == "unitOf") return base::tr("Part of");
    if (field.starts_with("prefLabel")) {
        const auto dot = field.find('.');
        if (dot == std::string::npos) return base::tr("Name");
        return fmt::format("{} ({})", base::tr("Name"), write.language(field.substr(dot + 1)));
    }
    auto text = write.label(field);
    if (text == field) std::replace(text.begin(), text.end(), '-', ' ');
    return model::sentence_case(text, write.reading().language);
}

/// An end of a life in words, or nothing where it is not known.
std::string end_in_words(const PageWriter& write, const edtf::End& end) {
    if (end.kind != edtf::EndKind::date) return {};
    return write.in_words(edtf::Interval(end, end));
}

/// The data's own value for a claimed field, with its evidence, as the first side of the dispute.
void own_side(const PageWriter& write, Block& block, const model::Thing& thing, const std::string& field) {
    const auto* body = write.model().organization(thing.id);
    const auto* event = write.model().event(thing.id);
    const auto* entry = write.model().find_concept(thing.id);
    const auto side = [&](std::string text, const model::Evidence& evidence, std::string lang = {}) {
        if (text.empty()) return;
        auto& line = write.line(block, std::move(text), std::move(lang));
        write.evidence(line, evidence.sources.empty() ? thing.evidence.get() : evidence);
        line.disputed = false;
    };
    if (event != nullptr && (field == "when" || field == "date")) {
        return side(write.in_words(event->when), event->evidence);
    }
    if (field.starts_with("prefLabel.")) {
        const std::vector<std::string> language{field.substr(10)};
        const auto& when = write.reading().when;
        const edtf::Bounds at{when.start_bounds().earliest, when.end_bounds().latest};
        const auto* name = model::name_at(thing, at, language);
        if (name != nullptr && name->lang == language[0]) side(name->text, name->evidence, name->lang);
        return;
    }
    const auto figures = [&](const base::Few<model::Figure>& all) {
        for (const auto& figure : all) {
            if (figure.measure != field) continue;
            side(joined({figure.value, write.in_words(figure.when)}), figure.evidence);
        }
    };
    if (entry != nullptr) figures(entry->figures);
    if (body == nullptr) return;
    figures(body->figures);
    if (field == "sites") {
        for (const auto& site : body->sites) {
            side(joined({site.place, write.in_words(site.when)}), site.evidence);
        }
    }
    if (field == "unitOf") {
        for (const auto& parent : body->parents) {
            std::string lang;
            auto text = write.name(parent.organization, &lang);
            side(joined({std::move(text), write.in_words(parent.when)}), parent.evidence, std::move(lang));
        }
    }
    if (body->spells.empty()) return;
    const auto& first = body->spells.front();
    const auto& last = body->spells.back();
    if (field == "founded") side(end_in_words(write, first.when.start()), first.evidence);
    if (field == "dissolved") side(end_in_words(write, last.when.end()), last.evidence);
    if (field == "existence") side(write.in_words(first.when), first.evidence);
}

}  // namespace

void PageWriter::definitions(const model::Thing& thing) {
    if (const auto* text = best(thing.definitions)) {
        auto& into = block(base::tr("Definition"), BlockKind::text);
        line(into, text->second, text->first);
    }
}

void PageWriter::names(const model::Thing& thing) {
    const bool sentence = page_.type == model::ThingType::statement;
    auto& into = block(sentence ? base::tr("In other languages") : base::tr("Names"));
    for (const auto& name : thing.names) {
        if (sentence && name.text == page_.title) continue;
        auto& fresh = line(into, name.text, name.lang);
        std::string role;
        if (name.role == model::NameRole::alternative) role = base::tr("also called so");
        if (name.role == model::NameRole::acronym) role = base::tr("acronym");
        fresh.about =
            joined({language(name.lang), in_words(name.when), role,
                    name.status == model::NameStatus::translated ? base::tr("translated") : std::string()});
        evidence(fresh, name.evidence);
    }
}

void PageWriter::notes(const model::Thing& thing) {
    auto& into = block(base::tr("Notes"), BlockKind::text);
    if (const auto* text = best(thing.notes)) {
        // All that is said in that language: a note may have several parts.
        for (const auto& [lang, said] : thing.notes) {
            if (lang == text->first) line(into, said, lang);
        }
    }
}

void PageWriter::disputes(const model::Thing& thing) {
    auto& into = block(base::tr("Sources disagree"), BlockKind::disputes);
    std::vector<std::string> fields;
    for (const auto& claim : thing.claims) {
        if (std::find(fields.begin(), fields.end(), claim.field) == fields.end()) {
            fields.push_back(claim.field);
        }
    }
    int group = 0;
    for (const auto& field : fields) {
        const auto first = into.lines.size();
        own_side(*this, into, thing, field);
        for (const auto& claim : thing.claims) {
            if (claim.field != field) continue;
            auto& fresh = line(into, claim.value);
            evidence(fresh, claim.evidence);
        }
        for (auto i = first; i < into.lines.size(); ++i) {
            into.lines[i].group = group;
            into.lines[i].about = claimed_field(*this, field);
        }
        ++group;
    }
}

Line& PageWriter::statement(Block& into, const model::Statement& statement) const {
    auto& fresh = link(into, statement.id);
    fresh.verdict = statement.verdict;
    return fresh;
}

void PageWriter::statements_about(const model::Thing& thing) {
    model::Id kind;
    Block* into = nullptr;
    for (const auto i : model_.statements_about(thing.id)) {
        const auto& said = model_.statements()[i];
        if (into == nullptr || said.kind != kind) {
            kind = said.kind;
            into = &block(kind.empty() ? std::string(base::tr("Statements")) : heading_of(kind));
        }
        auto& fresh = statement(*into, said);
        if (said.order > 0) fresh.number = fmt::format("{}.", said.order);
        model::Evidence source;
        if (!said.stated_in.empty()) source.sources = {said.stated_in};
        evidence(fresh, source);
    }
}

void PageWriter::represented_in(const model::Thing& thing) {
    auto& into = block(base::tr("Said of it"));
    const auto on_page = model_.statements_about(thing.id);
    for (const auto i : model_.represented_in(thing.id)) {
        if (std::find(on_page.begin(), on_page.end(), i) != on_page.end()) continue;
        const auto& said = model_.statements()[i];
        auto& fresh = statement(into, said);
        model::Evidence source;
        if (!said.stated_in.empty()) source.sources = {said.stated_in};
        evidence(fresh, source);
    }
}

void PageWriter::sources() {
    auto& into = block(base::tr("Sources"), BlockKind::sources);
    for (std::size_t i = 0; i < page_.sources.size(); ++i) {
        auto& fresh = link(into, page_.sources[i]);
        fresh.number = fmt::format("[{}]", i + 1);
        const auto* source = model_.source(page_.sources[i]);
        if (source == nullptr) continue;
        fresh.about = joined({source->author, source->container, source->issued});
        fresh.url = source->url;
    }
}

}  // namespace shezhire::session
