// Small graphs made by hand, and checks that hold for every structure picture.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "model/model.h"
#include "scene/structure.h"

namespace shezhire::scene {

/// Kinds as data sets have them: federation, division, section, body.
model::ModelPtr small_model();

class GraphMaker {
  public:
    explicit GraphMaker(const char* when = "2005-08");
    /// `parent` -1: a root.
    int add(std::string key, std::string label, std::string kind = "section", int parent = -1,
            std::string notation = "");
    void link(int from, int to, graph::EdgeKind kind);
    graph::Node& node(int index) { return graph.nodes[static_cast<std::size_t>(index)]; }
    [[nodiscard]] std::shared_ptr<const graph::Graph> made() const {
        return std::make_shared<graph::Graph>(graph);
    }

    graph::Graph graph;
};

/// A random forest with links, the same for the same seed.
std::shared_ptr<const graph::Graph> random_graph(unsigned seed, int nodes, int links);

struct Drawn {
    layout::LayoutRequest request;
    layout::Layout layout;
    Scene scene;
};

/// Plan, Graphviz in this process, picture.
Drawn draw(std::shared_ptr<const graph::Graph> graph, const model::ModelPtr& model,
           const StructureStyle& style = {}, ThemeName name = ThemeName::light);

/// No two boxes overlap, texts and badges lie within their boxes, everything lies in the scene, and no line
/// passes through a box that is not at one of its ends.
void expect_sound(const Scene& scene, const graph::Graph& graph, bool check_lines, const std::string& where);

}  // namespace shezhire::scene
