#include "graphviz/attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace shezhire::graphviz {
namespace {

using layout::Direction;
using layout::Engine;
using layout::LayoutRequest;

const char* rank_direction(Direction direction) {
    switch (direction) {
        case Direction::down:
            return "TB";
        case Direction::right:
            return "LR";
        case Direction::up:
            return "BT";
        case Direction::left:
            return "RL";
    }
    return "TB";
}

double diagonal(base::Size size) {
    return std::hypot(size.width, size.height);
}

double mean_diagonal(const LayoutRequest& request) {
    double sum = 0;
    for (const auto& node : request.nodes) sum += diagonal(node.size);
    return request.nodes.empty() ? 0 : sum / static_cast<double>(request.nodes.size());
}

std::size_t index_of(const LayoutRequest& request, const std::string& key) {
    const auto found = std::find_if(request.nodes.begin(), request.nodes.end(),
                                    [&](const layout::RequestNode& node) { return node.key == key; });
    return static_cast<std::size_t>(found - request.nodes.begin());
}

// Rings of nodes equally far from the root; what cannot be reached is left out.
std::vector<std::vector<std::size_t>> rings(const LayoutRequest& request, std::size_t root) {
    std::vector<std::vector<std::size_t>> neighbours(request.nodes.size());
    for (const auto& edge : request.edges) {
        neighbours[edge.from].push_back(edge.to);
        neighbours[edge.to].push_back(edge.from);
    }
    std::vector<bool> seen(request.nodes.size());
    seen[root] = true;
    std::vector<std::vector<std::size_t>> result{{root}};
    for (;;) {
        std::vector<std::size_t> next;
        for (const auto node : result.back()) {
            for (const auto other : neighbours[node]) {
                if (!seen[other]) next.push_back(other);
                seen[other] = true;
            }
        }
        if (next.empty()) return result;
        result.push_back(std::move(next));
    }
}

// twopi knows no sizes: each ring is told to be wide enough for its nodes, so that little is left to push
// apart.
std::string ring_distances(const LayoutRequest& request, double scale) {
    const double step = mean_diagonal(request) / 2 + request.rank_separation;
    if (request.root.empty()) return inches(step * scale);
    std::string text;
    double radius = 0;
    bool first = true;
    for (const auto& ring : rings(request, index_of(request, request.root))) {
        if (std::exchange(first, false)) continue;
        double length = 0;
        for (const auto node : ring) length += diagonal(request.nodes[node].size) + request.node_separation;
        const double wanted = std::max(radius + step, length / (2 * std::numbers::pi));
        if (!text.empty()) text += ':';
        text += inches((wanted - radius) * scale);
        radius = wanted;
    }
    return text.empty() ? inches(step * scale) : text;
}

void add_separation(Attributes& list, const LayoutRequest& request, double scale) {
    const double apart = std::max(2.0, request.node_separation * scale / 2);
    list.emplace_back("overlap", "prism");
    list.emplace_back("sep", fmt::format("+{}", apart));
}

void add_for_engine(Attributes& list, const LayoutRequest& request, double scale) {
    switch (request.engine) {
        case Engine::dot:
            list.emplace_back("rankdir", rank_direction(request.direction));
            list.emplace_back("nodesep", inches(request.node_separation * scale));
            list.emplace_back("ranksep", inches(request.rank_separation * scale));
            list.emplace_back("newrank", "true");  // the same places at half the cost
            break;
        case Engine::twopi:
            list.emplace_back("ranksep", ring_distances(request, scale));
            add_separation(list, request, scale);
            break;
        case Engine::neato:
        case Engine::fdp:
        case Engine::sfdp:
            // A fixed seed: the same question, the same answer.
            list.emplace_back("start", "7");
            list.emplace_back("K", inches((mean_diagonal(request) + request.rank_separation) * scale));
            add_separation(list, request, scale);
            break;
        case Engine::circo:
            list.emplace_back("mindist", inches(request.node_separation * scale));
            break;
        case Engine::osage:
            list.emplace_back("pack", fmt::format("{}", std::lround(request.node_separation * scale)));
            list.emplace_back("packmode", "array_u");
            break;
        case Engine::patchwork:
            break;
    }
    const bool centred = request.engine == Engine::twopi || request.engine == Engine::circo;
    if (centred && !request.root.empty())
        list.emplace_back("root", fmt::format("{}", index_of(request, request.root)));
}

}  // namespace

std::string inches(double points) {
    return fmt::format("{}", points / points_per_inch);
}

Attributes graph_attributes(const LayoutRequest& request, double scale) {
    Attributes list{{"splines", ""}};  // edges are routed by us
    add_for_engine(list, request, scale);
    return list;
}

Attributes node_attributes() {
    return {{"shape", "box"}, {"label", ""}, {"fixedsize", "true"}};
}

Attributes edge_attributes() {
    return {{"dir", "none"}};
}

std::string edge_weight(Engine engine, double weight) {
    if (engine != Engine::dot) return fmt::format("{}", std::clamp(weight, 0.001, 1e4));
    return fmt::format("{}", std::lround(std::min(weight, 1e4)));
}

std::string edge_length(const LayoutRequest& request, const layout::RequestEdge& edge, double scale) {
    if (request.engine != Engine::neato && request.engine != Engine::fdp) return {};
    const double ends = diagonal(request.nodes[edge.from].size) + diagonal(request.nodes[edge.to].size);
    return inches(std::max(1.0, (ends / 2 + request.rank_separation * edge.min_length) * scale));
}

bool heeds_clusters(Engine engine) {
    return engine == Engine::dot || engine == Engine::osage || engine == Engine::patchwork;
}

bool heeds_edges(Engine engine) {
    return engine != Engine::patchwork;
}

}  // namespace shezhire::graphviz
