#include "stats.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/resource.h>

#include <algorithm>

namespace shezhire::window {
namespace {

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

}  // namespace

std::string to_json(const Stats& stats) {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return fmt::format(
        "{{\n  \"mainAt\": {:.6f},\n  \"windowMs\": {:.2f},\n  \"firstFrameMs\": {:.2f},\n"
        "  \"settledMs\": {:.2f},\n  \"layoutMs\": {:.2f},\n  \"frames\": {},\n"
        "  \"frameMs\": {{\"median\": {:.3f}, \"p90\": {:.3f}, \"p99\": {:.3f}, \"max\": {:.3f}}},\n"
        "  \"answerMs\": [{:.2f}],\n  \"longestGapMs\": {:.2f},\n  \"elements\": {},\n  \"drawn\": {},\n  "
        "\"tested\": {},\n  "
        "\"hoverTested\": {},\n"
        "  \"idleFrames\": {},\n  \"peakMemoryKiB\": {}\n}}\n",
        std::chrono::duration<double>(stats.start.time_since_epoch()).count(), stats.window_ms,
        stats.first_frame_ms, stats.settled_ms, stats.layout_ms, stats.frame_ms.size(),
        percentile(stats.frame_ms, 0.5), percentile(stats.frame_ms, 0.9), percentile(stats.frame_ms, 0.99),
        percentile(stats.frame_ms, 1), fmt::join(stats.answer_ms, ", "), stats.longest_gap_ms, stats.elements,
        stats.drawn, stats.tested, stats.hover_tested, stats.idle_frames, usage.ru_maxrss);
}

}  // namespace shezhire::window
