#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <string_view>

#include "text/fonts.h"
#include "text/typesetter.h"

namespace shezhire::text {
namespace {

/// To 0.1 pt, and no "-0.0".
std::string tenths(double value) {
    return fmt::format("{:.1f}", std::round(value * 10) / 10 + 0.0);
}

}  // namespace

std::string to_text(const SetText& set) {
    const std::string_view text = set.text;
    std::string out = fmt::format("set “{}” {}x{}", text, tenths(set.size.width), tenths(set.size.height));
    const auto add = [&](std::string_view what) { out.append(" ").append(what); };
    if (!set.lang.empty()) add(set.lang);
    add(fmt::format("{}pt", tenths(set.style.size)));
    if (set.style.weight == Weight::bold) add("bold");
    if (set.style.italic) add("italic");
    if (set.right_to_left) add("right-to-left");
    if (set.shortened) add("shortened");
    if (set.missing_glyphs) add("missing-glyphs");
    out += '\n';
    auto into = std::back_inserter(out);
    for (const Line& line : set.lines) {
        fmt::format_to(into, "  line left {} baseline {} width {} “{}”\n", tenths(line.left),
                       tenths(line.baseline), tenths(line.width),
                       text.substr(line.first_byte, line.byte_count));
        for (std::uint32_t r = line.first_run; r < line.first_run + line.run_count; ++r) {
            const Run& run = set.runs[r];
            const std::string shown =
                run.byte_count == 0 ? "…" : fmt::format("“{}”", text.substr(run.first_byte, run.byte_count));
            fmt::format_to(into, "    {}{} {}\n", font_of(run.font).family, run.right_to_left ? " <-" : "",
                           shown);
        }
    }
    return out;
}

}  // namespace shezhire::text
