#include "session/state.h"

#include <gtest/gtest.h>

#include <cmath>

#include "session/camera.h"

namespace shezhire::session {
namespace {

ViewState at_depth(int depth) {
    ViewState state;
    state.depth = depth;
    return state;
}

TEST(History, GoesBackAndForth) {
    History history;
    history.remember(at_depth(1), {});
    history.remember(at_depth(2), {});
    EXPECT_EQ(history.undo(at_depth(3))->depth, 2);
    EXPECT_EQ(history.undo(at_depth(2))->depth, 1);
    EXPECT_FALSE(history.undo(at_depth(1)));
    EXPECT_EQ(history.redo(at_depth(1))->depth, 2);
    history.remember(at_depth(2), {});
    EXPECT_FALSE(history.can_redo());
}

TEST(History, AGestureIsOneStep) {
    History history;
    history.remember(at_depth(1), "date");
    history.remember(at_depth(2), "date");
    history.remember(at_depth(3), "date");
    history.finish_gesture();
    history.remember(at_depth(4), "date");
    EXPECT_EQ(history.undo(at_depth(5))->depth, 4);
    EXPECT_EQ(history.undo(at_depth(4))->depth, 1);
    EXPECT_FALSE(history.can_undo());
}

TEST(Camera, EasesAndArrives) {
    EXPECT_EQ(eased(0), 0);
    EXPECT_EQ(eased(1), 1);
    EXPECT_EQ(eased(-1), 0);
    EXPECT_LT(eased(0.1), 0.1);
    Camera camera;
    scene::Viewport from{{0, 0}, 1, {800, 600}};
    scene::Viewport to{{100, 50}, 4, {800, 600}};
    camera.jump(from);
    camera.glide(to, 10, 0.5);
    double last = 1;
    for (double t = 10.05; t < 10.5; t += 0.05) {
        EXPECT_TRUE(camera.tick(t));
        EXPECT_GT(camera.viewport().scale, last);
        last = camera.viewport().scale;
    }
    EXPECT_FALSE(camera.tick(10.6));
    EXPECT_EQ(camera.viewport(), to);
}

// A zoom about a point keeps that point still all the way, not only at both ends.
TEST(Camera, ZoomKeepsThePointUnderThePointer) {
    Camera camera;
    scene::Viewport from{{20, 30}, 1.5, {800, 600}};
    const base::Point pointer{300, 200};
    const auto fixed = from.scene_from_screen(pointer);
    camera.jump(from);
    camera.glide(from.zoomed(3, pointer), 0, 1);
    for (double t = 0.1; t < 1; t += 0.1) {
        camera.tick(t);
        const auto seen = camera.viewport().screen_from_scene(fixed);
        EXPECT_NEAR(seen.x, pointer.x, 1e-6);
        EXPECT_NEAR(seen.y, pointer.y, 1e-6);
    }
}

TEST(Camera, ResizingKeepsTheMiddle) {
    Camera camera;
    camera.jump({{0, 0}, 2, {800, 600}});
    const auto middle = camera.viewport().visible().centre();
    camera.resize({400, 1000});
    EXPECT_NEAR(camera.viewport().visible().centre().x, middle.x, 1e-9);
    EXPECT_NEAR(camera.viewport().visible().centre().y, middle.y, 1e-9);
}

}  // namespace
}  // namespace shezhire::session
