// Layouts as users get them: through the worker's process.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "graphviz/graphs.h"
#include "graphviz/judge.h"
#include "layout/engine.h"
#include "layout/process.h"
#include "layout/wire.h"
#include "support/golden.h"

namespace shezhire {
namespace {

using namespace std::chrono_literals;
using layout::Direction;
using layout::Engine;
using layout::Layout;
using layout::LayoutRequest;
using layout::Routing;
using test::graph_of;

const std::filesystem::path worker = std::filesystem::path(SHEZHIRE_BINARY_DIR) / "shezhire-layout";

base::Result<Layout> laid_out(const LayoutRequest& request, layout::ProcessLimits limits = {120s}) {
    return layout::ProcessEngine(worker, limits).run(request, {});
}

Layout good(const LayoutRequest& request) {
    const auto answer = laid_out(request);
    EXPECT_TRUE(answer) << answer.error().code << ": " << answer.error().sentence << "\n" << to_text(request);
    if (answer) return *answer;
    Layout none;  // the test has failed; what it looks at next is at least there
    none.nodes.resize(request.nodes.size());
    none.edges.resize(request.edges.size());
    return none;
}

LayoutRequest by(Engine engine, LayoutRequest request) {
    request.engine = engine;
    return request;
}

class Golden : public testing::TestWithParam<std::string> {};

LayoutRequest small_graph(std::string_view name);

TEST_P(Golden, IsAgreedOn) {
    const auto& name = GetParam();
    const auto request = small_graph(name);
    EXPECT_TRUE(test::matches_golden(std::string("graphviz/") + name + ".txt",
                                     to_text(request) + to_text(good(request))));
}

LayoutRequest tree() {
    return graph_of(7, {{0, 1}, {0, 2}, {0, 3}, {1, 4}, {1, 5}, {3, 6}});
}

LayoutRequest with_link(Direction direction) {
    auto request = tree();
    request.direction = direction;
    test::add_edge(request, 4, 6, false);
    test::add_edge(request, 6, 0, false);
    test::add_edge(request, 4, 5, false);
    return request;
}

LayoutRequest routed(Routing routing, LayoutRequest request) {
    request.routing = routing;
    return request;
}

LayoutRequest clustered(Engine engine) {
    auto request = by(engine, tree());
    for (std::size_t i = 1; i < request.nodes.size(); ++i) {
        request.nodes[i].cluster = i % 2 == 0 ? "even" : "odd";
        request.nodes[i].area = static_cast<double>(i);
    }
    return request;
}

LayoutRequest small_graph(std::string_view name) {
    const std::map<std::string_view, LayoutRequest> graphs = {
        {"nothing", {}},
        {"one", graph_of(1, {})},
        {"tree", tree()},
        {"two-parents", graph_of(6, {{0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 4}, {2, 5}, {0, 5}})},
        {"link", with_link(Direction::down)},
        {"link-right", with_link(Direction::right)},
        {"link-up", with_link(Direction::up)},
        {"link-left", with_link(Direction::left)},
        {"straight", routed(Routing::straight, with_link(Direction::down))},
        {"unrouted", routed(Routing::none, with_link(Direction::down))},
        {"loop-and-parallels", graph_of(2, {{0, 1}, {0, 1}, {1, 0}, {1, 1}})},
        {"osage", clustered(Engine::osage)},
        {"patchwork", clustered(Engine::patchwork)}};
    return graphs.at(name);
}

INSTANTIATE_TEST_SUITE_P(Small, Golden,
                         testing::Values("nothing", "one", "tree", "two-parents", "link", "link-right",
                                         "link-up", "link-left", "straight", "unrouted", "loop-and-parallels",
                                         "osage", "patchwork"));

class Engines : public testing::TestWithParam<int> {
  protected:
    static Engine engine() { return static_cast<Engine>(GetParam()); }
};

TEST_P(Engines, KeepTheirPromisesOnAnyGraph) {
    for (std::uint32_t seed = 1; seed <= 24; ++seed) {
        auto request = by(engine(), test::random_graph(seed));
        request.direction = static_cast<Direction>(seed % 4);
        const auto layout = good(request);
        SCOPED_TRACE("seed " + std::to_string(seed));
        EXPECT_TRUE(test::nothing_overlaps(layout));
        EXPECT_TRUE(test::all_lies_on_the_sheet(layout));
        if (engine() == Engine::patchwork) continue;
        EXPECT_TRUE(test::curves_join_their_boxes(layout, request));
        EXPECT_TRUE(test::no_curve_crosses_a_box(layout));
        for (std::size_t i = 0; i < layout.nodes.size(); ++i)
            EXPECT_EQ(layout.nodes[i].size, request.nodes[i].size);
    }
}

TEST_P(Engines, DrawStraightLinesFromOutlineToOutline) {
    for (std::uint32_t seed = 31; seed <= 36; ++seed) {
        const auto request = routed(Routing::straight, by(engine(), test::random_graph(seed)));
        const auto layout = good(request);
        EXPECT_TRUE(test::nothing_overlaps(layout));
        EXPECT_TRUE(test::all_lies_on_the_sheet(layout));
        if (engine() == Engine::patchwork) continue;
        EXPECT_TRUE(test::curves_join_their_boxes(layout, request));
        for (const auto& edge : layout.edges) EXPECT_EQ(edge.curve.size(), 4U);
    }
}

TEST_P(Engines, DrawNoLinesWhenNoneAreWanted) {
    for (const auto& edge : good(routed(Routing::none, by(engine(), test::random_graph(41)))).edges) {
        EXPECT_TRUE(edge.curve.empty());
    }
}

TEST_P(Engines, GiveTheSameBytesAgain) {
    for (std::uint32_t seed = 51; seed <= 53; ++seed) {
        const auto request = by(engine(), test::random_graph(seed));
        EXPECT_EQ(layout::encode(laid_out(request)), layout::encode(laid_out(request)));
    }
}

TEST_P(Engines, PlaceOneNodeAtTheOrigin) {
    auto request = by(engine(), graph_of(1, {}));
    request.root = "n0";
    const auto layout = good(request);
    EXPECT_NEAR(layout.nodes.at(0).centre.x, layout.size.width / 2, 1e-9);
    EXPECT_NEAR(layout.nodes.at(0).centre.y, layout.size.height / 2, 1e-9);
    EXPECT_EQ(good(by(engine(), LayoutRequest{})), Layout{});
}

// Whatever a key says, it is data: to Graphviz all nodes are numbers.
TEST_P(Engines, DoNotReadKeys) {
    auto request = by(engine(), test::random_graph(61));
    const auto plain = good(request);
    const char* odd[] = {"\\N", "\\G\\L", "<b>",  "a\"b",     "node", "]]>",
                         "x:y", "%",      "a\nb", "cluster0", "\xff", "{|}"};
    for (std::size_t i = 0; i < request.nodes.size() && i < std::size(odd); ++i)
        request.nodes[i].key = odd[i];
    request.edges[0].key = "\\E";
    if (!request.root.empty())
        request.root = request.nodes[static_cast<std::size_t>(std::stoi(request.root.substr(1)))].key;
    auto layout = good(request);
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) layout.nodes[i].key = plain.nodes[i].key;
    for (std::size_t i = 0; i < layout.edges.size(); ++i) layout.edges[i].key = plain.edges[i].key;
    EXPECT_EQ(layout, plain);
}

TEST_P(Engines, TakeOddSizes) {
    auto request = by(engine(), graph_of(5, {{0, 1}, {0, 2}, {1, 3}, {3, 4}}));
    request.nodes[1].size = {0.001, 0.001};
    request.nodes[2].size = {1e6, 0.001};
    request.nodes[3].size = {20, 1e6};
    const auto layout = good(request);
    EXPECT_TRUE(test::nothing_overlaps(layout));
    if (engine() == Engine::patchwork) return;
    EXPECT_EQ(layout.nodes.at(2).size, request.nodes[2].size);
    EXPECT_TRUE(test::curves_join_their_boxes(layout, request));
}

TEST_P(Engines, TakeGiantSheets) {
    auto request = by(engine(), test::random_graph(71));
    for (auto& node : request.nodes) node.size = {node.size.width * 1e6, node.size.height * 1e6};
    EXPECT_TRUE(test::nothing_overlaps(good(request)));
}

TEST_P(Engines, TakeNoSeparation) {
    auto request = by(engine(), test::random_graph(72));
    request.node_separation = 0;
    request.rank_separation = 0;
    EXPECT_TRUE(test::nothing_overlaps(good(request)));
}

INSTANTIATE_TEST_SUITE_P(All, Engines, testing::Range(0, 8));

// The coordinate along a row, and the one that grows from parent to child.
double along(const layout::PlacedNode& node, Direction direction) {
    return direction == Direction::down || direction == Direction::up ? node.centre.x : node.centre.y;
}
double deep(const layout::PlacedNode& node, Direction direction) {
    switch (direction) {
        case Direction::down:
            return node.centre.y;
        case Direction::up:
            return -node.centre.y;
        case Direction::right:
            return node.centre.x;
        case Direction::left:
            return -node.centre.x;
    }
    return 0;
}

class Hierarchies : public testing::TestWithParam<int> {
  protected:
    static Direction direction() { return static_cast<Direction>(GetParam()); }
};

TEST_P(Hierarchies, KeepSiblingsInOrder) {
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        auto request = test::random_tree(seed, 20 + seed * 15);
        request.direction = direction();
        test::Dice dice(seed);
        for (int i = 0; i < 10; ++i) {
            test::add_edge(request, dice.below(20), dice.below(20), false);
        }
        const auto layout = good(request);
        for (std::size_t a = 0; a < request.edges.size(); ++a) {
            for (std::size_t b = 0; b < request.edges.size(); ++b) {
                const auto& left = request.edges[a];
                const auto& right = request.edges[b];
                if (!left.ranking || !right.ranking || left.from != right.from || left.to >= right.to)
                    continue;
                EXPECT_LT(along(layout.nodes[left.to], direction()),
                          along(layout.nodes[right.to], direction()))
                    << left.to << " and " << right.to << " of seed " << seed;
            }
        }
    }
}

TEST_P(Hierarchies, GrowInTheirDirection) {
    auto request = test::random_tree(7, 50);
    request.direction = direction();
    const auto layout = good(request);
    for (const auto& edge : request.edges) {
        EXPECT_LT(deep(layout.nodes[edge.from], direction()), deep(layout.nodes[edge.to], direction()));
    }
}

INSTANTIATE_TEST_SUITE_P(All, Hierarchies, testing::Range(0, 4));

TEST(Links, OfNoWeightMoveNothingSideways) {
    const auto plain = test::random_tree(8, 60);
    auto linked = plain;
    test::Dice dice(8);
    for (int i = 0; i < 15; ++i) test::add_edge(linked, dice.below(60), dice.below(60), false);
    const auto before = routed(Routing::none, plain);
    const auto after = routed(Routing::none, linked);
    EXPECT_EQ(good(before).nodes, good(after).nodes);
    const auto curved = good(linked);
    const auto without = good(plain);
    for (std::size_t i = 0; i < curved.nodes.size(); ++i) {
        EXPECT_NEAR(curved.nodes[i].centre.x - curved.nodes[0].centre.x,
                    without.nodes[i].centre.x - without.nodes[0].centre.x, 1e-9);
    }
}

TEST(Rings, HaveTheRootInTheirMiddle) {
    auto request = by(Engine::twopi, graph_of(7, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {0, 6}}));
    request.root = "n3";
    const auto at_leaf = good(request);
    request.root = "n0";
    const auto at_centre = good(request);
    EXPECT_NE(at_leaf, at_centre);
    double x = 0;
    double y = 0;
    for (std::size_t i = 1; i < 7; ++i) {
        x += at_centre.nodes[i].centre.x / 6;
        y += at_centre.nodes[i].centre.y / 6;
    }
    EXPECT_NEAR(at_centre.nodes[0].centre.x, x, 5);
    EXPECT_NEAR(at_centre.nodes[0].centre.y, y, 5);
}

TEST(Treemap, GivesEachItsShare) {
    auto request = by(Engine::patchwork, graph_of(4, {}));
    for (std::size_t i = 0; i < 4; ++i) request.nodes[i].area = static_cast<double>(i + 1);
    const auto layout = good(request);
    const auto area = [&](std::size_t i) { return layout.nodes[i].size.width * layout.nodes[i].size.height; };
    for (std::size_t i = 1; i < 4; ++i) EXPECT_NEAR(area(i) / area(0), static_cast<double>(i + 1), 0.02);
}

TEST(Clusters, StayTogether) {
    auto request = by(Engine::osage, graph_of(12, {}));
    for (std::size_t i = 0; i < 12; ++i) request.nodes[i].cluster = i % 3 == 0 ? "a" : "b";
    const auto layout = good(request);
    base::Rect a = base::Rect::nothing();
    base::Rect b = base::Rect::nothing();
    for (std::size_t i = 0; i < 12; ++i) {
        auto& frame = i % 3 == 0 ? a : b;
        const auto box = base::Rect::around(layout.nodes[i].centre, layout.nodes[i].size);
        frame = {std::min(frame.left, box.left), std::min(frame.top, box.top),
                 std::max(frame.right, box.right), std::max(frame.bottom, box.bottom)};
    }
    EXPECT_FALSE(a.overlaps(b));
}

TEST(Large, TreeOfThreeHundred) {
    const auto layout = good(test::random_tree(9, 300));
    EXPECT_TRUE(test::nothing_overlaps(layout));
    EXPECT_TRUE(test::no_curve_crosses_a_box(layout));
}

// dot recurses along the chain. An answer or an error, never a hanging or a dead caller.
TEST(Large, ALongChainEndsOneWayOrTheOther) {
    auto request = graph_of(8'000, {});
    for (std::uint32_t i = 1; i < 8'000; ++i) test::add_edge(request, i - 1, i);
    request.routing = Routing::none;
    const auto answer = laid_out(request, {100s});
    if (answer) {
        EXPECT_EQ(answer->nodes.size(), request.nodes.size());
    } else {
        EXPECT_TRUE(answer.error().code.starts_with("layout.")) << answer.error().sentence;
    }
}

#if !defined(__SANITIZE_ADDRESS__)  // a sanitized worker cannot be limited
TEST(Large, MemoryIsBounded) {
    auto request = by(Engine::neato, test::random_tree(10, 4000));  // neato keeps a distance for every pair
    const auto answer = laid_out(request, {100s, std::size_t{48} << 20U});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "layout.out-of-memory") << answer.error().sentence;
}
#endif

TEST(Worker, RefusesAnotherVersion) {
    auto question = layout::encode(tree());
    question[4] = 99;
    const auto outcome = layout::run_process({worker, question, 10s, 0, 1 << 20, nullptr}, {});
    EXPECT_EQ(outcome.end, layout::ProcessOutcome::End::exited);
    EXPECT_EQ(outcome.number, 0);
    EXPECT_EQ(layout::decode_answer(outcome.output).error().code, "layout.version");
}

TEST(Worker, AnswersRubbishWithAnError) {
    for (const std::string question : {"", "rubbish", "SHLQ"}) {
        const auto outcome = layout::run_process({worker, question, 10s, 0, 1 << 20, nullptr}, {});
        EXPECT_EQ(outcome.number, 0);
        EXPECT_EQ(layout::decode_answer(outcome.output).error().code, "layout.bad-request") << question;
        EXPECT_EQ(outcome.messages, "");
    }
}

}  // namespace
}  // namespace shezhire
