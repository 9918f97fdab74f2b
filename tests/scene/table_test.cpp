// Views as rows: what the two makers say, and how rows are chosen and sorted.
#include "scene/table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "graph/world.h"
#include "io/dataset.h"
#include "scene/table_choice.h"
#include "support/golden.h"

namespace shezhire::scene {
namespace {

const model::ModelPtr& table_data() {
    static const model::ModelPtr model = [] {
        base::Diagnostics diagnostics;
        const std::vector<std::filesystem::path> paths{test::source_dir() / "data"};
        return io::open_data(paths, diagnostics);
    }();
    return model;
}

graph::test::World table_world() {
    auto world = graph::test::federation();
    world.draft.organizations[0].country = "NL";
    world.draft.organizations[0].sites.push_back({"The Hague", "NL", graph::test::when("1971/.."), {}, {}});
    world.draft.organizations[0].sites.push_back({"London", "GB", graph::test::when("1950/1971"), {}, {}});
    world.draft.organizations[1].evidence.change().sources = {"yearbook"};
    world.draft.organizations[2].evidence.change().disputed = true;
    model::Source yearbook;
    yearbook.id = "yearbook";
    yearbook.title = "Yearbook; second edition";
    world.draft.sources.push_back(yearbook);
    for (const auto* id : {"federation", "division", "section", "round-table"}) {
        model::Concept kind;
        kind.id = id;
        kind.scheme = "kinds";
        kind.names.push_back(
            {.text = std::string("a ") + id, .lang = "en", .when = {}, .evidence = {}, .extras = {}});
        world.draft.concepts.push_back(kind);
    }
    return world;
}

Table structure_table(const graph::test::World& world, std::string_view date, std::string_view lang = "en") {
    const auto model = world.model();
    return table_of(graph::ask(*model, graph::test::at(date)), *model, lang);
}

std::vector<std::string> row_keys(const Table& table, const TableChoice& choice) {
    std::vector<std::string> all;
    for (const auto row : rows_of(table, choice)) all.push_back(table.key(row));
    return all;
}

TEST(Table, GoldenStructure) {
    EXPECT_TRUE(
        test::matches_golden("scene/table_structure.txt", to_text(structure_table(table_world(), "1992"))));
}

TEST(Table, GoldenTimeline) {
    auto world = table_world();
    world.draft.organizations[3].memberships.push_back({"fed", "", graph::test::when("1985/"), {}, {}});
    model::Event congress;
    congress.id = "congress";
    congress.kind = "event-congress";
    congress.when = graph::test::when("1990-08-19/1990-08-25");
    congress.organizations = {"fed", "div-1"};
    congress.location = "Stockholm";
    congress.country = "SE";
    congress.importance = 2;
    congress.names.push_back({.text = "Congress", .lang = "en", .when = {}, .evidence = {}, .extras = {}});
    world.draft.events.push_back(congress);
    auto era = congress;
    era.id = "era";
    era.kind = "era";
    era.when = graph::test::when("1970~/1979");
    era.organizations.clear();
    world.draft.events.push_back(era);
    model::Change merger;
    merger.id = "merger";
    merger.kind = "merger";
    merger.when = graph::test::when("2009");
    merger.originals = {"div-1", "div-2"};
    merger.results = {"sec-10"};
    world.draft.changes.push_back(merger);
    const auto model = world.model();
    graph::ChronologyQuestion question;
    question.unfolded = {"fed", "div-1"};
    EXPECT_TRUE(test::matches_golden("scene/table_timeline.txt",
                                     to_text(table_of(graph::tell(*model, question), *model, "en"))));
}

TEST(Table, GoldenIfla) {
    auto question = graph::test::at("2005-08", {"ifla"});
    const auto graph = graph::ask(*table_data(), question);
    const auto table = table_of(graph, *table_data(), "en");
    ASSERT_EQ(table.row_count(), graph.nodes.size());
    std::map<std::string, int> count;
    for (std::uint32_t row = 0; row < table.row_count(); ++row) ++count[table.kind(row)];
    EXPECT_EQ(count["division"], 8);
    EXPECT_EQ(count["section"], 48);
    EXPECT_TRUE(test::matches_golden("scene/table_ifla_2005.txt", to_text(table)));
}

TEST(Table, SpeaksTheLanguagesOfTheInterface) {
    auto question = graph::test::at("2005-08", {"ifla"});
    question.languages = {"kk"};
    question.depth = 1;
    const auto graph = graph::ask(*table_data(), question);
    for (const char* lang : {"kk", "ru"}) {
        EXPECT_TRUE(test::matches_golden(std::string("scene/table_ifla_2005_") + lang + ".txt",
                                         to_text(table_of(graph, *table_data(), lang))));
    }
}

TEST(Table, EverythingThatTheTimelineTellsHasARow) {
    const auto told = graph::tell(*table_data(), {});
    const auto table = table_of(told, *table_data(), "en");
    EXPECT_EQ(table.row_count(), told.lanes.size() + told.events.size() + told.joints.size() +
                                     told.eras.size() + told.ties.size());
    for (std::uint32_t row = 0; row < table.row_count(); ++row)
        EXPECT_NE(table_data()->thing(table.thing(row)), nullptr) << table.key(row);
}

TEST(Table, NobodyIsATableWithoutRows) {
    const auto table = structure_table(table_world(), "1800");
    EXPECT_EQ(table.row_count(), 0U);
    EXPECT_EQ(table.note, "nothing to show at this date");
    EXPECT_FALSE(columns_of(table, {}).empty()) << "the head still says what would be told";
    EXPECT_TRUE(rows_of(table, {{}, "name", true, "x"}).empty());
}

TEST(TableChoice, SortsTextsByLanguageNumbersByValueAndDatesByTime) {
    const auto table = structure_table(table_world(), "1992");
    EXPECT_EQ(row_keys(table, {{}, "number", false, ""}),
              (std::vector<std::string>{"div-1", "sec-2", "div-2", "sec-9", "sec-10", "fed", "table"}))
        << "II and 2 are as much";
    EXPECT_EQ(row_keys(table, {{}, "founded", false, ""}),
              (std::vector<std::string>{"fed", "div-1", "sec-2", "sec-9", "div-2", "sec-10", "table"}));
    EXPECT_EQ(row_keys(table, {{}, "name", false, ""}).front(), "div-1");
    EXPECT_EQ(row_keys(table, {{}, "no such column", true, ""}), row_keys(table, {}));
}

TEST(TableChoice, NothingStandsLastInBothDirections) {
    const auto table = structure_table(table_world(), "1992");
    for (const bool descending : {false, true}) {
        const auto sorted = row_keys(table, {{}, "number", descending, ""});
        EXPECT_EQ(sorted[5], "fed");
        EXPECT_EQ(sorted[6], "table");
    }
    EXPECT_EQ(row_keys(table, {{}, "number", true, ""}).front(), "sec-10");
}

TEST(TableChoice, DatesBeforeChristAreInOrder) {
    graph::test::World world;
    for (const auto* id : {"-0044", "0000", "0001", "1969-12-31", "1970", "-9999", "Y1000000000"})
        world.body(id, id, std::string(id) + "/..");
    const auto model = world.model();
    auto question = graph::test::at("-9999/Y1000000000");
    const auto table = table_of(graph::ask(*model, question), *model, "en");
    EXPECT_EQ(
        row_keys(table, {{}, "founded", false, ""}),
        (std::vector<std::string>{"-9999", "-0044", "0000", "0001", "1969-12-31", "1970", "Y1000000000"}));
}

TEST(TableChoice, KeepsRowsThatHaveEveryWordSomewhere) {
    const auto table = structure_table(table_world(), "1992");
    EXPECT_EQ(row_keys(table, {{}, "", false, "DIVISION sécond"}),
              (std::vector<std::string>{"sec-2", "sec-9", "div-2"}))
        << "the words may stand in different cells";
    EXPECT_TRUE(row_keys(table, {{}, "", false, "no such words"}).empty());
    EXPECT_EQ(row_keys(table, {{}, "", false, "  "}).size(), 7U);
    EXPECT_EQ(row_keys(table, {{"number"}, "", false, "division"}).size(), 0U)
        << "only what is shown is matched";
}

TEST(TableChoice, ColumnsStandAsChosenAndEmptyOnesDoNotShowThemselves) {
    const auto table = structure_table(table_world(), "1992");
    const auto left = chosen(table, {{"id", "number", "id", "nonsense"}, "id", true, "section"});
    ASSERT_EQ(left.columns().size(), 2U);
    EXPECT_EQ(left.columns()[0].id, "id");
    EXPECT_EQ(left.row_count(), 0U) << "ids and numbers do not say “section”";
    for (const auto column : columns_of(table, {})) {
        const auto& said = table.said(column);
        EXPECT_TRUE(std::any_of(said.begin(), said.end(), [](const auto& c) { return !c.text.empty(); }))
            << table.columns()[column].id;
    }
}

TEST(TableChoice, SortingIsStableAndLosesNobody) {
    std::mt19937 random(7);
    TableMaker maker({{"a", "A", CellKind::number, true, "en"}, {"b", "B", CellKind::text, true, "en"}});
    constexpr std::uint32_t count = 2000;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto number = random() % 40;
        maker.add(std::to_string(i), "",
                  {number == 0 ? TableCell{} : number_cell(number, "en"), {"same", {}, {}, {}}});
    }
    const auto table = std::move(maker).made();
    EXPECT_EQ(table.said(0).size(), 40U) << "what many rows say is kept once";
    for (const bool descending : {false, true}) {
        const auto rows = rows_of(table, {{}, "a", descending, ""});
        ASSERT_EQ(rows.size(), count);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const auto& before = table.cell(rows[i - 1], 0).sort;
            const auto& after = table.cell(rows[i], 0).sort;
            if (before == after) {
                EXPECT_LT(rows[i - 1], rows[i]);
            } else if (before.empty() || after.empty()) {
                EXPECT_TRUE(after.empty());
            } else {
                EXPECT_EQ(descending, after < before);
            }
        }
    }
    auto all = rows_of(table, {{}, "b", true, ""});
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end())) << "equal ones keep their order, descending too";
}

TEST(TableChoice, WhatIsChosenIsATableOfItsOwn) {
    const auto table = structure_table(table_world(), "1992");
    const TableChoice choice{{"name", "founded"}, "founded", true, "section"};
    const auto left = chosen(table, choice);
    EXPECT_EQ(left, chosen(left, {})) << "choosing everything changes nothing";
    EXPECT_EQ(left.title, table.title);
    const auto rows = rows_of(table, choice);
    ASSERT_EQ(left.row_count(), rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) EXPECT_EQ(left.key(i), table.key(rows[i]));
}

}  // namespace
}  // namespace shezhire::scene
