// Keys that are tapped faster than frames are drawn.
#pragma once

#include <vector>

struct GLFWwindow;

namespace shezhire::window {

/// Dear ImGui 1.86 looks once a frame at which keys are down, so that a tap within one frame is lost (slow
/// drawing, a quick hand). Here a release that comes in the frame of its press waits for the next frame.
class Taps {
  public:
    /// From GLFW's key callback, in place of ImGui_ImplGlfw_KeyCallback.
    void key(GLFWwindow* window, int key, int scancode, int action, int mods);
    /// Once the frame has seen what is down.
    void frame_begun();

  private:
    struct Release {
        GLFWwindow* window;
        int key, scancode, mods;
    };
    std::vector<int> pressed_;  ///< since the last frame
    std::vector<Release> late_;
};

}  // namespace shezhire::window
