// Panes that are dragged and folded, what is wrong in a file, what takes long, where a link goes.
#include <gtest/gtest.h>

#include "ui/harness.h"

namespace shezhire::test {
namespace {

using session::Verb;

constexpr const char* faulty_data =
    R"({ "@context": "context.jsonld", "format": "shezhire/1", "roots": ["root"],
  "@graph": [
    { "id": "root", "type": "Organization", "prefLabel": { "en": "Root" }, "existence": "1900/.." },
    { "id": "a", "type": "OrganizationalUnit", "prefLabel": { "en": "Alpha" }, "existence": "1900/..", "unitOf": "root" },
    { "id": "b", "type": "OrganizationalUnit", "prefLabel": { "en": "Beta" }, "existence": "2005-02-31", "unitOf": "a" },
    { "id": "c", "type": "OrganizationalUnit", "prefLabel": { "en": "Gamma" }, "existence": "1900/..", "unitOf": "nobody" }
  ] })";

struct Living : ::testing::Test {
    Desk desk;
};

TEST_F(Living, AnEdgeIsDraggedAndTheTabFoldsAndUnfolds) {
    desk.open(small_data);
    const auto before = desk.panes();
    const double middle = (before.canvas.top + before.canvas.bottom) / 2;
    desk.drag({before.left.right, middle + 100}, {before.left.right + 80, middle + 100});
    desk.settle();
    const auto wider = desk.panes();
    EXPECT_NEAR(wider.left.right, before.left.right + 80, 2);
    EXPECT_NEAR(wider.canvas.left, wider.left.right, 1);
    desk.click({wider.left.right + 6, middle});
    EXPECT_FALSE(desk.shows_window("outline"));
    EXPECT_EQ(desk.panes().canvas.left, 0);
    desk.click({6, middle});
    EXPECT_TRUE(desk.shows_window("outline"));
    EXPECT_NEAR(desk.panes().left.right, wider.left.right, 1) << "it remembers its size";
    desk.run("reset-layout");
    EXPECT_EQ(desk.panes().left, before.left);
}

TEST_F(Living, WhatIsWrongStandsInAPaneWhoseRowsLeadToIt) {
    desk.open(faulty_data);
    ASSERT_TRUE(desk.shows_window("diagnostics"));
    EXPECT_TRUE(desk.session->messages().empty()) << "said once, in the pane";
    EXPECT_GT(desk.panes().diagnostics.height(), 100);
    const auto& faults = desk.session->loaded().diagnostics;
    ASSERT_EQ(faults.size(), 2U);
    const auto pane = desk.panes().diagnostics;
    desk.click({pane.left + 200, pane.bottom - 148 + 44 + 13});
    EXPECT_EQ(desk.session->selection(), "b");
    EXPECT_TRUE(desk.was_sent(Verb::zoom_to));
    desk.click_text("Hide");
    EXPECT_FALSE(desk.shows_window("diagnostics"));
    desk.open(small_data);
    EXPECT_FALSE(desk.shows_window("diagnostics"));
}

TEST_F(Living, AWaitIsToldAndCancelled) {
    desk.open(small_data);
    desk.run("dates compact");
    desk.engine->hold = true;
    desk.session->execute({Verb::date, {"1960"}}, desk.now());
    desk.frame(0.1);
    desk.frame(0.1);
    EXPECT_FALSE(desk.shows_window("busy")) << "a blink is not spoken of";
    desk.frame(0.3);
    desk.frame();
    ASSERT_TRUE(desk.shows_window("busy"));
    ASSERT_TRUE(desk.reads("Laying out…"));
    const auto button = desk.places("Cancel").front();
    desk.move(button.centre());
    desk.press();
    desk.release();
    desk.frame();
    desk.engine->hold = false;
    desk.settle();
    EXPECT_FALSE(desk.shows_window("busy"));
    EXPECT_TRUE(desk.was_sent(Verb::cancel));
    EXPECT_TRUE(desk.has("a1")) << "the old picture stays";
}

TEST_F(Living, TheEmptyWindowSaysWhatToDo) {
    desk.session->set_recent({{"/data/associations/one.jsonld", "/data/two.jsonld"}, {"/data/ifla"}});
    desk.settle();
    EXPECT_TRUE(desk.reads("Open…"));
    EXPECT_TRUE(desk.reads("one.jsonld and 1 more   /data/associations"));
    desk.click_text("ifla   /data");
    EXPECT_TRUE(desk.was_sent(Verb::open));
    desk.run("open");
    EXPECT_TRUE(desk.reads("A .jsonld file or a folder of them (or drop it onto the window)"))
        << "without a dialog of the desktop there is a field";
}

TEST_F(Living, ALinkIsAskedAboutAndOnlyAWebAddressCanBeOpened) {
    desk.open(small_data);
    desk.hand.ask_link = "javascript:alert(1)";
    desk.settle();
    EXPECT_TRUE(desk.reads("Copy"));
    EXPECT_FALSE(desk.reads("Open"));
    desk.tap(key::enter);
    desk.tap(key::escape);
    EXPECT_FALSE(desk.was_sent(Verb::browse));
    EXPECT_EQ(desk.hand.ask_link, "");
    desk.hand.ask_link = "https://www.ifla.org/";
    desk.settle();
    desk.click_text("Cancel");
    EXPECT_FALSE(desk.was_sent(Verb::browse));
}

}  // namespace
}  // namespace shezhire::test
