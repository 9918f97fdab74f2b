// The details of anything, and the article as a view: what a click there leads to.
#include <gtest/gtest.h>

#include "ui/harness.h"

namespace shezhire::test {
namespace {

using session::Verb;

const char* const told_data = R"({
  "@context": "context.jsonld", "format": "shezhire/1", "roots": ["root"],
  "@graph": [
    { "id": "root", "type": "Organization", "prefLabel": { "en": "Root" }, "sources": ["book"],
      "existence": "1900/..", "sites": [{ "place": "Semey", "when": "1900/1950", "disputed": true }],
      "claims": [{ "field": "founded", "value": "1899", "sources": ["page"] }] },
    { "id": "a", "type": "OrganizationalUnit", "prefLabel": { "en": "Alpha" }, "existence": "1900/1980",
      "unitOf": "root" },
    { "id": "meeting", "type": "Event", "prefLabel": { "en": "The meeting" }, "when": "1960",
      "organization": ["root", "a"], "sources": ["page"] },
    { "id": "book", "type": "Source", "title": "A book", "url": "https://example.org/book" },
    { "id": "page", "type": "Source", "title": "A page" },
    { "id": "one", "type": "Concept", "notation": "1", "prefLabel": { "en": "history" } },
    { "id": "s1", "type": "Statement", "notation": "1", "section": "one", "statedIn": "book", "verdict": "confirmed",
      "prefLabel": { "en": "It met in 1960." }, "confirmedBy": "page", "about": "root", "representedBy": ["meeting"] },
    { "id": "s2", "type": "Statement", "notation": "2", "section": "one", "statedIn": "book", "verdict": "contradicted",
      "prefLabel": { "en": "It began in 1899." }, "contradictedBy": "page",
      "representedBy": [{ "thing": "root", "field": "claims", "of": "founded" }] }
  ]
})";

struct Details : ::testing::Test {
    // High enough for a whole page: nothing has to be scrolled to.
    Desk desk{{1280, 1600}};
    void SetUp() override { desk.open(told_data); }

    /// Clicks a text in the details, where it stands last or first.
    void click_in_details(std::string_view text, float size = ui::text_normal) {
        const auto right = desk.panes().right.left;
        for (const auto& place : desk.names(text, size)) {
            if (place.left < right) continue;
            return desk.click(place.centre());
        }
        FAIL() << text << " does not stand in the details";
    }
    /// Whether it stands in the article, and not only in the details.
    bool read(std::string_view text) {
        for (const auto& place : desk.names(text)) {
            if (place.left < desk.panes().right.left) return true;
        }
        return false;
    }
    bool heading(std::string_view text) { return !desk.names(text, ui::text_small, true).empty(); }
};

TEST_F(Details, LeadFromABodyToItsEventsSourcesAndWhatRestsOnThem) {
    desk.run("select root");
    EXPECT_TRUE(heading("Events"));
    EXPECT_TRUE(heading("Seats"));
    EXPECT_TRUE(heading("Sources disagree"));
    EXPECT_FALSE(desk.names("1899", ui::text_normal, true).empty()) << "the other claim";
    click_in_details("The meeting");
    EXPECT_EQ(desk.session->selection(), "meeting");
    EXPECT_TRUE(heading("Who takes part"));
    click_in_details("A page");
    EXPECT_EQ(desk.session->selection(), "page");
    EXPECT_TRUE(heading("Events that rest on it"));
    EXPECT_TRUE(heading("Organizations that rest on it"));
    click_in_details("Root");
    EXPECT_EQ(desk.session->selection(), "root");
}

TEST_F(Details, AskBeforeAnAddressIsOpened) {
    desk.run("select book");
    click_in_details("https://example.org/book");
    EXPECT_EQ(desk.hand.ask_link, "https://example.org/book");
    EXPECT_FALSE(desk.was_sent(Verb::browse)) << "nothing is opened without a yes";
}

TEST_F(Details, AreCopiedAsTextAndAsReferences) {
    desk.run("select meeting");
    desk.click_text("Copy");
    EXPECT_NE(std::string(ImGui::GetClipboardText()).find("The meeting\n"), std::string::npos);
    desk.click_text("Cite");
    EXPECT_EQ(std::string(ImGui::GetClipboardText()), "A page\nA book. https://example.org/book\n")
        << "the book speaks of it too";
}

TEST_F(Details, OfASourceLeadToWhatItStates) {
    desk.run("select book");
    click_in_details("2 statements, one by one");
    EXPECT_EQ(desk.session->article().source, "book");
    EXPECT_TRUE(desk.shows_window("article"));
}

TEST_F(Details, TheArticleIsReadAndLeadsOn) {
    desk.tap('A');
    ASSERT_EQ(desk.session->article().source, "book");
    ASSERT_TRUE(read("It met in 1960."));
    desk.click(desk.names("It began in 1899.").front().centre());
    EXPECT_EQ(desk.session->selection(), "s2");
    EXPECT_TRUE(heading("Contradicted by"));
    desk.click(desk.names("The meeting", ui::text_small).front().centre());
    EXPECT_EQ(desk.session->selection(), "meeting");
    EXPECT_EQ(desk.session->article().source, "book") << "reading goes on";
    desk.click(desk.names("Contradicted  1", ui::text_small).front().centre());
    EXPECT_FALSE(read("It met in 1960."));
    EXPECT_TRUE(read("It began in 1899."));
    desk.tap('A');
    EXPECT_EQ(desk.session->article().source, "");
    EXPECT_FALSE(desk.shows_window("article"));
}

TEST_F(Details, TheArticleIsWalkedByKeysAndEnterJumps) {
    desk.tap('A');
    desk.tap(key::down);
    EXPECT_EQ(desk.session->selection(), "s1");
    desk.tap(key::down);
    EXPECT_EQ(desk.session->selection(), "s2");
    desk.tap(key::down);
    EXPECT_EQ(desk.session->selection(), "s2") << "it is the last";
    desk.tap(key::home);
    EXPECT_EQ(desk.session->selection(), "s1");
    desk.tap(key::end);
    EXPECT_EQ(desk.session->article().source, "book") << "reading goes on";
    desk.tap(key::enter);
    EXPECT_EQ(desk.session->article().source, "");
    EXPECT_EQ(desk.session->selection(), "root") << "what the statement is about";
}

TEST_F(Details, AreGoneThroughByKeys) {
    desk.run("select root");
    for (int i = 0; i < 8 && desk.hand.way.area != ui::Area::details; ++i) desk.tap(key::tab);
    ASSERT_EQ(desk.hand.way.area, ui::Area::details);
    const auto& keys = desk.hand.page.keys;
    desk.tap(key::down);
    EXPECT_EQ(keys.at, 0) << "the first button";
    EXPECT_EQ(desk.session->selection(), "root") << "the canvas does not walk meanwhile";
    desk.tap(key::down);
    desk.tap(key::up);
    EXPECT_EQ(keys.at, 0);
    desk.tap(key::end);
    const int last = keys.at;
    EXPECT_GT(last, 4);
    // From link to link until one leads elsewhere.
    desk.tap(key::home);
    for (int i = 0; i < 40 && desk.session->selection() == "root"; ++i) {
        desk.tap(key::down);
        if (keys.at >= 16) desk.tap(key::enter);
        if (!desk.hand.ask_link.empty()) break;
    }
    EXPECT_NE(desk.session->selection(), "root");
    EXPECT_EQ(desk.hand.way.area, ui::Area::details) << "the keyboard stays";
    EXPECT_EQ(keys.at, -1) << "another page begins anew";
    desk.tap(key::escape);
    EXPECT_EQ(desk.hand.way.area, ui::Area::canvas);
}

TEST_F(Details, KeysLeadToWhatIsScrolledAway) {
    desk.resize({1280, 420});
    desk.run("select root");
    for (int i = 0; i < 8 && desk.hand.way.area != ui::Area::details; ++i) desk.tap(key::tab);
    ASSERT_EQ(desk.hand.way.area, ui::Area::details);
    const auto& keys = desk.hand.page.keys;
    const auto count = keys.places.size();
    for (std::size_t i = 0; i < 3 * count; ++i) desk.tap(key::down);
    EXPECT_EQ(keys.at, keys.places.rbegin()->first);
    for (std::size_t i = 0; i < 3 * count; ++i) desk.tap(key::up);
    EXPECT_EQ(keys.at, keys.places.begin()->first);
}

TEST_F(Details, ShowInTheStructureGoesToTheBodyAndItsDate) {
    desk.run("date 2000; select s1");
    desk.click_text("In the structure");
    EXPECT_EQ(desk.session->selection(), "root");
    desk.run("show a");
    EXPECT_TRUE(desk.has("a")) << "it ended in 1980; the date went there";
}

TEST_F(Details, InTheTimelineTakesTheBodyAlong) {
    desk.run("select meeting");
    desk.click_text("In the timeline");
    desk.settle();
    EXPECT_EQ(desk.session->view().view, session::View::timeline);
    EXPECT_EQ(desk.session->selection(), "meeting");
    EXPECT_TRUE(desk.session->view().lanes.pinned.contains("root"));
}

TEST_F(Details, ALongListIsShownWholeOnDemand) {
    std::string data =
        R"({"@context":"context.jsonld","format":"shezhire/1","@graph":[{"id":"r","type":"Organization"})";
    for (int i = 0; i < 40; ++i) {
        data += R"(,{"id":"u)" + std::to_string(i) +
                R"(","type":"OrganizationalUnit","unitOf":"r","prefLabel":{"en":"Unit )" + std::to_string(i) +
                R"("}})";
    }
    desk.open(data + "]}");
    desk.run("select r");
    const auto in_details = [&](std::string_view text) {
        for (const auto& place : desk.names(text)) {
            if (place.left > desk.panes().right.left) return true;
        }
        return false;
    };
    EXPECT_TRUE(in_details("Unit 0"));
    EXPECT_FALSE(in_details("Unit 20"));
    desk.click(desk.names("Show all 40", ui::text_small, true).front().centre());
    EXPECT_TRUE(in_details("Unit 20"));
}

}  // namespace
}  // namespace shezhire::test
