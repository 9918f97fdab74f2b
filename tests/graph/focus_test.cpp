#include "graph/facets.h"
#include "graph/world.h"

namespace shezhire::graph::test {
namespace {

using Keys = std::vector<std::string>;

Question near(std::string around, int hops, std::string_view date = "1992") {
    auto question = at(date);
    question.depth = 1;  // nearness alone decides what is shown
    question.focus = {std::move(around), hops, {}};
    return question;
}

TEST(Focus, OneHopIsParentChildrenAndLinks) {
    const auto graph = ask(*federation().model(), near("sec-2", 1));
    EXPECT_EQ(keys(graph), (Keys{"div-1", "sec-2", "table"}));
    EXPECT_EQ(keys(ask(*federation().model(), near("table", 1))), (Keys{"sec-2", "table", "sec-10"}))
        << "a link leads to a body whose parent is too far away: it stands for itself";
}

TEST(Focus, EachHopGoesFurther) {
    const auto model = federation().model();
    EXPECT_EQ(keys(ask(*model, near("sec-2", 2))),
              (Keys{"fed", "div-1", "sec-2", "table", "sec-9", "sec-10"}));
    EXPECT_EQ(keys(ask(*model, near("sec-2", 4))),
              (Keys{"fed", "div-1", "sec-2", "table", "sec-9", "sec-10", "div-2"}));
}

TEST(Focus, WhatIsCutOffIsCountedAndCanBeOpened) {
    const auto model = federation().model();
    auto question = near("sec-2", 1);
    auto graph = ask(*model, question);
    EXPECT_TRUE(node(graph, "div-1").folded);
    EXPECT_EQ(node(graph, "div-1").hidden, 2U);
    EXPECT_FALSE(node(graph, "sec-2").foldable);
    question.focus.opened = {"div-1"};
    graph = ask(*model, question);
    EXPECT_EQ(keys(graph), (Keys{"div-1", "sec-2", "table", "sec-9", "sec-10"}));
    EXPECT_FALSE(node(graph, "div-1").folded);
    EXPECT_TRUE(node(graph, "div-1").foldable) << "it can be closed again";
}

TEST(Focus, WithoutLinksOnlyTheHierarchyCounts) {
    auto question = near("table", 1);
    question.lateral = false;
    EXPECT_EQ(keys(ask(*federation().model(), question)), (Keys{"sec-2", "table"}));
}

TEST(Focus, NoHopsIsTheWayFromTheRoot) {
    const auto graph = ask(*federation().model(), near("table", 0));
    EXPECT_EQ(keys(graph), (Keys{"fed", "div-1", "sec-2", "table"}));
    EXPECT_EQ(node(graph, "fed").hidden, 3U);
}

TEST(Focus, OnWhatIsNotThereShowsNothing) {
    EXPECT_TRUE(ask(*federation().model(), near("table", 2, "2005")).nodes.empty());
    EXPECT_TRUE(ask(*federation().model(), near("nobody", 2)).nodes.empty());
}

TEST(Focus, TheFilterHoldsInsideAndCountsOnlyWhatIsNear) {
    auto question = near("sec-2", 1);
    question.filter.hidden_kinds = {"round-table"};
    const auto graph = ask(*federation().model(), question);
    EXPECT_EQ(keys(graph), (Keys{"div-1", "sec-2"}));
    EXPECT_EQ(graph.filtered, 1U);
}

World countries() {
    World world;
    world.body("top", "Top", "1900/..").kind("union");
    world.last().country = "NL";
    world.body("kz", "Kazakh", "1955/..").kind("club").under("top");
    world.last().country = "KZ";
    world.last().scope = "general";
    world.last().evidence.change().sources = {"book"};
    world.body("ru", "Russian", "1958/..").kind("club").under("top");
    world.last().country = "RU";
    world.last().scope = "special";
    world.body("moved", "Moved", "1971~/..").kind("office").under("top");
    world.last().country = "RU";
    world.last().sites.push_back({"Almaty", "KZ", when("1990/.."), {}, {}});
    world.last().names.back().evidence.change().sources = {"book", "letter"};
    world.last().evidence.change().confidence = model::Confidence::low;
    return world;
}

TEST(Filters, CountriesKeepTheWay) {
    const auto model = countries().model();
    auto question = at("2000");
    question.filter.countries = {"KZ"};
    auto graph = ask(*model, question);
    EXPECT_EQ(keys(graph), (Keys{"top", "kz", "moved"})) << "a seat there counts as well";
    EXPECT_EQ(graph.filtered, 1U);
    question.when = when("1980");
    EXPECT_EQ(keys(ask(*model, question)), (Keys{"top", "kz"})) << "when it was there";
}

TEST(Filters, ScopesSourcesAndFounding) {
    const auto model = countries().model();
    auto question = at("2000");
    question.filter.scopes = {"special"};
    EXPECT_EQ(keys(ask(*model, question)), (Keys{"top", "ru"}));
    question.filter.scopes.clear();
    question.filter.sources = {"letter"};
    EXPECT_EQ(keys(ask(*model, question)), (Keys{"top", "moved"}));
    question.filter.sources.clear();
    question.filter.founded = when("1950/1959");
    EXPECT_EQ(keys(ask(*model, question)), (Keys{"top", "kz", "ru"}));
    question.filter.countries = {"RU"};
    EXPECT_EQ(keys(ask(*model, question)), (Keys{"top", "ru"})) << "all must be met";
}

using Values = std::vector<FacetValue>;

TEST(Facets, CountWhatIsThereAtTheDate) {
    const auto facets = facets_of(*countries().model(), at("2000"));
    EXPECT_EQ(facets.total, 4U);
    EXPECT_EQ(facets.kinds, (Values{{"club", 2}, {"office", 1}, {"union", 1}}));
    EXPECT_EQ(facets.countries, (Values{{"KZ", 2}, {"RU", 2}, {"NL", 1}}));
    EXPECT_EQ(facets.scopes, (Values{{"general", 1}, {"special", 1}}));
    EXPECT_EQ(facets.sources, (Values{{"book", 2}, {"letter", 1}}));
    EXPECT_EQ(facets.decades, (Values{{"1900/1909", 1}, {"1950/1959", 2}, {"1970/1979", 1}}));
    EXPECT_EQ(facets.certainty, (Values{{"all", 4}, {"likely", 3}, {"certain", 3}}));
}

TEST(Facets, AFacetIsCountedAsIfItsOwnFilterWereNotSet) {
    auto question = at("2000");
    question.filter.countries = {"RU"};
    question.filter.hidden_kinds = {"office"};
    const auto facets = facets_of(*countries().model(), question);
    EXPECT_EQ(facets.countries, (Values{{"KZ", 1}, {"NL", 1}, {"RU", 1}})) << "without offices";
    EXPECT_EQ(facets.kinds, (Values{{"club", 1}, {"office", 1}, {"union", 0}})) << "in Russia";
}

TEST(Facets, FoldsDoNotMatter) {
    auto question = at("2000");
    question.depth = 1;
    question.folded = {"top"};
    EXPECT_EQ(facets_of(*countries().model(), question).total, 4U);
}

}  // namespace
}  // namespace shezhire::graph::test
