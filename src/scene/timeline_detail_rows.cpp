// Rows under a life-line: who held an office, where the seat was, how many there were, each as long as it
// lasted.
#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "scene/elements.h"
#include "scene/time_words.h"
#include "scene/timeline_state.h"

namespace shezhire::scene {
namespace {

constexpr double gap = 5;
constexpr double least_text = 22;

}  // namespace

void add_detail_row(const Sheet& sheet, std::size_t row, TimelineContent& content) {
    const auto& state = sheet.state;
    const auto& of = state.rows[row];
    const auto& lane = state.chronology->lanes[of.lane];
    const auto& detail = lane.rows[of.detail];
    const double left = sheet.frame.lanes.left;
    const double right = sheet.frame.lanes.right;
    const double top = sheet.tops[row];
    LabelRow room(left, right);
    Element element;
    element.key = lane.key + "#row" + std::to_string(of.detail);
    element.role = Role::background;
    element.title = detail.title;
    if (!detail.title.empty()) {
        const auto title = state.set(detail.title, detail.lang, timeline_type::event, true);
        if (room.take(left, left + title->size.width + gap))
            element.texts.push_back({title, {left, top}, state.theme.quiet_ink, {}});
    }
    const auto colour = base::mixed(state.look(lane.kind).outline, state.theme.paper, 0.3);
    for (const auto& note : detail.notes) {
        const bool starts = note.when.start_kind() == edtf::EndKind::date;
        const bool ends = note.when.end_kind() == edtf::EndKind::date;
        if (!starts && !ends) continue;
        const auto x_of = [&](edtf::Day day) { return sheet.scale.x(static_cast<double>(day)); };
        const double from = starts ? x_of(note.when.start_bounds().earliest) : left;
        const double to = ends ? x_of(note.when.end_bounds().latest + 1) : right;
        if (to <= left || from >= right) continue;
        const double x = std::max(from, left);
        const double end = std::min(to, right);
        const double under = top + state.event_height + 0.4;
        element.paths.push_back(bar({x, under, std::max(end - 1, x + 0.8), under + 0.9}, colour));
        element.description += (element.description.empty() ? "" : "; ") + note.label + ", " +
                               when_in_words(state.words(), note.when);
        // A moment's text may go on to the right; a stretch's stays within it.
        const auto whole = state.set(note.label, note.lang, timeline_type::event, false);
        const auto free_to = room.free_until(x);
        if (!free_to) continue;
        const double limit = note.when.is_instant() ? *free_to : std::min(*free_to, end);
        auto set = whole;
        if (whole->size.width + 1 > limit - x) {
            const double width = std::floor((limit - x - 1) / 8) * 8;
            if (width < least_text) continue;
            set = state.set(note.label, note.lang, timeline_type::event, false, width);
        }
        if (room.take(x, std::min(x + set->size.width + gap, *free_to)))
            element.texts.push_back({set, {x, top}, state.theme.ink, {}});
    }
    drop_cut_texts(sheet, element);
    fit_box(element);
    content.lanes.push_back(std::move(element));
}

}  // namespace shezhire::scene
