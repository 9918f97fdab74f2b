#include <algorithm>

#include "base/utf8.h"
#include "graph/graph.h"

namespace shezhire::graph {
namespace {

std::string_view to_text(EdgeKind kind) {
    switch (kind) {
        case EdgeKind::part:
            return "part";
        case EdgeKind::other_part:
            return "other-part";
        case EdgeKind::lateral:
            return "lateral";
    }
    return "";
}

void add_flag(std::string& line, bool holds, std::string_view flag) {
    if (holds) line.append("; ").append(flag);
}

void add_field(std::string& line, std::string_view field, const std::string& value) {
    if (!value.empty()) line.append("; ").append(field).append(" ").append(base::visible(value));
}

/// A chain of 100,000 must not print as a triangle: beyond 32 levels the indent stops and the depth is said.
std::string line_of(const Node& node) {
    constexpr int most = 32;
    std::string line(static_cast<std::size_t>(std::clamp(node.depth, 0, most)) * 2, ' ');
    line.append(base::visible(node.key)).append(": ").append(base::visible(node.label));
    add_field(line, "lang", node.lang);
    add_field(line, "acronym", node.acronym);
    add_field(line, "notation", node.notation);
    add_field(line, "kind", node.kind);
    add_flag(line, node.presence == edtf::Presence::maybe, "maybe");
    add_flag(line, node.presence == edtf::Presence::no, "absent");
    add_flag(line, node.disputed, "disputed");
    add_flag(line, node.low_confidence, "low confidence");
    add_flag(line, node.translated, "translated");
    add_flag(line, node.foldable && !node.folded, "open");
    if (node.folded) line.append("; folded, ").append(std::to_string(node.hidden)).append(" hidden");
    if (node.depth > most) line.append("; depth ").append(std::to_string(node.depth));
    return line + '\n';
}

std::string line_of(const Edge& edge) {
    std::string line(to_text(edge.kind));
    line.append(" ").append(base::visible(edge.key));
    add_flag(line, edge.presence == edtf::Presence::maybe, "maybe");
    add_flag(line, edge.presence == edtf::Presence::no, "absent");
    add_flag(line, edge.disputed, "disputed");
    return line + '\n';
}

}  // namespace

std::string to_text(const Graph& graph) {
    std::string text = "graph at " + graph.when.text() + ": " + std::to_string(graph.nodes.size()) +
                       " nodes, " + std::to_string(graph.edges.size()) + " edges, " +
                       std::to_string(graph.filtered) + " filtered\n";
    for (const auto& node : graph.nodes) text += line_of(node);
    text += "edges\n";
    for (const auto& edge : graph.edges) text += line_of(edge);
    return text;
}

}  // namespace shezhire::graph
