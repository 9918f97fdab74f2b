#include "scene/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "scene/pen.h"
#include "scene/timeline_state.h"
#include "scene/timeline_words.h"

namespace shezhire::scene {
namespace {

constexpr double sheet_margin = 12;
constexpr double axis_height = 25;
constexpr double era_height = 11;
constexpr double histogram_height = 54;
constexpr double low_histogram = 38;  // on a low sheet
constexpr double low_sheet = 560;
constexpr double least_row = 20.5;
constexpr double largest_row = 34;
constexpr double paper_row = 27;  // where the sheet is as high as its lanes
constexpr double heading_units = 0.8;
constexpr double detail_units = 0.62;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

bool is_bounded(edtf::Bounds b) {
    return b.earliest > edtf::beginning_of_time && b.latest < edtf::end_of_time;
}

/// Dates of everything that stands on the scale, ascending, each once.
std::vector<edtf::Day> dates_of(const graph::Chronology& chronology) {
    std::vector<edtf::Day> days;
    const auto add = [&](const edtf::Interval& when) {
        for (const auto& [kind, bounds] : {std::pair(when.start_kind(), when.start_bounds()),
                                           std::pair(when.end_kind(), when.end_bounds())}) {
            if (kind == edtf::EndKind::date && is_bounded(bounds)) days.push_back(bounds.earliest);
        }
    };
    for (const auto& lane : chronology.lanes) {
        for (const auto& spell : lane.spells) add(spell.when);
    }
    for (const auto& event : chronology.events) add(event.when);
    for (const auto& joint : chronology.joints) add(joint.when);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

}  // namespace

double middle_day(const edtf::Interval& when) {
    const auto start = when.start_bounds();
    if (when.start_kind() == edtf::EndKind::date && is_bounded(start)) {
        return static_cast<double>(start.earliest) + static_cast<double>(start.latest - start.earliest) / 2;
    }
    const auto end = when.end_bounds();
    if (when.end_kind() == edtf::EndKind::date && is_bounded(end)) {
        return static_cast<double>(end.earliest) + static_cast<double>(end.latest - end.earliest) / 2;
    }
    return unknown;
}

PathShape bar(const base::Rect& box, base::Colour fill) {
    Pen pen;
    pen.polygon({{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}});
    pen.path.fill = fill;
    return pen.path;
}

void Timeline::State::plan() {
    const auto days = dates_of(*chronology);
    warp = style.scale == ScaleKind::sequential ? TimeWarp::sequential(days) : TimeWarp::broken(days);
    std::string group;
    for (const auto lane : order) {
        const auto& one = chronology->lanes[lane];
        if (one.depth == 0 && !one.group.empty() && one.group != group) {
            group = one.group;
            rows.push_back({UINT32_MAX, group, heading_units, no_detail});
        }
        rows.push_back({lane, "", 1, no_detail});
        for (std::size_t detail = 0; detail < one.rows.size(); ++detail)
            rows.push_back({lane, "", detail_units, detail});
    }
    for (const auto& row : rows) all_units += row.units;
    std::vector<std::vector<EventTrack::Dated>> dated(chronology->lanes.size());
    event_days.assign(chronology->events.size(), unknown);
    for (std::uint32_t i = 0; i < chronology->events.size(); ++i) {
        const auto& event = chronology->events[i];
        event_days[i] = middle_day(event.when);
        if (std::isnan(event_days[i])) continue;
        for (const auto lane : event.lanes) dated[lane].push_back({event_days[i], i, event.importance});
    }
    for (auto& events : dated) tracks.emplace_back(std::move(events));
    plan_eras();
    name_height = set("Аg", "", timeline_type::name, true)->size.height;
    event_height = set("Аg", "", timeline_type::event, false)->size.height;
    const auto see = [&](const std::string& kind) {
        if (!looks.contains(kind)) looks.emplace(kind, look_of(theme, *model, kind, 2));
    };
    see("");
    for (const auto& lane : chronology->lanes) see(lane.kind);
    for (const auto& event : chronology->events) see(event.kind);
    for (const auto& lane : chronology->lanes) {
        for (const auto& phase : lane.phases) see(phase.kind);
    }
    for (const auto& region : chronology->regions) see(region);
    plan_legend();
}

/// Eras that overlap are named under each other, whatever the zoom.
void Timeline::State::plan_eras() {
    std::vector<edtf::Day> reached;
    for (const auto& era : chronology->eras) {
        const auto first = era.when.start_bounds().earliest;
        std::size_t row = 0;
        while (row < reached.size() && reached[row] >= first) ++row;
        if (row == reached.size()) reached.push_back(0);
        reached[row] = era.when.end_bounds().latest;
        era_rows.push_back(row);
    }
    era_row_count = reached.size();
}

const KindLook& Timeline::State::look(const std::string& kind) const {
    const auto found = looks.find(kind);
    return found == looks.end() ? looks.find("")->second : found->second;
}

text::SetTextPtr Timeline::State::set(const std::string& text, const std::string& lang, double size,
                                      bool bold, double width) const {
    return typesetter->set(
        {text, lang, {size, bold ? text::Weight::bold : text::Weight::regular, false}, width, 1, {}});
}

Timeline::Timeline(std::shared_ptr<const graph::Chronology> chronology, model::ModelPtr model,
                   std::vector<std::uint32_t> order, const Theme& theme, const TimelineStyle& style,
                   const text::Typesetter& typesetter)
    : state_(std::make_unique<State>()) {
    state_->chronology = std::move(chronology);
    state_->model = std::move(model);
    state_->order = std::move(order);
    state_->theme = theme;
    state_->style = style;
    state_->typesetter = &typesetter;
    state_->plan();
}

Timeline::~Timeline() = default;

const graph::Chronology& Timeline::chronology() const {
    return *state_->chronology;
}

const TimeWarp& Timeline::warp() const {
    return state_->warp;
}

const std::vector<std::uint32_t>& Timeline::order() const {
    return state_->order;
}

TimeWindow Timeline::whole() const {
    const auto& known = *state_->chronology;
    if (!known.dated()) return {-25'567, 10'957};  // the twentieth century
    const double first = state_->warp.length(static_cast<double>(known.first));
    const double last = state_->warp.length(static_cast<double>(known.last));
    // At least two years, so that one day alone has a scale; and room for what begins last to have a name.
    const double least = state_->warp.is_sequential() ? 2 : 731;
    const double length = std::max(last - first, least);
    return {state_->warp.day(first - length * 0.02),
            state_->warp.day(std::max(last, first + least) + length * 0.03)};
}

Sheet::Sheet(const Timeline::State& of, const TimelineView& what)
    : state(of),
      view(what),
      scale(of.warp, what.window, sheet_margin, std::max(what.size.width - sheet_margin, sheet_margin + 40)) {
    const double width = std::max(view.size.width, 2 * sheet_margin + 40);
    const double inner = width - 2 * sheet_margin;
    const double gap = 6;
    double top = sheet_margin - 4;
    if (state.style.title) {
        title = timeline_title(state, view, inner);
        title.element.origin = {sheet_margin, top};
        top += title.size.height + gap;
    }
    if (state.style.legend) legend = timeline_legend(state, inner);
    eras_height = static_cast<double>(state.era_row_count) * era_height;
    frame.axis = {sheet_margin, top, width - sheet_margin, top + axis_height};
    const double lanes_top = frame.axis.bottom + eras_height + 3;
    const bool histogram = state.style.histogram && !state.chronology->foundings.empty();
    const double columns =
        view.size.height > 0 && view.size.height < low_sheet ? low_histogram : histogram_height;
    const double below = (histogram ? columns + gap : 0) +
                         (state.style.legend ? legend.size.height + gap : 0) + sheet_margin - 4;
    double bottom = 0;
    if (view.size.height <= 0) {
        row_height = paper_row;
        frame.content_height = row_height * std::max(state.all_units, 1.0);
        bottom = lanes_top + frame.content_height + 4;
    } else {
        bottom = std::max(view.size.height - below, lanes_top + least_row);
        const double room = bottom - lanes_top - 2;
        row_height = std::clamp(room / std::max(state.all_units, 1.0), least_row, largest_row);
        frame.content_height = row_height * state.all_units;
        scroll = std::clamp(view.scroll, 0.0, std::max(frame.content_height - room, 0.0));
    }
    frame.lanes = {sheet_margin, lanes_top, width - sheet_margin, bottom};
    size = {width, bottom + below};
    double y = bottom + gap;
    if (histogram) {
        frame.histogram = {sheet_margin, y, width - sheet_margin, y + columns};
        y += columns + gap;
    }
    legend.element.origin = {sheet_margin, y};
    place_joints();
    double at = lanes_top - scroll;
    for (const auto& row : state.rows) {
        tops.push_back(at);
        at += row.units * row_height;
    }
}

/// A reform is many joints on one day: as trunks side by side one can tell who went where.
void Sheet::place_joints() {
    constexpr double apart = 3.6;
    const auto& joints = state.chronology->joints;
    joint_places.assign(joints.size(), unknown);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < joints.size(); ++i) {
        const double day = middle_day(joints[i].when);
        if (std::isnan(day)) continue;
        joint_places[i] = scale.x(day);
        order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return joint_places[a] < joint_places[b]; });
    double reached = -1e300;
    for (const auto i : order) {
        // Not pushed further than a dozen trunks: then they lie on each other, but where they belong.
        const double moved = std::max(joint_places[i], reached + apart);
        if (moved - joint_places[i] < 12 * apart) joint_places[i] = moved;
        reached = joint_places[i];
    }
    arrivals.resize(state.chronology->lanes.size());
    for (const auto i : order) {
        for (const auto* side : {&joints[i].from, &joints[i].to}) {
            for (const auto lane : *side) arrivals[lane].push_back(joint_places[i]);
        }
    }
}

bool Sheet::is_seen(std::size_t row) const {
    const double height = state.rows[row].units * row_height;
    return tops[row] + height > frame.lanes.top && tops[row] < frame.lanes.bottom;
}

double Sheet::middle_of(std::size_t row) const {
    return tops[row] + state.name_height + 4.6;
}

TimelineFrame Timeline::frame(const TimelineView& view) const {
    return Sheet(*state_, view).frame;
}

TimeScale Timeline::scale(const TimelineView& view) const {
    return {state_->warp, view.window, sheet_margin,
            std::max(view.size.width - sheet_margin, sheet_margin + 40)};
}

std::optional<std::pair<double, double>> Timeline::place_of(const std::string& lane,
                                                            const TimelineView& view) const {
    const Sheet sheet(*state_, view);
    for (std::size_t row = 0; row < state_->rows.size(); ++row) {
        const auto number = state_->rows[row].lane;
        if (!state_->rows[row].is_lane() || state_->chronology->lanes[number].key != lane) continue;
        return std::pair(sheet.tops[row] + sheet.scroll - sheet.frame.lanes.top, sheet.row_height);
    }
    return std::nullopt;
}

std::optional<Timeline::Drop> Timeline::drop_at(const std::string& lane, double y,
                                                const TimelineView& view) const {
    const Sheet sheet(*state_, view);
    const auto& rows = state_->rows;
    const auto& lanes = state_->chronology->lanes;
    const auto one = std::find_if(lanes.begin(), lanes.end(),
                                  [&](const graph::Lane& candidate) { return candidate.key == lane; });
    if (one == lanes.end()) return std::nullopt;
    std::vector<std::size_t> siblings;
    std::size_t own = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!rows[row].is_lane()) continue;
        const auto& other = lanes[rows[row].lane];
        if (other.parent != one->parent || other.group != one->group) continue;
        if (&other == &*one) own = siblings.size();
        siblings.push_back(row);
    }
    if (siblings.empty()) return std::nullopt;
    std::size_t to = own;
    while (to + 1 < siblings.size() && y > sheet.middle_of(siblings[to + 1])) ++to;
    while (to > 0 && to <= own && y < sheet.middle_of(siblings[to - 1])) --to;
    auto gap = siblings[to];
    if (to > own) {  // below it and all that is nested under it
        const auto depth = lanes[rows[gap].lane].depth;
        for (++gap; gap < rows.size() && rows[gap].is_lane() && lanes[rows[gap].lane].depth > depth;) ++gap;
    }
    const double end = gap < rows.size() ? sheet.tops[gap] : sheet.tops.back() + sheet.row_height;
    return Drop{static_cast<int>(to) - static_cast<int>(own), end};
}

std::optional<Timeline::Stop> Timeline::next_event(const std::string& lane, const std::string& focus,
                                                   double day, int direction) const {
    // In order of date, then as told: so the same way back and forth.
    struct At {
        double day;
        std::uint32_t event;
        std::uint32_t lane;
    };
    std::vector<At> all;
    for (std::uint32_t number = 0; number < state_->tracks.size(); ++number) {
        if (!lane.empty() && state_->chronology->lanes[number].key != lane) continue;
        for (const auto& event : state_->tracks[number].events())
            all.push_back({event.day, event.event, number});
    }
    std::stable_sort(all.begin(), all.end(), [](const At& a, const At& b) {
        return std::pair(a.day, a.event) < std::pair(b.day, b.event);
    });
    all.erase(
        std::unique(all.begin(), all.end(), [](const At& a, const At& b) { return a.event == b.event; }),
        all.end());
    auto from = std::find_if(all.begin(), all.end(),
                             [&](const At& at) { return state_->chronology->events[at.event].key == focus; });
    if (from == all.end()) {
        from = std::find_if(all.begin(), all.end(), [&](const At& at) { return at.day >= day; });
        if (direction > 0 && from == all.end()) return std::nullopt;
        if (direction < 0) {
            if (from == all.begin()) return std::nullopt;
            --from;
        }
    } else if (direction > 0) {
        if (++from == all.end()) return std::nullopt;
    } else {
        if (from == all.begin()) return std::nullopt;
        --from;
    }
    return Stop{state_->chronology->events[from->event].key, state_->chronology->lanes[from->lane].key,
                from->day};
}

Scene Timeline::scene(const TimelineView& view) const {
    const Sheet sheet(*state_, view);
    const auto lang = state_->words();
    Scene scene;
    scene.size = view.size.height > 0 ? base::Size{sheet.size.width, view.size.height} : sheet.size;
    scene.background = state_->theme.paper;
    scene.lang = to_text(lang);
    const auto title = timeline_title(*state_, view, sheet.size.width);
    scene.title = title.element.title;
    scene.description = title.element.description;
    const auto ticks = ticks_for(sheet.scale, lang, 46);
    TimelineContent content;
    add_eras(sheet, content);
    add_grid(sheet, ticks, content);
    add_relations(sheet, content);
    add_lanes(sheet, content);
    add_front(sheet, ticks, content);
    add_histogram(sheet, content);
    scene.elements.reserve(content.ground.size() + content.ties.size() + content.joints.size() +
                           content.lanes.size() + content.badges.size() + content.events.size() +
                           content.front.size() + 2);
    const auto take = [&](std::vector<Element>& elements) {
        for (auto& element : elements) scene.elements.push_back(std::move(element));
    };
    take(content.ground);
    take(content.ties);
    take(content.joints);
    take(content.lanes);
    take(content.badges);
    take(content.events);
    take(content.front);
    const auto stand = [&](const Furniture& furniture) {
        auto element = furniture.element;
        if (element.texts.empty() && element.paths.empty()) return;
        element.box = base::Rect::at(element.origin, furniture.size);
        scene.elements.push_back(std::move(element));
    };
    stand(sheet.title);
    stand(sheet.legend);
    return scene;
}

Scene stacked(const std::vector<Scene>& rows) {
    if (rows.empty()) return {};
    Scene out = rows.front();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const base::Point by{0, out.size.height};
        for (auto element : rows[i].elements) {
            element.origin = element.origin + by;
            element.box = element.box.moved(by);
            if (!element.key.empty()) element.key += fmt::format("@{}", i + 1);
            out.elements.push_back(std::move(element));
        }
        out.size.width = std::max(out.size.width, rows[i].size.width);
        out.size.height += rows[i].size.height;
    }
    return out;
}

}  // namespace shezhire::scene
