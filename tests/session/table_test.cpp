// The view as rows in a session: switching, sorting, filtering, copies, files, and the way back.
#include <algorithm>

#include "session_fixture.h"

namespace shezhire::session {
namespace {

class TableTest : public SessionTest {
  protected:
    void SetUp() override {
        SessionTest::SetUp();
        Services services{std::make_shared<text::Typesetter>(), engine_, {}, {}, {}};
        services.copy = [this](const std::string& text) { copied_ = text; };
        session_ = std::make_unique<Session>(std::move(services));
        session_->set_canvas({1000, 700}, 96.0 / 72);
        open();
        run("date 1990");
    }
    [[nodiscard]] std::vector<std::string> keys() const {
        std::vector<std::string> keys;
        if (!session_->rows()) return keys;
        for (const auto row : session_->rows()->rows) keys.push_back(session_->rows()->table->key(row));
        return keys;
    }
    [[nodiscard]] std::vector<std::string> columns() const {
        std::vector<std::string> ids;
        for (const auto column : session_->rows()->columns)
            ids.push_back(session_->rows()->table->columns()[column].id);
        return ids;
    }

    std::string copied_;
};

using RowKeys = std::vector<std::string>;

TEST_F(TableTest, ThereAndBackWithoutALayout) {
    const int runs = engine_->runs;
    const auto port = session_->viewport();
    run("table on");
    ASSERT_TRUE(session_->shows_table());
    EXPECT_EQ(keys(), (RowKeys{"root", "a", "a1", "a2"}));
    EXPECT_EQ(engine_->runs, runs) << "rows are laid out by nobody";
    EXPECT_NE(session_->shown().title.find("Root"), std::string::npos);
    run("table");
    EXPECT_FALSE(session_->shows_table());
    EXPECT_EQ(session_->rows(), nullptr);
    EXPECT_EQ(session_->viewport(), port) << "where one was";
    run("undo");
    EXPECT_TRUE(session_->shows_table());
    run("undo");
    EXPECT_FALSE(session_->shows_table());
    run("redo");
    EXPECT_TRUE(session_->shows_table());
    run("table sideways");
    EXPECT_EQ(session_->messages().back().severity, base::Severity::warning);
}

TEST_F(TableTest, SortingAndFilteringAreStepsThatAskForNoPicture) {
    run("table on");
    const auto* picture = session_->picture().get();
    run("table-sort name desc");
    EXPECT_EQ(keys(), (RowKeys{"root", "a2", "a1", "a"}));
    run("table-match alpha o");
    EXPECT_EQ(keys(), (RowKeys{"a2", "a1", "a"}));
    run("table-columns id name");
    EXPECT_EQ(columns(), (RowKeys{"id", "name"}));
    run("undo; undo");
    EXPECT_EQ(keys(), (RowKeys{"root", "a2", "a1", "a"}));
    run("table-sort");
    EXPECT_EQ(keys().front(), "root");
    EXPECT_EQ(session_->picture().get(), picture);
    for (const auto* wrong : {"table-sort colour", "table-columns name colour", "table-sort name up"}) {
        const auto before = session_->view();
        run(wrong);
        EXPECT_EQ(session_->messages().back().severity, base::Severity::warning) << wrong;
        EXPECT_EQ(session_->view(), before);
    }
}

TEST_F(TableTest, WhatIsTypedIntoTheFilterIsOneStep) {
    run("table on");
    for (const char* typed : {"a", "al", "alp"}) session_->execute({Verb::table_match, {typed}}, clock_);
    EXPECT_EQ(session_->table_choice().match, "alp");
    run("undo");
    EXPECT_EQ(session_->table_choice().match, "");
    EXPECT_TRUE(session_->shows_table());
}

TEST_F(TableTest, EscapeGivesUpTheFilterThenTheTableThenTheSelection) {
    run("select a1; table on; table-match two");
    EXPECT_EQ(keys(), RowKeys{"a2"});
    run("dismiss");
    EXPECT_EQ(keys().size(), 4U);
    EXPECT_TRUE(session_->shows_table());
    run("dismiss");
    EXPECT_FALSE(session_->shows_table());
    EXPECT_EQ(session_->selection(), "a1");
    run("dismiss");
    EXPECT_EQ(session_->selection(), "");
}

TEST_F(TableTest, TheRowsFollowTheDateFoldsAndTheFilter) {
    run("table on; date 1960");
    EXPECT_EQ(keys(), (RowKeys{"root", "a", "a1", "a2", "b"}));
    run("fold a");
    EXPECT_EQ(keys(), (RowKeys{"root", "a", "b"}));
    run("hide b");
    EXPECT_EQ(keys(), (RowKeys{"root", "a"}));
    run("select a2");
    EXPECT_EQ(keys(), (RowKeys{"root", "a", "a1", "a2"})) << "what is selected is unfolded to";
}

TEST_F(TableTest, EachViewHasATableOfItsOwn) {
    run("table on; table-sort name desc; view timeline");
    ASSERT_TRUE(session_->on_timeline());
    ASSERT_TRUE(session_->shows_table());
    EXPECT_EQ(columns().front(), "date");
    EXPECT_EQ(session_->table_choice().sort, "");
    run("table-sort what; view structure");
    EXPECT_FALSE(session_->on_timeline());
    EXPECT_EQ(session_->table_choice().sort, "name");
    run("view timeline");
    EXPECT_EQ(session_->table_choice().sort, "what");
    run("table off");
    EXPECT_TRUE(session_->on_timeline());
    EXPECT_FALSE(session_->shows_table());
    run("table on; show a1");
    EXPECT_FALSE(session_->shows_table()) << "the structure's picture is asked for";
    EXPECT_FALSE(session_->on_timeline());
}

TEST_F(TableTest, NothingMovesThatIsNotSeen) {
    run("table on");
    const auto port = session_->viewport();
    run("zoom 2; pan 10 10; fit; zoom-to a1; walk down; home; hops 1 a; path");
    EXPECT_EQ(session_->viewport(), port);
    EXPECT_TRUE(session_->shows_table());
}

TEST_F(TableTest, RowsAreCopied) {
    run("copy");
    EXPECT_EQ(copied_, "");
    run("table on; table-columns name id; copy all");
    EXPECT_EQ(copied_, "Name\tId\nRoot\troot\nAlpha\ta\nAlpha one\ta1\nAlpha two\ta2\n");
    run("copy 2 3");
    EXPECT_EQ(copied_, "Name\tId\nAlpha\ta\nAlpha one\ta1\n");
    run("select a2; copy");
    EXPECT_EQ(copied_, "Name\tId\nAlpha two\ta2\n");
    copied_.clear();
    for (const auto* wrong : {"copy 0 2", "copy 3 2", "copy some", "copy a b"}) {
        run(wrong);
        EXPECT_EQ(session_->messages().back().severity, base::Severity::warning) << wrong;
    }
    EXPECT_EQ(copied_, "");
    run("copy 3 99999999");
    EXPECT_EQ(copied_, "Name\tId\nAlpha one\ta1\nAlpha two\ta2\n");
}

TEST_F(TableTest, RowsAreWrittenFromAnyView) {
    const auto written = [&](const std::string& name, const std::string& part = "view") {
        session_->execute({Verb::export_, {(dir_ / name).string(), part}}, clock_);
        settle();
        const auto bytes = base::read_file(dir_ / name);
        return bytes ? *bytes : "nothing: " + session_->messages().back().sentence;
    };
    EXPECT_EQ(written("structure.csv").substr(0, 7), "\uFEFFName") << "for spreadsheets";
    EXPECT_FALSE(session_->shows_table()) << "the picture is still looked at";
    run("view timeline");
    EXPECT_EQ(written("timeline.csv").substr(3, 5), "Date,");
    run("view structure; table on; table-columns id; table-match two; fold root");
    EXPECT_EQ(written("rows.csv"), "\uFEFFId\r\n") << "“two” is no id";
    EXPECT_EQ(written("rows.tsv", "whole"), "Id\nroot\na\na1\na2\n");
    run("table-match");
    EXPECT_NE(written("rows.svg").find("<svg"), std::string::npos);
    EXPECT_EQ(written("rows.pdf").substr(0, 5), "%PDF-");
    EXPECT_NE(written("rows.json").find("shezhire-table/1"), std::string::npos);
    EXPECT_NE(written("rows.dot").find("digraph"), std::string::npos);
}

TEST_F(TableTest, ManyRowsAreSortedBesideTheFrame) {
    std::string data = R"({"@context":"context.jsonld","format":"shezhire/1","roots":["r"],"@graph":[)"
                       R"({"id":"r","type":"Organization","prefLabel":{"en":"R"}})";
    constexpr int count = 5000;
    for (int i = 0; i < count; ++i) {
        data += R"(,{"id":"u)" + std::to_string(i) +
                R"(","type":"OrganizationalUnit","prefLabel":{"en":"Unit )" +
                std::to_string((i * 7919) % count) + R"("},"existence":"1900/..","unitOf":"r"})";
    }
    ASSERT_TRUE(base::write_file_atomically(dir_ / "many.jsonld", data + "]}"));
    session_->open({dir_ / "many.jsonld"});
    settle();
    run("fold-to 64; table on");
    ASSERT_EQ(keys().size(), count + 1U);
    session_->execute({Verb::table_sort, {"name"}}, clock_);
    EXPECT_TRUE(session_->sorting());
    session_->execute({Verb::table_sort, {"name", "desc"}}, clock_);
    settle();
    EXPECT_FALSE(session_->sorting());
    EXPECT_TRUE(session_->rows()->choice.descending) << "the newest question is answered";
    const auto& rows = *session_->rows();
    EXPECT_EQ(rows.table->cell(rows.rows.front(), 0).text, "Unit 4999");
    // Back to what is there already while an answer is on its way.
    session_->execute({Verb::table_sort, {"name"}}, clock_);
    session_->execute({Verb::table_sort, {"name", "desc"}}, clock_);
    EXPECT_FALSE(session_->sorting());
    settle();
    EXPECT_TRUE(session_->rows()->choice.descending);
}

TEST_F(TableTest, OpensWhereItWasLeft) {
    run("table on; table-sort name desc; select a1");
    const auto place = session_->place();
    session_->open({dir_ / "small.jsonld"}, place);
    settle();
    EXPECT_TRUE(session_->shows_table());
    EXPECT_EQ(session_->selection(), "a1");
    EXPECT_EQ(keys(), (RowKeys{"root", "a2", "a1", "a"}));
}

TEST_F(TableTest, NobodyThereIsSaid) {
    run("table on; date 1800");
    ASSERT_TRUE(session_->shows_table());
    EXPECT_TRUE(keys().empty());
    EXPECT_FALSE(session_->rows()->table->note.empty());
    run("copy; table off; table on");
    EXPECT_TRUE(session_->shows_table());
}

}  // namespace
}  // namespace shezhire::session
