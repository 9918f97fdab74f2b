// Menus and dialogs, by what is written in them, in all languages of the interface.
#include <gtest/gtest.h>

#include "base/file.h"
#include "base/words.h"
#include "ui/harness.h"

namespace shezhire::test {
namespace {

using session::Verb;

struct Menu : ::testing::Test {
    Desk desk;
    void SetUp() override { desk.open(small_data); }

    void choose(std::string_view menu, std::string_view entry) {
        desk.click_text(menu);
        desk.click_text(entry);
    }
};

TEST_F(Menu, Themes) {
    choose("View", "Dark");
    EXPECT_EQ(desk.session->presentation().theme, scene::ThemeName::dark);
    EXPECT_FALSE(desk.reads("Dark")) << "a choice closes the menu";
    choose("View", "Print");
    EXPECT_EQ(desk.session->presentation().theme, scene::ThemeName::print);
    choose("View", "Light");
    EXPECT_EQ(desk.session->presentation().theme, scene::ThemeName::light);
}

// While one menu is open, pointing at another asks for it in one frame and begins it in the next.
TEST_F(Menu, EscapeBetweenTwoMenus) {
    for (int frames = 0; frames < 4; ++frames) {
        desk.click_text("File");
        const auto view = desk.places("View");
        ASSERT_FALSE(view.empty());
        desk.move(view.front().centre());
        for (int i = 0; i < frames; ++i) desk.frame();
        auto& escape = ImGui::GetIO().KeysDown[key::escape];
        escape = true;
        desk.frame();
        desk.frame();
        escape = false;
        desk.settle();
        desk.tap(key::escape);
        EXPECT_FALSE(desk.reads("Dark")) << frames;
    }
}

TEST_F(Menu, EveryEngineAndDirection) {
    const std::pair<const char*, layout::Engine> engines[] = {
        {"Rings (twopi)", layout::Engine::twopi},         {"Circles (circo)", layout::Engine::circo},
        {"Springs (neato)", layout::Engine::neato},       {"Forces (fdp)", layout::Engine::fdp},
        {"Forces, large (sfdp)", layout::Engine::sfdp},   {"Packed (osage)", layout::Engine::osage},
        {"Areas (patchwork)", layout::Engine::patchwork}, {"Layers (dot)", layout::Engine::dot}};
    for (const auto& [label, engine] : engines) {
        choose("Layout", label);
        EXPECT_EQ(desk.session->presentation().engine, engine);
        EXPECT_TRUE(desk.session->messages().empty()) << label;
    }
    choose("Layout", "To the right");
    EXPECT_EQ(desk.session->presentation().direction, layout::Direction::right);
}

TEST_F(Menu, TheInterfaceChangesItsLanguage) {
    choose("Language", "Қазақша");
    EXPECT_EQ(desk.session->presentation().language, "kk");
    ASSERT_STRNE(base::tr("Language"), "Language") << "no Kazakh catalogue";
    for (const char* word : {"File", "Edit", "View", "Layout", "Help"})
        EXPECT_TRUE(desk.reads(base::tr(word))) << word;
    choose(base::tr("Language"), "Русский");
    EXPECT_EQ(desk.session->presentation().language, "ru");
    EXPECT_TRUE(desk.reads(base::tr("File")));
    choose(base::tr("Language"), "English");
    EXPECT_TRUE(desk.reads("File"));
}

TEST_F(Menu, NamesChangeTheirLanguage) {
    desk.click_text("Language");
    ASSERT_EQ(desk.places("Қазақша").size(), 2U) << "once for the interface, once for names";
    desk.click_text("Қазақша", 1);
    EXPECT_EQ(desk.session->presentation().label_languages.front(), "kk");
    EXPECT_EQ(desk.label("root"), "Түбір");
    EXPECT_EQ(desk.label("a1"), "Alpha one") << "what has no such name keeps another";
}

TEST_F(Menu, FoldingToADepthThroughASubmenu) {
    desk.click_text("View");
    desk.move(desk.places("Fold all to a depth").front().centre());
    for (int i = 0; i < 3; ++i) desk.frame(0.2);
    desk.click_text("1");
    EXPECT_FALSE(desk.has("a1"));
    desk.click_text("View");
    desk.move(desk.places("Fold all to a depth").front().centre());
    for (int i = 0; i < 3; ++i) desk.frame(0.2);
    desk.click_text("everything unfolded");
    EXPECT_TRUE(desk.has("a1"));
}

TEST_F(Menu, ABranchAloneAndBack) {
    desk.click(desk.at("a"));
    choose("Edit", "Show only this branch");
    EXPECT_FALSE(desk.has("root"));
    EXPECT_TRUE(desk.has("a1"));
    choose("Edit", "Whole structure");
    EXPECT_TRUE(desk.has("root"));
    choose("Edit", "Hide");
    EXPECT_FALSE(desk.has("a"));
    choose("Edit", "Show everything hidden");
    EXPECT_TRUE(desk.has("a"));
    choose("Edit", "Undo");
    EXPECT_FALSE(desk.has("a"));
}

TEST_F(Menu, WhatCannotBeDoneIsGrey) {
    choose("Edit", "Undo");
    EXPECT_FALSE(desk.was_sent(Verb::undo));
}

TEST_F(Menu, PanesFoldAndComeBack) {
    for (const char* pane : {"Outline", "Date"}) choose("View", pane);
    EXPECT_FALSE(desk.shows_window("outline"));
    EXPECT_FALSE(desk.shows_window("date"));
    const auto all = desk.panes().canvas;
    EXPECT_EQ(all.left, 0);
    EXPECT_EQ(all.bottom, 800);
    choose("View", "Outline");
    EXPECT_TRUE(desk.shows_window("outline"));
}

TEST_F(Menu, ExportAsksForAFileAndWritesIt) {
    choose("File", "Export…");
    desk.settle();
    desk.tap('A', Modifier::ctrl);
    desk.type((desk.folder / "out.svg").string());
    desk.click_text("Whole structure, unfolded");
    desk.click_text("Export", desk.places("Export").size() - 1);
    desk.settle();
    EXPECT_FALSE(desk.reads("Whole structure, unfolded"));
    const auto bytes = base::read_file(desk.folder / "out.svg");
    ASSERT_TRUE(bytes);
    EXPECT_NE(bytes->find("Alpha two"), std::string::npos);
    ASSERT_FALSE(desk.session->messages().empty());
}

TEST_F(Menu, ExportOfASelectionThatIsGoneIsThatOfTheView) {
    desk.click(desk.at("a"));
    desk.tap('E', Modifier::ctrl);
    desk.click_text("The selected branch");
    desk.click_text("Cancel");
    desk.tap(key::escape);
    ASSERT_EQ(desk.session->selection(), "");
    desk.tap('E', Modifier::ctrl);
    EXPECT_FALSE(desk.reads("The selected branch"));
    desk.tap('A', Modifier::ctrl);
    desk.type((desk.folder / "out.json").string());
    desk.tap(key::enter);
    EXPECT_TRUE(base::read_file(desk.folder / "out.json"));
}

TEST_F(Menu, EscapeClosesDialogsWithoutDoingAnything) {
    desk.tap('E', Modifier::ctrl);
    ASSERT_TRUE(desk.reads("This view"));
    desk.tap(key::escape);
    if (desk.reads("This view")) desk.tap(key::escape);  // the first one leaves the field
    EXPECT_FALSE(desk.reads("This view"));
    EXPECT_FALSE(desk.was_sent(Verb::export_));
    EXPECT_FALSE(std::filesystem::exists("structure.svg"));
}

TEST_F(Menu, OpenReadsAnotherFileAndKeepsTheOldPictureUntilThen) {
    ASSERT_TRUE(base::write_file_atomically(desk.folder / "two.jsonld", wide_data(2, 2)));
    desk.tap('O', Modifier::ctrl);
    desk.type((desk.folder / "two.jsonld").string());
    desk.tap(key::enter);
    EXPECT_TRUE(desk.has("d1"));
    EXPECT_FALSE(desk.has("a"));
}

TEST_F(Menu, EveryKeyOfTheTableIsInTheHelp) {
    choose("Help", "Keys");
    for (const auto& binding : desk.session->keys().bindings()) {
        const auto& chord = binding.chord;
        const bool arrow = chord.ends_with("Up") || chord.ends_with("Down") || chord.ends_with("Left") ||
                           chord.ends_with("Right");  // drawn, not written
        EXPECT_TRUE(arrow || desk.reads(ui::chord_in_signs(chord))) << chord;
    }
    desk.click_text("Close");
    EXPECT_FALSE(desk.reads("Close"));
    desk.tap(key::f1);
    EXPECT_TRUE(desk.reads("Close"));
    desk.tap(key::escape);
    EXPECT_FALSE(desk.reads("Close"));
}

}  // namespace
}  // namespace shezhire::test
