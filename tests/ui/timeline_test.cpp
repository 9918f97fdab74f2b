// The timeline under the hand: wheel, drag, clicks, keys.
#include <gtest/gtest.h>

#include <cmath>

#include "ui/harness.h"

namespace shezhire::test {
namespace {

using session::Verb;

constexpr const char* history = R"({
  "@context": "context.jsonld", "format": "shezhire/1", "roots": ["union"],
  "@graph": [
    { "id": "union", "type": "Organization", "prefLabel": { "en": "Union" }, "existence": "1900/.." },
    { "id": "unit", "type": "OrganizationalUnit", "prefLabel": { "en": "Unit" }, "existence": "1920/1980", "unitOf": "union" },
    { "id": "old", "type": "Organization", "prefLabel": { "en": "Old" }, "existence": "1910/1960" },
    { "id": "new", "type": "Organization", "prefLabel": { "en": "New" }, "existence": "1960/.." },
    { "id": "ch", "type": "ChangeEvent", "kind": "succession", "when": "1960", "originalOrganization": "old", "resultingOrganization": "new" },
    { "id": "e1", "type": "Event", "kind": "other", "when": "1905-05-05", "organization": "union", "importance": 1, "prefLabel": { "en": "First" } },
    { "id": "e2", "type": "Event", "kind": "other", "when": "1955-01", "organization": "union", "importance": 2, "prefLabel": { "en": "Second" } },
    { "id": "e3", "type": "Event", "kind": "other", "when": "1955-02", "organization": "union", "importance": 2, "prefLabel": { "en": "Third" } }
  ]
})";

struct OnTimeline : ::testing::Test {
    Desk desk;
    void SetUp() override {
        desk.open(history);
        desk.run("reduce-motion on");
        desk.tap('T');
        desk.settle();
        ASSERT_TRUE(desk.session->on_timeline());
    }
    [[nodiscard]] const scene::TimeWindow& window() const { return desk.session->timeline_view().window; }
    [[nodiscard]] double day_under(base::Point p) const {
        const auto place = desk.session->viewport().scene_from_screen(p - desk.panes().canvas.top_left());
        return desk.session->picture()->timeline->scale(desk.session->timeline_view()).day(place.x);
    }
    [[nodiscard]] base::Point mark(const std::string& key) const {
        for (const auto& element : desk.session->shown().elements) {
            if (element.key == key) {
                return desk.session->viewport().screen_from_scene(element.box.centre()) +
                       desk.panes().canvas.top_left();
            }
        }
        ADD_FAILURE() << key << " is not drawn";
        return {};
    }
    /// On a life-line, where no event is.
    [[nodiscard]] base::Point line(const std::string& key) const {
        for (const auto& element : desk.session->shown().elements) {
            if (element.key == key && element.role == scene::Role::node) {
                return desk.session->viewport().screen_from_scene(
                           {element.box.right - 4, element.box.bottom - 4}) +
                       desk.panes().canvas.top_left();
            }
        }
        ADD_FAILURE() << key << " has no life-line";
        return {};
    }
};

TEST_F(OnTimeline, OneKeyThereAndBack) {
    desk.tap('T');
    desk.settle();
    EXPECT_FALSE(desk.session->on_timeline());
}

TEST_F(OnTimeline, TheWheelZoomsTimeAboutThePointer) {
    const base::Point pointer = desk.panes().canvas.centre();
    for (const float notches : {2.0F, -1.0F, 5.0F}) {
        const double before = day_under(pointer);
        const double days = window().days();
        desk.wheel(pointer, notches);
        EXPECT_NEAR(day_under(pointer), before, days * 1e-3);
        EXPECT_EQ(window().days() < days, notches > 0);
    }
}

TEST_F(OnTimeline, ADragOverTheHistogramChoosesAPeriod) {
    const auto& timeline = *desk.session->picture()->timeline;
    const auto frame = timeline.frame(desk.session->timeline_view());
    ASSERT_FALSE(frame.histogram.empty());
    const auto at = [&](double share) {
        return desk.session->viewport().screen_from_scene(
                   {frame.histogram.left + frame.histogram.width() * share, frame.histogram.centre().y}) +
               desk.panes().canvas.top_left();
    };
    const double from = day_under(at(0.25));
    const double to = day_under(at(0.5));
    desk.drag(at(0.5), at(0.25));
    desk.settle();
    EXPECT_NEAR(window().first, from, 3);
    EXPECT_NEAR(window().last, to, 3);
}

TEST_F(OnTimeline, TheOverviewMovesTheWindow) {
    desk.run("period 1950/1960");
    const auto before = window();
    const auto& overview = desk.hand.way.overview;
    ASSERT_GT(overview.width, 0) << "the overview is not drawn";
    const auto canvas = desk.panes().canvas;
    const base::Point strip{canvas.right - 16 - overview.width * 0.9, canvas.bottom - 24};
    desk.click(strip);
    desk.settle();
    EXPECT_LT(window().first, before.first);
    EXPECT_NEAR(window().days(), before.days(), 2);
    const auto there = window();
    desk.drag(strip, {strip.x + overview.width / 4, strip.y});
    desk.settle();
    EXPECT_GT(window().first, there.first);
}

TEST_F(OnTimeline, ADragOfTheSelectedLifeLineMovesIt) {
    const auto order = [&] {
        std::string text;
        const auto& timeline = *desk.session->picture()->timeline;
        for (const auto lane : timeline.order()) text += timeline.chronology().lanes[lane].key + " ";
        return text;
    };
    const auto before = order();
    const auto& timeline = *desk.session->picture()->timeline;
    const auto first = timeline.chronology().lanes[timeline.order().front()].key;
    const auto last = timeline.chronology().lanes[timeline.order().back()].key;
    desk.run("select " + first);
    const auto from = line(first);
    const auto to = line(last);
    desk.drag(from, {from.x, to.y + 20});
    desk.settle();
    EXPECT_EQ(order().substr(order().size() - first.size() - 1), first + " ") << before << "->" << order();
    EXPECT_EQ(desk.session->selection(), first);
    desk.run("undo");
    EXPECT_EQ(order(), before);
    desk.drag(line(first), line(first) + base::Point{0, 6});
    desk.settle();
    EXPECT_EQ(order(), before) << "not far enough";
    desk.run("select " + last);
    desk.drag(line(last), {line(last).x, line(first).y - 20});
    desk.settle();
    EXPECT_EQ(order().substr(0, last.size()), last);
}

TEST_F(OnTimeline, ADragMovesTimeAndSelectsNothing) {
    desk.run("zoom 3");
    const double first = window().first;
    const auto from = desk.panes().canvas.centre();
    desk.drag(from, from + base::Point{80, 0});
    EXPECT_LT(window().first, first);
    EXPECT_EQ(desk.session->selection(), "");
}

TEST_F(OnTimeline, AClickPointsOutAndACountedMarkOpens) {
    desk.click(mark("e1"));
    desk.settle();
    EXPECT_EQ(desk.session->timeline_view().focus, "e1");
    EXPECT_EQ(desk.session->selection(), "e1");
    const double days = window().days();
    desk.click(mark("e2#2"));
    desk.settle();
    EXPECT_LT(window().days(), days);
}

TEST_F(OnTimeline, TheBadgeUnfoldsUnitsAndTheAxisSetsTheDate) {
    desk.click(mark("union#fold"));
    desk.settle();
    EXPECT_NE(desk.session->node("unit"), nullptr);
    const auto frame = desk.session->picture()->timeline->frame(desk.session->timeline_view());
    const auto axis =
        desk.session->viewport().screen_from_scene(frame.axis.centre()) + desk.panes().canvas.top_left();
    const double day = day_under(axis);
    desk.click(axis);
    desk.settle();
    EXPECT_LE(static_cast<double>(desk.session->at().earliest), day + 1);
    EXPECT_GE(static_cast<double>(desk.session->at().latest), day - 1);
}

TEST_F(OnTimeline, KeysStepAndPagesAreDecades) {
    desk.tap(key::right);
    desk.settle();
    EXPECT_EQ(desk.session->timeline_view().focus, "e1");
    desk.tap(key::right);
    desk.settle();
    EXPECT_EQ(desk.session->timeline_view().focus, "e2");
    desk.run("period 1950/1970");
    const double first = window().first;
    constexpr int page_down = 267;
    desk.tap(page_down);
    desk.settle();
    EXPECT_NEAR(window().first - first, 3652.4, 1);
    desk.tap(key::home);
    desk.settle();
    EXPECT_LT(window().first, first);
}

TEST_F(OnTimeline, AnySizeOfWindowWillDo) {
    for (const base::Size size : {base::Size{200, 100}, base::Size{3000, 2000}, base::Size{640, 360}}) {
        desk.resize(size);
        desk.settle();
        EXPECT_TRUE(desk.session->on_timeline());
    }
}

}  // namespace
}  // namespace shezhire::test
