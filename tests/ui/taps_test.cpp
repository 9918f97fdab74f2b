// Keys that come faster than frames.
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
    return {key, 0, 0, true, key == ctrl};
}

Stroke up(int key) {
    return {key, 0, 0, false, key == ctrl};
}

// What is down in each frame until nothing waits: "^" is Ctrl, "|" stands between frames.
std::string frames_of(const std::vector<Stroke>& strokes) {
    std::string held;
    std::string seen;
    Taps taps([&](const Stroke& one) {
        const char name = one.modifier ? '^' : static_cast<char>(one.key);
        if (one.down) {
            held += name;
        } else {
            std::erase(held, name);
        }
    });
    for (const auto& stroke : strokes) taps.key(stroke);
    while (taps.waiting()) {
        taps.before_frame();
        seen += (seen.empty() ? "" : "|") + held;
    }
    return seen;
}

TEST(Taps, AreSeenInTheirOrderHoweverFast) {
    EXPECT_EQ(frames_of({down('A'), up('A')}), "A|");
    EXPECT_EQ(frames_of({down('A'), up('A'), down('A'), up('A')}), "A|A|") << "two taps would be one";
    EXPECT_EQ(frames_of({down('A'), down('B'), up('A'), up('B')}), "A|AB|");
}

TEST(Taps, AModifierCountsForItsLetterAndForNoOther) {
    EXPECT_EQ(frames_of({down(ctrl), down('Z'), up('Z'), up(ctrl)}), "^Z|");
    EXPECT_EQ(frames_of({down(ctrl), down('Z'), up(ctrl), up('Z')}), "^Z|");
    EXPECT_EQ(frames_of({down('Z'), up('Z'), down(ctrl), up(ctrl)}), "Z|^|");
    EXPECT_EQ(frames_of({down(ctrl), up(ctrl)}), "^|");
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
        taps.key(stroke);
    int frames = 0;
    while (taps.waiting()) {
        taps.before_frame();
        desk.frame();
        ++frames;
    }
    EXPECT_EQ(frames, 3);
    EXPECT_FALSE(ImGui::GetIO().KeyCtrl);
    EXPECT_TRUE(ImGui::GetIO().WantTextInput);
}

}  // namespace
}  // namespace shezhire::test
