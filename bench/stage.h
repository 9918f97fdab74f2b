// A bare GLFW + OpenGL 3.3 + Dear ImGui window that plays frames and times them: the same for the floor and
// for our own scenes, so that only what is drawn differs.
#pragma once

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <functional>
#include <string>

#include "input.h"

namespace bench {

/// Seconds of the system's monotonic clock, which other programs can compare with.
double now();

class Stage {
  public:
    /// Opens the window; ends the program with a sentence when there is none.
    Stage();

    struct Drawing {
        std::function<void(ImDrawList&, const View&)> draw;  ///< onto the background, seen so
        std::function<void()> before_render;                 ///< may be empty
    };
    /// Draws `frames` frames, panned a little each, and prints the figures as one line of JSON; `more` is put
    /// into it. FLOOR_PPM=FILE writes the second frame as a picture. Ends the program.
    [[noreturn]] void play(const Input& input, const std::string& mode, int frames, const Drawing& drawing,
                           const std::function<std::string()>& more);

  private:
    double started_ = now();
    GLFWwindow* window_ = nullptr;
};

}  // namespace bench
