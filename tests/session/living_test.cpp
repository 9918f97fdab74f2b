// Files that change, break and vanish while they are open; where one was; how the window is arranged.
#include "session_fixture.h"

namespace shezhire::session {
namespace {

struct LivingTest : SessionTest {
    void SetUp() override {
        SessionTest::SetUp();
        session_ = std::make_unique<Session>(services(true));
        session_->set_canvas({1000, 700}, 96.0 / 72);
        open();
    }
    [[nodiscard]] Services services(bool watch) const {
        Services made{std::make_shared<text::Typesetter>(), engine_, {}, {}, {}};
        made.watch = watch;
        return made;
    }
    [[nodiscard]] std::filesystem::path file() const { return dir_ / "small.jsonld"; }
    void write(std::string_view text) const { ASSERT_TRUE(base::write_file_atomically(file(), text)); }
    // Ticks until it holds; the watcher has a clock of its own.
    template <class Condition>
    [[nodiscard]] bool comes_true(Condition&& condition) {
        for (int i = 0; i < 20'000; ++i) {
            session_->tick(clock_ += 0.001);
            if (condition()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return false;
    }
    [[nodiscard]] bool said(std::string_view part) const {
        return std::any_of(session_->messages().begin(), session_->messages().end(),
                           [part](const Message& m) { return m.sentence.find(part) != std::string::npos; });
    }
    static std::string with(std::string_view text, std::string_view by) {
        std::string data(small_data);
        const auto at = data.find(text);
        base::ensure(at != std::string::npos, "the text to replace is there");
        return data.replace(at, text.size(), by);
    }
};

TEST_F(LivingTest, AChangedFileIsReadAgainAndNothingIsLost) {
    run("fold a; select b; zoom 2; pan 30 10; date 1960; undo");
    const auto view = session_->view();
    const auto port = session_->viewport();
    write(with("Beta", "Beta renamed"));
    ASSERT_TRUE(
        comes_true([&] { return session_->node("b") && session_->node("b")->label == "Beta renamed"; }));
    EXPECT_EQ(session_->flashed(), std::set<std::string>{"b"});
    EXPECT_GT(session_->flash_share(), 0);
    settle();
    EXPECT_EQ(session_->view(), view);
    EXPECT_EQ(session_->selection(), "b");
    EXPECT_DOUBLE_EQ(session_->viewport().scale, port.scale);
    EXPECT_TRUE(session_->history().can_undo());
    EXPECT_TRUE(session_->history().can_redo());
    ASSERT_TRUE(comes_true([&] { return session_->flash_share() == 0; })) << "it fades";
    EXPECT_FALSE(session_->animating());
}

TEST_F(LivingTest, AHalfWrittenFileLeavesThePictureAndShowsWhatIsWrong) {
    write(std::string_view(small_data).substr(0, 500));
    ASSERT_TRUE(comes_true([&] { return session_->stale(); }));
    settle();
    EXPECT_TRUE(shows("a1"));
    EXPECT_EQ(session_->model()->organizations().size(), 5U);
    EXPECT_FALSE(session_->loaded().diagnostics.empty());
    EXPECT_TRUE(session_->presentation().diagnostics_pane);
    ASSERT_TRUE(said("has faults now"));
    ASSERT_TRUE(session_->messages().back().offer);

    write(with("Alpha one", "Alpha 1"));
    ASSERT_TRUE(comes_true([&] { return session_->node("a1") && session_->node("a1")->label == "Alpha 1"; }));
    EXPECT_FALSE(session_->stale());
    EXPECT_FALSE(session_->presentation().diagnostics_pane);
    EXPECT_FALSE(said("has faults now")) << "it is over";
}

TEST_F(LivingTest, WhatIsWrongCanBeShownAnyway) {
    write(with("\"unitOf\": \"root\" },\n    { \"id\": \"b\"",
               "\"unitOf\": \"nobody\" },\n    { \"id\": \"b\""));
    ASSERT_TRUE(comes_true([&] { return session_->stale(); }));
    run(to_text(*session_->messages().back().offer));
    EXPECT_FALSE(session_->stale());
    EXPECT_TRUE(session_->presentation().diagnostics_pane);
    EXPECT_FALSE(session_->loaded().diagnostics.empty());
}

TEST_F(LivingTest, ADeletedFileAndOneThatBecomesAFolderAreSaid) {
    std::filesystem::remove(file());
    ASSERT_TRUE(comes_true([&] { return said("was deleted"); }));
    EXPECT_TRUE(shows("a1"));
    write(with("Beta", "Back"));
    ASSERT_TRUE(comes_true([&] { return session_->node("b") && session_->node("b")->label == "Back"; }));
    EXPECT_FALSE(said("was deleted"));
    std::filesystem::remove(file());
    std::filesystem::create_directory(file());
    ASSERT_TRUE(comes_true([&] { return said("is no file any more"); }));
    EXPECT_TRUE(shows("a1"));
}

TEST_F(LivingTest, ASelectionThatIsGoneIsNoSelection) {
    run("select a2");
    write(with(",\n    { \"id\": \"a2\"", ",\n    { \"id\": \"a3\""));
    ASSERT_TRUE(comes_true([&] { return shows("a3"); }));
    EXPECT_EQ(session_->selection(), "");
}

TEST_F(LivingTest, WhereOneWasIsFoundAgain) {
    run("fold a; select b; date 1960; zoom 2; pan 30 10");
    const auto place = session_->place();
    const auto port = session_->viewport();
    Session other(services(false));
    other.set_canvas({1000, 700}, 96.0 / 72);
    other.open({file()}, place);
    session_ = nullptr;
    for (int i = 0; i < 20'000 && !other.settled(); ++i) {
        other.tick(clock_ += 0.05);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_EQ(other.view(), place.view);
    EXPECT_EQ(other.selection(), "b");
    EXPECT_EQ(other.place(), place);
    EXPECT_NEAR(other.viewport().origin.x, port.origin.x, 1e-6);
}

TEST_F(LivingTest, ThingsThatWereDroppedAndAreNoDataAreSaid) {
    std::vector<std::filesystem::path> fifty;
    for (int i = 0; i < 50; ++i) fifty.push_back(dir_ / (std::to_string(i) + ".jpg"));
    session_->open_dropped(fifty);
    settle();
    EXPECT_TRUE(said("50 things"));
    EXPECT_TRUE(shows("a1"));
    fifty.push_back(file());
    session_->open_dropped(fifty);
    settle();
    EXPECT_TRUE(said("50 things"));
}

TEST_F(LivingTest, LongWorkIsToldAndCanBeCancelled) {
    run("dates compact");
    engine_->hold = true;
    session_->execute({Verb::date, {"1960"}}, clock_);
    session_->tick(clock_ += 0.4);
    ASSERT_TRUE(session_->busy());
    EXPECT_EQ(session_->busy()->with, Busy::With::laying_out);
    EXPECT_NEAR(clock_ - session_->busy()->since, 0.4, 1e-9);
    session_->execute({Verb::cancel, {}}, clock_);
    EXPECT_FALSE(session_->busy());
    EXPECT_TRUE(said("cancelled"));
    engine_->hold = false;
    run("date 1970");
    EXPECT_TRUE(shows("b"));

    engine_->hold = true;
    session_->open({dir_ / "other.jsonld"});
    ASSERT_TRUE(session_->busy());
    EXPECT_EQ(session_->busy()->with, Busy::With::loading);
    session_->execute({Verb::cancel, {}}, clock_);
    engine_->hold = false;
    settle();
    EXPECT_EQ(session_->loaded().paths.front(), file());
    EXPECT_TRUE(shows("b"));
}

TEST_F(LivingTest, PanesAreSizedFoldedAndNeverLost) {
    run("pane-size outline 20; pane-size details 5000; pane outline off; interface-size 150; larger; larger; "
        "smaller");
    const auto& look = session_->presentation();
    EXPECT_EQ(look.sizes.outline, least_pane);
    EXPECT_EQ(look.sizes.details, largest_pane);
    EXPECT_FALSE(look.outline_pane);
    EXPECT_EQ(look.scale_percent, 175);
    run("reset-layout");
    EXPECT_EQ(look.sizes, PaneSizes());
    EXPECT_TRUE(look.outline_pane);
    EXPECT_EQ(look.scale_percent, 100);
    for (const char* wrong : {"interface-size 1000", "interface-size big", "pane-size what 3",
                              "pane-size outline x", "pane what"}) {
        const auto before = session_->messages().size();
        run(wrong);
        EXPECT_GT(session_->messages().size() + (before == 5 ? 1 : 0), before) << wrong;
        run("dismiss");
    }
    run("interface-size 50; smaller");
    EXPECT_EQ(look.scale_percent, 50);
    run("interface-size 300; larger");
    EXPECT_EQ(look.scale_percent, 300);
}

}  // namespace
}  // namespace shezhire::session
