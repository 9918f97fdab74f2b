// The table under the hand: clicks, keys, the filter, columns, a million rows.
#include <gtest/gtest.h>

#include "ui/harness.h"

namespace shezhire::test {
namespace {

using session::Verb;

struct OnTable : ::testing::Test {
    Desk desk;
    void SetUp() override {
        desk.open(small_data);
        desk.run("reduce-motion on; pane outline off");  // the outline has the same names
        desk.tap('R');
        ASSERT_TRUE(desk.session->shows_table());
    }
    base::Point name(std::string_view text) {
        const auto found = desk.names(text);
        EXPECT_FALSE(found.empty()) << text << " has no row";
        return found.empty() ? base::Point{} : found.front().centre();
    }
    base::Point head(std::string_view text) {
        const auto found = desk.names(text, ui::text_small, true);
        EXPECT_FALSE(found.empty()) << text << " is no column";
        return found.empty() ? base::Point{} : found.front().centre();
    }
    [[nodiscard]] std::vector<std::string> keys() const {
        std::vector<std::string> keys;
        const auto& rows = *desk.session->rows();
        for (const auto row : rows.rows) keys.push_back(rows.table->key(row));
        return keys;
    }
};

using TableKeys = std::vector<std::string>;

TEST_F(OnTable, ADateKeepsItsYearWhereColumnsAreMany) {
    desk.run("pane outline on");
    std::string text = R"({ "@context": "context.jsonld", "format": "shezhire/1", "@graph": [)";
    for (const char* id : {"a", "b"}) {
        text += std::string(text.back() == '[' ? "" : ",") + R"({ "id": ")" + id +
                R"(", "type": "Organization", "prefLabel": { "en": "A name that is longer than its column" },
                "acronym": { "en": "LONGACRONYM-OFTHEM" }, "country": "BA", "confidence": "low", "disputed": true,
                "existence": "1927-09-30/2024-12-31" })";
    }
    desk.open(text + "]}");
    ASSERT_TRUE(desk.session->shows_table());
    EXPECT_FALSE(desk.names("30 September 1927").empty());
}

TEST_F(OnTable, OneKeyThereAndBack) {
    EXPECT_FALSE(desk.names("Alpha one").empty());
    desk.tap('R');
    EXPECT_FALSE(desk.session->shows_table());
    desk.tap('R');
    desk.tap(key::escape);
    EXPECT_FALSE(desk.session->shows_table());
}

TEST_F(OnTable, AClickSelectsAndTheDetailsFollow) {
    desk.click(name("Alpha two"));
    EXPECT_EQ(desk.session->selection(), "a2");
    EXPECT_FALSE(desk.names("Alpha two", ui::text_large, true).empty()) << "the details' heading";
}

TEST_F(OnTable, AClickOnAHeadSortsThenTurnsThenGivesItUp) {
    desk.click(head("Name"));
    EXPECT_EQ(desk.session->table_choice().sort, "name");
    EXPECT_FALSE(desk.session->table_choice().descending);
    EXPECT_EQ(keys().front(), "a");
    EXPECT_LT(name("Alpha one").y, name("Gamma").y);
    desk.click(head("Name"));
    EXPECT_TRUE(desk.session->table_choice().descending);
    EXPECT_GT(name("Alpha one").y, name("Gamma").y);
    desk.click(head("Name"));
    EXPECT_EQ(desk.session->table_choice().sort, "");
    desk.tap('Z', Modifier::ctrl);
    EXPECT_TRUE(desk.session->table_choice().descending);
}

TEST_F(OnTable, ArrowsWalkFromRowToRow) {
    desk.tap(key::down);
    EXPECT_EQ(desk.session->selection(), keys()[0]);
    desk.tap(key::down);
    desk.tap(key::down);
    EXPECT_EQ(desk.session->selection(), keys()[2]);
    desk.tap(key::up);
    EXPECT_EQ(desk.session->selection(), keys()[1]);
    desk.tap(key::end);
    EXPECT_EQ(desk.session->selection(), keys().back());
    desk.tap(key::down);
    EXPECT_EQ(desk.session->selection(), keys().back());
    desk.tap(key::page_up);
    EXPECT_EQ(desk.session->selection(), keys().front());
    desk.tap(key::page_down);
    EXPECT_EQ(desk.session->selection(), keys().back());
    desk.tap(key::home);
    EXPECT_EQ(desk.session->selection(), keys().front());
    EXPECT_FALSE(desk.was_sent(Verb::walk)) << "the arrows are the table's";
    desk.run("pane details off");
    desk.tap(key::enter);
    EXPECT_TRUE(desk.session->presentation().details_pane);
}

TEST_F(OnTable, RowsAreMarkedWithShiftAndCopied) {
    desk.tap(key::down);
    desk.tap(key::down, Modifier::shift);
    desk.tap(key::down, Modifier::shift);
    desk.tap('C', Modifier::ctrl);
    ASSERT_TRUE(desk.was_sent(Verb::copy));
    EXPECT_EQ(desk.sent.back(), (session::Command{Verb::copy, {"1", "3"}}));
    desk.tap('A', Modifier::ctrl);
    desk.tap('C', Modifier::ctrl);
    EXPECT_EQ(desk.sent.back(), (session::Command{Verb::copy, {"1", std::to_string(keys().size())}}));
    desk.click(name("Root"));
    desk.tap('C', Modifier::ctrl);
    EXPECT_EQ(desk.sent.back(), (session::Command{Verb::copy, {}}));
}

TEST_F(OnTable, TheFilterKeepsRowsWhileItIsTyped) {
    desk.tap(key::tab);
    desk.type("alpha o");
    EXPECT_EQ(desk.session->table_choice().match, "alpha o");
    EXPECT_TRUE(desk.names("Gamma").empty());
    EXPECT_FALSE(desk.names("Alpha one").empty());
    desk.type(" zzz");
    EXPECT_TRUE(keys().empty());
    EXPECT_FALSE(desk.names("No row has these words.").empty());
    desk.click_text("Show all rows");
    EXPECT_EQ(desk.session->table_choice().match, "");
    EXPECT_FALSE(desk.names("Gamma").empty());
}

TEST_F(OnTable, ColumnsAreChosenFromAMenu) {
    EXPECT_TRUE(desk.names("Id", ui::text_small, true).empty());
    desk.click_text("Columns");
    desk.click_text("Id");
    EXPECT_FALSE(desk.names("Id", ui::text_small, true).empty());
    desk.click_text("Name");
    EXPECT_TRUE(desk.names("Name", ui::text_small, true).empty());
    desk.click_text("As at first");
    EXPECT_TRUE(desk.session->table_choice().columns.empty());
}

TEST_F(OnTable, AnEdgeOfAColumnIsDragged) {
    const double before = head("Founded").x;
    const auto& widths = desk.hand.table.widths;
    const base::Point edge{desk.panes().canvas.left + static_cast<double>(widths.front()), head("Name").y};
    desk.drag(edge, edge + base::Point{-60, 0});
    EXPECT_NEAR(head("Founded").x, before - 60, 3);
    EXPECT_EQ(desk.session->table_choice().sort, "") << "a drag is no click";
}

TEST_F(OnTable, TheFirstRowIsDoubleClickedForItsDetails) {
    desk.run("pane details off");
    desk.double_click(name("Alpha"));
    EXPECT_EQ(desk.session->selection(), "a");
    EXPECT_TRUE(desk.session->presentation().details_pane);
}

TEST_F(OnTable, NoSizeOfTheWindowIsTooSmall) {
    for (const base::Size size : {base::Size{60, 40}, base::Size{320, 200}, base::Size{3840, 2160}}) {
        desk.resize(size);
        for (int i = 0; i < 3; ++i) desk.frame();
        desk.tap(key::down);
    }
    EXPECT_TRUE(desk.session->shows_table());
}

TEST_F(OnTable, TheTimelineHasATableToo) {
    desk.tap('T');
    ASSERT_TRUE(desk.session->on_timeline());
    EXPECT_FALSE(desk.names("Date", ui::text_small, true).empty());
    desk.tap(key::down);
    EXPECT_FALSE(desk.session->selection().empty());
    EXPECT_FALSE(desk.was_sent(Verb::step)) << "the arrows are the table's";
    desk.tap('R');
    EXPECT_FALSE(desk.session->shows_table());
    EXPECT_TRUE(desk.session->on_timeline());
}

struct LongTable : ::testing::Test {
    Desk desk;
    void SetUp() override {
        desk.open(wide_data(20, 200));
        desk.run("reduce-motion on; pane outline off; table on; fold-to 64");
        ASSERT_EQ(desk.session->rows()->rows.size(), 4021U);
    }
};

TEST_F(LongTable, WhatIsSelectedElsewhereComesIntoView) {
    EXPECT_TRUE(desk.names("Body s19-150 of many").empty());
    desk.run("select s19-150");
    for (int i = 0; i < 3; ++i) desk.frame();
    EXPECT_FALSE(desk.names("Body s19-150 of many").empty());
    desk.run("table-sort name desc");
    for (int i = 0; i < 3; ++i) desk.frame();
    EXPECT_FALSE(desk.names("Body s19-150 of many").empty()) << "it stays in view in another order";
}

TEST_F(LongTable, AFrameDrawsWhatIsSeen) {
    const auto glyphs = [&] {
        desk.frame();
        return ImGui::GetDrawData()->TotalVtxCount;
    };
    const int many = glyphs();
    desk.run("table-match s19-1");
    EXPECT_LT(many, glyphs() * 2) << "4,000 rows cost no more than some hundred";
}

}  // namespace
}  // namespace shezhire::test
