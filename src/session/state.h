// What a session holds, as values: undo keeps copies of ViewState; panels read all of it and change none
// (rule 4).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "edtf/edtf.h"
#include "graph/chronology.h"
#include "graph/graph.h"
#include "layout/layout.h"
#include "model/facts.h"
#include "scene/table_choice.h"
#include "scene/theme.h"
#include "scene/time_scale.h"
#include "session/command.h"

namespace shezhire::session {

enum class View : std::uint8_t { structure, timeline };
std::string_view to_text(View);
std::optional<View> view_from(std::string_view);

/// How dates follow each other: on one layout of a whole period, or on one each.
enum class Dates : std::uint8_t { steady, compact };
std::string_view to_text(Dates);
std::optional<Dates> dates_from(std::string_view);

/// What a steady layout is made of.
struct SteadyPeriod {
    /// From one reform to the next; all that is known; a chosen period.
    enum class Kind : std::uint8_t { era, whole, chosen };
    Kind kind = Kind::era;
    edtf::Interval chosen;
    bool operator==(const SteadyPeriod&) const = default;
};
/// "era", "whole", or an EDTF interval.
std::optional<SteadyPeriod> steady_period_from(std::string_view);

/// Which life-lines the timeline has, and on which scale.
struct Lanes {
    std::set<std::string> unfolded;  ///< bodies whose units have lanes of their own
    std::set<std::string> folded;
    std::set<std::string> pinned;      ///< shown whatever is chosen
    std::vector<std::string> by_hand;  ///< the order somebody gave them; empty: as they were found
    graph::Grouping grouping = graph::Grouping::none;
    scene::ScaleKind scale = scene::ScaleKind::linear;
    graph::LaneRows rows;
    bool operator==(const Lanes&) const = default;
};

/// The question asked of the data; one undo step is one earlier value of this.
struct ViewState {
    View view = View::structure;
    Lanes lanes;
    edtf::Interval when;
    SteadyPeriod steady;
    std::optional<edtf::Interval> before;  ///< the structure is compared with how it was then
    bool sides = false;                    ///< the two dates beside each other rather than in one picture
    std::vector<std::string> roots;        ///< empty: the data set's own
    int depth = 64;
    std::set<std::string> folded;
    std::set<std::string> unfolded;
    graph::Filter filter;
    graph::Focus focus;
    bool lateral = true;
    bool table = false;                          ///< rows instead of the picture
    std::map<View, scene::TableChoice> choices;  ///< which rows and columns, of each view
    bool operator==(const ViewState&) const = default;
};

/// In design units: what a pane takes before the window is too small for it.
struct PaneSizes {
    int outline = 272;
    int details = 316;
    int diagnostics = 148;
    bool operator==(const PaneSizes&) const = default;
};
inline constexpr int least_pane = 120, largest_pane = 1200;
inline constexpr int least_scale_percent = 50, largest_scale_percent = 300;
inline constexpr double quickest_play = 1.5, slowest_play = 3;
enum class OutlineOrder : std::uint8_t { order, name, founding };

/// What lies over the window until it is dismissed.
enum class Overlay : std::uint8_t { none, palette, keys, menu };

/// How it is shown; kept when another file is opened, not undone.
struct Presentation {
    std::vector<std::string> label_languages{"en"};
    std::string language = "en";  ///< of the interface: kk, ru, en
    scene::ThemeName theme = scene::ThemeName::light;
    layout::Engine engine = layout::Engine::dot;
    layout::Direction direction = layout::Direction::down;
    bool reduce_motion = false;
    bool outline_pane = true;
    bool details_pane = true;
    bool date_pane = true;
    bool diagnostics_pane = false;  ///< opens by itself where the data has errors
    int scale_percent = 100;        ///< of the interface, times what the monitor asks for
    PaneSizes sizes;
    bool filters_pane = false;  ///< in place of the outline's rows
    bool minimap = true;
    OutlineOrder outline_order = OutlineOrder::order;
    Dates dates = Dates::steady;
    bool ghosts = true;       ///< what is not there at the date is hinted at
    double play_seconds = 2;  ///< a change
    bool loop = false;        ///< playing begins again at the end
    bool operator==(const Presentation&) const = default;
};

/// What a source states is read instead of a picture; `source` empty: not now.
struct ArticleView {
    std::string source;
    std::optional<model::Verdict> only;  ///< statements of one verdict alone
    bool operator==(const ArticleView&) const = default;
};

/// Where somebody was in a data set: what is restored when it is opened again.
struct Place {
    ViewState view;
    std::string selection;
    base::Point centre;  ///< of the window, in the scene
    double scale = 0;    ///< px per point; 0: the whole, fitted
    bool operator==(const Place&) const = default;
};

/// Something said to the user; `offer` is what a button beside it would do.
struct Message {
    base::Severity severity = base::Severity::note;
    std::string sentence;
    std::optional<Command> offer;
    bool operator==(const Message&) const = default;
};

/// The way back and forth; only values, so that an undo cannot miss anything.
class History {
  public:
    /// Remembers `before` as one step back. Steps of one gesture (same `gesture`, not empty) are one step.
    void remember(ViewState before, std::string gesture);
    /// The gesture is over: the next step of the same name is a new one.
    void finish_gesture() { gesture_.clear(); }
    /// nullopt when there is nowhere to go; else the state to show, `now` being remembered on the other side.
    std::optional<ViewState> undo(ViewState now);
    std::optional<ViewState> redo(ViewState now);
    [[nodiscard]] bool can_undo() const { return !back_.empty(); }
    [[nodiscard]] bool can_redo() const { return !forth_.empty(); }
    void clear();

  private:
    static constexpr std::size_t limit = 500;
    std::vector<ViewState> back_;
    std::vector<ViewState> forth_;
    std::string gesture_;
};

}  // namespace shezhire::session
