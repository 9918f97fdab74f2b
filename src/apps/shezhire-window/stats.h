// Times and counts of a run, for bug reports and benchmarks (--stats).
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace shezhire::window {

struct Stats {
    using Clock = std::chrono::steady_clock;

    Clock::time_point start;        ///< of the process' main
    double window_ms = 0;           ///< until the window and its OpenGL context were there
    double first_frame_ms = 0;      ///< until the first complete frame was shown
    double settled_ms = 0;          ///< until all commands of --do had come to rest
    double layout_ms = 0;           ///< the last layout, in its process
    std::vector<double> frame_ms;   ///< processor time to make and render a frame, without waiting
    std::vector<double> answer_ms;  ///< from each command of --during to the end of the frame behind it
    double longest_gap_ms = 0;      ///< between two frames of --frames while a layout ran
    std::uint32_t drawn = 0;
    std::uint32_t tested = 0;
    std::uint32_t hover_tested = 0;
    std::uint64_t idle_frames = 0;
    std::uint64_t elements = 0;

    [[nodiscard]] double since_start_ms() const {
        return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    }
};

std::string to_json(const Stats& stats);

}  // namespace shezhire::window
