// The inside of StructurePlan: what was arranged before the engine was asked, and the picture's elements
// after it answered, by kind of engine (contents.cpp).
#pragma once

#include <memory>
#include <vector>

#include "scene/arrange.h"
#include "scene/elements.h"
#include "scene/request.h"

namespace shezhire::scene {

/// Elements of the picture proper, from (0, 0), before the furniture stands around it.
struct Content {
    std::vector<Element> panels;
    std::vector<Element> laterals;
    std::vector<Element> lines;
    std::vector<Element> nodes;
    std::vector<Element> badges;
    std::vector<Card> cards;  ///< of `nodes`
    base::Size size;
};

/// Where what is not the picture proper stands: another date changes its words alone.
struct Frame {
    base::Point picture;  ///< that much the picture was moved
    base::Point title;
    double title_room = 0;
    base::Point legend;
    double legend_room = 0;
};

struct StructurePlan::State {
    std::shared_ptr<const graph::Graph> graph;
    std::shared_ptr<const graph::Comparison> comparison;  ///< of that graph, or nullptr
    model::ModelPtr model;
    Theme theme;
    StructureStyle style;
    const text::Typesetter* typesetter;
    std::unique_ptr<CardMaker> cards;
    Arrangement arrangement;
    AskedLayout asked;
    mutable Side side = Side::both;  ///< of which elements are being made

    [[nodiscard]] Drawing drawing() const { return {*graph, *model, theme, style, comparison.get(), side}; }
    [[nodiscard]] bool layered() const { return style.engine == layout::Engine::dot; }
    [[nodiscard]] bool patchwork() const { return style.engine == layout::Engine::patchwork; }

    void plan();
    [[nodiscard]] Content content(const layout::Layout&) const;
    /// The earlier picture and the later one, in the same places.
    [[nodiscard]] Content two_sides(const layout::Layout&) const;
    [[nodiscard]] Content layered_content(const layout::Layout&) const;
    [[nodiscard]] Content free_content(const layout::Layout&) const;
    [[nodiscard]] Content patchwork_content(const layout::Layout&) const;
    void add_block(const Block&, base::Point top_left, Content&) const;
    void add_inner_laterals(const Block&, base::Point top_left, std::uint32_t slot, Content&) const;
    [[nodiscard]] const graph::Edge& part_edge(std::uint32_t child) const {
        return graph->edges[arrangement.tree.parent_edge[child]];
    }
    [[nodiscard]] Scene framed(Content content, Frame* frame = nullptr) const;
};

}  // namespace shezhire::scene
