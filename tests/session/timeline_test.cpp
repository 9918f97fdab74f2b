// The timeline in a session: commands, period, folds, selection, undo.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "base/file.h"
#include "graphviz/graphviz.h"
#include "session/session.h"
#include "support/golden.h"

namespace shezhire::session {
namespace {

class DirectEngine final : public layout::LayoutEngine {
  public:
    base::Result<layout::Layout> run(const layout::LayoutRequest& request, std::stop_token) override {
        if (broken) return base::failure("layout.worker-died", "the layout worker died");
        ++runs;
        return graphviz::lay_out(request);
    }
    bool broken = false;
    int runs = 0;
};

constexpr const char* history = R"({
  "@context": "context.jsonld", "format": "shezhire/1", "roots": ["union"],
  "@graph": [
    { "id": "union", "type": "Organization", "prefLabel": { "en": "Union" }, "existence": "1900/.." },
    { "id": "unit", "type": "OrganizationalUnit", "prefLabel": { "en": "Unit" }, "existence": "1920/1980", "unitOf": "union" },
    { "id": "old", "type": "Organization", "prefLabel": { "en": "Old" }, "existence": "1910/1960" },
    { "id": "new", "type": "Organization", "prefLabel": { "en": "New" }, "existence": "1960/..",
      "memberOf": [{ "organization": "union", "when": "1965/.." }] },
    { "id": "ch", "type": "ChangeEvent", "kind": "succession", "when": "1960", "originalOrganization": "old", "resultingOrganization": "new" },
    { "id": "e1", "type": "Event", "kind": "other", "when": "1905-05-05", "organization": "union", "importance": 1, "prefLabel": { "en": "First" } },
    { "id": "e2", "type": "Event", "kind": "other", "when": "1955", "organization": "union", "importance": 2, "prefLabel": { "en": "Second" } },
    { "id": "e3", "type": "Event", "kind": "other", "when": "1970", "organization": "new", "importance": 2, "prefLabel": { "en": "Third" } }
  ]
})";

class TimelineTest : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto dir = test::scratch_dir(::testing::UnitTest::GetInstance()->current_test_info()->name());
        ASSERT_TRUE(base::write_file_atomically(dir / "history.jsonld", history));
        session_ =
            std::make_unique<Session>(Services{std::make_shared<text::Typesetter>(), engine_, {}, {}, {}});
        session_->set_canvas({1000, 700}, 96.0 / 72);
        session_->open({dir / "history.jsonld"});
        settle();
        ASSERT_NE(session_->picture(), nullptr);
    }
    void settle() {
        for (int i = 0; i < 20'000 && !session_->settled(); ++i) {
            session_->tick(clock_ += 0.05);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ASSERT_TRUE(session_->settled());
    }
    void run(std::string_view text) {
        const auto commands = parse_commands(text);
        ASSERT_TRUE(commands) << commands.error().sentence;
        for (const auto& command : *commands) {
            session_->execute(command, clock_);
            settle();
        }
    }
    [[nodiscard]] const scene::Element* element(const std::string& key) const {
        for (const auto& one : session_->shown().elements) {
            if (one.key == key) return &one;
        }
        return nullptr;
    }
    [[nodiscard]] std::int64_t first_year() const {
        return edtf::civil_from_day(static_cast<edtf::Day>(session_->timeline_view().window.first)).year;
    }

    [[nodiscard]] std::vector<std::string> lanes() const {
        std::vector<std::string> keys;
        for (const auto& node : session_->picture()->graph->nodes) keys.push_back(node.key);
        return keys;
    }

    std::shared_ptr<DirectEngine> engine_ = std::make_shared<DirectEngine>();
    std::unique_ptr<Session> session_;
    double clock_ = 0;
};

TEST_F(TimelineTest, TheViewIsSwitchedAndUndone) {
    EXPECT_FALSE(session_->on_timeline());
    run("view");
    ASSERT_TRUE(session_->on_timeline());
    EXPECT_NE(element("old"), nullptr);
    EXPECT_NE(element("#axis"), nullptr);
    const base::Size sheet{1000 * 0.75, 700 * 0.75};
    EXPECT_EQ(session_->shown().size, sheet) << "made for the canvas, never scaled";
    run("undo");
    EXPECT_FALSE(session_->on_timeline());
    EXPECT_EQ(element("#axis"), nullptr);
    run("view timeline; view structure");
    EXPECT_FALSE(session_->on_timeline());
    run("view sculpture");
    EXPECT_EQ(session_->messages().back().severity, base::Severity::warning);
}

TEST_F(TimelineTest, ZoomingAndPanningAsksNoEngine) {
    run("view timeline");
    const int runs = engine_->runs;
    const auto* picture = session_->picture().get();
    const auto whole = session_->timeline_view().window;
    run("zoom 4 500 300; pan 50 0; zoom 2; shift 10; period 1950/1970; date 1955");
    EXPECT_EQ(engine_->runs, runs);
    EXPECT_EQ(session_->picture().get(), picture);
    EXPECT_LT(session_->timeline_view().window.days(), whole.days());
    EXPECT_EQ(first_year(), 1950);
    run("fit");
    EXPECT_EQ(session_->timeline_view().window, whole);
    for (int i = 0; i < 60; ++i) session_->execute({Verb::zoom, {"3", "10", "10"}}, clock_);
    EXPECT_GT(session_->timeline_view().window.days(), 0.5);
    for (int i = 0; i < 90; ++i) session_->execute({Verb::zoom, {"0.3", "10", "10"}}, clock_);
    EXPECT_LT(session_->timeline_view().window.days(), 10 * whole.days());
}

TEST_F(TimelineTest, UnitsUnfoldUnderTheirBody) {
    run("view timeline");
    EXPECT_EQ(element("unit"), nullptr);
    run("toggle-fold union");
    ASSERT_NE(element("unit"), nullptr);
    EXPECT_GT(element("unit")->box.top, element("union")->box.top);
    run("fold union");
    EXPECT_EQ(element("unit"), nullptr);
    run("undo");
    EXPECT_NE(element("unit"), nullptr);
    run("root union; fold union; unfold union; hide unit");
    EXPECT_EQ(element("unit"), nullptr);
    EXPECT_EQ(element("old"), nullptr) << "roots are heeded";
}

TEST_F(TimelineTest, WhatIsHiddenInOneViewIsHiddenInTheOtherAndCounted) {
    run("hide old; view timeline");
    EXPECT_EQ(element("old"), nullptr);
    EXPECT_EQ(session_->graph().filtered, 1U);
    run("hide new");
    EXPECT_EQ(element("new"), nullptr);
    EXPECT_EQ(session_->graph().filtered, 2U);
    run("view structure");
    EXPECT_EQ(session_->node("new"), nullptr);
    run("view timeline; unhide new");
    EXPECT_NE(element("new"), nullptr);
    run("show-all");
    EXPECT_NE(element("old"), nullptr);
    EXPECT_EQ(session_->graph().filtered, 0U);
    run("undo");
    EXPECT_EQ(element("old"), nullptr);
}

TEST_F(TimelineTest, FiltersActOnLanesAndAreCounted) {
    run("view timeline; pane filters on");
    ASSERT_TRUE(session_->facets().has_value());
    EXPECT_EQ(session_->facets()->total, 4U) << "all that there was";
    run("filter founded 1915/1925");
    EXPECT_EQ(lanes(), (std::vector<std::string>{"union", "unit"})) << "the way to what was found unfolds";
    EXPECT_EQ(session_->graph().filtered, 2U);
    run("select new");
    EXPECT_EQ(element("new"), nullptr);
    ASSERT_FALSE(session_->messages().empty());
    ASSERT_TRUE(session_->messages().back().offer) << "a click takes the filter back";
    run(to_text(*session_->messages().back().offer));
    EXPECT_NE(element("new"), nullptr);
}

TEST_F(TimelineTest, NearnessAndTheWayToTheRootActOnLanes) {
    run("view timeline; select new; hops 1");
    auto near = lanes();
    std::sort(near.begin(), near.end());
    EXPECT_EQ(near, (std::vector<std::string>{"new", "old"}));
    run("hops 1");
    EXPECT_EQ(lanes().size(), 3U) << "once more leaves it";
    run("select unit; path");
    EXPECT_EQ(lanes(), (std::vector<std::string>{"union", "unit"}));
    run("select old");
    EXPECT_NE(element("old"), nullptr) << "what is asked for is shown";
    EXPECT_FALSE(session_->view().focus.any());
    run("undo; dismiss");
    EXPECT_FALSE(session_->view().focus.any()) << "Escape leaves it";
}

TEST_F(TimelineTest, TheSelectionGoesAlongAndGetsALane) {
    run("select unit; view timeline");
    EXPECT_EQ(session_->selection(), "unit");
    EXPECT_NE(element("unit"), nullptr) << "pinned";
    run("view structure");
    EXPECT_EQ(session_->selection(), "unit");
}

TEST_F(TimelineTest, StepsAlongEventsAndLanes) {
    run("view timeline; reduce-motion on; step right");
    EXPECT_EQ(session_->timeline_view().focus, "e1");
    run("step right; step right");
    EXPECT_EQ(session_->timeline_view().focus, "e3");
    run("step right");
    EXPECT_EQ(session_->messages().back().severity, base::Severity::note);
    run("step left");
    EXPECT_EQ(session_->timeline_view().focus, "e2");
    EXPECT_EQ(session_->selection(), "e2") << "its details are a key away";
    run("step down");
    EXPECT_FALSE(session_->selection().empty());
    const auto first = session_->selection();
    run("step down");
    EXPECT_NE(session_->selection(), first);
    run("step up");
    EXPECT_EQ(session_->selection(), first);
    run("select e3");
    EXPECT_EQ(session_->selection(), "e3");
    EXPECT_EQ(session_->timeline_view().focus, "e3");
    run("select");
    EXPECT_TRUE(session_->timeline_view().focus.empty());
    run("select old; step right");
    EXPECT_EQ(session_->messages().back().severity, base::Severity::note) << "nothing happened on that line";
    run("select e3; show");
    EXPECT_FALSE(session_->on_timeline());
    EXPECT_EQ(session_->selection(), "new");
}

TEST_F(TimelineTest, ScaleAndGroupsAreQuestionsThatUndoTakesBack) {
    run("view timeline; scale sequential");
    EXPECT_TRUE(session_->picture()->timeline->warp().is_sequential());
    run("rows offices; rows seats on; rows songs");
    EXPECT_TRUE(session_->view().lanes.rows.offices);
    run("rows offices off; undo; undo; undo");
    run("lanes kind; undo; undo");
    EXPECT_FALSE(session_->picture()->timeline->warp().is_sequential());
    run("lanes colour; period now; period 1970; period ../1970; shift much; pin nobody; step sideways");
    EXPECT_EQ(session_->messages().size(), 5U) << "each is answered; the oldest are dropped";
}

TEST_F(TimelineTest, WithoutTheEngineLanesStandByTheirBeginning) {
    engine_->broken = true;
    run("view timeline");
    ASSERT_TRUE(session_->on_timeline());
    for (const char* lane : {"union", "old", "new"}) EXPECT_NE(element(lane), nullptr) << lane;
}

TEST_F(TimelineTest, AnotherCanvasIsAnotherSheet) {
    run("view timeline; period 1950/1970");
    session_->set_canvas({800, 500}, 96.0 / 72);
    EXPECT_EQ(session_->shown().size, (base::Size{600, 375}));
    EXPECT_EQ(first_year(), 1950);
    session_->set_canvas({3, 2}, 96.0 / 72);
    session_->set_canvas({800, 500}, 1);
    EXPECT_EQ(session_->shown().size, (base::Size{800, 500}));
}

TEST_F(TimelineTest, ALineIsMovedByHandAndBack) {
    run("view timeline");
    const auto found = lanes();
    ASSERT_GT(found.size(), 1U);
    run("move-lane down " + found.front());
    auto wanted = found;
    std::swap(wanted[0], wanted[1]);
    EXPECT_EQ(lanes(), wanted);
    run("undo");
    EXPECT_EQ(lanes(), found);
    run("move-lane up " + found.front());
    EXPECT_EQ(lanes(), found) << "it is the first already";
    run("move-lane down " + found.front() + " 99");
    EXPECT_EQ(lanes().back(), found.front()) << "as far as it goes";
    run("undo");
    for (const auto* count : {"0", "-1", "1x", ""})
        run("move-lane down " + found.front() + " \"" + count + "\"");
    EXPECT_EQ(lanes(), found) << "no such count";
}

}  // namespace
}  // namespace shezhire::session
