// Tables as they are printed: every row once, nothing over the edge of its sheet or column, the head on each.
#include "scene/table_scene.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "graph/world.h"
#include "io/dataset.h"
#include "scene/table_choice.h"
#include "scene/table_widths.h"
#include "support/golden.h"

namespace shezhire::scene {
namespace {

const text::Typesetter& table_setter() {
    static const text::Typesetter made;
    return made;
}

const model::ModelPtr& printed_data() {
    static const model::ModelPtr model = [] {
        base::Diagnostics diagnostics;
        const std::vector<std::filesystem::path> paths{test::source_dir() / "data"};
        return io::open_data(paths, diagnostics);
    }();
    return model;
}

Table ifla_table(const char* lang) {
    auto question = graph::test::at("2005-08", {"ifla"});
    question.languages = {lang};
    return table_of(graph::ask(*printed_data(), question), *printed_data(), lang);
}

std::vector<Scene> print_table(const Table& table, base::Size sheet, ThemeName name = ThemeName::print) {
    return table_scenes(table, *printed_data(), theme(name), {true, sheet}, table_setter());
}

/// Every row in its order, each wholly within its sheet's margins and below the one before.
void expect_whole(const Table& table, const std::vector<Scene>& scenes, double edge) {
    std::uint32_t row = 0;
    for (const auto& scene : scenes) {
        const base::Rect room{edge - 1, edge - 1, scene.size.width - edge + 1, scene.size.height - edge + 1};
        double y = 0;
        bool headed = false;
        for (const auto& element : scene.elements) {
            EXPECT_TRUE(room.contains(element.box)) << element.key;
            headed = headed || element.key == "#head";
            if (element.role != Role::node) continue;
            EXPECT_TRUE(headed) << element.key;
            ASSERT_LT(row, table.row_count());
            EXPECT_EQ(element.key, table.key(row++));
            EXPECT_GE(element.box.top, y - 1.5) << element.key;
            y = element.box.bottom;
            for (const auto& text : element.texts) {
                const auto box = base::Rect::at(element.origin + text.top_left, text.text->size);
                EXPECT_TRUE(element.box.grown(0.6).contains(box)) << element.key << ": " << text.text->text;
            }
        }
    }
    EXPECT_EQ(row, table.row_count());
}

TEST(TableScene, GoldenSmall) {
    auto world = graph::test::federation();
    const auto model = world.model();
    const auto table = chosen(table_of(graph::ask(*model, graph::test::at("1992")), *model, "en"),
                              {{"name", "number", "founded"}, "", false, ""});
    const auto scenes = table_scenes(table, *model, theme(ThemeName::light), {}, table_setter());
    ASSERT_EQ(scenes.size(), 1U);
    EXPECT_TRUE(test::matches_golden("scene/table_scene.txt", to_text(scenes.front())));
}

TEST(TableScene, SheetsAreCutBetweenRowsInEveryLanguage) {
    constexpr base::Size a4{595.28, 841.89};
    for (const char* lang : {"kk", "ru", "en"}) {
        const auto table = chosen(ifla_table(lang), {});
        const auto pages = print_table(table, a4);
        EXPECT_GT(pages.size(), 1U);
        expect_whole(table, pages, 36);
        for (const auto& page : pages) {
            EXPECT_EQ(page.size, (base::Size{a4.height, a4.width})) << "turned: there are many columns";
            EXPECT_EQ(page.elements.back().key, "#foot");
        }
        EXPECT_EQ(print_table(chosen(table, {{"name"}, "", false, ""}), a4).front().size, a4);
    }
}

TEST(TableScene, WithoutASheetItIsAsLargeAsItsRows) {
    for (const auto name : all_themes) {
        const auto table = chosen(ifla_table("kk"), {});
        const auto scenes = print_table(table, {}, name);
        ASSERT_EQ(scenes.size(), 1U);
        expect_whole(table, scenes, 24);
        EXPECT_EQ(scenes.front().background, theme(name).paper);
    }
}

TEST(TableScene, CellsOfOneRowDoNotTouch) {
    const auto table = ifla_table("ru");
    std::vector<std::string> all;
    for (const auto& column : table.columns()) all.push_back(column.id);
    const auto scenes = print_table(chosen(table, {all, "", false, ""}), {841.89, 1190.55});
    for (const auto& scene : scenes) {
        for (const auto& element : scene.elements) {
            if (element.role != Role::node) continue;
            double right = -1;
            for (const auto& text : element.texts) {
                EXPECT_GT(text.top_left.x, right) << element.key << ": " << text.text->text;
                right = text.top_left.x + text.text->size.width;
            }
        }
    }
}

TEST(TableScene, NoRowsAndNoColumnsAreStillAPage) {
    const auto model = graph::test::federation().model();
    const auto nobody = table_of(graph::ask(*model, graph::test::at("1800")), *model, "en");
    for (const base::Size sheet : {base::Size{}, base::Size{595, 842}, base::Size{80, 60}}) {
        ASSERT_EQ(table_scenes(nobody, *model, theme(ThemeName::light), {true, sheet}, table_setter()).size(),
                  1U);
        TableMaker maker({});
        maker.add("a", "", {});
        EXPECT_EQ(print_table(std::move(maker).made(), sheet).size(), 1U);
    }
}

TEST(TableWidths, ShareTheRoomByWeightAndKeepTheLeast) {
    const std::vector<ColumnWish> wishes{{40, 300, 2}, {40, 300, 1}, {20, 30, 1}};
    EXPECT_EQ(column_widths(wishes, 1000), (std::vector<double>{300, 300, 30}));
    const auto widths = column_widths(wishes, 330);
    EXPECT_NEAR(widths[0], 200, 0.01);
    EXPECT_NEAR(widths[1], 100, 0.01);
    EXPECT_NEAR(widths[2], 30, 0.01);
    EXPECT_EQ(column_widths(wishes, 10), (std::vector<double>{40, 40, 20})) << "what is over stays over";
    EXPECT_TRUE(column_widths({}, 100).empty());
}

}  // namespace
}  // namespace shezhire::scene
