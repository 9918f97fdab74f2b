// Keys and buttons that come faster than frames.
#include "ui/taps.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <string>

#include "ui/harness.h"
#include "ui/new_frame.h"

namespace shezhire::test {
namespace {

using ui::Stroke;
using ui::Taps;

constexpr int ctrl = 341;

Stroke down(int key) {
    Stroke stroke;
    stroke.key = key;
    stroke.down = true;
    stroke.modifier = key == ctrl;
    return stroke;
}

Stroke up(int key) {
    auto stroke = down(key);
    stroke.down = false;
    return stroke;
}

Stroke command(int key) {
    auto stroke = down(key);
    stroke.command = true;
    return stroke;
}

Stroke typed(char32_t character) {
    Stroke stroke;
    stroke.character = character;
    return stroke;
}

Stroke button(bool is_down, base::Point place) {
    Stroke stroke;
    stroke.button = 0;
    stroke.down = is_down;
    stroke.place = place;
    return stroke;
}

// What is down in each frame until nothing waits: "^" is Ctrl, "*" a button, figures are x of the pointer
// where it is not where it is now, small letters are typed text,
// "|" stands between frames.
std::string frames_of(const std::vector<Stroke>& strokes) {
    std::string held;
    std::string seen;
    std::string text;
    Taps taps([&](const Stroke& one) {
        if (one.button >= 0) {
            one.down ? void(held += '*') : void(std::erase(held, '*'));
            return;
        }
        if (one.character != 0) {
            text += static_cast<char>(one.character);
            return;
        }
        const char name = one.modifier ? '^' : static_cast<char>(one.key);
        if (one.down) {
            held += name;
        } else {
            std::erase(held, name);
        }
    });
    for (const auto& stroke : strokes) taps.add(stroke);
    base::Point last{-1, -1};
    while (taps.waiting()) {
        const auto place = taps.before_frame(last);
        last = place.value_or(base::Point{-1, -1});
        if (place) text = std::to_string(static_cast<int>(place->x)) + text;
        seen += (seen.empty() ? "" : "|") + held + std::exchange(text, {});
    }
    return seen;
}

TEST(Taps, AreSeenInTheirOrderHoweverFast) {
    EXPECT_EQ(frames_of({down('A'), up('A')}), "A|");
    EXPECT_EQ(frames_of({down('A'), up('A'), down('A'), up('A')}), "A||A|") << "two taps would be one";
    EXPECT_EQ(frames_of({down('A'), down('B'), up('A'), up('B')}), "A|AB|");
}

TEST(Taps, AModifierCountsForItsLetterAndForNoOther) {
    EXPECT_EQ(frames_of({down(ctrl), down('Z'), up('Z'), up(ctrl)}), "^Z|");
    EXPECT_EQ(frames_of({down(ctrl), down('Z'), up(ctrl), up('Z')}), "^Z|");
    EXPECT_EQ(frames_of({down('Z'), up('Z'), down(ctrl), up(ctrl)}), "Z|^|");
    EXPECT_EQ(frames_of({down(ctrl), up(ctrl)}), "^|");
}

TEST(Taps, WhatIsTypedComesWithItsKey) {
    EXPECT_EQ(frames_of({down('A'), typed('a'), up('A'), down('B'), typed('b'), up('B')}), "Aa|Bb|");
    EXPECT_EQ(frames_of({typed('x'), typed('y')}), "xy") << "an input method has no keys";
}

TEST(Taps, ADragEndsWhereTheButtonWasLetGo) {
    EXPECT_EQ(frames_of({button(true, {5, 0}), button(false, {5, 0})}), "*5|5") << "a click";
    EXPECT_EQ(frames_of({button(true, {5, 0}), button(false, {90, 0})}), "*5|*90|90") << "a drag";
    EXPECT_EQ(
        frames_of({button(true, {5, 0}), button(false, {5, 0}), button(true, {5, 0}), button(false, {5, 0})}),
        "*5|5|*5|5");
    EXPECT_EQ(frames_of({down(ctrl), button(true, {5, 0}), button(false, {5, 0}), up(ctrl)}), "^*5|^5|");
    EXPECT_EQ(frames_of({button(true, {5, 0}), button(false, {5, 0}), down('A'), typed('a'), up('A')}),
              "*5|5|Aa|");
}

TEST(Taps, AfterACommandThereIsTimeForAFieldToOpen) {
    EXPECT_EQ(frames_of({down(ctrl), command('K'), up('K'), up(ctrl), down('A'), typed('a'), up('A')}),
              "^K|||Aa|")
        << "and its key is not held meanwhile: it would repeat";
}

TEST(Taps, TheSameKeyTwiceIsPressedTwice) {
    Desk desk;
    desk.open(small_data);
    Taps taps([](const Stroke& one) { ImGui::GetIO().KeysDown[one.key] = one.down; });
    for (int i = 0; i < 3; ++i) {
        taps.add(down('Q'));
        taps.add(up('Q'));
    }
    int pressed = 0;
    while (taps.waiting()) {
        taps.before_frame({});
        desk.frame();
        pressed += ImGui::IsKeyPressed('Q', false) ? 1 : 0;
    }
    EXPECT_EQ(pressed, 3);
}

TEST(Taps, WhatIsTypedAtOnceAfterACommandIsInTheField) {
    Desk desk;
    desk.open(small_data);
    Taps taps([](const Stroke& one) {
        auto& io = ImGui::GetIO();
        if (one.character != 0) return io.AddInputCharacter(one.character);
        io.KeysDown[one.key] = one.down;
        if (one.modifier) io.KeyCtrl = one.down;
    });
    for (const auto& stroke : {down(ctrl), command('K'), up('K'), up(ctrl), down('Z'), typed('z'), up('Z'),
                               down('O'), typed('o'), up('O')})
        taps.add(stroke);
    for (int i = 0; i < 20; ++i) {
        taps.before_frame({});
        desk.frame();
    }
    EXPECT_FALSE(taps.waiting());
    EXPECT_TRUE(desk.reads("zo"));
}

// Dear ImGui stops the program where a modifier changes within a frame in which a text is edited.
TEST(Taps, AModifierIsLetGoBetweenFramesWhileATextIsEdited) {
    Desk desk;
    Taps taps([](const Stroke& one) {
        auto& io = ImGui::GetIO();
        io.KeysDown[one.key] = one.down;
        if (one.modifier) io.KeyCtrl = one.down;
    });
    desk.open(small_data);
    desk.tap('E', Modifier::ctrl);
    desk.frame();
    ASSERT_TRUE(ImGui::GetIO().WantTextInput);
    for (const auto& stroke : {down(ctrl), up(ctrl), down(ctrl), down('A'), up('A'), up(ctrl)})
        taps.add(stroke);
    int frames = 0;
    while (taps.waiting()) {
        taps.before_frame({});
        desk.frame();
        ++frames;
    }
    EXPECT_EQ(frames, 4);
    EXPECT_FALSE(ImGui::GetIO().KeyCtrl);
    EXPECT_TRUE(ImGui::GetIO().WantTextInput);
}

}  // namespace
}  // namespace shezhire::test
