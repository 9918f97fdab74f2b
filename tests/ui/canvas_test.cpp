// The picture under the hand: zoom, pan, select, fold, hover, and the keys that need no pane.
#include <gtest/gtest.h>

#include <cmath>

#include "ui/harness.h"

namespace shezhire::test {
namespace {

using session::Verb;

struct Canvas : ::testing::Test {
    Desk desk;
    void SetUp() override { desk.open(small_data); }

    base::Point empty_place() { return desk.panes().canvas.top_left() + base::Point{4, 4}; }
};

TEST_F(Canvas, AClickSelectsAndAClickBesideSelectsNothing) {
    desk.click(desk.at("a1"));
    EXPECT_EQ(desk.session->selection(), "a1");
    desk.click(empty_place());
    EXPECT_EQ(desk.session->selection(), "");
}

TEST_F(Canvas, TheWheelZoomsAboutThePointer) {
    const auto under = [&](base::Point p) {
        return desk.session->viewport().scene_from_screen(p - desk.panes().canvas.top_left());
    };
    for (const float notches : {1.0F, 3.0F, -2.0F, -1.0F}) {
        const base::Point pointer{std::floor(desk.at("a2").x),
                                  std::floor(desk.at("a2").y)};  // mice know whole pixels
        const auto before = under(pointer);
        const auto scale = desk.session->viewport().scale;
        desk.wheel(pointer, notches);
        EXPECT_NEAR(under(pointer).x, before.x, 0.01);
        EXPECT_NEAR(under(pointer).y, before.y, 0.01);
        EXPECT_EQ(desk.session->viewport().scale > scale, notches > 0);
    }
}

TEST_F(Canvas, ZoomingStopsAtBothEnds) {
    for (int i = 0; i < 200; ++i) desk.run("zoom 2 300 300");
    const auto near = desk.session->viewport();
    EXPECT_LE(near.scale, 20);
    for (int i = 0; i < 200; ++i) desk.run("zoom 0.5 300 300");
    EXPECT_GT(desk.session->viewport().scale, 0.001);
    desk.tap('F');
    EXPECT_TRUE(desk.has("a1"));
}

TEST_F(Canvas, ADragMovesThePictureAndSelectsNothing) {
    const auto before = desk.at("a1");
    desk.drag(before, before + base::Point{60, 30});
    EXPECT_EQ(desk.session->selection(), "");
    EXPECT_NEAR(desk.at("a1").x, before.x + 60, 5);  // the first pixels tell a drag from a click
    EXPECT_NEAR(desk.at("a1").y, before.y + 30, 5);
    const auto second = desk.at("a1");
    desk.drag(empty_place(), empty_place() + base::Point{0, 40});
    EXPECT_NEAR(desk.at("a1").y, second.y + 40, 5);
}

TEST_F(Canvas, FarAwayIsFoundAgain) {
    desk.run("pan 1e308 1e308; pan 1e308 1e308; zoom 1e308; zoom 1e-308; pan -1e300 5");
    desk.tap('F');
    const auto& size = desk.session->shown().size;
    EXPECT_TRUE(desk.session->viewport().visible().contains(base::Rect{0, 0, size.width, size.height}));
}

TEST_F(Canvas, ADoubleClickFoldsTheBodyThatWasClickedFirst) {
    ASSERT_TRUE(desk.has("a1"));
    desk.double_click(desk.at("a"));
    EXPECT_FALSE(desk.has("a1"));
    EXPECT_EQ(desk.session->selection(), "a");
    desk.double_click(desk.at("a"));
    EXPECT_TRUE(desk.has("a1"));
}

TEST_F(Canvas, TheBadgeUnfolds) {
    desk.run("fold a");
    ASSERT_TRUE(desk.has("a", scene::Role::badge));
    const auto before = desk.at("a");
    desk.click(desk.at("a", scene::Role::badge));
    EXPECT_TRUE(desk.has("a1"));
    EXPECT_EQ(desk.session->selection(), "");
    EXPECT_NEAR(desk.at("a").x, before.x, 1) << "what was clicked stays under the pointer";
    EXPECT_NEAR(desk.at("a").y, before.y, 1);
}

TEST_F(Canvas, TheHandleUnderAHoveredBodyFolds) {
    const auto middle = desk.at("a");
    desk.move(middle);
    for (int i = 0; i < 3; ++i) desk.frame();
    double bottom = 0;
    for (const auto& element : desk.session->shown().elements) {
        if (element.role == scene::Role::node && element.key == "a")
            bottom = desk.session->viewport().screen_from_scene({0, element.box.bottom}).y +
                     desk.panes().canvas.top;
    }
    desk.move({middle.x, bottom + 4});
    desk.click({middle.x, bottom + 4});
    EXPECT_FALSE(desk.has("a1"));
}

TEST_F(Canvas, ACardTellsWhatIsUnderThePointer) {
    desk.move(desk.at("a1"));
    EXPECT_FALSE(desk.shows_window("Tooltip"));
    for (int i = 0; i < 5; ++i) desk.frame(0.2);
    EXPECT_TRUE(desk.shows_window("Tooltip"));
    EXPECT_FALSE(desk.names("Alpha one", ui::text_normal, true).empty());
    desk.move(empty_place());
    for (int i = 0; i < 5; ++i) desk.frame(0.2);
    EXPECT_FALSE(desk.shows_window("Tooltip"));
}

TEST_F(Canvas, Keys) {
    desk.click(desk.at("a"));
    desk.tap(key::space);
    EXPECT_FALSE(desk.has("a1"));
    desk.tap('Z', Modifier::ctrl);
    EXPECT_TRUE(desk.has("a1"));
    desk.tap('Y', Modifier::ctrl);
    EXPECT_FALSE(desk.has("a1"));
    desk.tap('Z');
    EXPECT_TRUE(desk.was_sent(Verb::zoom_to));
    desk.run("zoom 2");
    const double near = desk.session->viewport().scale;
    desk.tap('-');
    EXPECT_LT(desk.session->viewport().scale, near);
    desk.tap('=');
    EXPECT_NEAR(desk.session->viewport().scale, near, 1e-6);
    desk.tap('F');
    EXPECT_LT(desk.session->viewport().scale, near);
    desk.tap(key::escape);
    EXPECT_EQ(desk.session->selection(), "");
    desk.tap('Z', Modifier::ctrl);
    desk.tap('Z', Modifier::ctrl);
    EXPECT_FALSE(desk.session->messages().empty()) << "there is nothing left to undo, and that is said";
    desk.tap(key::escape);
    EXPECT_TRUE(desk.session->messages().empty());
    desk.run("date 1960");
    desk.tap(key::right, Modifier::ctrl);
    EXPECT_TRUE(desk.was_sent(Verb::next_change));
    desk.tap(key::f1);
    EXPECT_TRUE(desk.reads("Ctrl+Z"));
    desk.tap('F', Modifier::ctrl);
    EXPECT_FALSE(desk.hand.focus_search) << "a dialog keeps the keys to itself";
    desk.tap(key::escape);
    EXPECT_FALSE(desk.reads("Ctrl+Z"));
    desk.tap('Q', Modifier::ctrl);
    EXPECT_TRUE(desk.session->quitting());
}

}  // namespace
}  // namespace shezhire::test
