// Odd and large data: circles, chains as long as the data, wide families. Nothing is timed: what is not near
// linear would run into the test's limit.
#include <set>

#include "graph/world.h"

namespace shezhire::graph::test {
namespace {

void expect_each_once(const Graph& graph) {
    std::set<std::string> nodes;
    for (const auto& one : graph.nodes) EXPECT_TRUE(nodes.insert(one.key).second) << one.key << " twice";
    std::set<std::string> edges;
    for (const auto& one : graph.edges) EXPECT_TRUE(edges.insert(one.key).second) << one.key << " twice";
}

TEST(Odd, ACircleWithinAPeriodShowsEachOnce) {
    World world;
    world.body("a", "A", "1950/2000")
        .under("b", "1980/2000")
        .body("b", "B", "1950/2000")
        .under("a", "1950/1979");
    const auto model = world.model();
    for (const auto& roots : {std::vector<std::string>{"a"}, {"b"}, {"a", "b"}, {"b", "a"}}) {
        const auto graph = ask(*model, at("1950/2000", roots));
        expect_each_once(graph);
        EXPECT_EQ(graph.nodes.size(), 2U);
        EXPECT_EQ(graph.nodes[0].key, roots[0]);
        EXPECT_EQ(graph.nodes[1].depth, 1);
        EXPECT_EQ(graph.edges.size(), 2U) << "one places, the other is drawn beside";
    }
}

TEST(Odd, ACircleBelowARootIsReachedThroughTheLesserParent) {
    World world;
    world.body("root", "Root");
    world.body("a", "A").under("b", "1980/1989").under("root", "1950/1960", false);
    world.body("b", "B").under("a", "1990/1999");
    const auto graph = ask(*world.model(), at("1950/2000", {"root"}));
    expect_each_once(graph);
    EXPECT_EQ(keys(graph), (std::vector<std::string>{"root", "a", "b"}));
}

TEST(Odd, AChainAsLongAsTheDataIsWalkedWithoutRecursion) {
    constexpr int count = 100'000;
    World world;
    world.body("0", "0");
    for (int i = 1; i < count; ++i) world.body(std::to_string(i), "Link").under(std::to_string(i - 1));
    const auto model = world.model();
    auto question = at("2000");
    question.depth = count;
    auto graph = ask(*model, question);
    ASSERT_EQ(graph.nodes.size(), static_cast<std::size_t>(count));
    EXPECT_EQ(graph.nodes.back().depth, count - 1);
    EXPECT_LT(to_text(graph).size(), 40'000'000U) << "printed without a triangle of blanks";
    EXPECT_EQ(depth_for(*model, question, 10), 9);
    question.depth = 10;
    graph = ask(*model, question);
    EXPECT_EQ(graph.nodes.size(), 11U);
    EXPECT_EQ(graph.nodes.back().hidden, static_cast<std::uint32_t>(count - 11));
}

TEST(Odd, AFamilyOfAHundredThousandFoldsAndUnfolds) {
    constexpr std::uint32_t count = 100'000;
    World world;
    world.body("top", "Top");
    for (std::uint32_t i = 0; i < count; ++i) {
        world.body("unit-" + std::to_string(i), "Unit " + std::to_string(i * 7919U % count)).under("top");
    }
    const auto model = world.model();
    auto question = at("2000");
    question.folded = {"top"};
    auto graph = ask(*model, question);
    ASSERT_EQ(graph.nodes.size(), 1U);
    EXPECT_EQ(graph.nodes[0].hidden, count);
    question.folded.clear();
    graph = ask(*model, question);
    EXPECT_EQ(graph.nodes.size(), count + 1);
    EXPECT_EQ(graph.nodes[1].label, "Unit 0");
}

TEST(Odd, EveryBodyARootIsStillEachOnce) {
    World world;
    std::vector<std::string> roots;
    for (int i = 0; i < 10'000; ++i) {
        roots.push_back(std::to_string(i));
        world.body(roots.back(), "Link");
        if (i > 0) world.under(roots[roots.size() - 2]);
    }
    auto question = at("2000", roots);
    question.depth = 10'000;
    const auto graph = ask(*world.model(), question);
    expect_each_once(graph);
    EXPECT_EQ(graph.nodes.size(), 10'000U);
    EXPECT_EQ(graph.nodes.back().depth, 9'999);
}

TEST(Odd, AnUnsetDateAsksForAllTime) {
    const auto model = federation().model();
    const auto graph = ask(*model, Question{});
    EXPECT_EQ(graph.nodes.size(), 7U);
    EXPECT_EQ(node(graph, "fed").presence, edtf::Presence::yes);
}

TEST(Odd, LabelsCannotBreakTheGoldenText) {
    World world;
    world.body("odd\nid", "A\nB\u202E\x01");
    const auto text = to_text(ask(*world.model(), at("2000")));
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3) << text;
}

}  // namespace
}  // namespace shezhire::graph::test
