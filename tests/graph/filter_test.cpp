#include "graph/world.h"

namespace shezhire::graph::test {
namespace {

using Keys = std::vector<std::string>;

TEST(Filters, AHiddenKindGoesWithWhatOnlyItLeadsTo) {
    const auto model = federation().model();
    auto question = at("1992");
    question.filter.hidden_kinds = {"section"};
    auto graph = ask(*model, question);
    EXPECT_EQ(keys(graph), (Keys{"fed", "div-1", "div-2"}));
    EXPECT_EQ(graph.filtered, 4U);
    question.filter.hidden_kinds = {"round-table"};
    graph = ask(*model, question);
    EXPECT_EQ(graph.filtered, 1U);
    EXPECT_FALSE(node(graph, "sec-2").foldable);
}

TEST(Filters, AUnitWithAnotherParentMovesThere) {
    const auto model = federation().model();
    auto question = at("1992");
    question.filter.hidden = {"div-1", "nobody"};
    const auto graph = ask(*model, question);
    EXPECT_EQ(keys(graph), (Keys{"fed", "div-2", "sec-9"}));
    EXPECT_EQ(graph.filtered, 4U);
}

TEST(Filters, WhatAFoldHidesTheFilterDoesNotCount) {
    const auto model = federation().model();
    auto question = at("1992");
    question.depth = 1;
    question.filter.hidden_kinds = {"round-table"};
    const auto graph = ask(*model, question);
    EXPECT_EQ(graph.filtered, 0U);
    EXPECT_EQ(node(graph, "div-1").hidden, 3U) << "and a fold does not count what the filter hides";
}

TEST(Filters, TextKeepsMatchesAndTheWayToThem) {
    const auto model = federation().model();
    auto question = at("1992");
    question.depth = 1;
    question.filter.text = "ROUND";
    auto graph = ask(*model, question);
    EXPECT_EQ(keys(graph), (Keys{"fed", "div-1", "sec-2", "table"}))
        << "depth does not hide what was looked for";
    EXPECT_EQ(graph.filtered, 1U) << "of what was shown, div-2";
    question.folded = {"div-1"};
    graph = ask(*model, question);
    EXPECT_EQ(keys(graph), (Keys{"fed", "div-1"}));
    EXPECT_EQ(node(graph, "div-1").hidden, 2U);
}

TEST(Filters, TextMatchesEveryWordInOneName) {
    const auto model = federation().model();
    auto question = at("1992");
    question.filter.text = "section  second";
    EXPECT_EQ(keys(ask(*model, question)), (Keys{"fed", "div-1", "sec-2"}));
    question.filter.text = "old things";
    EXPECT_EQ(keys(ask(*model, question)), (Keys{"fed", "div-1", "sec-10"})) << "former names too";
    question.filter.text = "zebra";
    EXPECT_TRUE(ask(*model, question).nodes.empty());
    question.filter.text = "   ";
    EXPECT_EQ(ask(*model, question).nodes.size(), 7U);
}

TEST(Filters, CertaintyLeavesOutTheUncertain) {
    World world;
    world.body("top", "Top");
    world.body("sure", "Sure").under("top");
    world.body("vague", "Vague", "1990/").under("top");
    world.body("rumour", "Rumour").under("top").last().evidence.change().confidence = model::Confidence::low;
    world.body("loose", "Loosely placed").under("top").last().parents[0].evidence.change().confidence =
        model::Confidence::low;
    const auto model = world.model();
    auto question = at("2000");
    EXPECT_EQ(ask(*model, question).nodes.size(), 5U);
    EXPECT_TRUE(node(ask(*model, question), "loose").low_confidence);
    question.filter.certainty = Certainty::likely;
    EXPECT_EQ(keys(ask(*model, question)), (Keys{"top", "sure", "vague"}));
    question.filter.certainty = Certainty::certain;
    EXPECT_EQ(keys(ask(*model, question)), (Keys{"top", "sure"}));
    EXPECT_EQ(ask(*model, question).filtered, 3U);
}

TEST(Flags, DisputesAndDoubtsAreSaid) {
    World world;
    world.body("top", "Top").last().spells[0].evidence.change().disputed = true;
    world.body("unit", "Unit").under("top").last().parents[0].evidence.change().disputed = true;
    world.last().names[0].status = model::NameStatus::translated;
    world.last().evidence.change().confidence = model::Confidence::low;
    const auto graph = ask(*world.model(), at("2000"));
    EXPECT_TRUE(node(graph, "top").disputed);
    EXPECT_TRUE(node(graph, "unit").disputed);
    EXPECT_TRUE(node(graph, "unit").translated);
    EXPECT_TRUE(node(graph, "unit").low_confidence);
    EXPECT_TRUE(graph.edges[0].disputed);
}

}  // namespace
}  // namespace shezhire::graph::test
