// The inside of Timeline: what every picture of it shares, the sheet of one view, and the steps that fill its
// scene.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "scene/event_track.h"
#include "scene/furniture.h"
#include "scene/label_row.h"
#include "scene/timeline.h"

namespace shezhire::scene {

namespace timeline_type {
inline constexpr double name = 8, event = 7, count = 6, tick = 7.5, span = 7.5;
}

struct Timeline::State {
    /// A row of the sheet: a lane, one of the rows under it, or the heading of a group.
    struct Row {
        std::uint32_t lane = UINT32_MAX;
        std::string heading;
        double units = 1;                ///< of a row's height
        std::size_t detail = no_detail;  ///< which of the lane's rows
        [[nodiscard]] bool is_lane() const { return lane != UINT32_MAX && detail == no_detail; }
    };
    static constexpr std::size_t no_detail = SIZE_MAX;

    std::shared_ptr<const graph::Chronology> chronology;
    model::ModelPtr model;
    std::vector<std::uint32_t> order;
    Theme theme;
    TimelineStyle style;
    const text::Typesetter* typesetter;

    TimeWarp warp;
    std::vector<Row> rows;
    std::vector<std::size_t> era_rows;  ///< by era: the line that its name stands in
    std::size_t era_row_count = 0;
    double all_units = 0;
    std::vector<EventTrack> tracks;  ///< by lane
    std::vector<double> event_days;  ///< by event; NaN: without a date
    double name_height = 0;
    double event_height = 0;
    std::map<std::string, KindLook, std::less<>> looks;  ///< of all kinds that occur

    std::vector<std::pair<std::string, std::size_t>> kinds_by_count;  ///< of events, most frequent first
    bool has_vague = false;                                           ///< some life has a vague end
    bool has_unknown = false;                                         ///< or one that is not known

    void plan();
    void plan_legend();
    void plan_eras();
    [[nodiscard]] const KindLook& look(const std::string& kind) const;
    [[nodiscard]] text::SetTextPtr set(const std::string& text, const std::string& lang, double size,
                                       bool bold, double width = 0) const;
    [[nodiscard]] WordLang words() const { return word_lang(style.lang); }
};

/// One view's places: all lengths in points of the sheet.
struct Sheet {
    const Timeline::State& state;
    const TimelineView& view;
    TimelineFrame frame;
    TimeScale scale;
    base::Size size;
    Furniture title;
    Furniture legend;
    double row_height = 0;
    double scroll = 0;
    std::vector<double> tops;          ///< of rows, on the sheet
    std::vector<double> joint_places;  ///< x by joint: those of one date stand side by side; NaN: undated
    std::vector<std::vector<double>> arrivals;  ///< by lane: x of the joints in which it takes part
    double eras_height = 0;                     ///< of their names, under the axis

    Sheet(const Timeline::State& state, const TimelineView& view);
    void place_joints();
    [[nodiscard]] bool is_seen(std::size_t row) const;
    [[nodiscard]] double middle_of(std::size_t row) const;  ///< of its line
    [[nodiscard]] bool has_second_text() const { return row_height >= 31; }
};

/// Elements in the order in which they are drawn.
struct TimelineContent {
    std::vector<Element> ground;
    std::vector<Element> ties;
    std::vector<Element> joints;
    std::vector<Element> lanes;
    std::vector<Element> badges;
    std::vector<Element> events;
    std::vector<Element> front;
};

/// A lane on its row: where its line runs, and what room its names left.
struct LanePlace {
    const Sheet& sheet;
    std::uint32_t lane;
    double y;    ///< of the line's middle
    double top;  ///< of the row
    double thickness;
    std::vector<EventMark> marks;
    LabelRow above;
};

/// Removes texts that are scrolled half out of sight.
void drop_cut_texts(const Sheet&, Element&);

void add_events(LanePlace&, TimelineContent&);
void add_eras(const Sheet&, TimelineContent&);
void add_grid(const Sheet&, const Ticks&, TimelineContent&);
void add_relations(const Sheet&, TimelineContent&);
void add_lanes(const Sheet&, TimelineContent&);
/// Who held an office, where the seat was, how many there were.
void add_detail_row(const Sheet&, std::size_t row, TimelineContent&);
/// What of the lanes sticks out is covered; then ticks, histogram, the date.
void add_front(const Sheet&, const Ticks&, TimelineContent&);
void add_histogram(const Sheet&, TimelineContent&);
Furniture timeline_title(const Timeline::State&, const TimelineView&, double width);
Furniture timeline_legend(const Timeline::State&, double width);

/// Days of a date's middle; NaN where it has no bounds.
double middle_day(const edtf::Interval& when);
/// A filled rectangle, clipped to the range of a sheet.
PathShape bar(const base::Rect& box, base::Colour fill);

}  // namespace shezhire::scene
