// Outline, search, date and details: what a click, a key or a word there leads to.
#include <gtest/gtest.h>

#include "ui/harness.h"

namespace shezhire::test {
namespace {

using session::Verb;

struct Panes : ::testing::Test {
    Desk desk;
    void SetUp() override { desk.open(small_data); }

    base::Point row(std::string_view name) {
        const auto found = desk.names(name);
        EXPECT_FALSE(found.empty()) << name << " has no row";
        return found.empty() ? base::Point{} : found.back().centre();
    }
    // The outline alone: the canvas sets its labels in other sizes.
    bool listed(std::string_view name) { return !desk.names(name).empty(); }
    base::Point slider(double share) {
        const auto area = desk.panes().bottom;
        const double left = area.left + 12 + 28 + 4 + 176 + 4 + 28 + 8 + 36 + 12 + 10;
        return {left + (mode_button().x - mode_width() / 2 - 22 - left) * share, area.top + 8 + 26};
    }
    void click_date() {
        const auto places = desk.names(desk.session->view().when.text(), ui::text_date, true);
        ASSERT_FALSE(places.empty());
        desk.click(places.front().centre());
    }
    static double mode_width() {
        return static_cast<double>(
            std::max(ImGui::CalcTextSize("Steady").x, ImGui::CalcTextSize("Compact").x) + 34);
    }
    // On the date bar: its buttons.
    base::Point mode_button() {
        const auto area = desk.panes().bottom;
        return {area.right - 12 - mode_width() / 2, area.centre().y};
    }
    base::Point play_button() {
        const auto area = desk.panes().bottom;
        return {area.left + 12 + 28 + 4 + 176 + 4 + 28 + 8 + 18, area.centre().y};
    }
};

TEST_F(Panes, AClickInTheOutlineSelects) {
    desk.click(row("Alpha one"));
    EXPECT_EQ(desk.session->selection(), "a1");
    EXPECT_TRUE(desk.was_sent(Verb::select));
    EXPECT_FALSE(desk.was_sent(Verb::toggle_fold));
}

TEST_F(Panes, TheArrowBeforeARowFoldsAndUnfolds) {
    const auto name = desk.names("Alpha").back();
    desk.click({name.left - 12, name.centre().y});
    EXPECT_FALSE(desk.has("a1"));
    EXPECT_FALSE(listed("Alpha one"));
    EXPECT_TRUE(listed("+2") || !desk.names("+2", ui::text_small).empty());
    EXPECT_EQ(desk.session->selection(), "");
    desk.click({name.left - 12, name.centre().y});
    EXPECT_TRUE(desk.has("a1"));
}

TEST_F(Panes, ADoubleClickOnARowGoesThere) {
    desk.double_click(row("Alpha two"));
    EXPECT_EQ(desk.session->selection(), "a2");
    EXPECT_TRUE(desk.was_sent(Verb::zoom_to));
    const auto middle = desk.panes().canvas.centre();
    EXPECT_NEAR(desk.at("a2").x, middle.x, 2);
    EXPECT_NEAR(desk.at("a2").y, middle.y, 2);
}

TEST_F(Panes, TypingFindsAndEnterSelects) {
    desk.tap('F', Modifier::ctrl);
    desk.type("alpha tw");
    EXPECT_EQ(desk.session->search_text(), "alpha tw");
    ASSERT_EQ(desk.session->search_hits().size(), 1U);
    EXPECT_TRUE(listed("Alpha two"));
    EXPECT_FALSE(listed("Alpha one"));
    desk.tap(key::enter);
    EXPECT_EQ(desk.session->selection(), "a2");
}

TEST_F(Panes, TheArrowKeysChooseAmongWhatIsFound) {
    desk.tap('F', Modifier::ctrl);
    desk.type("alpha");
    ASSERT_EQ(desk.session->search_hits().size(), 3U);
    const auto second =
        desk.session->model()->organizations()[desk.session->search_hits()[1].organization].id;
    desk.tap(key::down);
    desk.tap(key::enter);
    EXPECT_EQ(desk.session->selection(), second);
}

TEST_F(Panes, AClickOnWhatIsFoundSelectsIt) {
    desk.tap('F', Modifier::ctrl);
    desk.type("one");
    desk.click(row("Alpha one"));
    EXPECT_EQ(desk.session->selection(), "a1");
}

TEST_F(Panes, EscapeEmptiesTheSearchEachTime) {
    for (int round = 0; round < 3; ++round) {
        desk.tap('F', Modifier::ctrl);
        desk.type("beta");
        EXPECT_EQ(desk.session->search_text(), "beta");
        desk.tap(key::escape);
        EXPECT_EQ(desk.session->search_text(), "") << "round " << round;
        EXPECT_TRUE(listed("Alpha one"));
    }
}

TEST_F(Panes, NothingFoundIsSaid) {
    desk.tap('F', Modifier::ctrl);
    desk.type("zzzz");
    EXPECT_TRUE(desk.reads("Nothing is called so."));
}

TEST_F(Panes, KeysAreLettersWhileSomethingIsTyped) {
    desk.tap('F', Modifier::ctrl);
    const auto before = desk.session->viewport();
    desk.tap('F');
    desk.tap('Z');
    EXPECT_EQ(desk.session->viewport(), before);
    EXPECT_FALSE(desk.was_sent(Verb::fit));
}

TEST_F(Panes, ADateIsTyped) {
    EXPECT_FALSE(desk.has("b"));
    click_date();
    desk.type("1960");
    desk.tap(key::enter);
    EXPECT_EQ(desk.session->view().when.text(), "1960");
    EXPECT_TRUE(desk.has("b"));
    EXPECT_FALSE(desk.names("1960", ui::text_date, true).empty());
}

TEST_F(Panes, AWrongDateIsSaidAndTheOldOneStays) {
    const auto before = desk.session->view().when;
    click_date();
    desk.type("2005-13");
    desk.tap(key::enter);
    EXPECT_EQ(desk.session->view().when, before);
    EXPECT_FALSE(desk.session->messages().empty());
    EXPECT_FALSE(desk.names(before.text(), ui::text_date, true).empty()) << "the field shows what holds";
    EXPECT_TRUE(desk.reads("Dismiss"));
    desk.click_text("Dismiss");
    EXPECT_TRUE(desk.session->messages().empty());
}

TEST_F(Panes, AnEmptyDateIsAnyDate) {
    click_date();
    desk.tap(key::del);
    desk.tap(key::enter);
    EXPECT_EQ(desk.session->view().when, edtf::Interval());
    EXPECT_TRUE(desk.has("b"));
    EXPECT_TRUE(desk.has("c"));
}

TEST_F(Panes, DraggingTheSliderIsOneStepBack) {
    const auto before = desk.session->view().when;
    desk.drag(slider(0.99), slider(0.6), 12);
    const auto after = desk.session->view().when;
    EXPECT_NE(after, before);
    desk.drag(slider(0.6), slider(0.4), 12);
    EXPECT_NE(desk.session->view().when, after);
    desk.tap('Z', Modifier::ctrl);
    EXPECT_EQ(desk.session->view().when, after);
    desk.tap('Z', Modifier::ctrl);
    EXPECT_EQ(desk.session->view().when, before);
    desk.tap('Y', Modifier::ctrl);
    EXPECT_EQ(desk.session->view().when, after);
}

TEST_F(Panes, TheSliderEndsAreTheEndsOfWhatIsDated) {
    desk.drag(slider(0.5), {-50, slider(0).y});
    EXPECT_EQ(desk.session->view().when.text(), "1900-01");
    desk.drag(slider(0.5), {5000, slider(0).y});
    EXPECT_EQ(desk.session->view().when.text(), "1990-12");
}

TEST_F(Panes, StepsGoFromChangeToChange) {
    desk.run("date 1960");
    const auto area = desk.panes().bottom;
    desk.click({area.left + 12 + 14, area.centre().y});
    EXPECT_TRUE(desk.was_sent(Verb::previous_change));
    EXPECT_EQ(desk.session->view().when.text().substr(0, 4), "1950");
    desk.click({area.left + 12 + 28 + 4 + 176 + 4 + 14, area.centre().y});
    EXPECT_TRUE(desk.was_sent(Verb::next_change));
}

TEST_F(Panes, TheDateStandsInLargeFigures) {
    desk.run("date 2005-08");
    EXPECT_FALSE(desk.names("2005-08", ui::text_date, true).empty());
    desk.run("date 1960");
    EXPECT_FALSE(desk.names("1960", ui::text_date, true).empty());
}

TEST_F(Panes, TheBarPlaysAndPauses) {
    desk.run("date 1940");
    desk.click(play_button());
    EXPECT_TRUE(desk.was_sent(Verb::play));
    ASSERT_TRUE(desk.session->playing());
    for (int i = 0; i < 30; ++i) desk.frame();
    EXPECT_EQ(desk.session->view().when.text(), "1950-01-01");
    for (int i = 0; i < 130; ++i) desk.frame();
    EXPECT_EQ(desk.session->view().when.text(), "1950-12-31");
    desk.click(play_button());
    EXPECT_FALSE(desk.session->playing());
    desk.tap(key::space, Modifier::shift);
    EXPECT_TRUE(desk.session->playing());
    desk.tap(key::escape);
    EXPECT_FALSE(desk.session->playing());
}

TEST_F(Panes, TheBarChangesHowDatesFollowEachOther) {
    EXPECT_TRUE(desk.reads("Steady"));
    desk.click(mode_button());
    desk.click_text("Compact: each date is laid out anew");
    EXPECT_EQ(desk.session->presentation().dates, session::Dates::compact);
    EXPECT_TRUE(desk.reads("Compact"));
    desk.click(mode_button());
    desk.click_text("Steady: nothing moves in all the time that is known");
    EXPECT_EQ(desk.session->presentation().dates, session::Dates::steady);
    EXPECT_EQ(desk.session->period().text(), "../..");
    desk.click(mode_button());
    desk.click_text("Hint at what is not there at the date");
    EXPECT_FALSE(desk.session->presentation().ghosts);
}

TEST_F(Panes, DetailsOpenWithTheSelectionAndLeadOn) {
    EXPECT_FALSE(desk.shows_window("details"));
    desk.click(row("Alpha one"));
    ASSERT_TRUE(desk.shows_window("details"));
    EXPECT_FALSE(desk.names("Alpha one", ui::text_large, true).empty());
    EXPECT_FALSE(desk.names("Part of", ui::text_small, true).empty());
    // "Alpha" stands in the outline and, as a link, in the details; the rightmost is the link.
    auto link = desk.names("Alpha").front();
    for (const auto& place : desk.names("Alpha")) {
        if (place.left > link.left) link = place;
    }
    EXPECT_GT(link.left, desk.panes().right.left);
    desk.click(link.centre());
    EXPECT_EQ(desk.session->selection(), "a");
    EXPECT_FALSE(desk.names("Parts at this date", ui::text_small, true).empty());
}

TEST_F(Panes, WhatIsGoneIsOfferedAtItsTime) {
    desk.run("date 2000; select b");
    ASSERT_TRUE(desk.shows_window("message"));
    ASSERT_TRUE(desk.session->messages().back().offer);
    desk.click_text("Go there: " + desk.session->messages().back().offer->arguments.back());
    EXPECT_TRUE(desk.has("b"));
    EXPECT_TRUE(desk.session->messages().empty());
    EXPECT_FALSE(desk.shows_window("message"));
}

TEST_F(Panes, AFailedLayoutOffersAnotherOne) {
    desk.run("dates compact");
    desk.engine->broken = true;
    desk.run("date 1960");
    EXPECT_NE(desk.session->picture(), nullptr);
    ASSERT_TRUE(desk.shows_window("message"));
    desk.engine->broken = false;
    desk.click_text("Try another layout: twopi");
    EXPECT_EQ(desk.session->presentation().engine, layout::Engine::twopi);
    EXPECT_TRUE(desk.has("b"));
    EXPECT_TRUE(desk.session->messages().empty());
}

TEST_F(Panes, OpeningAgainWithASearchOpenKeepsNoStaleHits) {
    desk.tap('F', Modifier::ctrl);
    desk.type("alpha");
    ASSERT_EQ(desk.session->search_hits().size(), 3U);
    desk.open(R"({"@context":"context.jsonld","format":"shezhire/1","@graph":[
        {"id":"z","type":"Organization","prefLabel":{"en":"Alpha alone"}}]})");
    ASSERT_EQ(desk.session->model()->organizations().size(), 1U);
    ASSERT_EQ(desk.session->search_hits().size(), 1U) << "the words typed are looked for in the new data";
    EXPECT_TRUE(listed("Alpha alone"));
}

}  // namespace
}  // namespace shezhire::test
