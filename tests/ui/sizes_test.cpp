// Windows too small, too large, too empty and too full; and a hand that does anything at all.
#include <gtest/gtest.h>

#include <random>

#include "ui/harness.h"

namespace shezhire::test {
namespace {

// Whatever is shown, it can be drawn, hovered and clicked anywhere.
void poke_everywhere(Desk& desk, base::Size size) {
    for (int y = 0; y < 5; ++y) {
        for (int x = 0; x < 5; ++x) desk.move({size.width * (x + 0.5) / 5, size.height * (y + 0.5) / 5});
    }
    desk.click({size.width / 2, size.height / 2});
    desk.wheel({size.width / 2, size.height / 2}, 2);
    desk.tap('F');
}

TEST(Sizes, ATinyWindow) {
    Desk desk({200, 100});
    desk.open(small_data);
    poke_everywhere(desk, {200, 100});
    const auto canvas = desk.panes().canvas;
    EXPECT_GT(canvas.width(), 0);
    EXPECT_GT(canvas.height(), 0);
    desk.resize({64, 64});
    poke_everywhere(desk, {64, 64});
    desk.resize({1, 1});
    desk.settle();
    desk.resize({1280, 800});
    desk.settle();
    desk.tap('F');
    EXPECT_TRUE(desk.has("root"));
}

TEST(Sizes, NothingIsOpen) {
    Desk desk;
    desk.settle();
    EXPECT_TRUE(desk.shows_window("empty"));
    EXPECT_TRUE(desk.reads("Open a folder of data"));
    poke_everywhere(desk, {1280, 800});
    for (const int code : {key::space, key::escape, int{'Z'}}) desk.tap(code);
    desk.tap('Z', Modifier::ctrl);
    EXPECT_TRUE(desk.reads("This data has no dates."));
}

TEST(Sizes, AFileWithNothingInItShowsNothing) {
    Desk desk;
    desk.open(R"({"@context":"context.jsonld","format":"shezhire/1","@graph":[]})");
    poke_everywhere(desk, {1280, 800});
    EXPECT_TRUE(desk.shows_window("empty"));
    EXPECT_TRUE(desk.reads("Open a folder of data"));
}

TEST(Sizes, AFileThatIsNoneIsSaid) {
    Desk desk;
    desk.open("}{");
    ASSERT_FALSE(desk.session->messages().empty());
    EXPECT_TRUE(desk.shows_window("message"));
    poke_everywhere(desk, {1280, 800});
}

TEST(Sizes, ThreeTimesAsLarge) {
    Desk desk({1920, 1200}, 3);
    desk.open(small_data);
    poke_everywhere(desk, {1920, 1200});
    desk.tap(key::escape);
    desk.tap(key::escape);
    EXPECT_TRUE(desk.reads("File"));
    const auto box = desk.places("File").front();
    EXPECT_GT(box.height(), 25);
    desk.tap('E', desk.session->picture() ? Modifier::ctrl : Modifier::none);
    EXPECT_TRUE(desk.reads("This view"));
}

TEST(Sizes, HalfAsLarge) {
    Desk desk({640, 400}, 0.5F);
    desk.open(small_data);
    poke_everywhere(desk, {640, 400});
    EXPECT_TRUE(desk.reads("File"));
}

TEST(Sizes, AllPanesFolded) {
    Desk desk;
    desk.open(small_data);
    desk.run("pane outline off; pane details off; pane date off");
    const auto canvas = desk.panes().canvas;
    EXPECT_EQ(canvas.left, 0);
    EXPECT_EQ(canvas.right, 1280);
    EXPECT_EQ(canvas.bottom, 800);
    poke_everywhere(desk, {1280, 800});
    desk.click(desk.at("a1"));
    EXPECT_EQ(desk.session->selection(), "a1");
    desk.tap('F', Modifier::ctrl);
    EXPECT_TRUE(desk.shows_window("outline")) << "searching needs the pane it is done in";
    desk.type("beta");
    EXPECT_EQ(desk.session->search_text(), "beta");
}

TEST(Sizes, FiveThousandBodies) {
    Desk desk;
    desk.open(wide_data(50, 100));
    EXPECT_FALSE(desk.has("s0-0")) << "folded until it can be read";
    poke_everywhere(desk, {1280, 800});
    desk.run("unfold d3");
    EXPECT_TRUE(desk.has("s3-99"));
    desk.tap('F', Modifier::ctrl);
    desk.type("s49-99");
    desk.tap(key::enter);
    EXPECT_EQ(desk.session->selection(), "s49-99");
    EXPECT_TRUE(desk.has("s49-99"));
}

// A person in a hurry, or a cat: nothing may stop the program or leave it unusable.
TEST(Sizes, AnythingAtAll) {
    Desk desk({900, 600});
    desk.open(small_data);
    std::mt19937 random(20240229);  // always the same hurry
    const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
    auto& io = ImGui::GetIO();
    double width = 900;
    double height = 600;
    constexpr int keys[] = {key::space, key::escape, key::enter, key::tab,      key::right,
                            key::left,  key::down,   key::up,    key::home,     key::f1,
                            'F',        'Z',         'Y',        'E',           'O',
                            'A',        '-',         '=',        key::backspace};
    for (int i = 0; i < 700; ++i) {
        switch (below(9)) {
            case 0:
            case 1:
            case 2:
                io.MousePos = {static_cast<float>(below(1000)), static_cast<float>(below(700))};
                break;
            case 3:
            case 4:
                io.MouseDown[0] = !io.MouseDown[0];
                break;
            case 5:
                io.MouseWheel = static_cast<float>(below(7) - 3);
                break;
            case 6: {
                const int code = keys[below(std::size(keys))];
                io.KeyCtrl = below(3) == 0;
                io.KeysDown[code] = true;
                desk.frame();
                io.KeysDown[code] = false;
                io.KeyCtrl = false;
                break;
            }
            case 7:
                io.AddInputCharactersUTF8(below(2) == 0 ? "a" : "ұ2");
                break;
            default:
                width = 1 + below(1400);
                height = 1 + below(900);
                desk.resize({width, height});
                break;
        }
        desk.frame(below(4) == 0 ? 0.4 : 0.01);
        if (i % 100 == 99) desk.settle();
    }
    io.MouseDown[0] = false;
    desk.resize({900, 600});
    for (int i = 0; i < 4; ++i) desk.tap(key::escape);
    desk.open(small_data);
    desk.run("show-all; root; date 2000; fold-to 64; fit; dismiss; dismiss; dismiss; dismiss; dismiss");
    EXPECT_TRUE(desk.has("a1"));
}

}  // namespace
}  // namespace shezhire::test
