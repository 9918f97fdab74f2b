// The pages of what is no body: changes, events, concepts and their schemes, sources, statements.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/numbers.h"
#include "base/words.h"
#include "session/page_writer.h"

namespace shezhire::session {
namespace {

void links(PageWriter& write, const char* heading, const std::vector<model::Id>& ids) {
    auto& block = write.block(heading);
    for (const auto& id : ids) {
        auto& line = write.link(block, id);
        if (const auto* body = write.model().organization(id)) {
            std::string life;
            for (const auto& spell : body->spells) {
                life += (life.empty() ? "" : ", ") + write.in_words(spell.when);
            }
            line.about = joined({write.label(body->kind), life});
        }
    }
}

/// What a kind, a role, a measure or a phase is used for, most telling first.
void uses(PageWriter& write, const model::Concept& entry) {
    const auto& model = write.model();
    auto& bodies = write.block(base::tr("Organizations"));
    for (const auto& body : model.organizations()) {
        const auto has_phase = [&](const model::Phase& phase) { return phase.phase == entry.id; };
        if (body.kind != entry.id && std::none_of(body.phases.begin(), body.phases.end(), has_phase))
            continue;
        if (PageWriter::is_full(bodies)) continue;
        auto& line = write.link(bodies, body.id);
        std::string life;
        for (const auto& spell : body.spells) life += (life.empty() ? "" : ", ") + write.in_words(spell.when);
        line.about = life;
    }
    auto& events = write.block(base::tr("Events"));
    for (const auto& event : model.events()) {
        if (event.kind != entry.id && event.region != entry.id) continue;
        if (PageWriter::is_full(events)) continue;
        write.link(events, event.id).about = joined({write.in_words(event.when), event.location});
    }
    auto& changes = write.block(base::tr("Changes"));
    for (const auto& change : model.changes()) {
        if (change.kind != entry.id || PageWriter::is_full(changes)) continue;
        auto& line = write.link(changes, change.id);
        line.about = write.in_words(change.when);
    }
    auto& statements = write.block(base::tr("Statements"));
    for (const auto& said : model.statements()) {
        if (said.kind == entry.id || said.section == entry.id) write.statement(statements, said);
    }
}

std::string said_of(const PageWriter& write, const model::Reference& reference) {
    if (reference.field.empty()) return {};
    const auto field = model::field_from(reference.field);
    const auto named = write.model().thing(reference.of) == nullptr ? reference.of : write.name(reference.of);
    const auto kind = reference.kind.empty() ? std::string() : write.label(reference.kind);
    return joined({field ? word_for(*field) : reference.field, named, kind, write.in_words(reference.when)});
}

void cited_sources(PageWriter& write, const char* heading, const std::vector<model::Id>& ids) {
    auto& block = write.block(heading);
    for (const auto& id : ids) {
        auto& line = write.link(block, id);
        const auto* source = write.model().source(id);
        if (source == nullptr) continue;
        line.about = joined({source->author, source->container, source->issued});
        line.url = source->url;
    }
}

const model::Thing& thing_at(const model::Model& model, const model::Resting& rest) {
    switch (rest.type) {
        case model::ThingType::organization:
            return model.organizations()[rest.thing];
        case model::ThingType::change:
            return model.changes()[rest.thing];
        case model::ThingType::event:
            return model.events()[rest.thing];
        case model::ThingType::concept_:
            return model.concepts()[rest.thing];
        case model::ThingType::scheme:
            return model.schemes()[rest.thing];
        case model::ThingType::source:
            return model.sources()[rest.thing];
        case model::ThingType::statement:
            break;
    }
    return model.statements()[rest.thing];
}

std::string heading_for(model::ThingType type) {
    switch (type) {
        case model::ThingType::organization:
            return base::tr("Organizations that rest on it");
        case model::ThingType::change:
            return base::tr("Changes that rest on it");
        case model::ThingType::event:
            return base::tr("Events that rest on it");
        case model::ThingType::statement:
            return base::tr("Statements it makes or judges");
        default:
            return base::tr("Words that rest on it");
    }
}

/// One line for each thing, with the entries of it that name the source.
void all_that_rests(PageWriter& write, const model::Source& source) {
    Block* block = nullptr;
    const model::Resting* before = nullptr;
    std::map<std::string, int> fields;
    const auto resting = model::resting_on(write.model(), source.id);
    const auto finish = [&] {
        if (block == nullptr || fields.empty()) return;
        std::string text;
        for (const auto& [field, count] : fields) {
            if (field.empty()) continue;
            text += (text.empty() ? "" : ", ") + field;
            if (count > 1) text += fmt::format(" ×{}", count);
        }
        block->lines.back().about = text;
        fields.clear();
    };
    for (const auto& rest : resting) {
        const bool new_type = before == nullptr || before->type != rest.type;
        const bool new_thing = new_type || before->thing != rest.thing;
        if (new_thing) finish();
        if (new_type) block = &write.block(heading_for(rest.type));
        if (new_thing && PageWriter::is_full(*block)) continue;
        if (new_thing) {
            const auto& thing = thing_at(write.model(), rest);
            auto& line = write.link(*block, thing.id);
            if (const auto* said = write.model().statement(thing.id)) line.verdict = said->verdict;
            if (const auto* change = write.model().change(thing.id);
                change != nullptr && change->names.empty()) {
                line.text = joined({write.in_words(change->when), write.label(change->kind)});
            }
        }
        ++fields[rest.field == model::Field::thing ? std::string() : word_for(rest.field)];
        before = &rest;
    }
    finish();
}

}  // namespace

void write_change(PageWriter& write, const model::Change& change) {
    auto& page = write.page();
    if (change.names.empty()) {
        page.title = joined({write.heading_of(change.kind), write.in_words(change.when)});
        page.lang.clear();
    } else {
        page.subtitle = joined({write.label(change.kind), write.in_words(change.when)});
    }
    write.definitions(change);
    write.disputes(change);
    links(write, base::tr("Before"), change.originals);
    links(write, base::tr("After"), change.results);
    write.statements_about(change);
    if (!change.names.empty()) write.names(change);
    write.represented_in(change);
    write.notes(change);
}

void write_event(PageWriter& write, const model::Event& event) {
    write.page().subtitle = joined({write.label(event.kind), write.in_words(event.when), event.location,
                                    write.country(event.country),
                                    event.region.empty() ? std::string() : write.label(event.region)});
    write.definitions(event);
    write.disputes(event);
    links(write, base::tr("Who takes part"), event.organizations);
    write.statements_about(event);
    write.names(event);
    write.represented_in(event);
    write.notes(event);
}

void write_concept(PageWriter& write, const model::Concept& entry) {
    std::string scheme;
    if (!entry.scheme.empty()) scheme = write.name(entry.scheme);
    write.page().subtitle = joined({scheme, entry.notation});
    write.definitions(entry);
    write.disputes(entry);
    auto& figures = write.block(base::tr("Figures"));
    for (const auto& figure : entry.figures) {
        auto& line = write.line(figures, figure.value);
        line.about = joined({write.label(figure.measure), write.in_words(figure.when)});
        write.evidence(line, figure.evidence);
    }
    write.statements_about(entry);
    if (!entry.countries.empty()) {
        auto& block = write.block(base::tr("Countries"), BlockKind::text);
        std::string text;
        for (const auto& code : entry.countries) text += (text.empty() ? "" : ", ") + write.country(code);
        write.line(block, text);
    }
    uses(write, entry);
    write.represented_in(entry);
    write.names(entry);
    write.notes(entry);
    if (!entry.scheme.empty()) {
        auto& block = write.block(base::tr("Vocabulary"));
        write.link(block, entry.scheme);
    }
}

void write_scheme(PageWriter& write, const model::ConceptScheme& scheme) {
    write.page().subtitle = base::tr("vocabulary");
    write.definitions(scheme);
    auto& block = write.block(base::tr("Concepts"));
    for (const auto& entry : write.model().concepts()) {
        if (entry.scheme != scheme.id) continue;
        auto& line = write.link(block, entry.id);
        line.number = entry.notation == entry.id ? std::string() : entry.notation;
        if (const auto* text = write.best(entry.definitions)) line.about = text->second;
    }
    write.names(scheme);
    write.notes(scheme);
}

void write_source(PageWriter& write, const model::Source& source) {
    auto& page = write.page();
    page.subtitle = joined({source.author, source.container, source.issued, write.language(source.language)});
    if (!source.url.empty()) {
        auto& block = write.block(base::tr("Address"));
        auto& line = write.line(block, source.url);
        line.url = source.url;
    }
    const auto count = write.model().statements_in(source.id).size();
    if (count > 0) {
        auto& block = write.block(base::tr("What it says"));
        auto& line = write.line(block, fmt::format(fmt::runtime(base::tr("{} statement, one by one",
                                                                         "{} statements, one by one", count)),
                                                   base::number(count)));
        line.go = Command{Verb::article, {source.id}};
    }
    write.definitions(source);
    write.disputes(source);
    write.notes(source);
    all_that_rests(write, source);
    write.names(source);
}

void write_statement(PageWriter& write, const model::Statement& statement) {
    auto& page = write.page();
    std::string section;
    if (!statement.section.empty()) section = write.label(statement.section);
    page.subtitle = joined({statement.notation.empty() ? std::string() : "№ " + statement.notation,
                            write.label(statement.kind), section});
    auto& verdict = write.block(base::tr("Verdict"));
    if (statement.verdict != model::Verdict::unstated) {
        write.line(verdict, word_for(statement.verdict)).verdict = statement.verdict;
    }
    if (!statement.value.empty()) {
        auto& block = write.block(base::tr("Value in the source"), BlockKind::text);
        write.line(block, statement.value);
    }
    if (!statement.stated_in.empty()) {
        auto& block = write.block(base::tr("Stated in"));
        auto& line = write.link(block, statement.stated_in);
        line.go = Command{Verb::article, {statement.stated_in}};
    }
    cited_sources(write, base::tr("Confirmed by"), statement.confirmed_by);
    cited_sources(write, base::tr("Contradicted by"), statement.contradicted_by);
    write.disputes(statement);
    auto& block = write.block(base::tr("In the data"));
    for (const auto& reference : statement.represented_by) {
        write.link(block, reference.thing).about = said_of(write, reference);
    }
    links(write, base::tr("About"), statement.about);
    write.notes(statement);
    write.names(statement);
}

}  // namespace shezhire::session
