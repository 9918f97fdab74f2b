#include "input.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace bench {
namespace {

[[noreturn]] void fail(const char* file, const char* why) {
    std::fprintf(stderr, "%s: %s\n", file, why);
    std::exit(2);
}

std::size_t nodes_in(const Input& input, float left, float top, float right, float bottom) {
    return static_cast<std::size_t>(
        std::count_if(input.nodes.begin(), input.nodes.end(), [&](const Node& node) {
            return node.x + node_width > left && node.x < right && node.y + node_height > top &&
                   node.y < bottom;
        }));
}

}  // namespace

Input read_input(const char* file) {
    Input input;
    input.name = file;
    input.name = input.name.substr(input.name.rfind('/') + 1);
    std::ifstream in(file, std::ios::binary);
    if (!in) fail(file, "cannot be read");
    input.bytes.assign(std::istreambuf_iterator<char>(in), {});
    char* at = input.bytes.data();
    const auto number = [&at] { return static_cast<std::size_t>(std::strtoul(at, &at, 10)); };
    input.nodes.resize(number());
    input.edges.resize(number());
    if (input.nodes.empty()) fail(file, "has no nodes");
    for (auto& node : input.nodes) {
        node.x = std::strtof(at, &at);
        node.y = std::strtof(at, &at);
        node.kind = static_cast<int>(std::clamp<std::size_t>(number(), 0, 4));
        const std::string_view rest(at + 1, static_cast<std::size_t>(&input.bytes.back() - at));
        node.label = rest.substr(0, rest.find('\n'));
        at += 1 + node.label.size();
    }
    for (auto& edge : input.edges) {
        edge.from = number();
        edge.to = number();
        edge.kind = static_cast<int>(number());
        if (std::max(edge.from, edge.to) >= input.nodes.size()) fail(file, "an edge ends nowhere");
    }
    input.left = input.top = 1e30F;
    input.right = input.bottom = -1e30F;
    for (const auto& node : input.nodes) {
        input.left = std::min(input.left, node.x);
        input.top = std::min(input.top, node.y);
        input.right = std::max(input.right, node.x + node_width);
        input.bottom = std::max(input.bottom, node.y + node_height);
    }
    return input;
}

View view_of(const Input& input, std::string_view mode) {
    constexpr auto width = static_cast<float>(screen_width);
    constexpr auto height = static_cast<float>(screen_height);
    if (mode == "all") {
        return {input.left, input.top,
                std::min(width / (input.right - input.left), height / (input.bottom - input.top))};
    }
    const Node& middle = input.nodes[input.nodes.size() / 2];
    if (mode == "read") return {middle.x - width / 2, middle.y - height / 2, 1};
    const std::size_t wanted = std::max<std::size_t>(3, input.nodes.size() / 100);
    constexpr float widest = 4e7F;
    float span = 300;
    for (; span < widest; span *= 1.05F) {
        const float left = middle.x - span / 2;
        const float top = middle.y - span / 3.8F;
        if (nodes_in(input, left, top, left + span, top + span / 1.9F) >= wanted) break;
    }
    return {middle.x - span / 2, middle.y - span / 3.8F, width / span};
}

}  // namespace bench
