// What --do, --screenshot, --stats, --frames, --during and --idle want of the window.
#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "cairo/cairo.h"
#include "window.h"

namespace shezhire::window {

// Each command of --do waits until the one before has come to rest.
void Window::run_script() {
    if (next_command_ == options_.commands.size() || !session_->settled() || session_->picture() == nullptr)
        return;
    session_->execute(options_.commands[next_command_++], now());
    pending_frames_ = frames_after_event;
}

void Window::measure_frames() {
    stats_.frame_ms.clear();
    for (const auto& command : options_.during) {
        const double begin = now();
        session_->execute(command, now());
        frame();
        const double answer_ms = (now() - begin) * 1e3;
        stats_.answer_ms.push_back(answer_ms);
        if (session_->laying_out()) stats_.longest_gap_ms = std::max(stats_.longest_gap_ms, answer_ms);
    }
    double last = now();
    for (int i = 0; i < options_.frames || session_->laying_out(); ++i) {
        session_->execute({session::Verb::pan, {i % 2 == 0 ? "7" : "-7", i % 4 < 2 ? "3" : "-3"}}, now());
        glfwPollEvents();
        const bool waiting = session_->laying_out();
        frame();
        const double end = now();
        if (waiting) stats_.longest_gap_ms = std::max(stats_.longest_gap_ms, (end - last) * 1e3);
        last = end;
    }
}

void Window::measure_idle() {
    const double end = now() + options_.idle;
    const auto before = stats_.frame_ms.size();
    while (now() < end) {
        glfwWaitEventsTimeout(std::max(end - now(), 0.001));
        if (session_->moving()) frame();
    }
    stats_.idle_frames = stats_.frame_ms.size() - before;
}

int Window::finish() {
    stats_.settled_ms = stats_.since_start_ms();
    if (options_.frames > 0) measure_frames();
    if (options_.idle > 0) measure_idle();
    if (session_->picture()) {
        stats_.layout_ms = session_->picture()->layout_ms;
        stats_.elements = session_->picture()->scene.elements.size();
    }
    for (const auto& message : session_->messages()) fmt::print(stderr, "{}\n", message.sentence);
    if (!options_.screenshot.empty()) {
        const cairo::Image image{static_cast<std::uint32_t>(shot_width_),
                                 static_cast<std::uint32_t>(shot_height_), shot_};
        const auto png = cairo::to_png(image, 96.0 * static_cast<double>(scale_), session_->shown().title,
                                       session_->shown().description);
        const auto written = png ? base::write_file_atomically(options_.screenshot, *png)
                                 : base::Status(base::failure(png.error()));
        if (!written) {
            fmt::print(stderr, "shezhire: {}\n", written.error().sentence);
            return exit_cannot_write;
        }
    }
    if (!options_.stats.empty()) {
        const auto written = base::write_file_atomically(options_.stats, to_json(stats_));
        if (!written) {
            fmt::print(stderr, "shezhire: {}\n", written.error().sentence);
            return exit_cannot_write;
        }
    }
    return 0;
}

}  // namespace shezhire::window
