// The timeline view: a chronology, the order of its lanes, and a window of time become a scene. The scene is
// made anew for every window (zoom is semantic: ticks, labels and marks adapt, lanes stay), so it costs what
// is seen, not what there is.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/chronology.h"
#include "model/model.h"
#include "scene/scene.h"
#include "scene/theme.h"
#include "scene/time_scale.h"
#include "text/typesetter.h"

namespace shezhire::scene {

/// How the picture is wanted, whatever its content and window.
struct TimelineStyle {
    std::string lang = "en";  ///< of the words that the program adds (kk, ru, en)
    ScaleKind scale = ScaleKind::linear;
    bool title = true;
    bool legend = true;
    bool histogram = true;  ///< foundings per decade, beneath
    bool operator==(const TimelineStyle&) const = default;
};

/// What is looked at.
struct TimelineView {
    TimeWindow window;
    base::Size size;       ///< points; height 0: as high as all lanes need
    double scroll = 0;     ///< points that the lanes are moved up
    edtf::Interval as_of;  ///< marked by a line; "/" = none
    std::string focus;     ///< key of an event that is pointed out
};

/// Where things lie on the sheet.
struct TimelineFrame {
    base::Rect axis;
    base::Rect lanes;           ///< what is seen of them
    base::Rect histogram;       ///< empty where there is none
    double content_height = 0;  ///< of all lanes; more than lanes.height(): they can be scrolled
};

class Timeline {
  public:
    /// `order` as lane_order gives it. The typesetter outlives the timeline.
    Timeline(std::shared_ptr<const graph::Chronology> chronology, model::ModelPtr model,
             std::vector<std::uint32_t> order, const Theme& theme, const TimelineStyle& style,
             const text::Typesetter& typesetter);
    ~Timeline();
    Timeline(const Timeline&) = delete;
    Timeline& operator=(const Timeline&) = delete;

    [[nodiscard]] const graph::Chronology& chronology() const;
    [[nodiscard]] const TimeWarp& warp() const;
    /// All that is known, with a margin; some years where nothing is dated.
    [[nodiscard]] TimeWindow whole() const;
    [[nodiscard]] TimelineFrame frame(const TimelineView&) const;
    [[nodiscard]] TimeScale scale(const TimelineView&) const;
    [[nodiscard]] Scene scene(const TimelineView&) const;

    /// Lanes from top to bottom.
    [[nodiscard]] const std::vector<std::uint32_t>& order() const;
    /// Top of a lane within all lanes (before scrolling), and its height, in a view.
    [[nodiscard]] std::optional<std::pair<double, double>> place_of(const std::string& lane,
                                                                    const TimelineView&) const;
    /// Where a lane comes to that is let go at a height of the sheet: past how many of its siblings (up:
    /// less than 0), and the height of the gap that it goes into.
    struct Drop {
        int steps = 0;
        double y = 0;
    };
    [[nodiscard]] std::optional<Drop> drop_at(const std::string& lane, double y, const TimelineView&) const;
    /// The event after (direction 1) or before (-1) the one with key `focus`, else after or before `day`; of
    /// one lane, or of all when `lane` is empty.
    struct Stop {
        std::string key;
        std::string lane;
        double day = 0;
    };
    [[nodiscard]] std::optional<Stop> next_event(const std::string& lane, const std::string& focus,
                                                 double day, int direction) const;

    struct State;

  private:
    std::unique_ptr<State> state_;
};

/// Scenes below each other as one: a timeline wider than the page, cut into rows.
Scene stacked(const std::vector<Scene>& rows);

}  // namespace shezhire::scene
