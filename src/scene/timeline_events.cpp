// Marks of what happened on a lane, one by one or counted, and the labels of those that matter most.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "scene/elements.h"
#include "scene/pen.h"
#include "scene/shapes.h"
#include "scene/time_words.h"
#include "scene/timeline_state.h"
#include "scene/timeline_words.h"

namespace shezhire::scene {
namespace {

using base::Point;

constexpr double text_gap = 6;  // between labels of one row
constexpr double longest_event_label = 190;
constexpr double least_room = 20;
constexpr double least_shortened = 64;  // a label cut shorter than this says nothing

class EventDrawing {
  public:
    EventDrawing(LanePlace& place, TimelineContent& content)
        : sheet_(place.sheet),
          state_(place.sheet.state),
          number_(place.lane),
          lane_(state_.chronology->lanes[place.lane]),
          content_(content),
          left_(sheet_.frame.lanes.left),
          right_(sheet_.frame.lanes.right),
          top_(place.top),
          y_(place.y),
          thickness_(place.thickness),
          marks_(place.marks),
          above_(place.above),
          below_(left_, right_) {}

    void draw() {
        const auto slot = content_.events.size();
        if (content_.events.capacity() < slot + marks_.size())
            content_.events.reserve(std::max(slot + marks_.size(), 2 * slot));
        for (const auto& mark : marks_) content_.events.push_back(mark_element(mark));
        label_events(slot);
        for (auto at = slot; at < content_.events.size(); ++at) {
            drop_cut_texts(sheet_, content_.events[at]);
            fit_box(content_.events[at]);
        }
    }

  private:
    [[nodiscard]] double clipped(double x) const { return std::clamp(x, left_, right_); }
    [[nodiscard]] double x_of(edtf::Day day) const { return sheet_.scale.x(static_cast<double>(day)); }

    [[nodiscard]] const graph::LaneEvent& event_of(const EventMark& mark) const {
        return state_.chronology->events[mark.event];
    }

    Element mark_element(const EventMark& mark) const {
        const auto& event = event_of(mark);
        const auto& look = state_.look(event.kind);
        const auto lang = state_.words();
        Element element;
        element.role = Role::event;
        element.kind = event.kind;
        element.owner = lane_.key;
        element.key = event.lanes.front() == number_ ? event.key : event.key + "@" + lane_.key;
        if (mark.count == 1) {
            element.title = base::shortened(event.label, 400);
            element.description = kind_name(*state_.model, event.kind, state_.style.lang) + ", " +
                                  when_in_words(lang, event.when);
            if (!event.place.empty()) element.description += ", " + event.place;
            if (event.disputed) element.description += ", " + std::string(word(lang, Word::disputed));
            single(element, mark, event, look);
        } else {
            element.key += "#" + fmt::format_int(mark.count).str();
            element.title = events_in_words(lang, mark.count);
            element.description = day_in_words(lang, static_cast<edtf::Day>(mark.first)) + " – " +
                                  day_in_words(lang, static_cast<edtf::Day>(mark.last)) + ": " +
                                  base::shortened(event.label, 300);
            crowd(element, mark, look);
        }
        return element;
    }

    void single(Element& element, const EventMark& mark, const graph::LaneEvent& event,
                const KindLook& look) const {
        const double size = event.importance <= 2 ? 7 : 5.6;
        vague_extent(element, event);
        if (event.key == sheet_.view.focus) {
            Pen ring;
            ring.circle({mark.x, y_}, size / 2 + 4.5);
            ring.path.fill = state_.theme.paper;
            ring.path.stroke = {state_.theme.selection, 1.6, Dash::solid};
            element.paths.push_back(ring.path);
        } else {
            Pen halo;
            halo.circle({mark.x, y_}, size / 2 + 1.3);
            halo.path.fill = state_.theme.paper;
            element.paths.push_back(halo.path);
        }
        element.paths.push_back(
            mark_outline(look.mark == Mark::none ? Mark::disc : look.mark, {mark.x, y_}, size, look.outline));
        if (event.disputed) {
            auto sign = dispute_mark({mark.x, y_ - size / 2 - 3}, state_.theme);
            element.paths.push_back(std::move(sign));
        }
    }

    /// What is known only within bounds wider than its mark has them drawn.
    void vague_extent(Element& element, const graph::LaneEvent& event) const {
        const auto& when = event.when;
        if (when.start_kind() != edtf::EndKind::date) return;
        const double from = clipped(x_of(when.start_bounds().earliest));
        const auto last =
            when.end_kind() == edtf::EndKind::date ? when.end_bounds().latest : when.start_bounds().latest;
        const double to = clipped(x_of(last + 1));
        if (to - from < 10) return;
        element.paths.push_back(bar({from, y_ + thickness_ / 2 + 0.6, to, y_ + thickness_ / 2 + 1.8},
                                    base::mixed(state_.look(event.kind).outline, state_.theme.paper, 0.35)));
    }

    void crowd(Element& element, const EventMark& mark, const KindLook& look) const {
        const auto set = state_.set(number_of(state_.words(), mark.count), "", timeline_type::count, true);
        const double height = set->size.height + 0.6;
        const double width = std::max(set->size.width + 5, height);
        auto pill = rounded_rectangle(
            {mark.x - width / 2, y_ - height / 2, mark.x + width / 2, y_ + height / 2}, height / 2);
        pill.fill = state_.theme.paper;
        pill.stroke = {look.outline, 1.2, Dash::solid};
        element.paths.push_back(std::move(pill));
        element.texts.push_back(
            {set, {mark.x - set->size.width / 2, y_ - set->size.height / 2}, state_.theme.ink, {}});
    }

    /// How important an event must be to be labelled: the further away, the more.
    [[nodiscard]] int labelled_importance() const {
        if (sheet_.scale.warp().is_sequential()) return 4;
        const double years_an_inch = 72 / std::max(sheet_.scale.points_per_day(), 1e-12) / 365.25;
        return years_an_inch > 24    ? 1
               : years_an_inch > 12  ? 2
               : years_an_inch > 5   ? 3
               : years_an_inch > 2.5 ? 4
                                     : 5;
    }

    void label_events(std::size_t slot) {
        std::vector<std::size_t> order(marks_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return marks_[a].importance < marks_[b].importance;
        });
        const int least = labelled_importance();
        for (const auto i : order) {
            const auto& mark = marks_[i];
            const auto& event = event_of(mark);
            const bool pointed_out = event.key == sheet_.view.focus;
            if ((mark.importance > least && !pointed_out) || event.label.empty()) continue;
            if (mark.x < left_ || mark.x > right_) continue;
            label(mark, event, content_.events[slot + i]);
        }
    }

    void label(const EventMark& mark, const graph::LaneEvent& event, Element& element) {
        auto& row = sheet_.has_second_text() ? below_ : above_;
        const double y =
            sheet_.has_second_text() ? y_ + 5.4 : top_ + (state_.name_height - state_.event_height);
        const double from = mark.x - 3;
        // Nothing is shaped that has no room: of a crowd only those few that are written cost.
        const auto free_to = row.free_until(from);
        const bool to_the_right = free_to && *free_to - from >= least_room;
        if (!to_the_right && !row.is_free(mark.x + 3 - least_room, mark.x + 3)) return;
        const auto whole =
            state_.set(event.label, event.lang, timeline_type::event, false, longest_event_label);
        const auto place = [&](const text::SetTextPtr& set, double x) {
            if (!row.take(x, x + set->size.width + text_gap)) return false;
            element.texts.push_back({set, {x, y}, state_.theme.quiet_ink, {}});
            return true;
        };
        if (place(whole, from)) return;
        if (place(whole, mark.x + 3 - whole->size.width)) return;
        if (!free_to) return;
        const double room = std::floor((*free_to - from - text_gap) / 16) * 16;
        if (room < least_shortened) return;
        place(state_.set(event.label, event.lang, timeline_type::event, false, room), from);
    }

    const Sheet& sheet_;
    const Timeline::State& state_;
    std::uint32_t number_;
    const graph::Lane& lane_;
    TimelineContent& content_;
    double left_;
    double right_;
    double top_;
    double y_;
    double thickness_;
    const std::vector<EventMark>& marks_;
    LabelRow& above_;
    LabelRow below_;
};

}  // namespace

void drop_cut_texts(const Sheet& sheet, Element& element) {
    constexpr double hair = 0.6;
    std::erase_if(element.texts, [&](const TextShape& text) {
        return text.top_left.y < sheet.frame.lanes.top - hair ||
               text.top_left.y + text.text->size.height > sheet.frame.lanes.bottom + hair;
    });
}

void add_events(LanePlace& place, TimelineContent& content) {
    EventDrawing(place, content).draw();
}

}  // namespace shezhire::scene
