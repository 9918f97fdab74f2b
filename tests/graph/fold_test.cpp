#include "graph/world.h"

namespace shezhire::graph::test {
namespace {

using Keys = std::vector<std::string>;

/// a > (b > (c > d), e)
World chain() {
    World world;
    world.body("a", "A").body("b", "B").under("a").body("c", "C").under("b").body("d", "D").under("c");
    return world.body("e", "E").under("a");
}

TEST(Folds, DepthFoldsAndCountsAllBelow) {
    const auto model = chain().model();
    auto question = at("2000");
    question.depth = 1;
    const auto graph = ask(*model, question);
    EXPECT_EQ(keys(graph), (Keys{"a", "b", "e"}));
    EXPECT_TRUE(node(graph, "b").folded);
    EXPECT_EQ(node(graph, "b").hidden, 2U);
    EXPECT_FALSE(node(graph, "e").foldable);
    EXPECT_FALSE(node(graph, "e").folded) << "a leaf has nothing to fold";
    EXPECT_FALSE(node(graph, "a").folded);
    EXPECT_EQ(node(graph, "a").hidden, 0U) << "what a lower fold hides is counted there, once";
}

TEST(Folds, DepthZeroShowsTheRootsAndLessIsTheSame) {
    const auto model = chain().model();
    auto question = at("2000");
    for (const int depth : {0, -5}) {
        question.depth = depth;
        const auto graph = ask(*model, question);
        EXPECT_EQ(keys(graph), Keys{"a"});
        EXPECT_EQ(graph.nodes[0].hidden, 4U);
    }
}

TEST(Folds, ExplicitOnesBeatDepthAndAFoldBeatsAnUnfold) {
    const auto model = chain().model();
    auto question = at("2000");
    question.depth = 1;
    question.unfolded = {"b", "nobody"};
    EXPECT_EQ(keys(ask(*model, question)), (Keys{"a", "b", "c", "e"}));
    question.folded = {"b"};
    EXPECT_EQ(keys(ask(*model, question)), (Keys{"a", "b", "e"}));
    question.folded = {"a"};
    EXPECT_EQ(keys(ask(*model, question)), Keys{"a"});
}

TEST(Folds, WhatIsNotThereIsNotCounted) {
    auto world = chain();
    world.body("gone", "Gone", "1950/1960").under("c");
    auto question = at("2000");
    question.folded = {"b"};
    EXPECT_EQ(node(ask(*world.model(), question), "b").hidden, 2U);
}

TEST(Folds, AUnitWithTwoParentsIsHiddenWithItsPlaceAndCountedOnce) {
    World world;
    world.body("top", "Top").body("a", "A").under("top").body("b", "B").under("top");
    world.body("unit", "Unit").under("a").under("b", "/", false);
    auto question = at("2000");
    question.folded = {"a"};
    auto graph = ask(*world.model(), question);
    EXPECT_EQ(keys(graph), (Keys{"top", "a", "b"}));
    EXPECT_EQ(node(graph, "a").hidden, 1U);
    EXPECT_EQ(node(graph, "b").hidden, 0U);
    question.folded = {"top"};
    EXPECT_EQ(node(ask(*world.model(), question), "top").hidden, 3U);
}

TEST(DepthFor, IsTheDeepestThatFits) {
    const auto model = chain().model();
    const auto question = at("2000");
    EXPECT_EQ(depth_for(*model, question, 5), 3);
    EXPECT_EQ(depth_for(*model, question, 100), 3);
    EXPECT_EQ(depth_for(*model, question, 4), 2);
    EXPECT_EQ(depth_for(*model, question, 3), 1);
    EXPECT_EQ(depth_for(*model, question, 0), 1) << "at least one level is shown";
}

TEST(DepthFor, AgreesWithWhatAskShows) {
    const auto model = federation().model();
    auto question = at("1992");
    question.unfolded = {"sec-2"};
    question.folded = {"div-2"};
    for (std::size_t limit = 0; limit < 10; ++limit) {
        const int depth = depth_for(*model, question, limit);
        question.depth = depth;
        if (depth > 1) {
            EXPECT_LE(ask(*model, question).nodes.size(), limit);
        }
        question.depth = depth + 1;
        const auto deeper = ask(*model, question).nodes.size();
        question.depth = 64;
        EXPECT_TRUE(deeper > limit || deeper == ask(*model, question).nodes.size()) << limit;
    }
}

TEST(DepthFor, OfAForestOfManyTreesIsItsRoots) {
    World world;
    for (int root = 0; root < 20; ++root) {
        const auto id = "root-" + std::to_string(root);
        world.body(id, id);
        for (int leaf = 0; leaf < 10; ++leaf) {
            const auto below = id + "-" + std::to_string(leaf);
            world.body(below, below).under(id);
        }
    }
    const auto model = world.model();
    auto question = at("2000");
    EXPECT_EQ(depth_for(*model, question, 220), 1);
    EXPECT_EQ(depth_for(*model, question, 60), 1) << "somewhat more than fits is still shown";
    EXPECT_EQ(depth_for(*model, question, 50), 0);
    question.depth = 0;
    const auto graph = ask(*model, question);
    EXPECT_EQ(graph.nodes.size(), 20U);
    EXPECT_EQ(graph.nodes.front().hidden, 10U);
}

TEST(DepthFor, OfNothingIsOne) {
    EXPECT_EQ(depth_for(*World().model(), at("2000"), 10), 1);
}

}  // namespace
}  // namespace shezhire::graph::test
