// What lies behind the lanes: eras, the grid of ticks, the cuts in time. And what stands before them: the
// axis, the date that is shown.
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
using base::Rect;

Element ground_element(std::string key) {
    Element element;
    element.key = std::move(key);
    element.role = Role::background;
    return element;
}

std::pair<double, double> span_of(const Sheet& sheet, const edtf::Interval& when) {
    const double left = sheet.frame.lanes.left;
    const double right = sheet.frame.lanes.right;
    const bool starts = when.start_kind() == edtf::EndKind::date;
    const bool ends = when.end_kind() == edtf::EndKind::date;
    const double from = starts ? sheet.scale.x(static_cast<double>(when.start_bounds().earliest)) : left;
    const double to = ends ? sheet.scale.x(static_cast<double>(when.end_bounds().latest + 1)) : right;
    return {std::clamp(from, left, right), std::clamp(to, left, right)};
}

/// Two slanted strokes across the line of time, as drawn where an axis is cut.
PathShape cut_sign(double x, double top, double bottom, const Stroke& stroke) {
    Pen pen;
    const double half = (bottom - top) / 2;
    for (const double shift : {-1.8, 1.8}) {
        pen.move({x + shift - half * 0.4, bottom});
        pen.line({x + shift + half * 0.4, top});
    }
    pen.path.stroke = stroke;
    return pen.path;
}

void add_cuts(const Sheet& sheet, TimelineContent& content) {
    const auto& theme = sheet.state.theme;
    for (const auto& cut : sheet.scale.warp().breaks()) {
        const double from = std::max(sheet.scale.x(cut.first), sheet.frame.lanes.left);
        const double to = std::min(sheet.scale.x(cut.last), sheet.frame.lanes.right);
        if (to - from < 1) continue;
        auto element = ground_element("");
        element.paths.push_back(bar({from, sheet.frame.axis.top, to, sheet.frame.lanes.bottom},
                                    base::mixed(theme.paper, theme.quiet_line, 0.14)));
        fit_box(element);
        content.ground.push_back(std::move(element));
    }
}

void add_cut_signs(const Sheet& sheet, Element& axis) {
    for (const auto& cut : sheet.scale.warp().breaks()) {
        const double x = (sheet.scale.x(cut.first) + sheet.scale.x(cut.last)) / 2;
        if (x < sheet.frame.axis.left + 6 || x > sheet.frame.axis.right - 6) continue;
        const double y = sheet.frame.axis.bottom;
        axis.paths.push_back(bar({x - 3, y - 1, x + 3, y + 1}, sheet.state.theme.paper));
        axis.paths.push_back(cut_sign(x, y - 5, y + 5, {sheet.state.theme.ink, 1, Dash::solid}));
    }
}

/// Labels of the coarser units, each at the left end of what is seen of it.
void add_span_labels(const Sheet& sheet, const Ticks& ticks, Element& axis) {
    const auto& state = sheet.state;
    const auto& box = sheet.frame.axis;
    for (const auto& span : ticks.spans) {
        const double from = std::max(sheet.scale.x(span.first), box.left);
        const double to = std::min(sheet.scale.x(span.last), box.right);
        const auto set = state.set(span.label, state.style.lang, timeline_type::span, true);
        if (sheet.scale.x(span.first) > box.left && from < box.right)
            axis.paths.push_back(
                bar({from - 0.4, box.top + 1, from + 0.4, box.bottom}, state.theme.quiet_line));
        if (to - from < set->size.width + 8) continue;
        axis.texts.push_back({set, {from + 4, box.top}, state.theme.quiet_ink, {}});
    }
}

void add_tick_labels(const Sheet& sheet, const Ticks& ticks, Element& axis) {
    const auto& state = sheet.state;
    const auto& box = sheet.frame.axis;
    LabelRow row(box.left, box.right);
    for (const bool strong : {true, false}) {
        for (const auto& tick : ticks.ticks) {
            if (tick.strong != strong || tick.x < box.left - 0.5 || tick.x > box.right + 0.5) continue;
            const double height = strong ? 5 : 3.5;
            axis.paths.push_back(
                bar({tick.x - 0.4, box.bottom - height, tick.x + 0.4, box.bottom}, state.theme.quiet_ink));
            const auto set = state.set(tick.label, state.style.lang, timeline_type::tick, strong);
            const double x = std::clamp(tick.x - set->size.width / 2, box.left,
                                        std::max(box.right - set->size.width, box.left));
            if (!row.take(x, x + set->size.width)) continue;
            axis.texts.push_back({set, {x, box.bottom - 5 - set->size.height}, state.theme.ink, {}});
        }
    }
}

void cover(const Sheet& sheet, TimelineContent& content) {
    auto element = ground_element("");
    const auto& paper = sheet.state.theme.paper;
    const double all = sheet.size.width;
    element.paths.push_back(bar({0, 0, all, sheet.frame.axis.bottom + sheet.eras_height}, paper));
    element.paths.push_back(
        bar({0, sheet.frame.lanes.bottom, all, std::max(sheet.size.height, sheet.view.size.height)}, paper));
    fit_box(element);
    content.front.push_back(std::move(element));
}

void add_era_labels(const Sheet& sheet, TimelineContent& content) {
    const auto& state = sheet.state;
    const double height =
        sheet.eras_height / static_cast<double>(std::max<std::size_t>(state.era_row_count, 1));
    for (std::size_t i = 0; i < state.chronology->eras.size(); ++i) {
        const auto& era = state.chronology->eras[i];
        const auto [from, to] = span_of(sheet, era.when);
        if (to - from < 4) continue;
        auto element = ground_element("#era-" + era.key);
        const double top = sheet.frame.axis.bottom + 1 + static_cast<double>(state.era_rows[i]) * height;
        element.paths.push_back(
            bar({from, top, to, top + 1.4}, base::mixed(state.theme.paper, state.theme.quiet_line, 0.7)));
        auto set = state.set(era.label, era.lang, timeline_type::event, false);
        if (set->size.width > to - from) {
            const double room = std::floor((to - from) / 12) * 12;
            set = room < 30 ? nullptr : state.set(era.label, era.lang, timeline_type::event, false, room);
        }
        if (set != nullptr) element.texts.push_back({set, {from + 1, top + 0.8}, state.theme.quiet_ink, {}});
        fit_box(element);
        content.front.push_back(std::move(element));
    }
}

void add_as_of(const Sheet& sheet, TimelineContent& content) {
    const double day = middle_day(sheet.view.as_of);
    if (std::isnan(day)) return;
    const double x = sheet.scale.x(day);
    const auto& lanes = sheet.frame.lanes;
    if (x < lanes.left || x > lanes.right) return;
    auto line = ground_element("#as-of-line");
    auto element = ground_element("#as-of");
    const auto colour = sheet.state.theme.selection;
    line.paths.push_back(
        bar({x - 0.45, sheet.frame.axis.bottom, x + 0.45, lanes.bottom}, colour.with_alpha(170)));
    fit_box(line);
    content.ties.push_back(std::move(line));  // what is written stays above it
    Pen flag;
    flag.polygon({{x - 4, sheet.frame.axis.bottom - 5},
                  {x + 4, sheet.frame.axis.bottom - 5},
                  {x, sheet.frame.axis.bottom + 1}});
    flag.path.fill = colour;
    element.paths.push_back(flag.path);
    fit_box(element);
    content.front.push_back(std::move(element));
}

/// Data without dates, or nobody: said in the middle of the lanes.
void add_emptiness(const Sheet& sheet, TimelineContent& content) {
    const auto& state = sheet.state;
    const bool nobody = state.chronology->lanes.empty();
    if (!nobody && state.chronology->dated()) return;
    auto element = ground_element("#empty");
    const auto text =
        std::string(word(state.words(), nobody ? TimelineWord::nothing : TimelineWord::no_dates));
    const auto set = state.typesetter->set({text,
                                            state.style.lang,
                                            {type_scale::body, text::Weight::regular, false},
                                            std::min(360.0, sheet.frame.lanes.width()),
                                            5,
                                            text::Align::centre});
    const auto middle = sheet.frame.lanes.centre();
    const Point at{middle.x - set->size.width / 2, middle.y - set->size.height / 2};
    auto panel = rounded_rectangle(Rect::at(at, set->size).grown(10), 6);
    panel.fill = state.theme.paper;
    panel.stroke = {state.theme.quiet_line, 0.8, Dash::solid};
    element.paths.push_back(std::move(panel));
    element.texts.push_back({set, at, state.theme.ink, {}});
    fit_box(element);
    content.front.push_back(std::move(element));
}

}  // namespace

void add_eras(const Sheet& sheet, TimelineContent& content) {
    const auto& theme = sheet.state.theme;
    bool odd = false;
    for (const auto& era : sheet.state.chronology->eras) {
        const auto [from, to] = span_of(sheet, era.when);
        odd = !odd;
        if (to - from < 0.5) continue;
        auto element = ground_element("#era-band-" + era.key);
        element.title = era.label;
        element.paths.push_back(bar({from, sheet.frame.axis.bottom, to, sheet.frame.lanes.bottom},
                                    base::mixed(theme.paper, theme.quiet_line, odd ? 0.13 : 0.09)));
        fit_box(element);
        content.ground.push_back(std::move(element));
    }
    add_cuts(sheet, content);
}

void add_grid(const Sheet& sheet, const Ticks& ticks, TimelineContent& content) {
    const auto& theme = sheet.state.theme;
    auto element = ground_element("#grid");
    for (const auto& tick : ticks.ticks) {
        if (tick.x < sheet.frame.lanes.left || tick.x > sheet.frame.lanes.right) continue;
        const auto colour = base::mixed(theme.paper, theme.quiet_line, tick.strong ? 0.45 : 0.2);
        element.paths.push_back(
            bar({tick.x - 0.3, sheet.frame.axis.bottom, tick.x + 0.3, sheet.frame.lanes.bottom}, colour));
    }
    fit_box(element);
    content.ground.push_back(std::move(element));
}

void add_front(const Sheet& sheet, const Ticks& ticks, TimelineContent& content) {
    cover(sheet, content);
    if (sheet.eras_height > 0) add_era_labels(sheet, content);
    Element axis;
    axis.key = axis.owner = "#axis";
    axis.role = Role::legend;
    const auto& box = sheet.frame.axis;
    axis.paths.push_back(
        bar({box.left, box.bottom - 0.5, box.right, box.bottom + 0.5}, sheet.state.theme.quiet_ink));
    add_span_labels(sheet, ticks, axis);
    add_tick_labels(sheet, ticks, axis);
    add_cut_signs(sheet, axis);
    fit_box(axis);
    content.front.push_back(std::move(axis));
    add_as_of(sheet, content);
    add_emptiness(sheet, content);
}

}  // namespace shezhire::scene
