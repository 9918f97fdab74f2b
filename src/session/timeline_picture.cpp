// From a question to a timeline: chronology, order of lanes by the layout engine, scene.
#include <chrono>
#include <utility>

#include "scene/lane_order.h"
#include "session/picture.h"

namespace shezhire::session {
namespace {

/// A window cut into `rows` of equal length on its scale.
std::vector<scene::TimeWindow> rows_of(const scene::TimeWarp& warp, scene::TimeWindow window, int rows) {
    std::vector<scene::TimeWindow> found;
    const double from = warp.length(window.first);
    const double step = (warp.length(window.last) - from) / rows;
    for (int row = 0; row < rows; ++row)
        found.push_back({warp.day(from + row * step), warp.day(from + (row + 1) * step)});
    return found;
}

scene::Scene scene_of(const TimelineRequest& wanted,
                      const std::shared_ptr<const graph::Chronology>& chronology,
                      const model::ModelPtr& model, const scene::Theme& theme,
                      const scene::Timeline& timeline, const text::Typesetter& typesetter) {
    const auto window = wanted.window.value_or(timeline.whole());
    scene::TimelineView view{window, wanted.size, 0, wanted.as_of, ""};
    if (wanted.rows <= 1) return timeline.scene(view);
    // One heading above all, histogram and legend below all.
    std::vector<scene::Scene> rows;
    const auto windows = rows_of(timeline.warp(), window, wanted.rows);
    for (std::size_t i = 0; i < windows.size(); ++i) {
        auto style = wanted.style;
        style.title = style.title && i == 0;
        style.legend = style.legend && i + 1 == windows.size();
        style.histogram = style.histogram && i + 1 == windows.size();
        const scene::Timeline part(chronology, model, timeline.order(), theme, style, typesetter);
        view.window = windows[i];
        rows.push_back(part.scene(view));
    }
    auto scene = scene::stacked(rows);
    view.window = window;
    const auto whole = timeline.scene(view);
    scene.title = whole.title;
    scene.description = whole.description;
    return scene;
}

/// The lanes as a graph, from top to bottom: for outlines and for whoever asks what is shown.
graph::Graph graph_of(const graph::Chronology& chronology, const std::vector<std::uint32_t>& order) {
    graph::Graph graph;
    graph.filtered = chronology.filtered;
    std::vector<std::uint32_t> node_of(chronology.lanes.size(), 0);
    for (const auto number : order) {
        const auto& lane = chronology.lanes[number];
        const auto& label = lane.labels.back();
        graph::Node node;
        node.key = lane.key;
        node.label = label.text;
        node.lang = label.lang;
        node.acronym = label.acronym;
        node.kind = lane.kind;
        node.depth = lane.depth;
        node.hidden = lane.hidden;
        node.folded = lane.folded;
        node.foldable = lane.foldable;
        node_of[number] = static_cast<std::uint32_t>(graph.nodes.size());
        if (lane.parent != UINT32_MAX) {
            graph.edges.push_back({chronology.lanes[lane.parent].key + ">" + lane.key, node_of[lane.parent],
                                   node_of[number], graph::EdgeKind::part, "", edtf::Presence::yes, false});
        }
        graph.nodes.push_back(std::move(node));
    }
    return graph;
}

}  // namespace

base::Result<PicturePtr> make_timeline(const PictureRequest& request, const text::Typesetter& typesetter,
                                       layout::LayoutEngine& engine, const std::stop_token& stop) {
    const auto& wanted = *request.timeline;
    auto picture = std::make_shared<Picture>();
    picture->request = request;
    auto chronology = std::make_shared<const graph::Chronology>(graph::tell(*request.model, wanted.question));
    picture->layout_request = scene::lane_request(*chronology);
    if (stop.stop_requested()) return base::failure("layout.cancelled", "the layout was cancelled");
    if (!picture->layout_request.nodes.empty()) {
        const auto begin = std::chrono::steady_clock::now();
        auto layout = engine.run(picture->layout_request, stop);
        picture->layout_ms =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
        // Without the engine lanes stand by their beginning: a timeline is never refused for its order.
        if (layout) picture->layout = std::move(*layout);
        if (!layout && layout.error().code == "layout.cancelled") return base::failure(layout.error());
    }
    const auto order =
        scene::arranged_by_hand(*chronology, scene::lane_order(*chronology, picture->layout), wanted.by_hand);
    picture->graph = std::make_shared<graph::Graph>(graph_of(*chronology, order));
    index_by_key(*picture);
    if (request.facets)
        picture->facets = graph::facets_of(*request.model, graph::whole_of(*request.model, wanted.question));
    const auto& theme = scene::theme(request.theme);
    picture->timeline = std::make_shared<const scene::Timeline>(chronology, request.model, order, theme,
                                                                wanted.style, typesetter);
    if (request.table) {
        picture->table = std::make_shared<const scene::Table>(
            scene::table_of(*chronology, *request.model, wanted.style.lang));
    }
    if (stop.stop_requested()) return base::failure("layout.cancelled", "the layout was cancelled");
    picture->scene = scene_of(wanted, chronology, request.model, theme, *picture->timeline, typesetter);
    picture->hits = scene::HitIndex(picture->scene);
    return PicturePtr(std::move(picture));
}

}  // namespace shezhire::session
