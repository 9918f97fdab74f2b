// A structure's picture in which presence changes with the date while nothing moves: solid, dashed where it
// may not have been there, a ghost (or nothing) where it was not. Only what differs is drawn again.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "graph/dated.h"
#include "scene/scene.h"
#include "scene/structure.h"

namespace shezhire::scene {

class DatedScene {
  public:
    /// The picture of `plan`, which was made of the graph of a graph::DatedGraph, from an answer to its
    /// request; as of the whole period.
    DatedScene(std::shared_ptr<const StructurePlan> plan, const layout::Layout& layout);

    [[nodiscard]] const Scene& scene() const { return scene_; }
    /// `step` is what differs in `graph` from the one that was drawn before.
    void redraw(const graph::Graph& graph, const graph::DatedGraph::Step& step);

  private:
    struct Made;
    void draw_node(const graph::Graph& graph, std::uint32_t node);
    void draw_lines_of(const graph::Graph& graph, std::uint32_t edge);
    void draw_line(const graph::Graph& graph, std::uint32_t line);
    void draw_furniture(const graph::Graph& graph);
    void put(std::uint32_t element, Element drawn);

    std::shared_ptr<const StructurePlan> plan_;
    std::shared_ptr<const Made> made_;
    Scene scene_;
    std::vector<bool> needed_;  ///< by line: somebody who hangs on it or beyond it is there
    std::vector<std::uint32_t> redrawn_;
};

}  // namespace shezhire::scene
