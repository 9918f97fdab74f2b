// The bodies of a structure as rows.
#include <fmt/format.h>

#include <algorithm>

#include "scene/furniture.h"
#include "scene/table_cells.h"
#include "scene/table_words.h"

namespace shezhire::scene {
namespace {

std::vector<TableColumn> structure_columns(WordLang lang, const std::string& names_lang) {
    const auto column = [lang](TableWord title, const char* id, CellKind kind, bool shown = true,
                               std::string sorted_in = {}) {
        if (sorted_in.empty()) sorted_in = to_text(lang);
        return TableColumn{id, std::string(word(lang, title)), kind, shown, std::move(sorted_in)};
    };
    return {column(TableWord::name, "name", CellKind::text, true, names_lang),
            column(TableWord::acronym, "acronym", CellKind::text, true, names_lang),
            column(TableWord::kind, "kind", CellKind::text),
            column(TableWord::number, "number", CellKind::number),
            column(TableWord::parent, "parent", CellKind::text, true, names_lang),
            column(TableWord::founded, "founded", CellKind::date),
            column(TableWord::ended, "ended", CellKind::date),
            column(TableWord::country, "country", CellKind::text),
            column(TableWord::place, "place", CellKind::text, false),
            column(TableWord::scope, "scope", CellKind::text, false),
            column(TableWord::level, "level", CellKind::number, false),
            column(TableWord::units, "units", CellKind::number, false),
            column(TableWord::presence, "presence", CellKind::text, false),
            column(TableWord::certainty, "certainty", CellKind::text),
            column(TableWord::sources, "sources", CellKind::number, false),
            column(TableWord::id, "id", CellKind::text, false)};
}

class StructureRows {
  public:
    StructureRows(const graph::Graph& graph, const model::Model& model, WordLang lang)
        : graph_(graph), model_(model), lang_(lang), words_(to_text(lang)) {
        parents_.resize(graph.nodes.size());
        below_.resize(graph.nodes.size());
        see_edges();
        rank_notations();
    }

    Table table() {
        const auto names_lang = most_frequent(
            graph_.nodes, [](const graph::Node& node) -> const std::string& { return node.lang; });
        TableMaker maker(structure_columns(lang_, names_lang), words_);
        for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i) {
            const auto& node = graph_.nodes[i];
            maker.add(node.key, node.kind, cells_of(i));
        }
        return std::move(maker).made();
    }

  private:
    void see_edges() {
        for (const auto& edge : graph_.edges) {
            if (edge.kind == graph::EdgeKind::lateral) continue;
            const auto& parent = graph_.nodes[edge.from];
            add_to_list(parents_[edge.to].text, parent.acronym.empty() ? parent.label : parent.acronym);
            add_to_list(parents_[edge.to].value, parent.key);
        }
        // Children stand behind their parent.
        std::vector<std::uint32_t> holder(graph_.nodes.size(), UINT32_MAX);
        for (const auto& edge : graph_.edges) {
            if (edge.kind == graph::EdgeKind::part) holder[edge.to] = edge.from;
        }
        for (std::size_t i = graph_.nodes.size(); i-- > 0;) {
            below_[i] += graph_.nodes[i].hidden;
            if (holder[i] != UINT32_MAX) below_[holder[i]] += below_[i] + 1;
        }
    }

    void rank_notations() {
        std::vector<std::string_view> notations;
        for (const auto& node : graph_.nodes) notations.push_back(node.notation);
        ranks_ = graph::notation_ranks(notations);
    }

    [[nodiscard]] std::vector<TableCell> cells_of(std::uint32_t i) const {
        const auto& node = graph_.nodes[i];
        const auto* body = model_.organization(node.key);
        std::vector<TableCell> cells;
        cells.push_back({node.label, node.lang, {}, {}});
        cells.push_back({node.acronym, {}, {}, {}});
        cells.push_back(kind_cell(model_, node.kind, words_));
        cells.push_back(
            {node.notation, {}, {}, node.notation.empty() ? "" : fmt::format("{:010}", ranks_[i])});
        cells.push_back(parents_[i]);
        Life life;
        if (body != nullptr) {
            std::vector<edtf::Interval> spells;
            for (const auto& spell : body->spells) spells.push_back(spell.when);
            life = life_of(spells, words_);
        }
        cells.push_back(std::move(life.founded));
        cells.push_back(std::move(life.ended));
        auto seat = body != nullptr ? seat_of(*body) : Seat{};
        cells.push_back(country_cell(seat.countries, words_));
        cells.push_back({std::move(seat.places), {}, {}, {}});
        cells.push_back({body != nullptr ? body->scope.str() : std::string(), {}, {}, {}});
        cells.push_back(number_cell(static_cast<std::uint64_t>(node.depth), words_));
        cells.push_back(below_[i] == 0 ? TableCell{} : number_cell(below_[i], words_));
        const bool sure = node.presence == edtf::Presence::yes;
        cells.push_back(
            {std::string(word(lang_, sure ? TableWord::present : TableWord::perhaps_present)), {}, {}, {}});
        cells.push_back(certainty_cell(words_, node.disputed, node.low_confidence, node.translated));
        cells.push_back(body != nullptr ? sources_cell(graph::sources_of(*body)) : TableCell{});
        cells.push_back({node.key, {}, {}, {}});
        return cells;
    }

    struct Seat {
        std::vector<std::string> countries;
        std::string places;
    };

    /// Where it sat at the date; where nobody knows of a seat for sure, where it may have.
    [[nodiscard]] Seat seat_of(const model::Organization& body) const {
        Seat seat;
        auto best = edtf::Presence::maybe;
        const auto presence = [&](const model::Site& site) {
            return edtf::presence_over(site.when, graph_.when);
        };
        for (const auto& site : body.sites) best = std::max(best, presence(site));
        if (!body.country.empty()) seat.countries.push_back(body.country);
        for (const auto& site : body.sites) {
            if (presence(site) != best) continue;
            add_to_list(seat.places, site.place);
            const bool known =
                std::find(seat.countries.begin(), seat.countries.end(), site.country) != seat.countries.end();
            if (body.country.empty() && !known) seat.countries.push_back(site.country);
        }
        return seat;
    }

    const graph::Graph& graph_;
    const model::Model& model_;
    WordLang lang_;
    std::string words_;
    std::vector<TableCell> parents_;
    std::vector<std::uint64_t> below_;
    std::vector<std::uint32_t> ranks_;
};

}  // namespace

Table table_of(const graph::Graph& graph, const model::Model& model, std::string_view lang) {
    const auto words = word_lang(lang);
    auto table = StructureRows(graph, model, words).table();
    StructureStyle style;
    style.lang = lang;
    const auto heading = heading_of(graph, model, style);
    table.title = heading.strong;
    table.subtitle = structure_at(words, graph.when);
    std::size_t folded = 0;
    for (const auto& node : graph.nodes) folded += node.hidden;
    table.note = graph.nodes.empty() ? std::string(word(words, Word::empty))
                                     : count_in_words(words, graph.nodes.size(), folded, graph.filtered);
    return table;
}

}  // namespace shezhire::scene
