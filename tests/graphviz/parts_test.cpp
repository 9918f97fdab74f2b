// The steps that Graphviz leaves to us, each alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "graphviz/around.h"
#include "graphviz/attributes.h"
#include "graphviz/curves.h"
#include "graphviz/graphs.h"
#include "graphviz/graphviz.h"
#include "graphviz/rows.h"
#include "graphviz/scale.h"
#include "graphviz/separate.h"
#include "graphviz/ways.h"

namespace shezhire::graphviz {
namespace {

using base::Point;
using base::Rect;

std::string value_of(const Attributes& list, const std::string& name) {
    for (const auto& [key, value] : list) {
        if (key == name) return value;
    }
    return "(none)";
}

TEST(Separate, LeavesWhatIsApart) {
    std::vector<Rect> boxes{{0, 0, 10, 10}, {10, 0, 20, 10}};
    EXPECT_FALSE(any_closer(boxes, 0)) << "touching is allowed";
    EXPECT_TRUE(any_closer(boxes, 1));
}

TEST(Separate, StretchesWhenThatIsLittle) {
    std::vector<Rect> boxes{{0, 0, 10, 10}, {9, 0, 19, 10}, {40, 0, 50, 10}};
    separate(boxes, 0);
    EXPECT_FALSE(any_closer(boxes, 0));
    EXPECT_NEAR(boxes[2].centre().x, 50, 0.1) << "all move alike";
}

TEST(Separate, PartsWhatLiesOnOnePlace) {
    std::vector<Rect> boxes(50, Rect{0, 0, 10, 10});
    separate(boxes, 3);
    EXPECT_FALSE(any_closer(boxes, 3));
}

TEST(Scale, IsOneForOrdinarySheets) {
    EXPECT_EQ(scale_for(test::graph_of(1000, {})), 1);
    auto request = test::graph_of(10, {});
    request.nodes[0].size.width = 1e9;
    EXPECT_LT(scale_for(request), 0.02);
    EXPECT_EQ(size_for({"", {0.001, 12.2}, "", 1}, 1), (base::Size{1, 13}));
}

TEST(Attributes, HoldDirectionAndRoot) {
    auto request = test::graph_of(3, {{0, 1}, {1, 2}});
    request.direction = layout::Direction::left;
    EXPECT_EQ(value_of(graph_attributes(request, 1), "rankdir"), "RL");
    EXPECT_EQ(value_of(graph_attributes(request, 1), "nodesep"), "0.25");
    request.engine = layout::Engine::circo;
    request.root = "n2";
    EXPECT_EQ(value_of(graph_attributes(request, 1), "root"), "2");
    EXPECT_EQ(value_of(graph_attributes(request, 1), "rankdir"), "(none)");
}

TEST(Attributes, RingsAreWideEnoughForTheirNodes) {
    layout::LayoutRequest request;
    request.engine = layout::Engine::twopi;
    request.root = "0";
    for (int i = 0; i < 101; ++i) request.nodes.push_back({std::to_string(i), {72, 0.001}, "", 1});
    for (std::uint32_t i = 1; i < 101; ++i) test::add_edge(request, 0, i);
    request.node_separation = 0;
    EXPECT_NEAR(std::stod(value_of(graph_attributes(request, 1), "ranksep")), 100 / (2 * 3.14159), 0.01);
}

TEST(Curves, CornersAreRoundedInsideTheTurn) {
    const auto curve = rounded({{0, 0}, {10, 0}, {10, 10}}, 4);
    EXPECT_EQ(curve.size(), 10U);
    EXPECT_EQ(curve.front(), (Point{0, 0}));
    EXPECT_EQ(curve[3], (Point{6, 0}));
    EXPECT_EQ(curve[6], (Point{10, 4}));
    EXPECT_EQ(curve.back(), (Point{10, 10}));
}

TEST(Curves, ShortLegsShareTheirRounding) {
    const auto curve = rounded({{0, 0}, {0, 2}, {2, 2}, {2, 4}}, 100);
    EXPECT_EQ(curve.size() % 3, 1U);
    EXPECT_EQ(curve.back(), (Point{2, 4}));
}

TEST(Curves, ParallelsLieSideBySide) {
    const auto request = test::graph_of(2, {{0, 1}, {1, 0}});
    Drawing drawing{{{0, 0, 10, 10}, {0, 50, 10, 60}}, {{}, {}}};
    add_straight_curves(request, drawing, 5);
    EXPECT_NE(drawing.curves[0].front().x, drawing.curves[1].back().x);
    EXPECT_EQ(drawing.curves[0].front().y, 10);
    EXPECT_EQ(drawing.curves[1].front().y, 50) << "each starts at its source";
}

TEST(Around, GoesStraightWhereNothingStands) {
    Drawing drawing{{{0, 0, 10, 10}, {50, 0, 60, 10}}, {{}}};
    add_curves_around(test::graph_of(2, {{0, 1}}), drawing, 4);
    EXPECT_EQ(drawing.curves[0].size(), 4U);
    EXPECT_EQ(drawing.curves[0].front(), (Point{10, 5}));
}

TEST(Around, GoesTheShorterWayRound) {
    Drawing drawing{{{0, 0, 10, 10}, {50, 0, 60, 10}, {25, -30, 35, 8}}, {{}}};
    add_curves_around(test::graph_of(3, {{0, 1}}), drawing, 4);
    ASSERT_GT(drawing.curves[0].size(), 4U);
    double lowest = 0;
    for (const auto p : drawing.curves[0]) lowest = std::max(lowest, p.y);
    EXPECT_GT(lowest, 8);
    EXPECT_LT(lowest, 15);
}

TEST(Rows, KnowTheirGapsAndChannels) {
    const Rows rows({{0, 0, 10, 10}, {0, 30, 10, 40}, {20, 28, 30, 42}});
    EXPECT_EQ(rows.count(), 2U);
    EXPECT_EQ(rows.row_of(0), 0U);
    EXPECT_EQ(rows.row_of(1), 1U);
    EXPECT_TRUE(rows.neighbours(1, 2));
    EXPECT_FALSE(rows.neighbours(0, 1));
    ASSERT_EQ(rows.gaps(1).size(), 3U);
    EXPECT_EQ(rows.gaps(1)[1].left, 10);
    EXPECT_EQ(rows.gaps(1)[1].right, 20);
    EXPECT_EQ(rows.channel(1, 5).left, 10);
    EXPECT_EQ(rows.channel(1, 5).right, 28);
    EXPECT_EQ(rows.channel(2, 5).right, 47);
}

Way across(std::size_t edge, std::size_t from, bool trunk, double start_x, double end_x) {
    return {edge, from, 9, trunk, start_x, end_x, {1}, {}, {0}};
}

TEST(Lanes, AreSharedByWhatDoesNotMeet) {
    std::vector<Way> ways{across(0, 0, false, 0, 10), across(1, 1, false, 20, 30),
                          across(2, 2, false, 25, 5)};
    EXPECT_EQ(choose_lanes(ways, 3), (std::vector<std::size_t>{0, 2, 0}));
    EXPECT_EQ(ways[0].lanes[0], ways[1].lanes[0]);
    EXPECT_NE(ways[0].lanes[0], ways[2].lanes[0]);
}

TEST(Lanes, ChildrenOfOneParentShareTheUpperOne) {
    std::vector<Way> ways{across(0, 5, false, 0, 10), across(1, 7, true, 20, 0), across(2, 7, true, 20, 40),
                          across(3, 8, true, 30, 35)};
    EXPECT_EQ(choose_lanes(ways, 2)[1], 3U);
    EXPECT_EQ(ways[1].lanes[0], 0U);
    EXPECT_EQ(ways[2].lanes[0], 0U);
    EXPECT_EQ(ways[3].lanes[0], 1U) << "another family on the same stretch";
    EXPECT_EQ(ways[0].lanes[0], 2U);
}

TEST(LayOut, RefusesABadRequest) {
    auto request = test::graph_of(2, {{0, 1}});
    request.edges[0].to = 5;
    EXPECT_EQ(lay_out(request).error().code, "layout.bad-request");
}

}  // namespace
}  // namespace shezhire::graphviz
