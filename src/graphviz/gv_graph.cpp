#include "graphviz/gv_graph.h"

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "graphviz/attributes.h"
#include "graphviz/drawing.h"
#include "graphviz/scale.h"

extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;
}

namespace shezhire::graphviz {
namespace {

// Graphviz reports through one function of the process; what it said during one layout.
std::string& messages() {
    static std::string text;
    return text;
}

int collect(char* text) {
    constexpr std::size_t most = 2000;
    if (messages().size() < most) messages() += text;
    return 0;
}

// Graphviz' C interface takes text as char*; it copies and never writes.
char* text_of(const char* text) {
    return const_cast<char*>(text);
}
char* text_of(const std::string& text) {
    return const_cast<char*>(text.c_str());
}

struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
struct FreeContext {
    void operator()(GVC_t* context) const { gvFreeContext(context); }
};

// An attribute of one kind of object; set only where it differs from the default, which is most of the cost
// saved.
class Attribute {
  public:
    Attribute(Agraph_t* graph, int kind, const char* name, std::string fallback)
        : symbol_(agattr(graph, kind, text_of(name), text_of(fallback))), fallback_(std::move(fallback)) {}
    void set(void* object, const std::string& value) const {
        if (value != fallback_) agxset(object, symbol_, text_of(value));
    }

  private:
    Agsym_t* symbol_;
    std::string fallback_;
};

}  // namespace

struct GvGraph::State {
    const layout::LayoutRequest& request;
    double scale;
    std::unique_ptr<GVC_t, FreeContext> context;
    std::unique_ptr<Agraph_t, CloseGraph> graph;
    std::vector<Agnode_t*> nodes;
    bool laid_out = false;

    void add_graph_attributes() {
        for (const auto& [name, value] : graph_attributes(request, scale)) {
            agattr(graph.get(), AGRAPH, text_of(name), text_of(value));
        }
    }

    void add_nodes() {
        auto* g = graph.get();
        for (const auto& [name, value] : node_attributes()) agattr(g, AGNODE, text_of(name), text_of(value));
        const Attribute width(g, AGNODE, "width", "1");
        const Attribute height(g, AGNODE, "height", "1");
        for (std::size_t i = 0; i < request.nodes.size(); ++i) {
            nodes.push_back(agnode(g, text_of(fmt::format("{}", i)), 1));
            const auto size = size_for(request.nodes[i], scale);
            width.set(nodes.back(), inches(size.width));
            height.set(nodes.back(), inches(size.height));
        }
        if (request.engine == layout::Engine::dot) add_order();
        if (request.engine == layout::Engine::osage) add_positions_in_line();
        if (request.engine == layout::Engine::patchwork) add_areas();
    }

    // dot keeps siblings as asked for wherever an edge beside the hierarchy does not count as a child too.
    void add_order() {
        const Attribute ordering(graph.get(), AGNODE, "ordering", "out");
        for (const auto& edge : request.edges) {
            if (edge.ranking || moves_nothing(request.engine, edge)) continue;
            ordering.set(nodes[edge.from], "");
            ordering.set(nodes[edge.to], "");
        }
    }

    void add_positions_in_line() {
        const Attribute position(graph.get(), AGNODE, "sortv", "0");
        for (std::size_t i = 0; i < nodes.size(); ++i) position.set(nodes[i], fmt::format("{}", i + 1));
    }

    void add_areas() {
        const Attribute area(graph.get(), AGNODE, "area", "1");
        for (std::size_t i = 0; i < nodes.size(); ++i)
            area.set(nodes[i], fmt::format("{}", request.nodes[i].area));
    }

    void add_clusters() {
        if (!heeds_clusters(request.engine)) return;
        std::map<std::string_view, Agraph_t*> clusters;
        const Attribute position(graph.get(), AGRAPH, "sortv", "0");
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (request.nodes[i].cluster.empty()) continue;
            auto*& cluster = clusters[request.nodes[i].cluster];
            if (cluster == nullptr) {
                cluster = agsubg(graph.get(), text_of(fmt::format("cluster{}", clusters.size())), 1);
                position.set(cluster, fmt::format("{}", i + 1));
            }
            agsubnode(cluster, nodes[i], 1);
        }
    }

    void add_edges() {
        auto* g = graph.get();
        const Attribute min_length(g, AGEDGE, "minlen", "1");
        const Attribute weight(g, AGEDGE, "weight", "1");
        const Attribute constraint(g, AGEDGE, "constraint", "true");
        const Attribute length(g, AGEDGE, "len", "1");
        if (!heeds_edges(request.engine)) return;
        // Children are wanted in the order of the nodes, and Graphviz takes the order of the edges for it.
        std::vector<std::size_t> order(request.edges.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return request.edges[a].to < request.edges[b].to;
        });
        for (const auto i : order) {
            const auto& edge = request.edges[i];
            if (moves_nothing(request.engine, edge)) continue;
            auto* made = agedge(g, nodes[edge.from], nodes[edge.to], nullptr, 1);
            min_length.set(made, fmt::format("{}", edge.min_length));
            weight.set(made, edge_weight(request.engine, edge.weight));
            constraint.set(made, edge.ranking ? "true" : "false");
            if (const auto text = edge_length(request, edge, scale); !text.empty()) length.set(made, text);
        }
    }

    [[nodiscard]] base::Point read_point(pointf p) const { return {p.x / scale, -p.y / scale}; }

    [[nodiscard]] base::Rect read_box(std::size_t i) const {
        // A treemap chooses the sizes; all others keep what was asked for.
        base::Size size = request.nodes[i].size;
        if (request.engine == layout::Engine::patchwork) {
            size = {(ND_lw(nodes[i]) + ND_rw(nodes[i])) / scale, ND_ht(nodes[i]) / scale};
        }
        return base::Rect::around(read_point(ND_coord(nodes[i])), size);
    }
};

GvGraph::GvGraph(const layout::LayoutRequest& request)
    : state_(new State{request, scale_for(request), nullptr, nullptr, {}}) {
    messages().clear();
    agseterr(AGMAX);  // nothing to stderr: all goes to collect()
    agseterrf(collect);
    static const std::array<lt_symlist_t, 3> plugins = {
        {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
         {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
         {nullptr, nullptr}}};
    state_->context.reset(gvContextPlugins(plugins.data(), 0));
    state_->graph.reset(agopen(text_of("g"), Agdirected, nullptr));
    state_->add_graph_attributes();
    state_->add_nodes();
    state_->add_clusters();
    state_->add_edges();
}

GvGraph::~GvGraph() {
    if (state_->laid_out) gvFreeLayout(state_->context.get(), state_->graph.get());
}

base::Status GvGraph::lay_out() {
    const std::string engine(layout::to_text(state_->request.engine));
    if (gvLayout(state_->context.get(), state_->graph.get(), engine.c_str()) != 0) {
        return base::failure("layout.failed", fmt::format("Graphviz ({}) cannot lay this out: {}", engine,
                                                          base::visible(base::shortened(messages(), 300))));
    }
    state_->laid_out = true;
    return {};
}

std::vector<base::Rect> GvGraph::boxes() const {
    std::vector<base::Rect> boxes;
    for (std::size_t i = 0; i < state_->nodes.size(); ++i) boxes.push_back(state_->read_box(i));
    return boxes;
}

}  // namespace shezhire::graphviz
