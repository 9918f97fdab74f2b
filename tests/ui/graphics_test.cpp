// What may go wrong with the screen: a monitor that is unplugged, a driver that complains.
#include <gtest/gtest.h>

#include <utility>

#include "ui/atlas_texture.h"
#include "ui/monitors.h"

namespace shezhire::ui {
namespace {

const base::Rect left_monitor{0, 0, 1920, 1080};
const base::Rect right_monitor{1920, 0, 3840, 1080};

bool inside(const base::Rect& window, base::Point corner, const base::Rect& area) {
    return area.contains(
        base::Rect{corner.x, corner.y, corner.x + window.width(), corner.y + window.height()});
}

TEST(Monitors, AWindowThatIsSeenStays) {
    EXPECT_FALSE(place_back({100, 100, 1380, 820}, {left_monitor}));
    EXPECT_FALSE(place_back({1900, 100, 3180, 820}, {left_monitor, right_monitor})) << "on two at once";
    EXPECT_FALSE(place_back({-1000, 50, 280, 770}, {left_monitor})) << "half of it hangs out";
    EXPECT_FALSE(place_back({100, 100, 1380, 820}, {})) << "no monitor: nowhere to go";
    EXPECT_FALSE(place_back({10, 10, 60, 60}, {left_monitor})) << "smaller than what must be seen";
}

TEST(Monitors, AWindowOfOneThatIsGoneComesToTheNearest) {
    const base::Rect window{2400, 200, 3680, 920};
    auto to = place_back(window, {left_monitor});
    ASSERT_TRUE(to);
    EXPECT_TRUE(inside(window, *to, left_monitor));
    to = place_back({5000, 300, 6280, 1020}, {left_monitor, right_monitor});
    ASSERT_TRUE(to);
    EXPECT_TRUE(inside(window, *to, right_monitor));
}

TEST(Monitors, ATitleOutOfReachIsAGoneWindowToo) {
    const base::Rect above{200, -700, 1480, 20};
    const auto to = place_back(above, {left_monitor});
    ASSERT_TRUE(to) << "only its lower edge is seen";
    EXPECT_GE(to->y, 20) << "its title has room above";
    // Larger than any monitor: its upper left corner is what counts.
    const auto large = place_back({9000, 9000, 13000, 12000}, {left_monitor});
    ASSERT_TRUE(large);
    EXPECT_EQ(large->x, 0);
    EXPECT_LT(large->y, 100);
}

unsigned silent() {
    return 0;
}
unsigned for_ever() {
    return 0x507;  // GL_CONTEXT_LOST
}
unsigned once_out_of_memory() {
    static unsigned next = 0x505;
    return std::exchange(next, 0U);
}

TEST(Graphics, AFaultOfTheDriverIsASentence) {
    EXPECT_EQ(graphics_fault(silent), "");
    EXPECT_NE(graphics_fault(once_out_of_memory).find("no memory left"), std::string::npos);
    EXPECT_EQ(graphics_fault(once_out_of_memory), "") << "it was said";
    EXPECT_NE(graphics_fault(for_ever).find("0x507"), std::string::npos) << "a lost context is asked no more";
}

}  // namespace
}  // namespace shezhire::ui
