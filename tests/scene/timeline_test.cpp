// The timeline: what folds, who lies where, and that no label is ever written over another.
#include "scene/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "graphviz/graphviz.h"
#include "io/dataset.h"
#include "scene/event_track.h"
#include "scene/label_row.h"
#include "scene/lane_order.h"
#include "support/golden.h"

namespace shezhire::scene {
namespace {

const text::Typesetter& timeline_fonts() {
    static const text::Typesetter setter;
    return setter;
}

edtf::Interval when(const std::string& text) {
    auto read = edtf::parse_interval(text);
    EXPECT_TRUE(read) << text;
    return read ? read->value : edtf::Interval{};
}

const model::ModelPtr& built_in() {
    static const model::ModelPtr model = [] {
        base::Diagnostics diagnostics;
        const std::vector<std::filesystem::path> paths{test::source_dir() / "data"};
        return io::open_data(paths, diagnostics);
    }();
    return model;
}

std::shared_ptr<const Timeline> timeline_of(const model::ModelPtr& model, graph::ChronologyQuestion question,
                                            TimelineStyle style = {}) {
    question.languages = {style.lang};
    auto told = std::make_shared<const graph::Chronology>(graph::tell(*model, question));
    const auto request = lane_request(*told);
    layout::Layout layout;
    if (!request.nodes.empty()) {
        auto answer = graphviz::lay_out(request);
        EXPECT_TRUE(answer);
        if (answer) layout = std::move(*answer);
    }
    return std::make_shared<const Timeline>(told, model, lane_order(*told, layout), theme(ThemeName::light),
                                            style, timeline_fonts());
}

/// Every text of the scene with its place; boxes of texts that are seen never overlap.
void expect_readable(const Scene& scene, const std::string& where) {
    struct Placed {
        base::Rect box;
        std::string text;
    };
    std::vector<Placed> placed;
    for (const auto& element : scene.elements) {
        for (const auto& text : element.texts) {
            // The line's own height is generous; glyphs of neighbouring rows keep within it less a hair.
            const auto box = base::Rect::at(element.origin + text.top_left, text.text->size).grown(-0.3);
            EXPECT_GE(box.left, -0.5) << where << ": " << text.text->text;
            EXPECT_LE(box.right, scene.size.width + 0.5) << where << ": " << text.text->text;
            placed.push_back({box, text.text->text});
        }
    }
    std::sort(placed.begin(), placed.end(),
              [](const Placed& a, const Placed& b) { return a.box.top < b.box.top; });
    for (std::size_t i = 0; i < placed.size(); ++i) {
        for (std::size_t j = i + 1; j < placed.size() && placed[j].box.top < placed[i].box.bottom; ++j) {
            EXPECT_FALSE(placed[i].box.overlaps(placed[j].box))
                << where << ": “" << placed[i].text << "” and “" << placed[j].text << "”";
        }
    }
}

model::ModelPtr model_of(model::Draft draft) {
    base::Diagnostics diagnostics;
    return model::Model::build(std::move(draft), diagnostics);
}

void add_body(model::Draft& draft, std::string id, std::string name, const std::vector<std::string>& lives) {
    model::Organization body;
    body.id = std::move(id);
    body.names.push_back({.text = std::move(name), .lang = "en", .when = {}, .evidence = {}, .extras = {}});
    for (const auto& life : lives) body.spells.push_back({when(life), {}, {}});
    draft.organizations.push_back(std::move(body));
}

void add_event(model::Draft& draft, std::string id, const std::string& date, std::string body,
               int importance = 3) {
    model::Event event;
    event.id = id;
    event.kind = "event-other";
    event.when = when(date);
    event.organizations = {std::move(body)};
    event.importance = importance;
    event.names.push_back({.text = "Event " + id, .lang = "en", .when = {}, .evidence = {}, .extras = {}});
    draft.events.push_back(std::move(event));
}

model::Draft small_history() {
    model::Draft draft;
    add_body(draft, "union", "The Union", {"1927-09-30/.."});
    add_body(draft, "old", "Old Association", {"1877/2002-04-01"});
    add_body(draft, "vague", "Vague Society", {"195X/198X"});
    add_body(draft, "new", "New Institute", {"2002-04-01/.."});
    add_body(draft, "lost", "Lost Club", {"1950/"});
    model::Change merger;
    merger.id = "merger";
    merger.kind = "merger";
    merger.when = when("2002-04-01");
    merger.originals = {"old", "vague"};
    merger.results = {"new"};
    draft.changes.push_back(merger);
    draft.organizations[1].memberships.push_back({"union", "member", when("1930/2002"), {}, {}});
    add_event(draft, "founding", "1927-09-30", "union", 1);
    add_event(draft, "a", "1960-01-05", "union");
    add_event(draft, "b", "1960-02-05", "union", 2);
    add_event(draft, "c", "1960-03-05", "union");
    add_event(draft, "after-the-end", "2010", "old");
    return draft;
}

TEST(LabelRow, HoldsWhatDoesNotOverlap) {
    LabelRow row(0, 100);
    EXPECT_TRUE(row.take(10, 30));
    EXPECT_FALSE(row.take(20, 40));
    EXPECT_FALSE(row.take(0, 11));
    EXPECT_TRUE(row.take(30, 40));
    EXPECT_FALSE(row.take(90, 101));
    EXPECT_FALSE(row.is_free(-1, 5));
    EXPECT_EQ(row.free_until(0), 10);
    EXPECT_EQ(row.free_until(15), std::nullopt);
    EXPECT_EQ(row.free_until(40), 100);
}

TEST(EventTrack, FoldsCrowdsAndOpensThemFromNear) {
    std::vector<EventTrack::Dated> events;
    for (std::uint32_t i = 0; i < 30; ++i) events.push_back({1000.0 + i, i, i == 17 ? 1 : 4});
    events.push_back({5000, 30, 3});
    const EventTrack track(events);
    const TimeWarp warp;
    std::string text;
    for (const double days : {10'000.0, 300.0, 30.0}) {
        const TimeScale scale(warp, {990, 990 + days}, 0, 800);
        const auto marks = track.folded(scale, 8);
        std::uint32_t all = 0;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            all += marks[i].count;
            const double before = i > 0 ? marks[i - 1].x : -1e300;
            EXPECT_GE(marks[i].x - before, 8 - 1e-9);
        }
        EXPECT_EQ(all, days > 4000 ? 31U : days > 100 ? 30U : 21U) << "all that lie in the window";
        text += "== " + std::to_string(static_cast<int>(days)) + " days\n" + to_text(marks);
    }
    EXPECT_TRUE(test::matches_golden("scene/event_track.txt", text));
}

std::vector<EventTrack::Dated> events_anywhere(std::uint32_t count, unsigned seed) {
    std::vector<EventTrack::Dated> events;
    std::mt19937 random(seed);
    for (std::uint32_t i = 0; i < count; ++i)
        events.push_back({static_cast<double>(random() % 10'000), i, 3});
    return events;
}

TEST(EventTrack, KeepsCrowdsInPlaceWhilePanning) {
    const EventTrack track(events_anywhere(500, 7));
    const TimeWarp warp;
    const auto inner = [&](double first) {
        std::vector<EventMark> found;
        const TimeScale scale(warp, {first, first + 8000}, 0, 800);
        for (auto mark : track.folded(scale, 8)) {
            mark.x = scale.day(mark.x);
            if (mark.x > 2500 && mark.x < 7500) found.push_back(mark);
        }
        return found;
    };
    const auto before = inner(1000);
    const auto after = inner(1234.5);
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_NEAR(before[i].x, after[i].x, 0.01);
        EXPECT_EQ(before[i].count, after[i].count);
    }
}

TEST(EventTrack, CrowdsStayAsTheyAreUntilOneIsTwiceAsClose) {
    const auto events = events_anywhere(3000, 11);
    const EventTrack track(events);
    const TimeWarp warp;
    // 800 points for 6,400 days are 1/8 of a point a day; twice as close are 3,200.
    const auto inner = [&](double days) {
        std::vector<EventMark> found;
        const TimeScale scale(warp, {3000, 3000 + days}, 0, 800);
        std::uint32_t all = 0;
        for (auto mark : track.folded(scale, 8)) {
            all += mark.count;
            mark.x = scale.day(mark.x);
            if (mark.first > 3500 && mark.last < 5500) found.push_back(mark);
        }
        const auto in_sight = std::count_if(
            events.begin(), events.end(),
            [&](const EventTrack::Dated& event) { return event.day >= 3000 && event.day <= 3000 + days; });
        EXPECT_EQ(all, in_sight) << "all that lies in the window, and nothing else";
        return found;
    };
    const auto far = inner(6400);
    ASSERT_GT(far.size(), 5U);
    for (const double days : {5000.0, 3201.0}) {
        const auto near = inner(days);
        ASSERT_EQ(far.size(), near.size()) << days;
        for (std::size_t i = 0; i < far.size(); ++i) {
            EXPECT_EQ(far[i].count, near[i].count);
            EXPECT_NEAR(far[i].x, near[i].x, 0.01);
        }
    }
    EXPECT_GT(inner(3199).size(), far.size());
}

TEST(LaneOrder, RelatedLanesAreNeighbours) {
    graph::Chronology told;
    for (int i = 0; i < 12; ++i) {
        graph::Lane lane;
        lane.key = "lane" + std::to_string(i);
        lane.labels.push_back({lane.key, "", "", edtf::beginning_of_time});
        lane.spells.push_back({when(std::to_string(1900 + i) + "/.."), false, false});
        told.lanes.push_back(lane);
    }
    // 0-6, 1-7, … : six pairs told apart.
    for (std::uint32_t i = 0; i < 6; ++i)
        told.joints.push_back({"j" + std::to_string(i), "succession", when("1950"), {i}, {i + 6}});
    const auto request = lane_request(told);
    const auto layout = graphviz::lay_out(request);
    ASSERT_TRUE(layout);
    const auto order = lane_order(told, *layout);
    std::vector<std::size_t> place(12);
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_EQ(std::max(place[i], place[i + 6]) - std::min(place[i], place[i + 6]), 1U) << i;
    }
    EXPECT_EQ(lane_order(told, {}).size(), 12U) << "without an engine, too";
}

TEST(LaneOrder, UnitsStayUnderTheirBodyAndGroupsTogether) {
    graph::ChronologyQuestion question;
    question.unfolded = {"ifla", "unesco"};
    question.grouping = graph::Grouping::kind;
    const auto told = graph::tell(*built_in(), question);
    const auto order = lane_order(told, {});
    ASSERT_EQ(order.size(), told.lanes.size());
    std::set<std::string> closed;
    std::string group;
    std::uint32_t top = UINT32_MAX;
    for (const auto lane : order) {
        if (told.lanes[lane].depth == 0) {
            top = lane;
            if (told.lanes[lane].group != group) {
                EXPECT_TRUE(closed.insert(group).second || group.empty());
                group = told.lanes[lane].group;
                EXPECT_FALSE(closed.contains(group)) << group;
            }
            continue;
        }
        auto holder = lane;
        while (told.lanes[holder].parent != UINT32_MAX) holder = told.lanes[holder].parent;
        EXPECT_EQ(holder, top) << told.lanes[lane].key;
    }
}

TEST(Timeline, GoldenSmall) {
    const auto timeline = timeline_of(model_of(small_history()), {});
    const auto scene = timeline->scene({timeline->whole(), {700, 420}, 0, when("1976"), ""});
    expect_readable(scene, "small");
    EXPECT_TRUE(test::matches_golden("scene/timeline_small.txt", to_text(scene)));
}

TEST(Timeline, CountriesAreCalledByTheirNames) {
    graph::ChronologyQuestion question;
    question.grouping = graph::Grouping::country;
    TimelineStyle style;
    style.lang = "ru";
    const auto timeline = timeline_of(built_in(), question, style);
    const auto scene = timeline->scene({timeline->whole(), {900, 0}, 0, {}, ""});
    std::vector<std::string> headings;
    for (const auto& element : scene.elements) {
        if (element.key.starts_with("#group-") && !element.texts.empty())
            headings.push_back(element.texts.front().text->text);
    }
    EXPECT_NE(std::find(headings.begin(), headings.end(), "Казахстан"), headings.end());
    EXPECT_EQ(std::find(headings.begin(), headings.end(), "KZ"), headings.end());
}

TEST(Timeline, WhatLooksAlikeStandsInTheLegendOnce) {
    graph::ChronologyQuestion question;
    question.roots = {"ifla"};  // where restructurings are told as events and as changes
    const auto timeline = timeline_of(built_in(), question);
    const auto scene = timeline->scene({timeline->whole(), {1600, 0}, 0, {}, ""});
    const auto legend = std::find_if(scene.elements.begin(), scene.elements.end(),
                                     [](const Element& element) { return element.key == "#legend"; });
    ASSERT_NE(legend, scene.elements.end());
    const auto times = std::count_if(legend->texts.begin(), legend->texts.end(),
                                     [](const auto& text) { return text.text->text == "restructuring"; });
    EXPECT_EQ(times, 1);
}

TEST(Timeline, GoldenOrderOfTheBuiltInData) {
    const auto timeline = timeline_of(built_in(), {});
    std::string text;
    for (const auto lane : timeline->order()) text += timeline->chronology().lanes[lane].key + "\n";
    EXPECT_TRUE(test::matches_golden("scene/timeline_order.txt", text));
}

TEST(Timeline, NoLabelIsWrittenOverAnother) {
    std::mt19937 random(2026);
    const auto share = [&] {
        return static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
    };
    struct Case {
        const char* lang;
        ScaleKind scale;
        graph::Grouping grouping;
        std::set<std::string> unfolded;
    };
    for (const auto& [lang, kind, grouping, unfolded] :
         {Case{"en", ScaleKind::linear, graph::Grouping::none, {}},
          Case{"kk", ScaleKind::linear, graph::Grouping::kind, {"ifla"}},
          Case{"ru", ScaleKind::sequential, graph::Grouping::country, {"bae"}}}) {
        graph::ChronologyQuestion question;
        question.grouping = grouping;
        question.unfolded = unfolded;
        question.rows = {lang[0] != 'e', lang[0] == 'k', lang[0] == 'r'};
        TimelineStyle style;
        style.lang = lang;
        style.scale = kind;
        const auto timeline = timeline_of(built_in(), question, style);
        const auto whole = timeline->whole();
        for (int i = 0; i < 50; ++i) {
            const double days = whole.days() * std::pow(0.0005, share());
            const double first = whole.first + (whole.days() - days) * share();
            const base::Size size{500 + 900 * share(), i % 4 == 0 ? 0 : 300 + 500 * share()};
            const auto scene =
                timeline->scene({{first, first + days}, size, 400 * share(), when("1976-08"), ""});
            expect_readable(scene, std::string(lang) + " zoom " + std::to_string(i));
        }
    }
}

TEST(Timeline, ALineThatBeganBeforeKeepsItsNameAtTheLeftEdge) {
    const auto timeline = timeline_of(model_of(small_history()), {});
    const double first = static_cast<double>(edtf::day_from_civil({1950, 1, 1}));
    const auto scene = timeline->scene({{first, first + 3650}, {700, 420}, 0, {}, ""});
    const auto found = std::find_if(scene.elements.begin(), scene.elements.end(),
                                    [](const Element& e) { return e.role == Role::node && e.key == "old"; });
    ASSERT_NE(found, scene.elements.end());
    ASSERT_FALSE(found->texts.empty());
    EXPECT_EQ(found->texts.front().text->text, "Old Association");
    EXPECT_NEAR(found->texts.front().top_left.x, 12, 1);
}

TEST(Timeline, SaysWhereALaneThatIsLetGoComesTo) {
    const auto timeline = timeline_of(model_of(small_history()), {});
    const TimelineView view{timeline->whole(), {700, 420}, 0, {}, ""};
    std::vector<std::string> keys;
    for (const auto lane : timeline->order()) keys.push_back(timeline->chronology().lanes[lane].key);
    ASSERT_GE(keys.size(), 3U);
    const auto top = [&](std::size_t at) {
        return timeline->place_of(keys[at], view)->first + timeline->frame(view).lanes.top;
    };
    const double height = timeline->place_of(keys[0], view)->second;
    EXPECT_EQ(timeline->drop_at(keys[0], top(0) + 1, view)->steps, 0);
    EXPECT_EQ(timeline->drop_at(keys[0], top(1) + height, view)->steps, 1);
    EXPECT_NEAR(timeline->drop_at(keys[0], top(1) + height, view)->y, top(2), 0.01);
    EXPECT_EQ(timeline->drop_at(keys[0], 1e9, view)->steps, static_cast<int>(keys.size()) - 1);
    EXPECT_EQ(timeline->drop_at(keys[2], -1e9, view)->steps, -2);
    EXPECT_NEAR(timeline->drop_at(keys[2], -1e9, view)->y, top(0), 0.01);
    EXPECT_FALSE(timeline->drop_at("nobody", 0, view));
}

TEST(Timeline, StepsFromEventToEventAndBack) {
    const auto timeline = timeline_of(model_of(small_history()), {});
    std::vector<std::string> keys;
    std::string focus;
    for (auto stop = timeline->next_event("union", "", -1e9, 1); stop;
         stop = timeline->next_event("union", focus, 0, 1)) {
        focus = stop->key;
        keys.push_back(focus);
    }
    EXPECT_EQ(keys, (std::vector<std::string>{"founding", "a", "b", "c"}));
    EXPECT_EQ(timeline->next_event("union", "b", 0, -1)->key, "a");
    EXPECT_FALSE(timeline->next_event("union", "founding", 0, -1));
    EXPECT_EQ(timeline->next_event("", "c", 0, 1)->lane, "old") << "of all lanes where none is named";
}

TEST(Timeline, BadHistoriesAreDrawn) {
    model::Draft draft;
    add_body(draft, "zero", "Year Zero", {"0000/.."});
    add_body(draft, "deep", "Deep Past", {"-9999/-0044"});
    add_body(draft, "far", "Far", {"Y1000000000/.."});
    add_body(draft, "open", "Open at both ends", {"../.."});
    add_body(draft, "undated", "Undated", {});
    add_body(draft, "wrong", "Ends before it begins", {"1990/1980"});
    std::vector<std::string> spells;
    for (int i = 0; i < 40; ++i)
        spells.push_back(std::to_string(1900 + 2 * i) + "/" + std::to_string(1901 + 2 * i));
    add_body(draft, "many", "Forty spells", spells);
    for (int i = 0; i < 5000; ++i) add_event(draft, "e" + std::to_string(i), "1950-05-05", "zero");
    add_event(draft, "late", "2020", "many");
    const auto timeline = timeline_of(model_of(draft), {});
    for (const auto kind : {ScaleKind::linear, ScaleKind::sequential}) {
        TimelineStyle style;
        style.scale = kind;
        const auto one = timeline_of(model_of(draft), {}, style);
        auto window = one->whole();
        for (int i = 0; i < 40; ++i) {
            const auto scene = one->scene({window, {900, 500}, 0, {}, ""});
            expect_readable(scene, "bad " + std::to_string(i));
            for (const auto& element : scene.elements) {
                EXPECT_TRUE(std::isfinite(element.box.left) && std::isfinite(element.box.right))
                    << element.key;
                EXPECT_LT(std::abs(element.box.left) + std::abs(element.box.right), 1e4) << element.key;
            }
            window = one->scale({window, {900, 500}, 0, {}, ""}).zoomed(2, 400);
        }
    }
    // 5,000 events on one day are one mark at every zoom, and it says so.
    const auto day = static_cast<double>(edtf::day_from_civil({1950, 5, 5}));
    const auto scene = timeline->scene({{day - 2, day + 2}, {900, 500}, 0, {}, ""});
    const auto crowd = std::find_if(scene.elements.begin(), scene.elements.end(),
                                    [](const Element& e) { return e.key == "e0#5000"; });
    ASSERT_NE(crowd, scene.elements.end());
    EXPECT_EQ(crowd->title, "5,000 events");
}

TEST(Timeline, DataWithoutDatesSaysSoAndHowToAddOne) {
    model::Draft draft;
    add_body(draft, "a", "A", {});
    for (const char* lang : {"en", "kk", "ru"}) {
        TimelineStyle style;
        style.lang = lang;
        const auto timeline = timeline_of(model_of(draft), {}, style);
        const auto scene = timeline->scene({timeline->whole(), {700, 400}, 0, {}, ""});
        const auto said = std::find_if(scene.elements.begin(), scene.elements.end(),
                                       [](const Element& e) { return e.key == "#empty"; });
        ASSERT_NE(said, scene.elements.end());
        EXPECT_NE(said->texts.front().text->text.find("existence"), std::string::npos);
    }
    const auto nobody = timeline_of(model_of({}), {});
    EXPECT_FALSE(nobody->scene({nobody->whole(), {700, 400}, 0, {}, ""}).elements.empty());
}

TEST(Timeline, CutIntoRowsItIsStacked) {
    const auto timeline = timeline_of(model_of(small_history()), {});
    const auto one = timeline->scene({timeline->whole(), {700, 0}, 0, {}, ""});
    const auto two = stacked({one, one});
    EXPECT_DOUBLE_EQ(two.size.height, 2 * one.size.height);
    EXPECT_EQ(two.elements.size(), 2 * one.elements.size());
}

}  // namespace
}  // namespace shezhire::scene
