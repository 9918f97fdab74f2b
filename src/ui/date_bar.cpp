// The date: in large figures, typed, dragged or played, with a mark at every day at which the structure
// changes: the more changes, the taller.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

struct Range {
    edtf::Day first = 0;
    edtf::Day last = 0;
    float left = 0;
    float right = 0;

    [[nodiscard]] float x(edtf::Day day) const {
        const auto share =
            static_cast<double>(day - first) / static_cast<double>(std::max<edtf::Day>(last - first, 1));
        return left + static_cast<float>(std::clamp(share, 0.0, 1.0)) * (right - left);
    }
    [[nodiscard]] edtf::Day day(float at) const {
        const double share =
            std::clamp((static_cast<double>(at) - left) / std::max(right - left, 1.0F), 0.0, 1.0);
        return first + static_cast<edtf::Day>(share * static_cast<double>(last - first));
    }
};

// To a month: as fine as the hand is on a slider of a century. To the day in a month that has two pictures.
std::string date_under(edtf::Day day, const session::Session& session) {
    const auto civil = edtf::civil_from_day(day);
    if (civil.year < 0 || civil.year > 9999) return edtf::Date::from_year(civil.year).text();
    const auto first = edtf::day_from_civil({civil.year, civil.month, 1});
    const auto& turns = session.calendar().reforms;
    const auto turn = std::upper_bound(turns.begin(), turns.end(), first);
    if (turn != turns.end() && *turn < first + 28) return edtf::Date::from_day(day).text();
    return fmt::format("{:04}-{:02}", civil.year, civil.month);
}

void ticks(const Context& context, ImDrawList& list, const Range& range, float y,
           const session::Calendar& calendar) {
    constexpr float least = 4;
    constexpr float most = 16;
    const auto colour = packed(base::mixed(context.palette.line, context.palette.quiet_ink, 0.45));
    float last_x = -10;
    float last_height = 0;
    for (std::size_t i = 0; i < calendar.days.size(); ++i) {
        const float x = range.x(calendar.days[i]);
        const auto weight = static_cast<float>(i < calendar.weights.size() ? calendar.weights[i] : 0);
        const float height = context.px(std::min(least + 2 * std::sqrt(weight), most));
        // Of marks that fall together the tallest is seen.
        if (x - last_x < 1.5F && height <= last_height) continue;
        last_x = x;
        last_height = height;
        list.AddLine({x, y - height}, {x, y + context.px(least)}, colour, context.px(1));
    }
}

// Over which nothing moves.
void steady_band(const Context& context, ImDrawList& list, const Range& range, float y,
                 const session::Session& session) {
    if (session.presentation().dates != session::Dates::steady || session.on_timeline()) return;
    const auto period = session.period();
    const float from = range.x(std::max(period.start_bounds().earliest, range.first));
    const float to = range.x(std::min(period.end_bounds().latest, range.last));
    if (to - from < 1) return;
    list.AddRectFilled({from, y - context.px(18)}, {to, y + context.px(9)},
                       packed(context.palette.accent.with_alpha(26)), context.px(3));
}

// The least of 1, 2, 5, 10, 20, 50 … years whose labels have room.
std::int64_t years_between_labels(const Range& range, std::int64_t span, float least_px) {
    const double px_per_year =
        static_cast<double>(range.right - range.left) / static_cast<double>(std::max<std::int64_t>(span, 1));
    std::int64_t power = 1;
    for (; power < 1'000'000'000'000; power *= 10) {
        for (const std::int64_t digit : {1, 2, 5}) {
            const auto years = digit * power;
            if (px_per_year * static_cast<double>(years) >= static_cast<double>(least_px)) return years;
        }
    }
    return power;
}

void year_labels(const Context& context, ImDrawList& list, const Range& range, float top) {
    const auto first = edtf::civil_from_day(range.first).year;
    const auto last = edtf::civil_from_day(range.last).year;
    const auto years = years_between_labels(range, last - first, context.px(46));
    for (auto year = (first / years) * years; year <= last; year += years) {
        if (year < first) continue;
        const float x = range.x(edtf::day_from_civil({year, 1, 1}));
        const auto text = fmt::format("{}", year);
        const auto size = ImGui::CalcTextSize(text.c_str());
        if (x - size.x / 2 < range.left - context.px(20) || x + size.x / 2 > range.right + context.px(20))
            continue;
        data_text_at(context, list, {x - size.x * 0.4F, top}, text, "",
                     {12, false, false, context.palette.quiet_ink, 1}, context.px(60));
    }
}

void slider(const Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
            float width, float height) {
    const auto& calendar = session.calendar();
    if (!calendar.dated()) {
        quiet_text(context, base::tr("This data has no dates."));
        return;
    }
    const auto corner = ImGui::GetCursorScreenPos();
    ImGui::InvisibleButton("slider", {width, height});
    const float inset = context.px(10);
    const Range range{calendar.first, calendar.last, corner.x + inset, corner.x + width - inset};
    auto& list = *ImGui::GetWindowDrawList();
    const float y = corner.y + height * 0.44F;
    steady_band(context, list, range, y, session);
    ticks(context, list, range, y, calendar);
    list.AddRectFilled({range.left, y - context.px(2)}, {range.right, y + context.px(2)},
                       packed(context.palette.line), context.px(2));
    year_labels(context, list, range, y + context.px(13));

    const auto at = session.at();
    const bool whole = session.view().when == edtf::Interval();
    const float from = range.x(std::clamp(at.earliest, range.first, range.last));
    const float to = range.x(std::clamp(at.latest, range.first, range.last));
    list.AddRectFilled({from, y - context.px(2)}, {std::max(to, from + 1), y + context.px(2)},
                       packed(context.palette.accent), context.px(2));
    if (!whole) {
        const ImVec2 middle((from + to) / 2, y);
        list.AddCircleFilled(middle, context.px(9), packed(context.palette.raised), 28);
        list.AddCircle(middle, context.px(9), packed(context.palette.accent), 28, context.px(2.5F));
    }
    if (ImGui::IsItemActive()) {
        hand.sliding = true;
        const auto date = date_under(range.day(ImGui::GetIO().MousePos.x), session);
        if (date != session.view().when.text()) queue.send(session::Verb::date, {date});
    } else {
        hand.sliding = false;
    }
}

constexpr float field_width = 176;  // "2021-08-26" in large figures
constexpr float button_side = 36;

// Above, so that it hides neither what is typed nor the slider.
void tip_above(const Context& context, const char* text) {
    const auto corner = ImGui::GetItemRectMin();
    ImGui::SetNextWindowPos({corner.x, corner.y - context.px(10)}, ImGuiCond_Always, {0, 1});
    ImGui::SetTooltip("%s", text);
}

bool step_button(const Context& context, const char* id, ImGuiDir direction, const char* tip) {
    const float side = context.px(button_side);
    const auto corner = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::Button(id, {context.px(28), side});
    const float r = context.px(5);
    const ImVec2 c(corner.x + context.px(14), corner.y + side / 2);
    const float s = direction == ImGuiDir_Left ? -1.0F : 1.0F;
    ImGui::GetWindowDrawList()->AddTriangleFilled({c.x - s * r * 0.7F, c.y - r}, {c.x + s * r * 0.9F, c.y},
                                                  {c.x - s * r * 0.7F, c.y + r}, packed(context.palette.ink));
    if (ImGui::IsItemHovered()) tip_above(context, tip);
    return pressed;
}

void date_field(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    const auto& shown = session.view().when.text();
    const float width = context.px(field_width);
    if (!hand.editing_date)
        std::snprintf(hand.date, sizeof hand.date, "%s", shown == "/" ? "" : shown.c_str());
    ImGui::SetNextItemWidth(width);
    if (std::exchange(hand.way.focus_date, false)) ImGui::SetKeyboardFocusHere();
    // Large figures stand over the field until somebody writes in it.
    const bool large = !hand.editing_date && hand.date[0] != '\0';
    const auto ink = large ? base::Colour{0, 0, 0, 0} : context.palette.ink;
    ImGui::PushStyleColor(ImGuiCol_Text, packed(ink));
    const float padding = (context.px(button_side) - ImGui::GetFontSize()) / 2;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(context.px(step * 2), padding));
    const bool enter =
        ImGui::InputTextWithHint("##date", base::tr("any date"), hand.date, sizeof hand.date,
                                 ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    hand.editing_date = ImGui::IsItemActive();
    if (large && !hand.editing_date) {
        auto& list = *ImGui::GetWindowDrawList();
        const auto from = ImGui::GetItemRectMin();
        TextLook look{text_date, true, false, context.palette.ink, 1};
        auto size = data_text_size(context, hand.date, "", look, 2000);
        const float room = width - context.px(step * 2);
        if (size.x > room) {
            look.size = std::max(look.size * room / size.x, text_small);
            size = data_text_size(context, hand.date, "", look, 2000);
        }
        data_text_at(context, list,
                     {from.x + std::max((width - size.x) / 2, context.px(step)),
                      from.y + (context.px(button_side) - size.y) / 2},
                     hand.date, "", look, room);
    }
    if (enter) queue.send(session::Verb::date, {hand.date[0] == '\0' ? "/" : hand.date});
    if (ImGui::IsItemHovered() && !hand.editing_date) {
        tip_above(context, base::tr("As of: a year, a month, a day, or a period (2005, 2005-08, 1977/2009)"));
    }
}

// A triangle to play, two bars to pause.
void play_button(const Context& context, const session::Session& session, session::CommandQueue& queue) {
    const float side = context.px(button_side);
    const auto corner = ImGui::GetCursorScreenPos();
    if (ImGui::Button("##play", {side, side})) queue.send(session::Verb::play);
    auto& list = *ImGui::GetWindowDrawList();
    const ImVec2 c(corner.x + side / 2, corner.y + side / 2);
    const float r = context.px(7);
    const auto ink = packed(session.calendar().dated() ? context.palette.accent : context.palette.quiet_ink);
    if (session.playing()) {
        list.AddRectFilled({c.x - r * 0.8F, c.y - r}, {c.x - r * 0.2F, c.y + r}, ink);
        list.AddRectFilled({c.x + r * 0.2F, c.y - r}, {c.x + r * 0.8F, c.y + r}, ink);
    } else {
        list.AddTriangleFilled({c.x - r * 0.7F, c.y - r}, {c.x + r, c.y}, {c.x - r * 0.7F, c.y + r}, ink);
    }
    if (ImGui::IsItemHovered()) {
        tip_above(context, session.playing() ? base::tr("Pause") : base::tr("Play from change to change"));
    }
}

// How dates follow each other, with a menu to change it.
void mode_button(const Context& context, const session::Session& session, session::CommandQueue& queue,
                 float width) {
    const auto& look = session.presentation();
    const char* label = look.dates == session::Dates::steady ? base::tr("Steady") : base::tr("Compact");
    const auto corner = ImGui::GetCursorScreenPos();
    const float side = context.px(button_side);
    if (ImGui::Button("##dates", {width, side})) ImGui::OpenPopup("dates");
    auto& list = *ImGui::GetWindowDrawList();
    const auto size = ImGui::CalcTextSize(label);
    const float x = corner.x + (width - size.x - context.px(14)) / 2;
    list.AddText({x, corner.y + (side - size.y) / 2}, packed(context.palette.ink), label);
    const ImVec2 c(x + size.x + context.px(10), corner.y + side / 2);
    const float r = context.px(3.5F);
    list.AddTriangleFilled({c.x - r, c.y - r * 0.6F}, {c.x + r, c.y - r * 0.6F}, {c.x, c.y + r},
                           packed(context.palette.quiet_ink));
    if (ImGui::IsItemHovered()) tip_above(context, base::tr("How dates follow each other"));
    // Upwards: the bar is at the window's lower edge.
    ImGui::SetNextWindowPos({corner.x + width, corner.y - context.px(6)}, ImGuiCond_Always, {1, 1});
    if (!ImGui::BeginPopup("dates")) return;
    dates_entries(session, queue);
    ImGui::EndPopup();
}

float mode_width(const Context& context) {
    return std::max(ImGui::CalcTextSize(base::tr("Steady")).x, ImGui::CalcTextSize(base::tr("Compact")).x) +
           context.px(34);
}

}  // namespace

void date_pane(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
               const base::Rect& area) {
    begin_pane("date", area, ImGuiWindowFlags_NoScrollWithMouse);
    edge_line(context, area.top_left(), {area.right, area.top + 1});
    const float top = std::max((static_cast<float>(area.height()) - context.px(button_side)) / 2, 0.0F);
    const auto next_item = [&](float gap) {
        ImGui::SameLine(0, context.px(gap));
        ImGui::SetCursorPosY(top);
    };
    ImGui::SetCursorPosY(top);
    if (step_button(context, "##previous", ImGuiDir_Left, base::tr("Previous change")))
        queue.send(session::Verb::previous_change);
    next_item(step);
    date_field(context, hand, session, queue);
    next_item(step);
    if (step_button(context, "##next", ImGuiDir_Right, base::tr("Next change")))
        queue.send(session::Verb::next_change);
    next_item(step * 2);
    play_button(context, session, queue);
    ImGui::SameLine(0, context.px(step * 3));
    ImGui::SetCursorPosY(context.px(8));
    const float mode = mode_width(context);
    const float all = static_cast<float>(area.right) - ImGui::GetCursorScreenPos().x - context.px(step * 3);
    const float room = all - mode - context.px(step * 3);
    if (room > context.px(80)) {
        slider(context, hand, session, queue, room, context.px(60));
        next_item(step * 3);
        mode_button(context, session, queue, mode);
    } else if (all > context.px(80)) {
        slider(context, hand, session, queue, all, context.px(60));
    }
    end_pane();
}

}  // namespace shezhire::ui
