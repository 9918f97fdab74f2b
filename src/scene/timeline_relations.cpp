// What ties life-lines to each other: joints where bodies follow, merge and split; lines where a membership
// or an agreement begins.
#include <algorithm>
#include <array>
#include <cmath>

#include "scene/elements.h"
#include "scene/pen.h"
#include "scene/shapes.h"
#include "scene/time_words.h"
#include "scene/timeline_state.h"
#include "scene/timeline_words.h"

namespace shezhire::scene {
namespace {

using base::Point;

constexpr double arrow_size = 3.4;

/// Heights of lanes' lines on this sheet.
std::vector<double> heights_of(const Sheet& sheet) {
    std::vector<double> heights(sheet.state.chronology->lanes.size(), 0);
    for (std::size_t row = 0; row < sheet.state.rows.size(); ++row) {
        const auto& of = sheet.state.rows[row];
        if (of.is_lane()) heights[of.lane] = sheet.middle_of(row);
    }
    return heights;
}

PathShape arrow_head(Point tip, double from_y, base::Colour colour) {
    const double back = from_y < tip.y ? -arrow_size * 1.5 : arrow_size * 1.5;
    Pen pen;
    pen.polygon({tip, {tip.x - arrow_size * 0.8, tip.y + back}, {tip.x + arrow_size * 0.8, tip.y + back}});
    pen.path.fill = colour;
    return pen.path;
}

PathShape upright(double x, double from, double to, const Stroke& stroke) {
    const std::array<Point, 2> points{Point{x, from}, Point{x, to}};
    return rounded_line(points, 0, stroke);
}

std::string name_of(const Sheet& sheet, std::uint32_t lane) {
    const auto& label = sheet.state.chronology->lanes[lane].labels.back();
    return label.acronym.empty() ? label.text : label.acronym;
}

class Relations {
  public:
    Relations(const Sheet& sheet, TimelineContent& content)
        : sheet_(sheet), content_(content), heights_(heights_of(sheet)) {}

    void add() {
        for (const auto& tie : sheet_.state.chronology->ties) add_tie(tie);
        const auto& joints = sheet_.state.chronology->joints;
        for (std::size_t i = 0; i < joints.size(); ++i) add_joint(joints[i], sheet_.joint_places[i]);
    }

  private:
    /// Only the part between axis and histogram shows: ends beyond are cut off.
    [[nodiscard]] double inside(double y) const {
        return std::clamp(y, sheet_.frame.lanes.top - 2, sheet_.frame.lanes.bottom + 2);
    }
    [[nodiscard]] bool is_in(double y) const {
        return y > sheet_.frame.lanes.top && y < sheet_.frame.lanes.bottom;
    }
    [[nodiscard]] double x_of(const edtf::Interval& when) const {
        const double day = middle_day(when);
        return std::isnan(day) ? NAN : sheet_.scale.x(day);
    }
    [[nodiscard]] bool is_seen(double x) const {
        return x >= sheet_.frame.lanes.left && x <= sheet_.frame.lanes.right;
    }

    void add_tie(const graph::Tie& tie) {
        const double x = x_of(tie.when);
        if (!is_seen(x)) return;
        const double from = heights_[tie.from];
        const double to = heights_[tie.to];
        if (inside(from) == inside(to)) return;
        const auto& theme = sheet_.state.theme;
        Element element;
        element.key = element.owner = tie.key;
        element.role = Role::lateral_edge;
        element.kind = tie.relation;
        const auto lang = sheet_.state.words();
        element.title = name_of(sheet_, tie.from) + " – " + name_of(sheet_, tie.to);
        element.description = when_in_words(lang, tie.when);
        if (!tie.relation.empty()) {
            element.description = kind_name(*sheet_.state.model, tie.relation, sheet_.state.style.lang) +
                                  ", " + element.description;
        }
        element.paths.push_back(upright(x, inside(from), inside(to), {theme.quiet_line, 0.9, Dash::dotted}));
        if (is_in(from)) {
            Pen end;
            end.circle({x, from}, 1.9);
            end.path.fill = theme.quiet_line;
            element.paths.push_back(end.path);
        }
        const double gap = from < to ? -2.8 : 2.8;
        if (is_in(to)) element.paths.push_back(arrow_head({x, to + gap}, from, theme.quiet_line));
        fit_box(element);
        content_.ties.push_back(std::move(element));
    }

    /// A trunk from the first lane to the last; a round end on what goes into it, an arrow on what comes out.
    void add_joint(const graph::Joint& joint, double x) {
        if (!is_seen(x)) return;
        double top = 1e300;
        double bottom = -1e300;
        for (const auto* side : {&joint.from, &joint.to}) {
            for (const auto lane : *side) {
                top = std::min(top, heights_[lane]);
                bottom = std::max(bottom, heights_[lane]);
            }
        }
        if (inside(top) == inside(bottom)) return;
        const auto& theme = sheet_.state.theme;
        const auto lang = sheet_.state.words();
        Element element;
        element.key = element.owner = joint.key;
        element.role = Role::edge;
        element.kind = joint.kind;
        element.title = kind_name(*sheet_.state.model, joint.kind, sheet_.state.style.lang) + ": " +
                        names(joint.from) + " → " + names(joint.to);
        element.description = when_in_words(lang, joint.when);
        const Stroke stroke{theme.ink, 1.5, Dash::solid};
        element.paths.push_back(upright(x, inside(top), inside(bottom), stroke));
        for (const auto lane : joint.from) {
            if (!is_in(heights_[lane])) continue;
            Pen end;
            end.circle({x, heights_[lane]}, 2.6);
            end.path.fill = theme.paper;
            end.path.stroke = {theme.ink, 1.3, Dash::solid};
            element.paths.push_back(end.path);
        }
        for (const auto lane : joint.to) {
            const double y = heights_[lane];
            if (!is_in(y) || std::find(joint.from.begin(), joint.from.end(), lane) != joint.from.end())
                continue;
            const double origin = y - top > bottom - y ? top : bottom;
            element.paths.push_back(arrow_head({x, y + (origin < y ? -2.4 : 2.4)}, origin, theme.ink));
        }
        fit_box(element);
        content_.joints.push_back(std::move(element));
    }

    [[nodiscard]] std::string names(const std::vector<std::uint32_t>& lanes) const {
        std::string text;
        for (const auto lane : lanes) text += (text.empty() ? "" : ", ") + name_of(sheet_, lane);
        return text;
    }

    const Sheet& sheet_;
    TimelineContent& content_;
    std::vector<double> heights_;
};

}  // namespace

void add_relations(const Sheet& sheet, TimelineContent& content) {
    Relations(sheet, content).add();
}

}  // namespace shezhire::scene
