// What a timeline tells as rows, by date.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "scene/furniture.h"
#include "scene/table_cells.h"
#include "scene/table_words.h"
#include "scene/timeline_words.h"

namespace shezhire::scene {
namespace {

std::vector<TableColumn> timeline_columns(WordLang lang, const std::string& names_lang) {
    const auto column = [lang](TableWord title, const char* id, CellKind kind, bool shown = true,
                               std::string sorted_in = {}) {
        if (sorted_in.empty()) sorted_in = to_text(lang);
        return TableColumn{id, std::string(word(lang, title)), kind, shown, std::move(sorted_in)};
    };
    return {column(TableWord::date, "date", CellKind::date),
            column(TableWord::until, "until", CellKind::date),
            column(TableWord::what, "what", CellKind::text, true, names_lang),
            column(TableWord::entry, "entry", CellKind::text),
            column(TableWord::kind, "kind", CellKind::text),
            column(TableWord::body, "body", CellKind::text, true, names_lang),
            column(TableWord::place, "place", CellKind::text),
            column(TableWord::country, "country", CellKind::text, false),
            column(TableWord::importance, "importance", CellKind::number, false),
            column(TableWord::certainty, "certainty", CellKind::text),
            column(TableWord::sources, "sources", CellKind::number, false),
            column(TableWord::id, "id", CellKind::text, false)};
}

class TimelineRows {
  public:
    TimelineRows(const graph::Chronology& told, const model::Model& model, WordLang lang)
        : told_(told), model_(model), lang_(lang), words_(to_text(lang)) {}

    Table table() {
        for (const auto& lane : told_.lanes) add(lane);
        for (const auto& era : told_.eras) add(era);
        for (const auto& joint : told_.joints) add(joint);
        for (const auto& event : told_.events) add(event);
        for (const auto& tie : told_.ties) add(tie);
        std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
            if (a.date.sort.empty() != b.date.sort.empty()) return b.date.sort.empty();
            return a.date.sort < b.date.sort;
        });
        const auto names_lang = most_frequent(told_.lanes, [](const graph::Lane& lane) -> const std::string& {
            return lane.labels.back().lang;
        });
        TableMaker maker(timeline_columns(lang_, names_lang), words_);
        for (auto& row : rows_) {
            std::vector<TableCell> cells;
            for (auto* cell : {&row.date, &row.until, &row.what, &row.entry, &row.what_kind, &row.body,
                               &row.place, &row.country, &row.importance, &row.certainty, &row.sources})
                cells.push_back(std::move(*cell));
            cells.push_back({row.key, {}, {}, {}});
            maker.add(std::move(row.key), std::move(row.kind), std::move(cells), std::move(row.thing));
        }
        return std::move(maker).made();
    }

  private:
    struct Row {
        std::string key, thing, kind;
        TableCell date, until, what, entry, what_kind, body, place, country, importance, certainty, sources;
    };

    Row row_of(const std::string& key, const std::string& kind, const edtf::Interval& when, TableWord entry) {
        Row row;
        row.key = key;
        row.kind = kind;
        row.date = start_cell(when, words_);
        row.until = end_cell(when, words_);
        row.entry = {std::string(word(lang_, entry)), {}, {}, {}};
        row.what_kind = kind_cell(model_, kind, words_);
        if (const auto* thing = model_.thing(key); thing != nullptr) {
            const std::vector<std::string_view> sources(thing->evidence->sources.begin(),
                                                        thing->evidence->sources.end());
            row.sources = sources_cell(sources);
        }
        return row;
    }

    /// As it was called on a day.
    [[nodiscard]] const std::string& name_of(std::uint32_t lane, edtf::Day day) const {
        const auto& labels = told_.lanes[lane].labels;
        const auto later = std::find_if(labels.begin() + 1, labels.end(),
                                        [day](const graph::LaneLabel& label) { return label.first > day; });
        const auto& label = *std::prev(later);
        return label.acronym.empty() ? label.text : label.acronym;
    }

    /// Names of bodies at that time, ids for programs.
    [[nodiscard]] TableCell bodies(const std::vector<std::uint32_t>& lanes,
                                   const edtf::Interval& when) const {
        TableCell cell;
        for (const auto lane : lanes) {
            add_to_list(cell.text, name_of(lane, when.start_bounds().latest));
            add_to_list(cell.value, told_.lanes[lane].key);
        }
        return cell;
    }

    [[nodiscard]] TableCell from_to(const TableCell& from, const TableCell& to) const {
        if (from.text.empty() || to.text.empty()) return from.text.empty() ? to : from;
        return {from.text + " → " + to.text, {}, from.value + "; " + to.value, {}};
    }

    void add(const graph::Lane& lane) {
        auto row = row_of(lane.key, lane.kind, {}, TableWord::life_line);
        std::vector<edtf::Interval> spells;
        bool disputed = false;
        bool low = false;
        for (const auto& spell : lane.spells) {
            spells.push_back(spell.when);
            disputed = disputed || spell.disputed;
            low = low || spell.low_confidence;
        }
        auto life = life_of(spells, words_);
        row.date = std::move(life.founded);
        row.until = std::move(life.ended);
        const auto& label = lane.labels.back();
        row.what = {label.text, label.lang, {}, {}};
        if (lane.parent != UINT32_MAX) row.body = bodies({lane.parent}, {});
        row.country = country_cell({lane.country}, words_);
        row.certainty = certainty_cell(words_, disputed, low);
        if (const auto* body = model_.organization(lane.key); body != nullptr)
            row.sources = sources_cell(graph::sources_of(*body));
        rows_.push_back(std::move(row));
    }

    void add(const graph::Era& era) {
        const auto* event = model_.event(era.key);
        auto row = row_of(era.key, event != nullptr ? event->kind : "", era.when, TableWord::era);
        row.what = {era.label, era.lang, {}, {}};
        rows_.push_back(std::move(row));
    }

    void add(const graph::Joint& joint) {
        auto row = row_of(joint.key, joint.kind, joint.when, TableWord::change);
        row.what = row.what_kind;
        row.what.value.clear();
        if (const auto* change = model_.change(joint.key); change != nullptr) {
            const std::vector<std::string> languages{words_};
            if (const auto* name = model::name_at(*change, {}, languages); name != nullptr)
                row.what = {name->text, name->lang, {}, {}};
            row.certainty = certainty_cell(words_, change->evidence->disputed,
                                           change->evidence->confidence == model::Confidence::low);
        }
        row.body = from_to(bodies(joint.from, joint.when), bodies(joint.to, joint.when));
        rows_.push_back(std::move(row));
    }

    void add(const graph::LaneEvent& event) {
        auto row = row_of(event.key, event.kind, event.when, TableWord::event);
        row.what = {event.label, event.lang, {}, {}};
        row.body = bodies(event.lanes, event.when);
        row.place = {event.place, {}, {}, {}};
        if (const auto* known = model_.event(event.key); known != nullptr)
            row.country = country_cell({known->country}, words_);
        row.importance = number_cell(static_cast<std::uint64_t>(std::max(event.importance, 0)), words_);
        row.certainty = certainty_cell(words_, event.disputed, false);
        rows_.push_back(std::move(row));
    }

    void add(const graph::Tie& tie) {
        auto row = row_of(tie.key, tie.relation, tie.when, TableWord::relation);
        const auto plain = tie.kind == graph::TieKind::membership ? TableWord::member
                           : tie.kind == graph::TieKind::part     ? TableWord::part
                                                                  : TableWord::link;
        row.thing = told_.lanes[tie.from].key;
        row.what = {tie.relation.empty() ? std::string(word(lang_, plain)) : row.what_kind.text, {}, {}, {}};
        row.body = from_to(bodies({tie.from}, tie.when), bodies({tie.to}, tie.when));
        rows_.push_back(std::move(row));
    }

    const graph::Chronology& told_;
    const model::Model& model_;
    WordLang lang_;
    std::string words_;
    std::vector<Row> rows_;
};

}  // namespace

Table table_of(const graph::Chronology& chronology, const model::Model& model, std::string_view lang) {
    const auto words = word_lang(lang);
    auto table = TimelineRows(chronology, model, words).table();
    table.title = subject_of(chronology, model, words);
    table.subtitle = word(words, TimelineWord::timeline);
    std::size_t folded = chronology.others;
    for (const auto& lane : chronology.lanes) folded += lane.hidden;
    table.note = chronology.lanes.empty() ? std::string(word(words, TimelineWord::nothing))
                                          : count_in_words(words, chronology.lanes.size(), folded, 0) + "; " +
                                                rows_in_words(words, table.row_count());
    return table;
}

}  // namespace shezhire::scene
