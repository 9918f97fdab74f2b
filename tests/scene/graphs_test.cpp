#include "graphs.h"

#include "graphviz/graphviz.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>

namespace shezhire::scene {
namespace {

using base::Point;
using base::Rect;

/// Does the piece from a to b go through the inside of a box?
bool passes(Point a, Point b, const Rect& box) {
    double from = 0;
    double to = 1;
    const auto clip = [&](double start, double step, double low, double high) {
        if (step == 0) return start > low && start < high;
        double t0 = (low - start) / step;
        double t1 = (high - start) / step;
        if (t0 > t1) std::swap(t0, t1);
        from = std::max(from, t0);
        to = std::min(to, t1);
        return from < to;
    };
    return clip(a.x, b.x - a.x, box.left, box.right) && clip(a.y, b.y - a.y, box.top, box.bottom);
}

const text::Typesetter& typesetter() {
    static const text::Typesetter made;
    return made;
}

}  // namespace

model::ModelPtr small_model() {
    static const model::ModelPtr model = [] {
        model::Draft draft;
        const auto add = [&](const char* id, const char* shape, const char* colour, const char* mark,
                             std::array<const char*, 3> names) {
            model::Concept kind;
            kind.id = id;
            kind.scheme = "kinds";
            kind.shape = shape;
            kind.colour = colour;
            kind.mark = mark;
            constexpr std::array<const char*, 3> langs{"en", "kk", "ru"};
            for (std::size_t k = 0; k < 3; ++k) {
                model::Name name;
                name.text = names[k];
                name.lang = langs[k];
                kind.names.push_back(name);
            }
            draft.concepts.push_back(kind);
        };
        add("federation", "hexagon", "blue", "globe", {"federation", "федерация", "федерация"});
        add("division", "folder", "bluish-green", "bar", {"division", "бөлім", "отдел"});
        add("section", "rectangle", "sky-blue", "none", {"section", "секция", "секция"});
        add("body", "cut-corner", "vermillion", "star",
            {"governing body", "басқару органы", "руководящий орган"});
        base::Diagnostics diagnostics;
        return model::Model::build(std::move(draft), diagnostics);
    }();
    return model;
}

GraphMaker::GraphMaker(const char* when) {
    graph.when = edtf::parse_interval(when)->value;
}

int GraphMaker::add(std::string key, std::string label, std::string kind, int parent, std::string notation) {
    graph::Node made;
    made.key = std::move(key);
    made.label = std::move(label);
    made.lang = "en";
    made.kind = std::move(kind);
    made.notation = std::move(notation);
    const auto index = static_cast<int>(graph.nodes.size());
    if (parent >= 0) {
        made.depth = node(parent).depth + 1;
        node(parent).foldable = true;
        graph::Edge edge;
        edge.key = node(parent).key + ">" + made.key;
        edge.from = static_cast<std::uint32_t>(parent);
        edge.to = static_cast<std::uint32_t>(index);
        graph.edges.push_back(edge);
    }
    graph.nodes.push_back(std::move(made));
    return index;
}

void GraphMaker::link(int from, int to, graph::EdgeKind kind) {
    graph::Edge edge;
    edge.from = static_cast<std::uint32_t>(from);
    edge.to = static_cast<std::uint32_t>(to);
    edge.kind = kind;
    edge.key = node(from).key + (kind == graph::EdgeKind::lateral ? "-partner>" : ">") + node(to).key + "#" +
               std::to_string(graph.edges.size());
    graph.edges.push_back(edge);
}

std::shared_ptr<const graph::Graph> random_graph(unsigned seed, int nodes, int links) {
    std::minstd_rand random(seed);
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    static const std::array<const char*, 6> words{"Libraries", "of",  "Bibliographic",
                                                  "Control",   "and", "Serials"};
    GraphMaker maker;
    for (int k = 0; k < nodes; ++k) {
        std::string label = "Section";
        for (int w = below(9); w > 0; --w)
            label += std::string(" ") + words[static_cast<std::size_t>(below(6))];
        // Mostly trees with long families; now and then another root.
        const int parent = k == 0 || below(60) == 0 ? -1 : below(3) == 0 ? below(k) : below(std::min(k, 9));
        const int made = maker.add("n" + std::to_string(k), label, below(3) == 0 ? "body" : "section", parent,
                                   below(2) == 0 ? std::to_string(k) : "");
        maker.node(made).disputed = below(9) == 0;
        if (below(12) == 0) maker.node(made).presence = edtf::Presence::maybe;
    }
    for (int k = 0; k < links; ++k) {
        const int from = below(nodes);
        const int to = below(nodes);
        if (from == to) continue;
        maker.link(from, to, below(2) == 0 ? graph::EdgeKind::lateral : graph::EdgeKind::other_part);
    }
    return maker.made();
}

Drawn draw(std::shared_ptr<const graph::Graph> graph, const model::ModelPtr& model,
           const StructureStyle& style, ThemeName name) {
    const StructurePlan plan(std::move(graph), model, theme(name), style, typesetter());
    Drawn drawn{plan.request(), {}, {}};
    if (!drawn.request.nodes.empty()) {
        const auto answer = graphviz::lay_out(drawn.request);
        EXPECT_TRUE(answer.has_value()) << (answer ? "" : answer.error().sentence);
        if (!answer) return drawn;
        drawn.layout = *answer;
    }
    drawn.scene = plan.scene(drawn.layout);
    const auto least = plan.least_size();
    EXPECT_LE(least.width, drawn.scene.size.width + 1e-6);
    EXPECT_LE(least.height, drawn.scene.size.height + 1e-6);
    return drawn;
}

void expect_sound(const Scene& scene, const graph::Graph& graph, bool check_lines, const std::string& where) {
    const Rect all{0, 0, scene.size.width, scene.size.height};
    std::map<std::string, const Element*> nodes;
    std::vector<const Element*> boxes;
    for (const auto& element : scene.elements) {
        EXPECT_TRUE(all.grown(0.01).contains(element.box))
            << where << ": " << element.key << " lies outside the picture";
        Rect texts = Rect::nothing();
        for (const auto& text : element.texts) {
            texts = texts.united(Rect::at(element.origin + text.top_left, text.text->size));
        }
        if (element.role == Role::node) {
            Rect outline = Rect::nothing();
            for (const Point p : element.paths.front().points) outline = outline.united(element.origin + p);
            EXPECT_TRUE(texts.empty() || outline.grown(0.6).contains(texts))
                << where << ": the text of " << element.key << " leaves its box";
            nodes[element.key] = &element;
            boxes.push_back(&element);
        } else if (element.role == Role::badge) {
            ASSERT_TRUE(nodes.contains(element.owner));
            EXPECT_TRUE(nodes[element.owner]->box.contains(element.box))
                << where << ": badge of " << element.owner;
        }
    }
    EXPECT_EQ(nodes.size(), graph.nodes.size()) << where;
    std::sort(boxes.begin(), boxes.end(), [](auto* a, auto* b) { return a->box.left < b->box.left; });
    for (std::size_t a = 0; a < boxes.size(); ++a) {
        for (std::size_t b = a + 1; b < boxes.size() && boxes[b]->box.left < boxes[a]->box.right; ++b) {
            EXPECT_FALSE(boxes[a]->box.grown(-0.3).overlaps(boxes[b]->box.grown(-0.3)))
                << where << ": " << boxes[a]->key << " and " << boxes[b]->key;
        }
    }
    if (!check_lines) return;
    std::map<std::string, const graph::Edge*> edges;
    for (const auto& edge : graph.edges) edges[edge.key] = &edge;
    std::size_t drawn = 0;
    for (const auto& element : scene.elements) {
        if (element.role != Role::edge && element.role != Role::lateral_edge) continue;
        ASSERT_TRUE(edges.contains(element.key)) << where << ": " << element.key;
        ++drawn;
        const auto& edge = *edges[element.key];
        for (const auto& path : element.paths) {
            for (std::size_t k = 1; k < path.points.size(); ++k) {
                for (const Element* box : boxes) {
                    if (box->key == graph.nodes[edge.from].key || box->key == graph.nodes[edge.to].key)
                        continue;
                    EXPECT_FALSE(passes(path.points[k - 1], path.points[k], box->box.grown(-0.5)))
                        << where << ": line " << element.key << " passes through " << box->key;
                }
            }
        }
    }
    EXPECT_EQ(drawn, graph.edges.size()) << where;
}

}  // namespace shezhire::scene
