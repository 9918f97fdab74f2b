#include "graphviz/graphviz.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "graphviz/around.h"
#include "graphviz/curves.h"
#include "graphviz/gv_graph.h"
#include "graphviz/routes.h"
#include "graphviz/separate.h"

namespace shezhire::graphviz {
namespace {

using base::Rect;
using layout::Engine;
using layout::Layout;
using layout::LayoutRequest;
using layout::Routing;

bool is_finite(const std::vector<Rect>& boxes) {
    return std::all_of(boxes.begin(), boxes.end(), [](const Rect& box) {
        return std::isfinite(box.left + box.top + box.right + box.bottom);
    });
}

// A treemap's size is arbitrary: it gets the area that its boxes asked for.
void size_treemap(const LayoutRequest& request, std::vector<Rect>& boxes) {
    double wanted = 0;
    double given = 0;
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        const auto size = request.nodes[i].size;
        wanted += (size.width + request.node_separation) * (size.height + request.node_separation);
        given += boxes[i].width() * boxes[i].height();
    }
    if (given <= 0) return;
    const double factor = std::sqrt(wanted / given);
    for (auto& box : boxes) {
        box = {box.left * factor, box.top * factor, box.right * factor, box.bottom * factor};
    }
}

// What boxes keep between them at least: room for an edge, where edges find their own way.
double gap_of(const LayoutRequest& request) {
    if (request.engine == Engine::patchwork || request.engine == Engine::dot) return 0;
    return request.routing == Routing::curved ? std::clamp(request.node_separation / 2, 1.0, 8.0) : 0;
}

void add_curves(const LayoutRequest& request, Drawing& drawing) {
    drawing.curves.assign(request.edges.size(), Curve{});
    if (request.engine == Engine::patchwork || request.routing == Routing::none) return;
    const double gap = gap_of(request);
    if (request.routing == Routing::curved) {
        if (request.engine == Engine::dot) {
            add_hierarchy_curves(request, drawing);
        } else {
            add_curves_around(request, drawing, gap);
        }
    }
    add_straight_curves(request, drawing, gap > 0 ? gap : std::max(1.0, request.node_separation * 0.8));
}

Rect bounds_of(const Drawing& drawing) {
    Rect bounds = Rect::nothing();
    const auto include = [&bounds](const Rect& r) {
        bounds = {std::min(bounds.left, r.left), std::min(bounds.top, r.top), std::max(bounds.right, r.right),
                  std::max(bounds.bottom, r.bottom)};
    };
    for (const auto& box : drawing.boxes) include(box);
    // A Bézier curve lies within the hull of its points.
    for (const auto& curve : drawing.curves) {
        for (const auto p : curve) include({p.x, p.y, p.x, p.y});
    }
    return bounds;
}

Layout layout_of(const LayoutRequest& request, Drawing drawing) {
    const auto bounds = bounds_of(drawing);
    Layout layout;
    layout.size = bounds.size();
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        const auto& box = drawing.boxes[i];
        const bool given = request.engine == Engine::patchwork;
        layout.nodes.push_back({request.nodes[i].key, box.centre() - bounds.top_left(),
                                given ? box.size() : request.nodes[i].size});
    }
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        for (auto& p : drawing.curves[i]) p = p - bounds.top_left();
        layout.edges.push_back({request.edges[i].key, std::move(drawing.curves[i])});
    }
    return layout;
}

base::Result<std::vector<Rect>> placed_boxes(const LayoutRequest& request) {
    GvGraph graph(request);
    if (auto status = graph.lay_out(); !status) return base::failure(std::move(status).error());
    auto boxes = graph.boxes();
    if (!is_finite(boxes)) return base::failure("layout.failed", "Graphviz put a box nowhere");
    return boxes;
}

}  // namespace

base::Result<Layout> lay_out(const LayoutRequest& request) {
    if (auto status = layout::check(request); !status) return base::failure(std::move(status).error());
    if (request.nodes.empty()) return Layout{};
    auto boxes = placed_boxes(request);
    if (!boxes) return base::failure(std::move(boxes).error());
    if (request.engine == Engine::patchwork) size_treemap(request, *boxes);
    if (any_closer(*boxes, gap_of(request))) separate(*boxes, gap_of(request));
    Drawing drawing{*std::move(boxes), {}};
    add_curves(request, drawing);
    return layout_of(request, std::move(drawing));
}

}  // namespace shezhire::graphviz
