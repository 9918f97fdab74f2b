// shezhire-window: the GLFW window, OpenGL 3.3 and the frame loop. It sleeps when nothing moves and never
// waits for work.
#include "ui/frame_memory.h"
#include "window.h"

int main(int argc, char** argv) {
    using namespace shezhire::window;
    Stats stats;
    stats.start = Stats::Clock::now();
    int exit_code = 0;
    auto options = read_options(argc, argv, exit_code);
    if (!options) return exit_code;
    shezhire::ui::keep_frame_memory();
    Window window(std::move(*options), std::move(stats));
    if (!window.create()) return exit_no_window;
    return window.loop();
}
