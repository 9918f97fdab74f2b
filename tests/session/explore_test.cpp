// Finding one's way: walking, visiting, nearness, filters, and back again.
#include "base/words.h"
#include "session/completion.h"
#include "session_fixture.h"

namespace shezhire::session {
namespace {

class Explore : public SessionTest {
  protected:
    void SetUp() override {
        SessionTest::SetUp();
        open();
    }
    [[nodiscard]] base::Rect seen(const std::string& key) const {
        const auto* element = session_->picture()->element(key);
        EXPECT_NE(element, nullptr) << key;
        if (element == nullptr) return {};
        const auto& port = session_->viewport();
        const auto from = port.screen_from_scene({element->box.left, element->box.top});
        const auto to = port.screen_from_scene({element->box.right, element->box.bottom});
        return {from.x, from.y, to.x, to.y};
    }
    [[nodiscard]] bool in_view(const std::string& key) const {
        const auto box = seen(key);
        return base::Rect{0, 0, 1000, 700}.contains(box) ||
               (ADD_FAILURE() << key << " is at " << box.left << ".." << box.right << ", " << box.top << ".."
                              << box.bottom,
                false);
    }
};

TEST_F(Explore, ArrowsWalkToWhatIsNext) {
    run("select root; walk down");
    EXPECT_EQ(session_->selection(), "a");
    run("walk down");
    const auto first = session_->selection();
    EXPECT_TRUE(first == "a1" || first == "a2");
    run("walk up; walk up");
    EXPECT_EQ(session_->selection(), "root");
    run("walk up");
    EXPECT_EQ(session_->selection(), "root") << "there is nothing above";
}

TEST_F(Explore, EverythingIsReachedByArrows) {
    run("date 1960; home");
    std::set<std::string> reached{session_->selection()};
    std::vector<std::string> open_ends{session_->selection()};
    while (!open_ends.empty()) {
        const auto from = open_ends.back();
        open_ends.pop_back();
        for (const char* way : {"up", "down", "left", "right"}) {
            run("select " + from + "; walk " + way);
            if (reached.insert(session_->selection()).second) open_ends.push_back(session_->selection());
        }
    }
    EXPECT_EQ(reached, (std::set<std::string>{"a", "a1", "a2", "b", "root"}));
}

TEST_F(Explore, AWalkBeginsInTheMiddleAndStaysInView) {
    run("walk left");
    EXPECT_FALSE(session_->selection().empty());
    run("select root; zoom 1.5; pan 5000 5000; walk down");
    EXPECT_TRUE(in_view(session_->selection()));
    run("home");
    EXPECT_EQ(session_->selection(), "root");
    EXPECT_TRUE(in_view("root"));
}

TEST_F(Explore, AVisitUnfoldsTheWayAndShowsIt) {
    run("fold-to 1; zoom 4; visit a2");
    EXPECT_EQ(session_->selection(), "a2");
    ASSERT_TRUE(shows("a2"));
    EXPECT_TRUE(in_view("a2"));
}

TEST_F(Explore, AVisitToAnotherTimeIsOneStepBack) {
    const auto before = session_->view();
    run("date 2000; select b");
    ASSERT_FALSE(session_->messages().empty());
    const auto offer = session_->messages().back().offer;
    ASSERT_TRUE(offer);
    EXPECT_EQ(offer->verb, Verb::visit);
    run(to_text(*offer));
    EXPECT_TRUE(shows("b"));
    EXPECT_TRUE(in_view("b"));
    run("undo");
    EXPECT_EQ(session_->view().when.text(), "2000");
    run("undo");
    EXPECT_EQ(session_->view(), before);
}

TEST_F(Explore, TheSelectionStaysInThePictureAtAnotherDate) {
    run("date 2000; select a1; fold-to 1; visit a1; date 1960");
    EXPECT_TRUE(shows("a1"));
    run("undo");
    EXPECT_EQ(session_->view().when.text(), "2000") << "one step";
    run("fold-to 1; visit a1");
    const auto before = session_->view();
    run("previous-change; undo");
    EXPECT_EQ(session_->view(), before) << "one step";
    run("select b; visit b 1960; date 2000");
    EXPECT_EQ(session_->selection(), "b");
    EXPECT_FALSE(shows("b"));
}

TEST_F(Explore, PlacesAreGoneBackTo) {
    run("visit a1; visit b 1960; visit a");
    run("back");
    EXPECT_EQ(session_->selection(), "b");
    EXPECT_EQ(session_->view().when.text(), "1960");
    run("back");
    EXPECT_EQ(session_->selection(), "a1");
    run("forward; forward");
    EXPECT_EQ(session_->selection(), "a");
    run("forward");
    EXPECT_EQ(session_->messages().size(), 1U) << "there is nothing ahead";
    run("dismiss");
    open();  // again: the same file
    run("back");
    EXPECT_EQ(session_->selection(), "b") << "places outlive a reload";
}

TEST_F(Explore, HopsShowWhatIsNearAndAgainEverything) {
    run("date 1960; hops 1 a1");
    EXPECT_TRUE(shows("a1") && shows("a"));
    EXPECT_FALSE(shows("root") || shows("b"));
    run("toggle-fold a");
    EXPECT_TRUE(shows("a2")) << "what is cut off can be opened";
    run("toggle-fold a");
    EXPECT_FALSE(shows("a2"));
    run("hops 2 a1");
    EXPECT_TRUE(shows("root") && shows("a2"));
    run("hops 2 a1");
    EXPECT_TRUE(shows("b"));
    EXPECT_FALSE(session_->view().focus.any());
    run("undo");
    EXPECT_FALSE(shows("b"));
}

TEST_F(Explore, ThePathToTheRoot) {
    run("date 1960; select a2; path");
    EXPECT_TRUE(shows("root") && shows("a") && shows("a2"));
    EXPECT_FALSE(shows("a1") || shows("b"));
    run("path");
    EXPECT_TRUE(shows("b"));
}

TEST_F(Explore, GoingElsewhereLeavesTheFocus) {
    run("date 1960; hops 1 a1; visit b");
    EXPECT_TRUE(shows("b"));
    EXPECT_FALSE(session_->view().focus.any());
    run("root a; visit b");
    EXPECT_TRUE(shows("b"));
    EXPECT_TRUE(session_->view().roots.empty());
}

TEST_F(Explore, ThePaletteOffersWordsOfTheLanguageAndTakesThoseOfTheTable) {
    base::set_interface_language("kk");
    auto offered = complete(*session_, "theme ");
    ASSERT_FALSE(offered.empty());
    EXPECT_EQ(offered.front().title, "Ашық");
    EXPECT_EQ(offered.front().text, "theme light");
    EXPECT_EQ(offered.front().detail, "light") << "how it is typed";
    offered = complete(*session_, "lateral өш");
    ASSERT_EQ(offered.size(), 1U) << "found by the language's word too";
    EXPECT_EQ(offered.front().text, "lateral off");
    EXPECT_EQ(complete(*session_, "lateral of").size(), 1U);
    base::set_interface_language("en");
}

TEST_F(Explore, EscapeGoesBackOneLevelAtATime) {
    run("date 1960; select a; hops 1; search beta; select nobody; palette");
    EXPECT_EQ(session_->overlay(), Overlay::palette);
    run("dismiss");
    EXPECT_EQ(session_->overlay(), Overlay::none);
    EXPECT_EQ(session_->messages().size(), 1U);
    run("dismiss");
    EXPECT_TRUE(session_->messages().empty());
    EXPECT_FALSE(session_->search_text().empty());
    run("dismiss");
    EXPECT_TRUE(session_->search_text().empty());
    EXPECT_TRUE(session_->view().focus.any());
    run("dismiss");
    EXPECT_FALSE(session_->view().focus.any());
    EXPECT_EQ(session_->selection(), "a");
    run("dismiss");
    EXPECT_EQ(session_->selection(), "");
}

TEST_F(Explore, WhatWasFoundIsGoneThrough) {
    run("search alpha");
    const auto& hits = session_->search_hits();
    ASSERT_EQ(hits.size(), 3U);
    const auto id = [&](std::size_t i) {
        return session_->model()->organizations()[hits[i].organization].id;
    };
    for (const std::size_t i : {0U, 1U, 2U, 0U}) {
        run("next-hit");
        EXPECT_EQ(session_->selection(), id(i));
    }
    run("previous-hit");
    EXPECT_EQ(session_->selection(), id(2));
    run("search \"\"; next-hit");
    EXPECT_FALSE(session_->messages().empty());
}

TEST_F(Explore, WhatIsHiddenComesBackOneByOne) {
    run("date 1960; hide a; hide b");
    EXPECT_FALSE(shows("a") || shows("b"));
    EXPECT_EQ(session_->graph().filtered, 4U);
    run("unhide b");
    EXPECT_TRUE(shows("b"));
    EXPECT_FALSE(shows("a"));
    run("visit a1");
    ASSERT_FALSE(session_->messages().empty()) << "it is said that a filter hides it";
    ASSERT_TRUE(session_->messages().back().offer);
    run(to_text(*session_->messages().back().offer));
    EXPECT_TRUE(shows("a1"));
}

TEST_F(Explore, FiltersKeepTheWayAndAreUndone) {
    run("date 1960; filter text \"alpha one\"");
    EXPECT_TRUE(shows("root") && shows("a") && shows("a1"));
    EXPECT_FALSE(shows("a2") || shows("b"));
    run("filter text; filter founded 1950/1959");
    EXPECT_TRUE(shows("b"));
    EXPECT_FALSE(shows("a"));
    run("undo; undo; undo");
    EXPECT_TRUE(shows("a2") && shows("b"));
    for (const char* wrong : {"filter colour red", "filter founded soon", "hops 0", "hops x", "walk away",
                              "outline-order size", "hops 1 nobody", "visit nobody", "visit a never"}) {
        run(wrong);
        EXPECT_EQ(session_->messages().size(), 1U) << wrong;
        run("dismiss");
    }
}

TEST_F(Explore, FacetsAreCountedWhereTheyAreSeen) {
    run("date 2000");
    EXPECT_FALSE(session_->facets());
    run("pane filters on");
    ASSERT_TRUE(session_->facets());
    EXPECT_EQ(session_->facets()->total, 4U);
    run("date 1960");
    EXPECT_EQ(session_->facets()->total, 5U);
}

}  // namespace
}  // namespace shezhire::session
