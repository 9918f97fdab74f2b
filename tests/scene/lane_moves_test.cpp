// Lanes in the order that a hand gave them.
#include <gtest/gtest.h>

#include <algorithm>

#include "scene/lane_order.h"

namespace shezhire::scene {
namespace {

struct Lanes {
    graph::Chronology told;
    std::vector<std::uint32_t> order;

    Lanes& add(const std::string& key, std::uint32_t parent = UINT32_MAX, const std::string& group = "") {
        graph::Lane lane;
        lane.key = key;
        lane.parent = parent;
        lane.depth = parent == UINT32_MAX ? 0 : told.lanes[parent].depth + 1;
        lane.group = group;
        told.lanes.push_back(std::move(lane));
        order.push_back(static_cast<std::uint32_t>(told.lanes.size() - 1));
        return *this;
    }
    [[nodiscard]] std::string text(const std::vector<std::uint32_t>& lanes) const {
        std::string all;
        for (const auto lane : lanes) all += (all.empty() ? "" : " ") + told.lanes[lane].key;
        return all;
    }
    [[nodiscard]] std::string moved(const std::string& key, int steps) const {
        return text(arranged_by_hand(told, order, with_lane_moved(told, order, key, steps)));
    }
};

TEST(LaneMoves, ALaneTakesItsUnitsAlong) {
    Lanes lanes;
    lanes.add("a").add("a1", 0).add("a2", 0).add("b").add("c");
    EXPECT_EQ(lanes.moved("a", 1), "b a a1 a2 c");
    EXPECT_EQ(lanes.moved("c", -1), "a a1 a2 c b");
    EXPECT_EQ(lanes.moved("a2", -1), "a a2 a1 b c");
}

TEST(LaneMoves, NobodyLeavesItsParentOrGroup) {
    Lanes lanes;
    lanes.add("a", UINT32_MAX, "x").add("b", UINT32_MAX, "x").add("c", UINT32_MAX, "y");
    EXPECT_TRUE(with_lane_moved(lanes.told, lanes.order, "b", 1).empty());
    EXPECT_TRUE(with_lane_moved(lanes.told, lanes.order, "nobody", 1).empty());
    EXPECT_EQ(lanes.moved("b", -5), "b a c");
}

TEST(LaneMoves, WhoComesLaterKeepsItsPlace) {
    Lanes lanes;
    lanes.add("a").add("b").add("new").add("c");
    EXPECT_EQ(lanes.text(arranged_by_hand(lanes.told, lanes.order, {"c", "b", "a"})), "c b new a");
    EXPECT_EQ(lanes.text(arranged_by_hand(lanes.told, lanes.order, {"gone"})), "a b new c");
    EXPECT_EQ(lanes.text(arranged_by_hand(lanes.told, lanes.order, {})), "a b new c");
}

TEST(LaneMoves, AnyOrderHoldsEveryLaneOnceBehindItsParent) {
    Lanes lanes;
    lanes.add("a").add("a1", 0).add("a11", 1).add("b").add("b1", 3).add("c");
    std::vector<std::string> hand{"a", "a1", "a11", "b", "b1", "c"};
    std::sort(hand.begin(), hand.end());
    do {
        const auto order = arranged_by_hand(lanes.told, lanes.order, hand);
        ASSERT_EQ(order.size(), lanes.told.lanes.size());
        std::vector<bool> met(order.size());
        for (const auto lane : order) {
            EXPECT_FALSE(met[lane]);
            met[lane] = true;
            const auto parent = lanes.told.lanes[lane].parent;
            EXPECT_TRUE(parent == UINT32_MAX || met[parent]);
        }
    } while (std::next_permutation(hand.begin(), hand.end()));
}

}  // namespace
}  // namespace shezhire::scene
