#include "session/page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/numbers.h"
#include "base/words.h"
#include "session/page_writer.h"

namespace shezhire::session {
namespace {

/// The years that the page's life-lines lie in. An open or unknown end reaches to the end of all that is
/// dated.
void take_scale(const model::Model& model, Page& page) {
    constexpr edtf::Day year = 365;
    edtf::Day first = edtf::end_of_time;
    edtf::Day last = edtf::beginning_of_time;
    bool open = false;
    bool any = false;
    const auto take = [&](const Line& line) {
        for (const auto& span : line.spans) {
            any = true;
            const auto start = span.start_bounds();
            const auto end = span.end_bounds();
            if (start.earliest > edtf::beginning_of_time) first = std::min(first, start.earliest);
            if (start.latest < edtf::end_of_time) last = std::max(last, start.latest);
            if (end.latest < edtf::end_of_time) {
                last = std::max(last, end.latest);
            } else {
                open = true;
            }
        }
    };
    for (const auto& line : page.life) take(line);
    for (const auto& block : page.blocks) {
        for (const auto& line : block.lines) take(line);
    }
    if (!any || first == edtf::end_of_time) return;
    if (open) {
        const auto all = model.span();
        last = std::max(last, all ? all->end_bounds().latest : first);
    }
    if (last <= first) last = first + year;
    page.first_day = first;
    page.last_day = last;
}

std::string present(const model::Model& model, const std::vector<model::Id>& ids) {
    for (const auto& id : ids) {
        if (model.organization(id) != nullptr) return id;
    }
    return {};
}

std::string as_text(const Line& line) {
    std::string text = line.number.empty() ? std::string() : line.number + " ";
    text += line.text;
    if (!line.about.empty()) text += " (" + line.about + ")";
    const auto verdict = word_for(line.verdict);
    if (!verdict.empty() && verdict != line.text) text += " – " + verdict;
    if (line.disputed) text += std::string(" – ") + base::tr("sources disagree");
    if (const auto sure = word_for(line.confidence); !sure.empty()) text += " – " + sure;
    for (const auto cited : line.cited) text += fmt::format(" [{}]", cited + 1);
    for (const auto& note : line.notes) text += "\n  " + note;
    return text + "\n";
}

}  // namespace

std::string place_in_structure(const model::Model& model, std::string_view id) {
    if (model.organization(id) != nullptr) return std::string(id);
    if (const auto* event = model.event(id)) return present(model, event->organizations);
    if (const auto* change = model.change(id)) {
        auto place = present(model, change->results);
        return place.empty() ? present(model, change->originals) : place;
    }
    if (const auto* statement = model.statement(id)) {
        std::vector<model::Id> ids;
        for (const auto& reference : statement->represented_by) {
            const auto type = model.type_of(reference.thing);
            if (type == model::ThingType::organization) ids.push_back(reference.thing);
            if (type == model::ThingType::event || type == model::ThingType::change) {
                ids.push_back(place_in_structure(model, reference.thing));
            }
        }
        ids.insert(ids.end(), statement->about.begin(), statement->about.end());
        return present(model, ids);
    }
    return {};
}

std::optional<Page> page_of(const model::Model& model, std::string_view id, const Reading& reading) {
    const auto* thing = model.thing(id);
    if (thing == nullptr) return std::nullopt;
    Page page;
    page.id = thing->id;
    page.type = *model.type_of(id);
    PageWriter write(model, reading, page);
    page.title = write.name(id, &page.lang);
    page.in_structure = place_in_structure(model, id);
    Line own;
    write.evidence(own, thing->evidence);
    switch (page.type) {
        case model::ThingType::organization:
            write_organization(write, *model.organization(id));
            break;
        case model::ThingType::change:
            write_change(write, *model.change(id));
            break;
        case model::ThingType::event:
            write_event(write, *model.event(id));
            break;
        case model::ThingType::concept_:
            write_concept(write, *model.find_concept(id));
            break;
        case model::ThingType::scheme:
            write_scheme(write, static_cast<const model::ConceptScheme&>(*thing));
            break;
        case model::ThingType::source:
            write_source(write, *model.source(id));
            break;
        case model::ThingType::statement:
            write_statement(write, *model.statement(id));
            break;
    }
    write.sources();
    own.text.clear();
    write.drop_empty_blocks();
    if (own.disputed || !word_for(own.confidence).empty()) {
        auto& about = page.subtitle;
        about = joined(
            {about, own.disputed ? base::tr("sources disagree") : std::string(), word_for(own.confidence)});
    }
    take_scale(model, page);
    return page;
}

std::string to_text(const Page& page, const model::Model& model) {
    std::string text = page.title + "\n";
    if (!page.subtitle.empty()) text += page.subtitle + "\n";
    for (const auto& line : page.life) text += as_text(line);
    for (const auto& block : page.blocks) {
        text += "\n" + block.heading + "\n";
        if (block.kind == BlockKind::sources) {
            for (std::size_t i = 0; i < page.sources.size(); ++i) {
                const auto* source = model.source(page.sources[i]);
                text +=
                    fmt::format("[{}] {}\n", i + 1, source == nullptr ? page.sources[i] : citation(*source));
            }
            continue;
        }
        for (const auto& line : block.lines) text += as_text(line);
        if (block.more > 0) text += "+" + base::number(block.more) + "\n";
    }
    return text;
}

std::string citation(const model::Source& source) {
    std::string text;
    const auto add = [&text](const std::string& part) {
        if (part.empty()) return;
        if (!text.empty())
            text += text.back() == '.' || text.back() == '?' || text.back() == '!' ? " " : ". ";
        text += part;
    };
    add(source.author);
    add(source.title.empty() ? source.id : source.title);
    add(source.container + (source.container.empty() || source.issued.empty() ? "" : ", ") + source.issued);
    add(source.url);
    return text;
}

std::string citations(const Page& page, const model::Model& model) {
    if (const auto* source = model.source(page.id)) return citation(*source) + "\n";
    std::string text;
    for (const auto& id : page.sources) {
        const auto* source = model.source(id);
        text += (source == nullptr ? id : citation(*source)) + "\n";
    }
    return text;
}

}  // namespace shezhire::session
