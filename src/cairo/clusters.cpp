#include "cairo/clusters.h"

#include <algorithm>

namespace shezhire::cairo {

Clusters clusters_of(const text::SetText& set, const text::Run& run) {
    const int count = static_cast<int>(run.glyph_count);
    if (run.byte_count == 0) {
        constexpr std::string_view ellipsis = "…";
        return {ellipsis, {{static_cast<int>(ellipsis.size()), count}}};
    }
    Clusters result{std::string_view(set.text).substr(run.first_byte, run.byte_count), {}};
    const auto start_of = [&](int i) {  // of the i-th glyph in reading order
        const int visual = run.right_to_left ? count - 1 - i : i;
        return set.glyphs[run.first_glyph + static_cast<std::uint32_t>(visual)].cluster;
    };
    std::uint32_t byte = run.first_byte;
    for (int first = 0; first < count;) {
        int next = first + 1;
        // A mark may be drawn before its letter; what goes back belongs to the same cluster.
        while (next < count && start_of(next) <= start_of(first)) ++next;
        const std::uint32_t run_end = run.first_byte + run.byte_count;
        const std::uint32_t end = next < count ? std::clamp(start_of(next), byte, run_end) : run_end;
        result.clusters.push_back({static_cast<int>(end - byte), next - first});
        byte = end;
        first = next;
    }
    return result;
}

}  // namespace shezhire::cairo
