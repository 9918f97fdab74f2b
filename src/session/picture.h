// From a question to a picture in one call: graph, plan, layout, scene. The command line calls it once; the
// window calls it on a worker thread with frozen values and drops what is no longer wanted.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "export/export.h"
#include "graph/chronology.h"
#include "graph/compare.h"
#include "graph/dated.h"
#include "graph/facets.h"
#include "graph/graph.h"
#include "layout/engine.h"
#include "layout/layout.h"
#include "model/model.h"
#include "scene/dated_scene.h"
#include "scene/scene.h"
#include "scene/structure.h"
#include "scene/table.h"
#include "scene/theme.h"
#include "scene/timeline.h"
#include "text/typesetter.h"

namespace shezhire::session {

/// "Fold until the whole fits into `screen` px with every label at least `label_px` high" (first open).
struct FitGoal {
    base::Size screen;
    double label_px = 11;
    double margin_px = 6;
    bool operator==(const FitGoal&) const = default;
};

/// A timeline instead of a structure.
struct TimelineRequest {
    graph::ChronologyQuestion question;
    scene::TimelineStyle style;
    base::Size size{1100, 0};                 ///< points; height 0: as high as all lanes need
    std::optional<scene::TimeWindow> window;  ///< nothing: all that is known
    int rows = 1;                             ///< cut into so many, below each other
    std::vector<std::string> by_hand;         ///< lanes in the order somebody gave them
    edtf::Interval as_of;
    bool operator==(const TimelineRequest&) const = default;
};

/// All that a picture depends on.
struct PictureRequest {
    model::ModelPtr model;
    graph::Question question;
    scene::StructureStyle style;
    scene::ThemeName theme = scene::ThemeName::light;
    std::optional<edtf::Interval> before;  ///< compared with the question's date
    std::optional<FitGoal> fit;
    /// What of the period `question.when` is there; nothing: the period itself is asked for. No other layout.
    std::optional<edtf::Interval> at;
    std::optional<TimelineRequest> timeline;  ///< question and style above count for nothing then
    bool facets = false;                      ///< count what one can filter by as well
    bool table = false;                       ///< rows instead of a structure's picture; beside a timeline
    bool operator==(const PictureRequest&) const = default;
};

struct Picture {
    PictureRequest request;                               ///< with the depth that a FitGoal led to
    std::shared_ptr<const graph::Graph> graph;            ///< in a timeline: its lanes, from top to bottom
    std::shared_ptr<const graph::Comparison> comparison;  ///< whose graph that is; or nullptr
    std::shared_ptr<const scene::Timeline> timeline;      ///< makes its scene anew for any window; or nullptr
    std::shared_ptr<const graph::DatedGraph> dated;       ///< as of `request.at`, to be copied and moved
    std::shared_ptr<const scene::DatedScene> drawn;       ///< of the same date
    std::shared_ptr<const scene::Table> table;            ///< where rows were asked for; else nullptr
    layout::LayoutRequest layout_request;
    layout::Layout layout;
    scene::Scene scene;
    scene::HitIndex hits;  ///< over `scene`
    double layout_ms = 0;  ///< the engine's part, for --stats
    std::optional<graph::Facets> facets;
    std::unordered_map<std::string_view, std::uint32_t> node_of;     ///< key -> index in graph->nodes
    std::unordered_map<std::string_view, std::uint32_t> element_of;  ///< key -> index of the scene's node

    /// nullptr: not in this picture.
    [[nodiscard]] const graph::Node* node(std::string_view key) const;
    [[nodiscard]] const scene::Element* element(std::string_view key) const;
};

/// The same picture but for the date: nothing has to be laid out to come from one to the other.
bool same_but_date(const PictureRequest& a, const PictureRequest& b);

/// Which bodies the lines of the picture join, for exports that have nodes and edges.
exporting::Joins joins_of(const Picture& picture);

/// Fills node_of and element_of from the graph and the scene.
void index_by_key(Picture& picture);

using PicturePtr = std::shared_ptr<const Picture>;

/// Errors: those of layout::LayoutEngine; picture.empty when the question has no node at all.
base::Result<PicturePtr> make_picture(const PictureRequest& request, const text::Typesetter& typesetter,
                                      layout::LayoutEngine& engine, const std::stop_token& stop);

/// The same for a timeline; make_picture calls it.
base::Result<PicturePtr> make_timeline(const PictureRequest& request, const text::Typesetter& typesetter,
                                       layout::LayoutEngine& engine, const std::stop_token& stop);

/// The rows alone, all of them.
scene::Table table_for(const PictureRequest& request);

/// The smallest label of any node, points; 0 without labels.
double smallest_label(const scene::Scene& scene);

}  // namespace shezhire::session
