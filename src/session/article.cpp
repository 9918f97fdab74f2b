#include "session/article.h"

#include <map>

#include "base/words.h"
#include "session/page_writer.h"

namespace shezhire::session {
namespace {

ArticlePlace place_of(const PageWriter& write, const model::Reference& reference) {
    ArticlePlace place{reference.thing, {}, {}};
    place.text = write.name(reference.thing, &place.lang);
    const auto& model = write.model();
    if (const auto* change = model.change(reference.thing); change != nullptr && change->names.empty()) {
        place.text = joined({write.heading_of(change->kind), write.in_words(change->when)});
        place.lang.clear();
    }
    if (const auto short_name = write.acronym(reference.thing); !short_name.text.empty()) {
        place.text = short_name.text;
        place.lang = short_name.lang;
    }
    if (const auto field = model::field_from(reference.field)) {
        place.text += " · " + word_for(*field);
        const bool is_text = *field == model::Field::sites || *field == model::Field::offices;
        if (is_text && !reference.of.empty()) place.text += ": " + reference.of;
    }
    return place;
}

ArticleRow row_of(const PageWriter& write, const model::Statement& statement) {
    ArticleRow row;
    row.id = statement.id;
    row.notation = statement.notation;
    row.text = write.name(statement.id, &row.lang);
    row.kind = write.label(statement.kind);
    row.verdict = statement.verdict;
    for (const auto& reference : statement.represented_by) {
        if (reference.thing == statement.stated_in) continue;  // what is read already
        row.places.push_back(place_of(write, reference));
    }
    return row;
}

}  // namespace

Article article_of(const model::Model& model, std::string_view source, std::optional<model::Verdict> only,
                   const Reading& reading) {
    Article article;
    Page page;  // what a writer writes to; an article has no page
    PageWriter write(model, reading, page);
    article.source = source;
    article.title = write.name(source, &article.lang);
    if (const auto* found = model.source(source)) {
        article.about = joined({found->author, found->container, found->issued});
    }
    const model::Id* section = nullptr;
    for (const auto i : model.statements_in(source)) {
        const auto& statement = model.statements()[i];
        ++article.count;
        ++article.counts[static_cast<std::size_t>(statement.verdict)];
        if (only && statement.verdict != *only) continue;
        if (section == nullptr || *section != statement.section) {
            section = &statement.section;
            article.sections.push_back({section->empty() ? std::string() : write.heading_of(*section), {}});
        }
        article.sections.back().rows.push_back(row_of(write, statement));
    }
    return article;
}

std::string most_stating_source(const model::Model& model) {
    std::map<std::string_view, std::size_t> counts;
    for (const auto& statement : model.statements()) {
        if (model.source(statement.stated_in) != nullptr) ++counts[statement.stated_in];
    }
    std::string_view best;
    for (const auto& [id, count] : counts) {
        if (best.empty() || count > counts[best]) best = id;
    }
    return std::string(best);
}

std::optional<std::optional<model::Verdict>> verdict_filter_from(std::string_view word) {
    using model::Verdict;
    using Filter = std::optional<Verdict>;
    if (word == "all") return std::make_optional<Filter>(std::nullopt);
    if (word == "confirmed") return Filter(Verdict::confirmed);
    if (word == "contradicted") return Filter(Verdict::contradicted);
    if (word == "not-found") return Filter(Verdict::not_found);
    return std::nullopt;
}

std::string to_text(const Article& article) {
    std::string text = article.title + "\n";
    for (const auto& section : article.sections) {
        text += "\n" + section.heading + "\n";
        for (const auto& row : section.rows) {
            text += (row.notation.empty() ? "" : row.notation + ". ") + row.text;
            if (const auto verdict = word_for(row.verdict); !verdict.empty()) text += " – " + verdict;
            text += "\n";
        }
    }
    return text;
}

}  // namespace shezhire::session
