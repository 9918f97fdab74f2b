// The date slider: steady, compact, staged, played.
#include <set>

#include "session/motion.h"
#include "session_fixture.h"

namespace shezhire::session {
namespace {

class DatesTest : public SessionTest {
  protected:
    void open_ifla() {
        const auto data = test::source_dir() / "data";
        session_->open({data / "ifla.jsonld", data / "vocabulary.jsonld", data / "sources.jsonld"});
        settle();
        ASSERT_NE(session_->picture(), nullptr);
    }
    // As a hand drags: no frame waits for anything.
    void drag(int first_year, int last_year) {
        for (int year = first_year; year <= last_year; ++year) {
            for (const char* month : {"-01", "-05", "-09"}) {
                session_->execute({Verb::date, {std::to_string(year) + month}}, clock_ += 0.01);
                session_->tick(clock_);
            }
        }
        session_->finish_gesture();
    }
    void rest(double seconds) {
        for (double t = 0; t < seconds; t += 0.05) {
            session_->tick(clock_ += 0.05);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    // Until nothing more is made ahead.
    void idle() {
        for (int i = 0; i < 4000 && (session_->wake_at() || session_->making_ahead()); ++i) rest(0.05);
    }
    [[nodiscard]] const scene::Element* box(const std::string& key) const {
        for (const auto& element : session_->shown().elements) {
            if (element.role == scene::Role::node && element.key == key) return &element;
        }
        return nullptr;
    }
    [[nodiscard]] std::map<std::string, std::pair<double, double>> places() const {
        std::map<std::string, std::pair<double, double>> found;
        for (const auto& element : session_->shown().elements) {
            if (element.role == scene::Role::node) found[element.key] = {element.box.left, element.box.top};
        }
        return found;
    }
};

TEST_F(DatesTest, SteadyAnotherDateMovesNothingAndAsksForNoLayout) {
    open();
    run("date 2000");
    const int runs = engine_->runs;
    const auto before = places();
    ASSERT_TRUE(before.contains("b"));
    EXPECT_FALSE(shows("b")) << "it is a ghost now";
    for (const char* date : {"1960", "1940-05", "1975/1990", "2020-01-01"}) {
        run(std::string("date ") + date);
        EXPECT_EQ(places(), before) << date;
        EXPECT_EQ(session_->graph().when.text(), date);
    }
    run("date 1960");
    EXPECT_TRUE(shows("b"));
    EXPECT_NE(session_->shown().title.find("1960"), std::string::npos);
    run("date 2000; undo");
    EXPECT_TRUE(shows("b"));
    EXPECT_EQ(engine_->runs, runs);
}

TEST_F(DatesTest, DraggingOverAllOfIflaAsksForNoLayout) {
    open_ifla();
    run("dates steady whole");
    const int runs = engine_->runs;
    const auto before = places();
    drag(1927, 2026);
    run("select ifla-div-1977-1");
    drag(1927, 2026);
    settle();
    EXPECT_EQ(engine_->runs, runs);
    EXPECT_EQ(places(), before);
}

TEST_F(DatesTest, ErasAreMadeAheadSoThatDraggingThroughThemWaitsForNone) {
    open_ifla();
    const auto reforms = session_->calendar().reforms;
    std::set<std::string> days;
    for (const auto day : reforms) days.insert(edtf::Date::from_day(day).text());
    EXPECT_EQ(days,
              (std::set<std::string>{"1977-01-01", "1978-01-01", "2009-01-01", "2010-01-01", "2021-08-26"}));
    EXPECT_EQ(session_->period().text(), "2021-08-26/..");
    idle();
    const int runs = engine_->runs;
    EXPECT_LE(runs, 12) << "one for each era, and what the first look took";
    drag(1927, 2026);
    EXPECT_FALSE(session_->laying_out());
    EXPECT_EQ(engine_->runs, runs);
    settle();
}

TEST_F(DatesTest, CompactEveryEpochIsLaidOutOnceAndItsNeighboursAhead) {
    open();
    run("dates compact; date 2000");
    EXPECT_EQ(places().count("b"), 0U) << "no ghosts where each date has its own layout";
    const int runs = engine_->runs;
    run("date 1999; date 2001-05");
    EXPECT_EQ(engine_->runs, runs) << "one answer for all dates of an epoch";
    run("date 1960");
    EXPECT_EQ(engine_->runs, runs + 1);
    EXPECT_TRUE(places().contains("b"));
    run("date 2000; date 1960");
    EXPECT_EQ(engine_->runs, runs + 1) << "what was looked at is kept";
    idle();
    const int ahead = engine_->runs;
    EXPECT_GT(ahead, runs + 1);
    run("previous-change; previous-change");
    EXPECT_EQ(engine_->runs, ahead) << "what comes next was made while nothing was to be done";
    EXPECT_EQ(session_->view().when.text(), "1950-01-01");
}

TEST_F(DatesTest, AStepIsStaged) {
    open();
    run("dates compact; date 2000");
    session_->finish_gesture();
    idle();
    run("date 1960");
    session_->finish_gesture();
    ASSERT_NE(box("b"), nullptr);
    const double at = clock_;
    session_->execute({Verb::date, {"2000"}}, clock_);
    ASSERT_FALSE(session_->laying_out());
    const auto place = box("a")->origin;
    session_->tick(at + 0.15);
    EXPECT_NEAR(static_cast<double>(box("b")->opacity), 0.5, 0.05) << "what goes fades out first";
    EXPECT_EQ(box("a")->origin, place);
    session_->tick(at + 0.31);
    EXPECT_EQ(box("b")->opacity, 0);
    session_->tick(at + gone_seconds + 0.35);
    const auto half_way = box("a")->origin;
    session_->tick(at + gone_seconds + least_moving_seconds + 0.6);
    EXPECT_NE(half_way, place) << "what moves glides next";
    session_->tick(at + 3);
    EXPECT_EQ(box("b"), nullptr);
    EXPECT_FALSE(session_->moving());
    clock_ = at + 3;
    session_->finish_gesture();

    session_->execute({Verb::date, {"1960"}}, clock_);
    session_->tick(clock_ + gone_seconds + 0.1);
    EXPECT_EQ(box("b")->opacity, 0) << "what comes waits until all is in its place";
    session_->tick(clock_ + gone_seconds + most_moving_seconds + 0.2);
    EXPECT_GT(box("b")->opacity, 0);
    settle();
}

TEST_F(DatesTest, ReducedMotionCuts) {
    open();
    run("reduce-motion on; dates compact; date 1960");
    session_->execute({Verb::date, {"2000"}}, clock_);
    for (int i = 0; i < 20'000 && session_->laying_out(); ++i) {
        session_->tick(clock_ += 0.001);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_FALSE(session_->moving());
    EXPECT_EQ(box("b"), nullptr);
    run("dates steady");
    session_->execute({Verb::date, {"1960"}}, clock_);
    EXPECT_FALSE(session_->moving());
}

TEST_F(DatesTest, WhatAStepChangedStaysMarkedUntilTheNext) {
    open();
    run("date 1940");
    session_->finish_gesture();
    run("date 1960");
    session_->finish_gesture();
    EXPECT_EQ(session_->turned(), (std::map<std::string, Turn>{{"b", Turn::come}}));
    run("fold a; unfold a");
    EXPECT_EQ(session_->turned().size(), 1U) << "that is no step";
    run("date 2000");
    session_->finish_gesture();
    EXPECT_EQ(session_->turned(), (std::map<std::string, Turn>{{"b", Turn::gone}}));
    run("dates compact; date 1960");
    session_->finish_gesture();
    EXPECT_EQ(session_->turned(), (std::map<std::string, Turn>{{"b", Turn::come}}));
    run("date 1961; date 1962");
    EXPECT_TRUE(session_->turned().empty());
}

TEST_F(DatesTest, PlayingGoesFromChangeToChange) {
    open();
    run("date 1940");
    session_->finish_gesture();
    session_->execute({Verb::play, {}}, clock_);
    ASSERT_TRUE(session_->playing());
    const double begin = clock_;
    const auto date_after = [&](double seconds) {
        while (clock_ < begin + seconds) {
            session_->tick(clock_ += 0.02);
            session_->finish_gesture();  // as the window does in every frame
        }
        return session_->view().when.text();
    };
    EXPECT_EQ(date_after(0.1), "1950-01-01") << "the first at once, no empty year between";
    EXPECT_EQ(date_after(1.9), "1950-01-01");
    EXPECT_EQ(date_after(2.1), "1950-12-31");
    session_->execute({Verb::play, {}}, clock_);
    EXPECT_FALSE(session_->playing());
    EXPECT_EQ(date_after(8), "1950-12-31") << "it pauses";
    session_->execute({Verb::play, {"on"}}, clock_);
    const double again = clock_;
    while (session_->playing() && clock_ < again + 60) session_->tick(clock_ += 0.02);
    EXPECT_FALSE(session_->playing()) << "it ends with the last change";
    EXPECT_EQ(session_->view().when.text(), "1981-01-01");
    EXPECT_TRUE(session_->messages().empty());
    run("undo; undo");
    EXPECT_EQ(session_->view().when.text(), "1940") << "playing is one step back each time";
    run("play-speed 1.5; loop on; date 1979; play");
    EXPECT_TRUE(session_->playing());
    std::set<std::string> dates;
    for (const double end = clock_ + 20; clock_ < end; session_->tick(clock_ += 0.02))
        dates.insert(session_->view().when.text());
    EXPECT_TRUE(session_->playing());
    EXPECT_TRUE(dates.contains("1900-01-01")) << "and begins again";
    run("dismiss");
    EXPECT_FALSE(session_->playing());
    run("play-speed 9");
    EXPECT_EQ(session_->messages().size(), 1U);
    EXPECT_EQ(session_->presentation().play_seconds, 1.5);
}

TEST_F(DatesTest, GhostsMayBeLeftOutAndThePeriodChosen) {
    open();
    run("date 2000; ghosts off");
    EXPECT_EQ(box("b")->opacity, 0);
    run("ghosts");
    EXPECT_GT(box("b")->opacity, 0);
    run("dates steady 1985/2010");
    EXPECT_EQ(box("b"), nullptr) << "it is nowhere in that period";
    EXPECT_EQ(session_->period().text(), "1985/2010");
    run("undo");
    EXPECT_NE(box("b"), nullptr);
    run("dates steady never; dates compact era");
    EXPECT_EQ(session_->messages().size(), 2U);
    EXPECT_EQ(session_->presentation().dates, Dates::steady);
    run("dates");
    EXPECT_EQ(session_->presentation().dates, Dates::compact);
}

TEST_F(DatesTest, AGhostIsSelectedAndItsTimeOffered) {
    open();
    run("date 2000; select b");
    EXPECT_EQ(session_->selection(), "b");
    ASSERT_EQ(session_->messages().size(), 1U);
    ASSERT_TRUE(session_->messages().back().offer);
    run(to_text(*session_->messages().back().offer));
    EXPECT_TRUE(shows("b"));
}

TEST_F(DatesTest, DataWithoutDatesHasOnePicture) {
    ASSERT_TRUE(base::write_file_atomically(dir_ / "small.jsonld", R"({
      "@context": "context.jsonld", "format": "shezhire/1", "roots": ["root"], "@graph": [
      { "id": "root", "type": "Organization" },
      { "id": "b", "type": "OrganizationalUnit", "unitOf": "root" }] })"));
    open();
    const int runs = engine_->runs;
    run("dates; dates steady whole; play");
    EXPECT_FALSE(session_->playing());
    EXPECT_TRUE(shows("b"));
    EXPECT_EQ(engine_->runs, runs);
}

TEST(Motion, StagesComeOneAfterTheOther) {
    const auto begin = stages_at(0, 0.7);
    EXPECT_EQ(begin.gone + begin.moved + begin.come, 0);
    const auto gone = stages_at(0.3, 0.7);
    EXPECT_EQ(gone.gone, 1);
    EXPECT_EQ(gone.moved, 0);
    const auto moved = stages_at(1.0, 0.7);
    EXPECT_NEAR(moved.moved, 1, 1e-9);
    EXPECT_NEAR(moved.come, 0, 1e-9);
    EXPECT_EQ(stages_at(1.31, 0.7).come, 1);
    EXPECT_EQ(moving_seconds(100, 1600), least_moving_seconds);
    EXPECT_NEAR(moving_seconds(720, 1600), 0.9, 1e-9) << "no faster than half a screen a second";
    EXPECT_EQ(moving_seconds(5000, 1600), most_moving_seconds);
}

}  // namespace
}  // namespace shezhire::session
