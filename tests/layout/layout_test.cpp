#include "layout/layout.h"

#include <gtest/gtest.h>

#include <limits>

#include "layout/example.h"
#include "support/golden.h"

namespace shezhire::layout {
namespace {

using test::row_for;
using test::small_request;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

TEST(Names, GoBothWays) {
    for (int i = 0; i < 8; ++i)
        EXPECT_EQ(engine_from(to_text(static_cast<Engine>(i))), static_cast<Engine>(i));
    for (int i = 0; i < 4; ++i) {
        EXPECT_EQ(direction_from(to_text(static_cast<Direction>(i))), static_cast<Direction>(i));
    }
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(routing_from(to_text(static_cast<Routing>(i))), static_cast<Routing>(i));
    EXPECT_EQ(engine_from("Dot"), std::nullopt);
    EXPECT_EQ(direction_from(""), std::nullopt);
    EXPECT_EQ(routing_from("ortho"), std::nullopt);
}

TEST(Printing, IsAgreedOn) {
    const auto request = small_request();
    EXPECT_TRUE(test::matches_golden("layout/small.txt", to_text(request) + to_text(row_for(request))));
}

TEST(CheckRequest, AcceptsAnEmptyOne) {
    EXPECT_TRUE(check(LayoutRequest{}));
}

TEST(CheckRequest, AcceptsTheSmallOne) {
    EXPECT_TRUE(check(small_request()));
}

// Each fault alone turns a good request into a bad one.
TEST(CheckRequest, FindsEachFault) {
    using Fault = void (*)(LayoutRequest&);
    const Fault faults[] = {
        [](LayoutRequest& r) { r.nodes[1].key = r.nodes[0].key; },
        [](LayoutRequest& r) { r.nodes[1].key.clear(); },
        [](LayoutRequest& r) { r.nodes[1].size.width = 0; },
        [](LayoutRequest& r) { r.nodes[1].size.height = -1; },
        [](LayoutRequest& r) { r.nodes[1].size.height = no_number; },
        [](LayoutRequest& r) { r.nodes[1].size.width = infinity; },
        [](LayoutRequest& r) { r.nodes[1].area = 0; },
        [](LayoutRequest& r) { r.edges[1].key = r.edges[0].key; },
        [](LayoutRequest& r) { r.edges[1].key.clear(); },
        [](LayoutRequest& r) { r.edges[1].from = 3; },
        [](LayoutRequest& r) { r.edges[1].to = 4'000'000'000; },
        [](LayoutRequest& r) { r.edges[1].weight = -1; },
        [](LayoutRequest& r) { r.edges[1].weight = no_number; },
        [](LayoutRequest& r) { r.edges[1].min_length = longest_edge + 1; },
        [](LayoutRequest& r) { r.root = "nobody"; },
        [](LayoutRequest& r) { r.node_separation = -1; },
        [](LayoutRequest& r) { r.rank_separation = infinity; },
        [](LayoutRequest& r) { r.engine = static_cast<Engine>(8); },
    };
    for (const auto fault : faults) {
        auto request = small_request();
        fault(request);
        const auto status = check(request);
        ASSERT_FALSE(status) << "fault number " << &fault - faults;
        EXPECT_EQ(status.error().code, "layout.bad-request");
    }
}

TEST(CheckAnswer, AcceptsItsOwn) {
    const auto request = small_request();
    EXPECT_TRUE(check(row_for(request), request));
}

TEST(CheckAnswer, FindsEachFault) {
    using Fault = void (*)(Layout&);
    const Fault faults[] = {
        [](Layout& l) { l.nodes.pop_back(); },
        [](Layout& l) { l.edges.pop_back(); },
        [](Layout& l) { std::swap(l.nodes[0], l.nodes[1]); },
        [](Layout& l) { l.edges[0].key = "z"; },
        [](Layout& l) { l.nodes[0].centre.x = no_number; },
        [](Layout& l) { l.nodes[0].size.width = -1; },
        [](Layout& l) { l.size.width = infinity; },
        [](Layout& l) { l.edges[0].curve.pop_back(); },
        [](Layout& l) { l.edges[0].curve.resize(1); },
        [](Layout& l) { l.edges[0].curve[2].y = no_number; },
    };
    const auto request = small_request();
    for (const auto fault : faults) {
        auto layout = row_for(request);
        fault(layout);
        const auto status = check(layout, request);
        ASSERT_FALSE(status) << "fault number " << &fault - faults;
        EXPECT_EQ(status.error().code, "layout.bad-answer");
    }
}

TEST(Key, TellsRequestsApart) {
    const auto request = small_request();
    EXPECT_EQ(key_of(request), key_of(small_request()));
    auto other = request;
    other.nodes[2].size.height += 1e-12;
    EXPECT_NE(key_of(request), key_of(other));
    other = request;
    other.edges[2].ranking = true;
    EXPECT_NE(key_of(request), key_of(other));
}

}  // namespace
}  // namespace shezhire::layout
