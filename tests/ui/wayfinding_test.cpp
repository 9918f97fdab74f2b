// Finding one's way by hand: arrows, palette, menus of bodies, filters, what is hidden, the little map.
#include <gtest/gtest.h>

#include "ui/harness.h"

namespace shezhire::test {
namespace {

using session::Verb;

struct Wayfinding : ::testing::Test {
    Desk desk;
    void SetUp() override { desk.open(small_data); }

    void right_click(base::Point at) {
        desk.move(at);
        desk.frame(0.6);
        desk.press(1);
        desk.release(1);
        desk.settle();
    }
};

TEST_F(Wayfinding, ArrowsWalkOnTheCanvas) {
    desk.run("dates compact");  // only who is there
    desk.tap(key::home);
    EXPECT_EQ(desk.session->selection(), "root");
    desk.tap(key::down);
    EXPECT_NE(desk.session->selection(), "root");
    desk.tap(key::up);
    EXPECT_EQ(desk.session->selection(), "root");
}

TEST_F(Wayfinding, EnterOpensTheDetailsAndSpaceFolds) {
    desk.run("pane details off; select a");
    EXPECT_FALSE(desk.shows_window("details"));
    desk.tap(key::enter);
    EXPECT_TRUE(desk.shows_window("details"));
    desk.tap(key::space);
    EXPECT_FALSE(desk.has("a1"));
}

TEST_F(Wayfinding, DigitsShowWhatIsNearAndAgainAll) {
    desk.run("select a1");
    desk.tap('1');
    EXPECT_TRUE(desk.has("a"));
    EXPECT_FALSE(desk.has("root"));
    EXPECT_TRUE(desk.reads("1 step around Alpha one"));
    desk.tap('1');
    EXPECT_TRUE(desk.has("root"));
    desk.tap('U');
    EXPECT_FALSE(desk.has("a2"));
    desk.click_text("Path to Alpha one");
    EXPECT_TRUE(desk.has("a2"));
}

TEST_F(Wayfinding, ThePaletteFindsByTitleAndAsksForWhatIsMissing) {
    desk.tap('K', Modifier::ctrl);
    ASSERT_TRUE(desk.shows_window("palette"));
    desk.type("all to a dep");
    EXPECT_FALSE(desk.names("Fold all to a depth").empty());
    desk.tap(key::enter);
    ASSERT_TRUE(desk.shows_window("palette")) << "it asks for the depth";
    desk.type("1");
    desk.tap(key::enter);
    EXPECT_FALSE(desk.shows_window("palette"));
    EXPECT_EQ(desk.session->view().depth, 1);
}

TEST_F(Wayfinding, ThePaletteGoesToABody) {
    desk.tap('K', Modifier::ctrl);
    desk.type("visit alpha tw");
    desk.tap(key::enter);
    EXPECT_EQ(desk.session->selection(), "a2");
    desk.tap('K', Modifier::ctrl);
    desk.type("zzz");
    EXPECT_TRUE(desk.reads("No command is called so."));
    desk.tap(key::escape);
    EXPECT_FALSE(desk.shows_window("palette"));
    EXPECT_EQ(desk.session->selection(), "a2") << "one level at a time";
}

TEST_F(Wayfinding, TheMenuOfABodyHidesItAndTheChipBringsItBack) {
    right_click(desk.at("a1"));
    EXPECT_EQ(desk.session->selection(), "a1");
    desk.click_text("Hide");
    EXPECT_FALSE(desk.has("a1"));
    desk.click_text("1 hidden");
    desk.click_text("Show");
    EXPECT_TRUE(desk.has("a1"));
    EXPECT_FALSE(desk.reads("1 hidden"));
}

TEST_F(Wayfinding, TheMenuOpensByKeyToo) {
    desk.run("select a");
    desk.tap(key::f1 + 9, Modifier::shift);
    ASSERT_TRUE(desk.reads("Show only this branch"));
    desk.tap(key::escape);
    EXPECT_FALSE(desk.reads("Show only this branch"));
    EXPECT_EQ(desk.session->selection(), "a") << "one level at a time";
    desk.tap(key::f1 + 9, Modifier::shift);
    ASSERT_TRUE(desk.reads("Show only this branch"));
    desk.click_text("Show only this branch");
    EXPECT_EQ(desk.session->view().roots, std::vector<std::string>{"a"});
    EXPECT_FALSE(desk.reads("Show only this branch"));
    desk.click_text("Only Alpha");
    EXPECT_TRUE(desk.session->view().roots.empty());
    EXPECT_EQ(desk.session->overlay(), session::Overlay::none);
}

TEST_F(Wayfinding, BreadcrumbsLeadUpAndBackLeadsBack) {
    desk.run("visit a1");
    const auto crumbs = desk.names("Alpha", ui::text_small);
    ASSERT_FALSE(crumbs.empty());
    desk.click(crumbs.front().centre());
    EXPECT_EQ(desk.session->selection(), "a");
    const auto strip = desk.panes().places;
    desk.click({strip.left + 8 + 12, strip.centre().y});
    EXPECT_EQ(desk.session->selection(), "a1");
    desk.click({strip.left + 8 + 24 + 2 + 12, strip.centre().y});
    EXPECT_EQ(desk.session->selection(), "a");
}

TEST_F(Wayfinding, FiltersAreClickedAndUndone) {
    desk.run("date 1960");
    desk.click_text("Filters");
    ASSERT_TRUE(desk.session->picture()->facets);
    const auto decade = desk.names("1950–1959", ui::text_small);
    ASSERT_FALSE(decade.empty());
    desk.click(decade.front().centre());
    EXPECT_TRUE(desk.has("b"));
    EXPECT_FALSE(desk.has("a"));
    desk.tap('Z', Modifier::ctrl);
    EXPECT_TRUE(desk.has("a"));
    desk.click_text("Outline");
    EXPECT_FALSE(desk.session->presentation().filters_pane);
}

TEST_F(Wayfinding, TabGoesRoundAndTheOutlineIsWalkedAndJumpedIn) {
    desk.tap(key::tab);
    EXPECT_EQ(desk.hand.way.area, ui::Area::search);
    desk.tap(key::tab);
    EXPECT_EQ(desk.hand.way.area, ui::Area::outline);
    EXPECT_TRUE(desk.hand.way.ring);
    desk.tap(key::down);
    EXPECT_EQ(desk.session->selection(), "root");
    desk.tap(key::down);
    EXPECT_EQ(desk.session->selection(), "a");
    desk.tap(key::left);
    EXPECT_FALSE(desk.has("a1"));
    desk.tap(key::right);
    EXPECT_TRUE(desk.has("a1"));
    desk.type("g");
    EXPECT_EQ(desk.session->selection(), "c");
    desk.tap('F');
    EXPECT_FALSE(desk.was_sent(Verb::fit)) << "letters are the outline's";
    desk.tap(key::escape);
    EXPECT_EQ(desk.hand.way.area, ui::Area::canvas);
    EXPECT_EQ(desk.session->selection(), "c");
}

TEST_F(Wayfinding, TheOutlineIsSorted) {
    desk.run("date 1990; outline-order name");
    const auto order = [&] {
        std::vector<std::string> all;
        for (const auto i : desk.hand.way.sorted) all.push_back(desk.session->picture()->graph->nodes[i].key);
        return all;
    };
    EXPECT_EQ(order(), (std::vector<std::string>{"root", "a", "a1", "a2", "b", "c"}))
        << "who is not there at the date keeps the row";
    desk.click_text("by name");
    EXPECT_EQ(desk.session->presentation().outline_order, session::OutlineOrder::founding);
}

TEST_F(Wayfinding, TheLittleMapShowsWhereOneIsAndIsDragged) {
    EXPECT_FALSE(desk.shows_window("minimap")) << "all is seen";
    desk.run("zoom 4");
    ASSERT_TRUE(desk.shows_window("minimap"));
    const auto before = desk.session->viewport();
    const auto canvas = desk.panes().canvas;
    const base::Point corner{canvas.right - 40, canvas.bottom - 40};
    desk.click(corner);
    EXPECT_GT(desk.session->viewport().origin.x, before.origin.x);
    EXPECT_GT(desk.session->viewport().origin.y, before.origin.y);
    EXPECT_EQ(desk.session->selection(), "");
    const auto there = desk.session->viewport();
    desk.drag(corner, corner - base::Point{30, 0});
    EXPECT_LT(desk.session->viewport().origin.x, there.origin.x);
    desk.run("pane minimap off");
    EXPECT_FALSE(desk.shows_window("minimap"));
}

TEST_F(Wayfinding, TheLittleMapGivesWayToWhatIsSelected) {
    desk.run("zoom 1.4; select a1");
    const auto corner_of_map = [&] {
        const auto canvas = desk.panes().canvas;
        return base::Point{canvas.right - 40, canvas.bottom - 40};
    };
    const auto at_right = [&] { return !desk.hand.way.map_left; };
    const auto* element = desk.session->picture()->element("a1");
    ASSERT_NE(element, nullptr);
    const auto stands_at = [&](base::Point screen) {
        const auto now = desk.session->viewport().screen_from_scene(element->box.centre()) +
                         desk.panes().canvas.top_left();
        desk.run(fmt::format("pan {} {}", screen.x - now.x, screen.y - now.y));
    };
    stands_at(desk.panes().canvas.centre() - base::Point{0, 60});
    EXPECT_TRUE(at_right());
    stands_at(corner_of_map());
    EXPECT_FALSE(at_right()) << "it would hide what is selected";
    EXPECT_TRUE(desk.shows_window("minimap"));
    stands_at(desk.panes().canvas.centre() - base::Point{0, 60});
    EXPECT_TRUE(at_right());
}

TEST_F(Wayfinding, WhatWasFoundIsSteppedThrough) {
    desk.tap('F', Modifier::ctrl);
    desk.type("alpha");
    desk.tap(key::f1 + 2);
    const auto first = desk.session->selection();
    EXPECT_FALSE(first.empty());
    desk.tap(key::f1 + 2);
    EXPECT_NE(desk.session->selection(), first);
}

TEST_F(Wayfinding, WhatIsFoundAtAnotherTimeIsAskedForAndEnterAgreesTo) {
    desk.run("date 2000");
    desk.tap('F', Modifier::ctrl);
    desk.type("beta");
    desk.tap(key::enter);
    ASSERT_FALSE(desk.session->messages().empty());
    EXPECT_EQ(desk.session->view().when.text(), "2000");
    desk.tap(key::enter);
    EXPECT_TRUE(desk.has("b"));
    EXPECT_TRUE(desk.session->messages().empty());
}

}  // namespace
}  // namespace shezhire::test
