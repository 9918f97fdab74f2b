// The canvas of a timeline: the wheel zooms time about the pointer, a drag moves it, a click points out.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "base/words.h"
#include "paint/painter.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

using session::Verb;

constexpr double event_hover_seconds = 0.2;
constexpr std::string_view column_prefix = "#foundings-";

/// A date as exact as the place that was pointed at.
std::string date_at(const scene::TimeScale& scale, double x) {
    const auto day = static_cast<edtf::Day>(std::floor(scale.day(x)));
    const auto civil = edtf::civil_from_day(day);
    const double points = scale.points_per_day();
    if (points > 2 || civil.year < 0 || civil.year > 9999) return edtf::Date::from_day(day).text();
    return points * 30 > 4 ? fmt::format("{:04}-{:02}", civil.year, civil.month)
                           : fmt::format("{:04}", civil.year);
}

/// "1960-01-01/1969-12-31" between two places, whichever comes first.
std::string period_between(const scene::TimeScale& scale, double a, double b) {
    const auto first = static_cast<edtf::Day>(std::floor(scale.day(std::min(a, b))));
    const auto last = static_cast<edtf::Day>(std::floor(scale.day(std::max(a, b))));
    return edtf::Date::from_day(first).text() + "/" + edtf::Date::from_day(last).text();
}

/// What a text panel says beside a mark: the whole title and when it was, in words.
void say_beside(const Context& context, const scene::Element& element, const std::string& lang) {
    const float width = context.px(320);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(context.px(12), context.px(10)));
    ImGui::BeginTooltip();
    if (!element.title.empty())
        data_text(context, element.title, lang, {text_normal, true, false, context.palette.ink, 6}, width);
    if (!element.description.empty())
        data_text(context, element.description, lang,
                  {text_small, false, false, context.palette.quiet_ink, 5}, width);
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

/// The event that keys or a click pointed out: its words stay beside its mark.
void focus_card(const Context& context, const session::Session& session, base::Point origin,
                const base::Rect& area) {
    const auto& focus = session.timeline_view().focus;
    if (focus.empty() || session.moving()) return;
    const auto& elements = session.shown().elements;
    const auto found = std::find_if(elements.begin(), elements.end(), [&](const scene::Element& e) {
        return e.role == scene::Role::event && e.key.starts_with(focus) &&
               (e.key.size() == focus.size() || e.key[focus.size()] == '#' || e.key[focus.size()] == '@');
    });
    const auto& told = session.picture()->timeline->chronology().events;
    const auto event =
        std::find_if(told.begin(), told.end(), [&](const graph::LaneEvent& one) { return one.key == focus; });
    if (found == elements.end() || event == told.end()) return;
    const auto box = on_screen(session.viewport(), found->box, origin);
    const bool below = box.bottom < area.bottom - static_cast<double>(context.px(120));
    ImGui::SetNextWindowPos({static_cast<float>(std::clamp(box.left, area.left + 8, area.right - 340)),
                             static_cast<float>(below ? box.bottom + 8 : box.top - 8)},
                            ImGuiCond_Always, {0, below ? 0.0F : 1.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(context.px(12), context.px(10)));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(context.palette.raised));
    ImGui::Begin("event", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                     ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    const float width = context.px(320);
    const auto lang = scene::word_lang(session.presentation().language);
    data_text(context, event->label, event->lang, {text_normal, true, false, context.palette.ink, 6}, width);
    data_text(context, concept_label(session, event->kind) + ", " + scene::when_in_words(lang, event->when),
              "", {text_small, false, false, context.palette.quiet_ink, 3}, width);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
}

const scene::Element* element_at(const session::Session& session, base::Point place, Hand& hand) {
    const auto* hits = session.hits();
    if (hits == nullptr) return nullptr;
    const auto found = hits->at(session.shown(), place, 3 / session.viewport().scale, &hand.hover_tested);
    return found < 0 ? nullptr : &session.shown().elements[static_cast<std::size_t>(found)];
}

class Pointing {
  public:
    Pointing(Hand& hand, const session::Session& session, session::CommandQueue& queue, base::Point origin)
        : hand_(hand),
          session_(session),
          queue_(queue),
          mouse_{static_cast<double>(ImGui::GetIO().MousePos.x) - origin.x,
                 static_cast<double>(ImGui::GetIO().MousePos.y) - origin.y},
          place_(session.viewport().scene_from_screen(mouse_)) {}

    void wheel() const {
        const auto& io = ImGui::GetIO();
        if (io.MouseWheelH != 0) pan(static_cast<double>(io.MouseWheelH) * 60, 0);
        if (io.MouseWheel == 0) return;
        if (io.KeyShift) return pan(0, static_cast<double>(io.MouseWheel) * 48);
        queue_.send(Verb::zoom, {fmt::format("{}", std::pow(1.25, static_cast<double>(io.MouseWheel))),
                                 fmt::format("{}", mouse_.x), fmt::format("{}", mouse_.y)});
    }

    void drag(bool active) const {
        const auto& io = ImGui::GetIO();
        const bool dragging = active && (ImGui::IsMouseDragging(ImGuiMouseButton_Left, 4) ||
                                         ImGui::IsMouseDragging(ImGuiMouseButton_Middle, 4));
        if (!dragging) return;
        const auto frame = session_.picture()->timeline->frame(session_.timeline_view());
        if (!hand_.panning && !ImGui::IsMouseDown(ImGuiMouseButton_Middle)) {
            hand_.way.choosing_period = frame.histogram.contains(pressed());
            const auto* held = element_at(session_, pressed(), hand_);
            if (can_be_moved(held)) hand_.way.moving_lane = held->key;
        }
        hand_.panning = true;
        if (hand_.way.choosing_period || !hand_.way.moving_lane.empty() ||
            (io.MouseDelta.x == 0 && io.MouseDelta.y == 0))
            return;
        pan(static_cast<double>(io.MouseDelta.x), static_cast<double>(io.MouseDelta.y));
    }

    /// The stretch of the histogram that is being dragged over; nothing else is.
    [[nodiscard]] base::Rect chosen() const {
        const auto frame = session_.picture()->timeline->frame(session_.timeline_view());
        const auto within = [&](double x) {
            return std::clamp(x, frame.histogram.left, frame.histogram.right);
        };
        const double a = within(pressed().x);
        const double b = within(place_.x);
        return {std::min(a, b), frame.histogram.top, std::max(a, b), frame.histogram.bottom};
    }

    void choose_period() const {
        const auto box = chosen();
        const auto scale = session_.picture()->timeline->scale(session_.timeline_view());
        if (box.width() > 1) queue_.send(Verb::period, {period_between(scale, box.left, box.right)});
    }

    /// The selected life-line follows the hand; any other is part of the picture that is dragged.
    [[nodiscard]] bool can_be_moved(const scene::Element* under) const {
        return under != nullptr && under->role == scene::Role::node && under->key == session_.selection();
    }

    [[nodiscard]] std::optional<scene::Timeline::Drop> drop() const {
        return session_.picture()->timeline->drop_at(hand_.way.moving_lane, place_.y,
                                                     session_.timeline_view());
    }

    void move_lane(const std::string& lane, const std::optional<scene::Timeline::Drop>& to) const {
        if (!to || to->steps == 0) return;
        queue_.send(Verb::move_lane,
                    {to->steps < 0 ? "up" : "down", lane, fmt::format("{}", std::abs(to->steps))});
    }

    void click(const scene::Element* under) const {
        const auto& timeline = *session_.picture()->timeline;
        const auto frame = timeline.frame(session_.timeline_view());
        const auto scale = timeline.scale(session_.timeline_view());
        const bool second = ImGui::GetIO().MouseClickedLastCount[0] == 2;
        if (place_.y >= frame.axis.top && place_.y <= frame.axis.bottom) {
            queue_.send(Verb::date, {date_at(scale, place_.x)});
        } else if (under == nullptr) {
            queue_.send(Verb::select);
        } else if (under->key.starts_with(column_prefix)) {
            queue_.send(Verb::period, {period_between(scale, under->box.left, under->box.right)});
        } else if (under->role == scene::Role::badge) {
            queue_.send(Verb::toggle_fold, {under->owner});
        } else if (under->role == scene::Role::event) {
            click_event(*under);
        } else if (second) {
            queue_.send(Verb::zoom_to, {under->key});
        } else {
            queue_.send(Verb::select, {under->key});
        }
    }

    [[nodiscard]] base::Point place() const { return place_; }

  private:
    [[nodiscard]] base::Point pressed() const {
        const auto& at = ImGui::GetIO().MouseClickedPos[ImGuiMouseButton_Left];
        const auto& now = ImGui::GetIO().MousePos;
        const base::Point back{static_cast<double>(at.x - now.x), static_cast<double>(at.y - now.y)};
        return session_.viewport().scene_from_screen(mouse_ + back);
    }

    void pan(double dx, double dy) const {
        queue_.send(Verb::pan, {fmt::format("{}", dx), fmt::format("{}", dy)});
    }

    /// Several folded into one mark open by coming closer.
    void click_event(const scene::Element& element) const {
        if (element.key.find('#') != std::string::npos) {
            queue_.send(Verb::zoom, {"2.5", fmt::format("{}", mouse_.x), fmt::format("{}", mouse_.y)});
            return;
        }
        queue_.send(Verb::event, {element.key.substr(0, element.key.find('@'))});
    }

    Hand& hand_;
    const session::Session& session_;
    session::CommandQueue& queue_;
    base::Point mouse_;
    base::Point place_;
};

/// How much of the lanes is seen, at the right edge; nothing where all are.
void scroll_bar(const Context& context, const session::Session& session, base::Point origin,
                ImDrawList& list) {
    const auto& view = session.timeline_view();
    const auto frame = session.picture()->timeline->frame(view);
    if (frame.content_height <= frame.lanes.height() + 1) return;
    const auto box = on_screen(session.viewport(), frame.lanes, origin);
    const double share = frame.lanes.height() / frame.content_height;
    const double top = box.top + box.height() * view.scroll / frame.content_height;
    const float right = static_cast<float>(box.right) + context.px(8);
    list.AddRectFilled({right - context.px(4), static_cast<float>(top)},
                       {right, static_cast<float>(top + box.height() * share)}, packed(context.palette.line),
                       context.px(2));
}

/// The gap that a dragged life-line goes into.
void mark_gap(const Context& context, const session::Session& session, double y, base::Point origin,
              ImDrawList& list) {
    const auto frame = session.picture()->timeline->frame(session.timeline_view());
    const double inside = std::clamp(y, frame.lanes.top, frame.lanes.bottom);
    const auto box =
        on_screen(session.viewport(), {frame.lanes.left, inside, frame.lanes.right, inside}, origin);
    list.AddLine({static_cast<float>(box.left), static_cast<float>(box.top)},
                 {static_cast<float>(box.right), static_cast<float>(box.top)}, packed(context.palette.accent),
                 context.px(2));
}

void outline_selection(const Context& context, const session::Session& session, base::Point origin,
                       ImDrawList& list) {
    for (const auto& element : session.shown().elements) {
        if (element.role != scene::Role::node || element.key != session.selection()) continue;
        const auto box =
            on_screen(session.viewport(), element.box, origin).grown(static_cast<double>(context.px(2)));
        list.AddRect({static_cast<float>(box.left), static_cast<float>(box.top)},
                     {static_cast<float>(box.right), static_cast<float>(box.bottom)},
                     packed(context.palette.accent), context.px(4), 0, context.px(1.8F));
        return;
    }
}

}  // namespace

void timeline_canvas(Context& context, Hand& hand, const session::Session& session,
                     session::CommandQueue& queue, const base::Rect& area, double now) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    begin_pane("canvas", area, ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNavFocus);
    ImGui::PopStyleVar();
    const base::Point origin = area.top_left();
    ImGui::InvisibleButton("picture", {static_cast<float>(area.width()), static_cast<float>(area.height())},
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle);
    const bool hovered = ImGui::IsItemHovered();
    const bool active = ImGui::IsItemActive();
    const bool released = ImGui::IsItemDeactivated();
    auto& list = *ImGui::GetWindowDrawList();
    {
        DrawListPainter painter(list, context.atlas, context.atlas_texture, origin, session.moving());
        const auto stats = paint::play(session.shown(), session.viewport(), painter, session.hits());
        hand.tested = stats.tested;
        hand.drawn = stats.drawn;
    }
    const Pointing pointing(hand, session, queue, origin);
    const auto* under = hovered || active ? element_at(session, pointing.place(), hand) : nullptr;
    outline_selection(context, session, origin, list);
    scroll_bar(context, session, origin, list);
    const auto key = under == nullptr ? std::string() : under->key;
    if (key != hand.hovered) {
        hand.hovered = key;
        hand.hovered_since = now;
    }
    const bool movable = !hand.way.moving_lane.empty() || pointing.can_be_moved(under);
    if (under != nullptr || movable)
        ImGui::SetMouseCursor(movable ? ImGuiMouseCursor_ResizeNS : ImGuiMouseCursor_Hand);
    if (hovered) pointing.wheel();
    pointing.drag(active);
    const auto drop = hand.way.moving_lane.empty() ? std::nullopt : pointing.drop();
    if (drop && drop->steps != 0) mark_gap(context, session, drop->y, origin, list);
    if (hand.way.choosing_period) {
        const auto box = on_screen(session.viewport(), pointing.chosen(), origin);
        list.AddRectFilled({static_cast<float>(box.left), static_cast<float>(box.top)},
                           {static_cast<float>(box.right), static_cast<float>(box.bottom)},
                           packed(context.palette.accent.with_alpha(50)));
    }
    if (released) {
        if (std::exchange(hand.way.choosing_period, false)) pointing.choose_period();
        if (const auto lane = std::exchange(hand.way.moving_lane, {}); !lane.empty())
            pointing.move_lane(lane, drop);
        const bool clicked = !std::exchange(hand.panning, false);
        if (clicked && hovered) pointing.click(under);
    }
    end_pane();
    if (hovered && !active && under != nullptr && !session.moving() &&
        now - hand.hovered_since > event_hover_seconds) {
        say_beside(context, *under, session.presentation().language);
    } else {
        focus_card(context, session, origin, area);
    }
}

void timeline_menu(const session::Session& session, session::CommandQueue& queue) {
    const auto& view = session.view();
    const bool timeline = view.view == session::View::timeline;
    if (ImGui::MenuItem(base::tr("Structure"), timeline ? "    T" : nullptr, !timeline))
        queue.send(Verb::view, {"structure"});
    if (ImGui::MenuItem(base::tr("Timeline"), timeline ? nullptr : "    T", timeline))
        queue.send(Verb::view, {"timeline"});
    if (timeline) {
        const bool steps = view.lanes.scale == scene::ScaleKind::sequential;
        if (ImGui::MenuItem(base::tr("One step a date"), "    Shift+T", steps)) queue.send(Verb::scale);
        if (ImGui::BeginMenu(base::tr("Group life-lines"))) {
            using graph::Grouping;
            using Named = std::pair<Grouping, const char*>;
            for (const auto& [grouping, label] :
                 {Named{Grouping::none, base::tr("by nothing")}, Named{Grouping::kind, base::tr("by kind")},
                  Named{Grouping::country, base::tr("by country")},
                  Named{Grouping::region, base::tr("by region")},
                  Named{Grouping::parent, base::tr("by parent")}}) {
                if (ImGui::MenuItem(label, nullptr, view.lanes.grouping == grouping))
                    queue.send(Verb::lanes, {std::string(graph::to_text(grouping))});
            }
            ImGui::EndMenu();
        }
        const auto& rows = view.lanes.rows;
        if (ImGui::MenuItem(base::tr("Office holders"), nullptr, rows.offices))
            queue.send(Verb::rows, {"offices"});
        if (ImGui::MenuItem(base::tr("Seats"), nullptr, rows.seats)) queue.send(Verb::rows, {"seats"});
        if (ImGui::MenuItem(base::tr("Figures"), nullptr, rows.figures)) queue.send(Verb::rows, {"figures"});
        const auto& id = session.selection();
        if (ImGui::MenuItem(base::tr("Keep this life-line"), "    P", view.lanes.pinned.contains(id),
                            !id.empty()))
            queue.send(Verb::pin);
        if (ImGui::MenuItem(base::tr("The whole time"))) queue.send(Verb::period);
    }
    ImGui::Separator();
}

}  // namespace shezhire::ui
