// IFLA as the built-in data has it: the answer that the first picture is made of.
#include "graph/ifla.h"
#include "graph/world.h"

namespace shezhire::graph::test {
namespace {

std::size_t count(const Graph& graph, std::string_view kind) {
    return static_cast<std::size_t>(std::count_if(graph.nodes.begin(), graph.nodes.end(),
                                                  [&](const Node& one) { return one.kind == kind; }));
}

TEST(Ifla, InAugust2005) {
    const auto graph = ask(*ifla(), at("2005-08", {"ifla"}));
    EXPECT_EQ(count(graph, "division"), 8U);
    EXPECT_EQ(count(graph, "section"), 48U);
    EXPECT_TRUE(shezhire::test::matches_golden("graph/ifla-2005-08.txt", to_text(graph)));
}

TEST(Ifla, FoldedToItsDivisionsInKazakh) {
    auto question = at("2005-08", {"ifla"});
    question.languages = {"kk", "ru", "en"};
    question.depth = 1;
    EXPECT_TRUE(
        shezhire::test::matches_golden("graph/ifla-2005-08-folded-kk.txt", to_text(ask(*ifla(), question))));
}

TEST(Ifla, AtOtherDates) {
    const auto model = ifla();
    EXPECT_EQ(count(ask(*model, at("2018-02", {"ifla"})), "division"), 5U);
    EXPECT_EQ(count(ask(*model, at("2018-02", {"ifla"})), "section"), 44U);
    EXPECT_EQ(count(ask(*model, at("2024-01", {"ifla"})), "section"), 42U);
    EXPECT_EQ(count(ask(*model, at("2024-01", {"ifla"})), "regional-division"), 6U);
}

TEST(Ifla, ThePeriodIsTheUnionOfItsDates) {
    const auto model = ifla();
    const auto period = ask(*model, at("1990/2010", {"ifla"}));
    for (const auto* date : {"1990", "1995-06", "2001", "2005-08", "2010"}) {
        for (const auto& one : ask(*model, at(date, {"ifla"})).nodes) {
            EXPECT_NE(std::find_if(period.nodes.begin(), period.nodes.end(),
                                   [&](const Node& other) { return other.key == one.key; }),
                      period.nodes.end())
                << one.key << " at " << date;
        }
    }
}

}  // namespace
}  // namespace shezhire::graph::test
