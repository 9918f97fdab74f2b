// From a question to a picture in one call: graph, plan, layout, scene. The command line calls it once; the
// window calls it on a worker thread with frozen values and drops what is no longer wanted.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>

#include "base/result.h"
#include "graph/graph.h"
#include "layout/engine.h"
#include "layout/layout.h"
#include "model/model.h"
#include "scene/scene.h"
#include "scene/structure.h"
#include "scene/theme.h"
#include "text/typesetter.h"

namespace shezhire::session {

/// "Fold until the whole fits into `screen` px with every label at least `label_px` high" (first open).
struct FitGoal {
    base::Size screen;
    double label_px = 11;
    double margin_px = 6;
    bool operator==(const FitGoal&) const = default;
};

/// All that a picture depends on.
struct PictureRequest {
    model::ModelPtr model;
    graph::Question question;
    scene::StructureStyle style;
    scene::ThemeName theme = scene::ThemeName::light;
    std::optional<FitGoal> fit;
    bool operator==(const PictureRequest&) const = default;
};

struct Picture {
    PictureRequest request;  ///< with the depth that a FitGoal led to
    std::shared_ptr<const graph::Graph> graph;
    layout::LayoutRequest layout_request;
    layout::Layout layout;
    scene::Scene scene;
    scene::HitIndex hits;  ///< over `scene`
    double layout_ms = 0;  ///< the engine's part, for --stats
};

using PicturePtr = std::shared_ptr<const Picture>;

/// Errors: those of layout::LayoutEngine; picture.empty when the question has no node at all.
base::Result<PicturePtr> make_picture(const PictureRequest& request, const text::Typesetter& typesetter,
                                      layout::LayoutEngine& engine, std::stop_token stop);

/// The smallest label of any node, points; 0 without labels.
double smallest_label(const scene::Scene& scene);

}  // namespace shezhire::session
