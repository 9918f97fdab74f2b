#include "text/balance.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "text/pango.h"

namespace shezhire::text {
namespace {

/// Width of each cluster, at the byte that it starts with.
std::vector<double> cluster_widths(PangoLayout* layout, std::size_t bytes) {
    std::vector<double> widths(bytes + 1, 0);
    const IteratorPtr at(pango_layout_get_iter(layout));
    do {
        PangoRectangle box{};
        pango_layout_iter_get_cluster_extents(at.get(), nullptr, &box);
        const auto index = static_cast<std::size_t>(pango_layout_iter_get_index(at.get()));
        if (index < bytes) widths[index] += points(box.width);
    } while (pango_layout_iter_next_cluster(at.get()) != FALSE);
    return widths;
}

constexpr int does_not_fit = std::numeric_limits<int>::max();

int lines_at(const std::vector<Segment>& segments, double width) {
    int lines = 1;
    double used = 0;
    for (const Segment& segment : segments) {
        if (segment.width > width) return does_not_fit;
        if (used > 0 && used + segment.width > width) {
            ++lines;
            used = 0;
        }
        used += segment.width + segment.blank;
    }
    return lines;
}

}  // namespace

std::vector<Segment> segments_of(PangoLayout* layout) {
    const std::string_view text = pango_layout_get_text(layout);
    const auto widths = cluster_widths(layout, text.size());
    int count = 0;
    const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(layout, &count);
    std::vector<Segment> segments;
    std::size_t byte = 0;
    for (int i = 0; i < count && byte < text.size(); ++i) {
        if (segments.empty() || attributes[i].is_line_break != 0) segments.emplace_back();
        Segment& segment = segments.back();
        const auto next = static_cast<std::size_t>(g_utf8_next_char(text.data() + byte) - text.data());
        const double width = widths[byte];
        if (attributes[i].is_white != 0) {
            segment.blank += width;
        } else {
            segment.width += segment.blank + width;
            segment.blank = 0;
        }
        byte = next;
    }
    return segments;
}

Balanced balanced(const std::vector<Segment>& segments, double width, int max_lines) {
    const int lines = lines_at(segments, width);
    if (lines == 1 || lines > max_lines) return {width, lines};
    double too_small = 0;
    double enough = width;
    while (enough - too_small > 0.5) {
        const double middle = (too_small + enough) / 2;
        (lines_at(segments, middle) <= lines ? enough : too_small) = middle;
    }
    return {enough, lines};
}

}  // namespace shezhire::text
