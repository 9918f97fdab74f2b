// The date: large, typed or dragged, with a mark at every day at which the structure changes.
#include <fmt/format.h>

#include <algorithm>
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

// To a month: as fine as the hand is on a slider of a century.
std::string month_of(edtf::Day day) {
    const auto civil = edtf::civil_from_day(day);
    if (civil.year < 0 || civil.year > 9999) return edtf::Date::from_year(civil.year).text();
    return fmt::format("{:04}-{:02}", civil.year, civil.month);
}

void ticks(const Context& context, ImDrawList& list, const Range& range, float top, float bottom,
           const std::vector<edtf::Day>& days) {
    float last_x = -10;
    for (const auto day : days) {
        const float x = range.x(day);
        if (x - last_x < 1.5F) continue;
        last_x = x;
        list.AddLine({x, top}, {x, bottom},
                     packed(base::mixed(context.palette.line, context.palette.quiet_ink, 0.45)),
                     context.px(1));
    }
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
    const float y = corner.y + height * 0.40F;
    ticks(context, list, range, y - context.px(9), y + context.px(9), calendar.days);
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
        const auto month = month_of(range.day(ImGui::GetIO().MousePos.x));
        if (month != session.view().when.text()) queue.send(session::Verb::date, {month});
    } else {
        hand.sliding = false;
    }
}

// Above, so that it hides neither what is typed nor the slider.
void tip_above(const Context& context, const char* text) {
    const auto corner = ImGui::GetItemRectMin();
    ImGui::SetNextWindowPos({corner.x, corner.y - context.px(10)}, ImGuiCond_Always, {0, 1});
    ImGui::SetTooltip("%s", text);
}

bool step_button(const Context& context, const char* id, ImGuiDir direction, const char* tip) {
    const float side = context.px(28);
    const auto corner = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::Button(id, {side, side});
    const float r = context.px(5);
    const ImVec2 c(corner.x + side / 2, corner.y + side / 2);
    const float s = direction == ImGuiDir_Left ? -1.0F : 1.0F;
    ImGui::GetWindowDrawList()->AddTriangleFilled({c.x - s * r * 0.7F, c.y - r}, {c.x + s * r * 0.9F, c.y},
                                                  {c.x - s * r * 0.7F, c.y + r}, packed(context.palette.ink));
    if (ImGui::IsItemHovered()) tip_above(context, tip);
    return pressed;
}

void date_field(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    const auto& shown = session.view().when.text();
    if (!hand.editing_date)
        std::snprintf(hand.date, sizeof hand.date, "%s", shown == "/" ? "" : shown.c_str());
    ImGui::SetNextItemWidth(context.px(126));
    if (std::exchange(hand.way.focus_date, false)) ImGui::SetKeyboardFocusHere();
    const bool enter =
        ImGui::InputTextWithHint("##date", base::tr("any date"), hand.date, sizeof hand.date,
                                 ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    hand.editing_date = ImGui::IsItemActive();
    if (enter) queue.send(session::Verb::date, {hand.date[0] == '\0' ? "/" : hand.date});
    if (ImGui::IsItemHovered() && !hand.editing_date) {
        tip_above(context, base::tr("As of: a year, a month, a day, or a period (2005, 2005-08, 1977/2009)"));
    }
}

}  // namespace

void date_pane(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
               const base::Rect& area) {
    begin_pane("date", area, ImGuiWindowFlags_NoScrollWithMouse);
    edge_line(context, area.top_left(), {area.right, area.top + 1});
    ImGui::SetCursorPosY(context.px(18));
    if (step_button(context, "##previous", ImGuiDir_Left, base::tr("Previous change")))
        queue.send(session::Verb::previous_change);
    ImGui::SameLine();
    ImGui::SetCursorPosY(context.px(18));
    date_field(context, hand, session, queue);
    ImGui::SameLine();
    ImGui::SetCursorPosY(context.px(18));
    if (step_button(context, "##next", ImGuiDir_Right, base::tr("Next change")))
        queue.send(session::Verb::next_change);
    ImGui::SameLine(0, context.px(16));
    ImGui::SetCursorPosY(context.px(8));
    const float room = static_cast<float>(area.right) - ImGui::GetCursorScreenPos().x - context.px(12);
    if (room > context.px(80)) slider(context, hand, session, queue, room, context.px(60));
    end_pane();
}

}  // namespace shezhire::ui
