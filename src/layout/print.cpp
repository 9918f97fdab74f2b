#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "base/utf8.h"
#include "layout/layout.h"

namespace shezhire::layout {
namespace {

// Two decimals without trailing zeros and without "-0": what people compare.
std::string number(double value) {
    auto text = fmt::format("{:.2f}", value);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string pair(double a, double b) {
    return number(a) + "," + number(b);
}

}  // namespace

std::string to_text(const LayoutRequest& request) {
    std::string text =
        fmt::format("request {} {} {}\n  separation node {} rank {}\n", to_text(request.engine),
                    to_text(request.direction), to_text(request.routing), number(request.node_separation),
                    number(request.rank_separation));
    if (!request.root.empty()) text += fmt::format("  root {}\n", base::visible(request.root));
    const auto out = std::back_inserter(text);
    for (const auto& node : request.nodes) {
        fmt::format_to(out, "node {} {}x{}", base::visible(node.key), number(node.size.width),
                       number(node.size.height));
        if (!node.cluster.empty()) fmt::format_to(out, " cluster {}", base::visible(node.cluster));
        if (node.area != 1) fmt::format_to(out, " area {}", number(node.area));
        text += '\n';
    }
    for (const auto& edge : request.edges) {
        const auto end = [&](std::uint32_t index) {
            return index < request.nodes.size() ? base::visible(request.nodes[index].key)
                                                : fmt::format("#{}", index);
        };
        fmt::format_to(out, "edge {}: {} -> {}", base::visible(edge.key), end(edge.from), end(edge.to));
        if (edge.min_length != 1) fmt::format_to(out, " length {}", edge.min_length);
        if (edge.weight != 1) fmt::format_to(out, " weight {}", number(edge.weight));
        if (!edge.ranking) text += " beside";
        text += '\n';
    }
    return text;
}

std::string to_text(const Layout& layout) {
    std::string text = fmt::format("layout {}x{}\n", number(layout.size.width), number(layout.size.height));
    const auto out = std::back_inserter(text);
    for (const auto& node : layout.nodes) {
        fmt::format_to(out, "node {} at {} size {}x{}\n", base::visible(node.key),
                       pair(node.centre.x, node.centre.y), number(node.size.width), number(node.size.height));
    }
    for (const auto& edge : layout.edges) {
        fmt::format_to(out, "edge {}:", base::visible(edge.key));
        for (const auto p : edge.curve) fmt::format_to(out, " {}", pair(p.x, p.y));
        text += '\n';
    }
    return text;
}

}  // namespace shezhire::layout
