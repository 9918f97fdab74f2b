#include "graph/world.h"

#include "support/golden.h"

namespace shezhire::graph::test {
namespace {

using ::testing::Test;
using Keys = std::vector<std::string>;
using edtf::Presence;

TEST(Ask, AnswersADateInOutlineOrder) {
    const auto model = federation().model();
    EXPECT_TRUE(
        shezhire::test::matches_golden("graph/federation-1992.txt", to_text(ask(*model, at("1992-08")))));
}

TEST(Ask, AnswersALaterDateWithMovedUnits) {
    const auto model = federation().model();
    EXPECT_TRUE(
        shezhire::test::matches_golden("graph/federation-2001.txt", to_text(ask(*model, at("2001")))));
}

TEST(Ask, UnitesAPeriod) {
    const auto model = federation().model();
    EXPECT_TRUE(shezhire::test::matches_golden("graph/federation-1950-1979.txt",
                                               to_text(ask(*model, at("1950/1979")))));
    EXPECT_EQ(ask(*model, at("1978")).nodes.size(), ask(*model, at("1978-01-01/1978-12-31")).nodes.size());
}

TEST(Ask, FoldsAndCountsWhatIsHidden) {
    const auto model = federation().model();
    auto question = at("1992");
    question.depth = 1;
    EXPECT_TRUE(
        shezhire::test::matches_golden("graph/federation-folded.txt", to_text(ask(*model, question))));
}

TEST(Ask, BeforeTheBeginningNobodyIsThere) {
    const auto model = federation().model();
    const auto graph = ask(*model, at("1900"));
    EXPECT_TRUE(graph.nodes.empty());
    EXPECT_TRUE(graph.edges.empty());
}

TEST(Ask, EqualQuestionsHaveEqualAnswers) {
    const auto world = federation();
    EXPECT_EQ(ask(*world.model(), at("1992")), ask(*world.model(), at("1992")));
    EXPECT_NE(ask(*world.model(), at("1992")), ask(*world.model(), at("2005")));
}

TEST(Ask, RootsMayBeAnywhereAndUnknownOnesAreNobody) {
    const auto model = federation().model();
    EXPECT_EQ(keys(ask(*model, at("1992", {"div-1"}))), (Keys{"div-1", "sec-2", "table", "sec-9", "sec-10"}));
    EXPECT_EQ(keys(ask(*model, at("1992", {"nobody"}))), Keys{});
    EXPECT_EQ(keys(ask(*model, at("1992", {"table", "sec-9", "table"}))), (Keys{"table", "sec-9"}));
}

TEST(Ask, ARootBelowAnotherStaysWhereItBelongs) {
    const auto model = federation().model();
    const auto graph = ask(*model, at("1992", {"table", "div-1"}));
    EXPECT_EQ(keys(graph), (Keys{"div-1", "sec-2", "table", "sec-9", "sec-10"}));
    EXPECT_EQ(node(graph, "table").depth, 2);
}

TEST(Ask, AUnitSeenFromItsOtherParentIsPlacedThere) {
    const auto model = federation().model();
    const auto graph = ask(*model, at("1992", {"div-2"}));
    EXPECT_EQ(keys(graph), (Keys{"div-2", "sec-9"}));
    EXPECT_EQ(edge_keys(graph, EdgeKind::part), Keys{"div-2>sec-9"});
    EXPECT_TRUE(edge_keys(graph, EdgeKind::other_part).empty());
}

TEST(Ask, ThePrimaryParentThatCertainlyHoldsPlaces) {
    World world;
    world.body("top", "Top");
    world.body("a", "A").under("top");
    world.body("b", "B").under("top");
    world.body("c", "C").under("top");
    world.body("unit", "Unit")
        .under("a", "1990/..", false)
        .under("b", "1990/", true)
        .under("c", "1990/..", true);
    const auto graph = ask(*world.model(), at("2000"));
    EXPECT_EQ(edge_keys(graph, EdgeKind::part), (Keys{"top>a", "top>b", "top>c", "c>unit"}));
    EXPECT_EQ(edge_keys(graph, EdgeKind::other_part), (Keys{"a>unit", "b>unit"}));
    EXPECT_EQ(graph.edges.back().presence, Presence::maybe);
    auto plain = at("2000");
    plain.lateral = false;
    EXPECT_EQ(ask(*world.model(), plain).edges.size(), 4U);
}

TEST(Ask, PresenceIsTheLesserOfExistenceAndPlacing) {
    World world;
    world.body("top", "Top");
    world.body("sure", "Sure").under("top");
    world.body("vague-life", "Vague life", "1990/").under("top");
    world.body("vague-place", "Vague place").under("top", "1990/");
    world.body("unknown-life", "Unknown life", "").under("top");
    world.body("gone", "Gone", "1950/1960").under("top");
    const auto graph = ask(*world.model(), at("2000"));
    EXPECT_EQ(node(graph, "sure").presence, Presence::yes);
    EXPECT_EQ(node(graph, "vague-life").presence, Presence::maybe);
    EXPECT_EQ(node(graph, "vague-place").presence, Presence::maybe);
    EXPECT_EQ(node(graph, "unknown-life").presence, Presence::maybe);
    EXPECT_EQ(graph.nodes.size(), 5U);
}

TEST(Ask, SeveralSpellsLeaveAGap) {
    World world;
    world.body("top", "Top");
    world.body("revived", "Revived", "1950/1960").under("top");
    world.last().spells.push_back({when("1980/.."), {}, {}});
    const auto model = world.model();
    EXPECT_EQ(ask(*model, at("1955")).nodes.size(), 2U);
    EXPECT_EQ(ask(*model, at("1970")).nodes.size(), 1U);
    EXPECT_EQ(ask(*model, at("1990")).nodes.size(), 2U);
    EXPECT_EQ(ask(*model, at("1970/1990")).nodes.size(), 2U);
}

TEST(Ask, TheNameIsTheOneThatHeldInTheLanguageAsked) {
    World world;
    world.body("body", "Plain").last().names.clear();
    world.named("Council", "en", "1927/2008").named("General Assembly", "en", "2009/..");
    world.named("Совет", "ru", "1927/2008").named("Генеральная ассамблея", "ru", "2009/..");
    world.named("GA", "en", "2009/..", model::NameRole::acronym);
    const auto model = world.model();
    auto question = at("2005-08");
    EXPECT_EQ(ask(*model, question).nodes[0].label, "Council");
    question.languages = {"ru", "en"};
    EXPECT_EQ(ask(*model, question).nodes[0].label, "Совет");
    EXPECT_EQ(ask(*model, question).nodes[0].lang, "ru");
    question.when = when("2012");
    EXPECT_EQ(ask(*model, question).nodes[0].label, "Генеральная ассамблея");
    EXPECT_EQ(ask(*model, question).nodes[0].acronym, "GA");
    question.when = when("1990/2012");
    question.languages = {"en"};
    EXPECT_EQ(ask(*model, question).nodes[0].label, "General Assembly")
        << "a period shows the last name in it";
}

TEST(Ask, WhatHasNoNameIsCalledByItsId) {
    World world;
    world.body("nameless", "").last().names.clear();
    EXPECT_EQ(ask(*world.model(), at("2000")).nodes[0].label, "nameless");
}

TEST(Ask, LinksAreDrawnWhenBothEndsAreShown) {
    World world;
    world.body("top", "Top");
    world.body("a", "A").under("top").link("partner", "b", "1990/1995").link("partner", "b", "1998/2005");
    world.link("partner", "a").link("founder", "elsewhere");
    world.body("b", "B").under("top");
    const auto model = world.model();
    EXPECT_EQ(edge_keys(ask(*model, at("2000")), EdgeKind::lateral), Keys{"a-partner>b"});
    EXPECT_EQ(edge_keys(ask(*model, at("1990/2005")), EdgeKind::lateral), Keys{"a-partner>b"});
    EXPECT_TRUE(edge_keys(ask(*model, at("1996")), EdgeKind::lateral).empty());
    auto folded = at("2000");
    folded.folded = {"top"};
    EXPECT_TRUE(ask(*model, folded).edges.empty());
}

TEST(Ask, EdgeKeysAreUniqueWhateverTheIdsHold) {
    World world;
    world.body("a", "A").body("b>c", "B").under("a").body("a>b", "AB").body("c", "C").under("a>b");
    const auto graph = ask(*world.model(), at("2000"));
    EXPECT_EQ(edge_keys(graph, EdgeKind::part), (Keys{"a>b>c", "a>b>c#2"}));
}

}  // namespace
}  // namespace shezhire::graph::test
