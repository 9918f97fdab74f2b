// What became of each body between two dates, as rows: the comparison for whoever reads rather than looks.
#include <fmt/format.h>

#include <algorithm>

#include "scene/fate_look.h"
#include "scene/furniture.h"
#include "scene/table_cells.h"
#include "scene/table_words.h"
#include "scene/time_words.h"

namespace shezhire::scene {
namespace {

std::vector<TableColumn> comparison_columns(WordLang lang, const std::string& names_lang) {
    const auto column = [lang](TableWord title, const char* id, CellKind kind, bool shown,
                               std::string sorted_in = {}) {
        if (sorted_in.empty()) sorted_in = to_text(lang);
        return TableColumn{id, std::string(word(lang, title)), kind, shown, std::move(sorted_in)};
    };
    return {column(TableWord::name, "name", CellKind::text, true, names_lang),
            column(TableWord::fate, "fate", CellKind::text, true),
            column(TableWord::old_name, "old-name", CellKind::text, true, names_lang),
            column(TableWord::kind, "kind", CellKind::text, true),
            column(TableWord::number, "number", CellKind::number, true),
            column(TableWord::parent, "parent", CellKind::text, true, names_lang),
            column(TableWord::old_parent, "old-parent", CellKind::text, true, names_lang),
            column(TableWord::into, "into", CellKind::text, true, names_lang),
            column(TableWord::out_of, "out-of", CellKind::text, true, names_lang),
            column(TableWord::changed, "changed", CellKind::date, true),
            column(TableWord::id, "id", CellKind::text, false)};
}

class ComparisonRows {
  public:
    ComparisonRows(const graph::Comparison& comparison, const model::Model& model, WordLang lang)
        : comparison_(comparison), model_(model), lang_(lang), words_(to_text(lang)) {
        std::vector<std::string_view> notations;
        for (const auto& body : comparison.bodies) notations.push_back(body.notation);
        ranks_ = graph::notation_ranks(notations);
    }

    Table table() const {
        const auto& bodies = comparison_.bodies;
        const auto names_lang = most_frequent(
            bodies, [](const graph::Compared& body) -> const std::string& { return now(body).lang; });
        TableMaker maker(comparison_columns(lang_, names_lang), words_);
        for (std::size_t i = 0; i < bodies.size(); ++i)
            maker.add(bodies[i].id, bodies[i].kind, cells_of(bodies[i], ranks_[i]));
        return std::move(maker).made();
    }

  private:
    static const graph::Standing& now(const graph::Compared& body) {
        return body.after.there() ? body.after : body.before;
    }

    /// Bodies by the name that they had at one of the dates, with their ids for programs.
    [[nodiscard]] TableCell bodies_cell(const std::vector<std::string>& ids, bool before) const {
        TableCell cell;
        for (const auto& id : ids) {
            const auto* body = comparison_.find(id);
            if (body == nullptr) continue;
            const auto& standing = before && body->before.there() ? body->before : now(*body);
            add_to_list(cell.text, standing.label);
            add_to_list(cell.value, id);
        }
        return cell;
    }

    /// The first of the changes that tell of it.
    [[nodiscard]] TableCell changed_cell(const graph::Compared& body) const {
        const model::Change* first = nullptr;
        for (const auto& id : body.changes) {
            const auto* change = model_.change(id);
            if (change == nullptr) continue;
            if (first == nullptr ||
                change->when.start_bounds().earliest < first->when.start_bounds().earliest)
                first = change;
        }
        return first == nullptr ? TableCell{} : start_cell(first->when, words_);
    }

    [[nodiscard]] std::vector<TableCell> cells_of(const graph::Compared& body, std::uint32_t rank) const {
        std::vector<TableCell> cells;
        std::string fate(fate_word(lang_, body.fate));
        if (body.moved && body.renamed) add_to_list(fate, fate_word(lang_, graph::Fate::renamed));
        cells.push_back({now(body).label, now(body).lang, {}, {}});
        cells.push_back({std::move(fate), {}, std::string(graph::to_text(body.fate)), {}});
        cells.push_back({body.old_name, body.before.lang, {}, {}});
        cells.push_back(kind_cell(model_, body.kind, words_));
        cells.push_back({body.notation, {}, {}, body.notation.empty() ? "" : fmt::format("{:010}", rank)});
        const auto parent = [&](const graph::Standing& standing, bool before) {
            return standing.there() && !standing.parent.empty() ? bodies_cell({standing.parent}, before)
                                                                : TableCell{};
        };
        cells.push_back(parent(body.after, false));
        const bool told = body.moved || !body.after.there();
        cells.push_back(told ? parent(body.before, true) : TableCell{});
        cells.push_back(bodies_cell(body.into, false));
        cells.push_back(bodies_cell(body.from, true));
        cells.push_back(changed_cell(body));
        cells.push_back({body.id, {}, {}, {}});
        return cells;
    }

    const graph::Comparison& comparison_;
    const model::Model& model_;
    WordLang lang_;
    std::string words_;
    std::vector<std::uint32_t> ranks_;
};

}  // namespace

Table table_of(const graph::Comparison& comparison, const model::Model& model, std::string_view lang) {
    const auto words = word_lang(lang);
    auto table = ComparisonRows(comparison, model, words).table();
    StructureStyle style;
    style.lang = lang;
    table.title = heading_of(comparison.graph, model, style).strong;
    table.subtitle = compared_dates(words, comparison.before, comparison.after);
    table.note = fates_in_words(words, comparison);
    return table;
}

}  // namespace shezhire::scene
