// The structure view: graph -> sizes -> layout request -> layout -> scene. A wide family of leaves goes to
// the engine as one box (a stack) and is filled here, so that a division with nine sections is no ribbon.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "graph/compare.h"
#include "layout/layout.h"
#include "model/model.h"
#include "scene/scene.h"
#include "scene/theme.h"
#include "text/typesetter.h"

namespace shezhire::scene {

/// How the picture is wanted, whatever its content.
struct StructureStyle {
    layout::Engine engine = layout::Engine::dot;
    layout::Direction direction = layout::Direction::down;
    double aspect = 16.0 / 9;  ///< width / height to aim at
    bool title = true;         ///< heading with the root's name and the date
    bool legend = true;        ///< kinds shown, with their marks
    bool sides = false;        ///< of a comparison: the earlier and the later picture beside each other
    bool dated = false;        ///< of a period, in which presence changes (DatedScene): room for that
    bool ghosts = true;        ///< what is not there at its date is hinted at
    std::string lang = "en";   ///< of the words that the program adds (kk, ru, en)
    bool operator==(const StructureStyle&) const = default;
};

/// Everything measured and arranged before the engine is asked: owns what the scene needs after it answered.
class StructurePlan {
  public:
    StructurePlan(std::shared_ptr<const graph::Graph> graph, model::ModelPtr model, const Theme& theme,
                  const StructureStyle& style, const text::Typesetter& typesetter);
    /// Of a comparison's graph, with what became of each body.
    StructurePlan(std::shared_ptr<const graph::Comparison> comparison, model::ModelPtr model,
                  const Theme& theme, const StructureStyle& style, const text::Typesetter& typesetter);
    ~StructurePlan();
    StructurePlan(StructurePlan&&) noexcept;
    StructurePlan& operator=(StructurePlan&&) noexcept;

    [[nodiscard]] const layout::LayoutRequest& request() const;
    /// What no answer to the request can go below, points: the ranks of a layered layout; 0 x 0 for other
    /// engines.
    [[nodiscard]] base::Size least_size() const;
    /// The smallest name of any box, points; 0 without boxes.
    [[nodiscard]] double smallest_label() const;
    /// The picture, from an answer to request().
    [[nodiscard]] Scene scene(const layout::Layout&) const;

    struct State;
    [[nodiscard]] const State& state() const { return *state_; }

  private:
    void plan(model::ModelPtr model, const Theme& theme, const StructureStyle& style,
              const text::Typesetter& typesetter);
    std::unique_ptr<State> state_;
};

}  // namespace shezhire::scene
