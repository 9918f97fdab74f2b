// The whole of time, small, over the timeline while only a part of it is seen: how much is told of each
// stretch, and a frame that is dragged.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

constexpr float largest_strip = 260;  // design units
constexpr float least_strip = 110;
constexpr float overview_height = 26;
constexpr double column_px = 2;

/// What is told in each column, from 0 to 1; the root evens out crowds.
std::vector<float> columns_of(const scene::Timeline& timeline, const scene::TimeScale& scale, double width) {
    std::vector<float> columns(static_cast<std::size_t>(width / column_px) + 1);
    for (const auto& event : timeline.chronology().events) {
        const auto day = event.when.start_bounds().earliest;
        if (!edtf::is_known(day)) continue;
        const double x = scale.x(static_cast<double>(day)) / column_px;
        if (x < 0 || x >= static_cast<double>(columns.size())) continue;
        columns[static_cast<std::size_t>(x)] += 1;
    }
    const float most = std::max(*std::max_element(columns.begin(), columns.end()), 1.0F);
    for (auto& column : columns) column = std::sqrt(column / most);
    return columns;
}

/// Where the words of the legend end on the screen, or of the heading.
double words_end(const session::Session& session, std::string_view key, const base::Rect& canvas) {
    double end = canvas.left;
    for (const auto& element : session.shown().elements) {
        if (element.key != key) continue;
        for (const auto& text : element.texts) {
            const base::Point right{element.origin.x + text.top_left.x + text.text->size.width, 0};
            end = std::max(end, session.viewport().screen_from_scene(right).x + canvas.left);
        }
    }
    return end;
}

/// Beside the legend, in the corner where the little map is in a structure; else beside the heading, where
/// that leaves more room.
base::Rect place_of(const Context& context, const session::Session& session, const base::Rect& canvas) {
    const double margin = static_cast<double>(context.px(step * 4));
    const double height = static_cast<double>(context.px(overview_height));
    const double right = canvas.right - margin;
    const auto room_beside = [&](std::string_view key) {
        return std::min(static_cast<double>(context.px(largest_strip)),
                        right - words_end(session, key, canvas) - margin);
    };
    const double below = room_beside("#legend");
    const double above = room_beside("#title");
    const double width = std::floor(std::max({below, above, static_cast<double>(context.px(least_strip))}));
    const double top = above > below ? canvas.top + static_cast<double>(context.px(step * 2))
                                     : canvas.bottom - static_cast<double>(context.px(step * 3)) - height;
    return base::Rect::at({right - width, top}, {width, height});
}

}  // namespace

void time_overview(const Context& context, Hand& hand, const session::Session& session,
                   session::CommandQueue& queue, const base::Rect& canvas) {
    auto& kept = hand.way.overview;
    if (!session.on_timeline() || !session.article().source.empty() || !session.presentation().minimap)
        return;
    const auto& timeline = *session.picture()->timeline;
    const auto whole = timeline.whole();
    const auto& window = session.timeline_view().window;
    const bool all_seen = window.first <= whole.first && window.last >= whole.last;
    if ((all_seen && !kept.dragged) || session.moving()) return;
    const auto box = place_of(context, session, canvas);
    if (canvas.width() < 3 * box.width()) return;
    const scene::TimeScale scale(timeline.warp(), whole, 0, box.width());
    if (kept.of != session.picture() || kept.width != box.width()) {
        kept.of = session.picture();
        kept.width = box.width();
        kept.columns = columns_of(timeline, scale, box.width());
    }

    const auto at = [](double x, double y) { return ImVec2(static_cast<float>(x), static_cast<float>(y)); };
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::SetNextWindowPos(at(box.left, box.top));
    ImGui::SetNextWindowSize(at(box.width(), box.height()));
    ImGui::Begin("overview", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_NoNavInputs);
    ImGui::PopStyleVar();
    ImGui::InvisibleButton("time", at(box.width(), box.height()));
    auto& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at(box.left, box.top), at(box.right, box.bottom),
                       packed(context.palette.raised.with_alpha(235)), context.px(4));
    const double base_line = box.bottom - 2;
    for (std::size_t i = 0; i < kept.columns.size(); ++i) {
        if (kept.columns[i] <= 0) continue;
        const double left = box.left + static_cast<double>(i) * column_px;
        const double height = std::max(static_cast<double>(kept.columns[i]) * (box.height() - 6), 2.0);
        list.AddRectFilled(at(left, base_line - height), at(std::min(left + column_px, box.right), base_line),
                           packed(context.palette.quiet_ink.with_alpha(150)));
    }
    list.AddRect(at(box.left + 0.5, box.top + 0.5), at(box.right - 0.5, box.bottom - 0.5),
                 packed(context.palette.line), context.px(4));
    const double left = std::clamp(box.left + scale.x(window.first), box.left + 1, box.right - 5);
    const double right = std::clamp(box.left + scale.x(window.last), left + 4, box.right - 1);
    list.AddRectFilled(at(left, box.top + 1), at(right, box.bottom - 1),
                       packed(context.palette.accent.with_alpha(36)), context.px(2));
    list.AddRect(at(left, box.top + 1), at(right, box.bottom - 1), packed(context.palette.accent),
                 context.px(2), 0, context.px(1.5F));

    // As the little map: a press outside the frame brings its middle there; dragging moves it with the hand.
    const auto frame = timeline.frame(session.timeline_view());
    const double seen = std::max(scale.x(window.last) - scale.x(window.first), 0.5);
    const double px = frame.axis.width() * session.viewport().scale / seen;
    const auto move = [&](double dx) { queue.send(session::Verb::pan, {fmt::format("{}", -dx * px), "0"}); };
    const auto mouse = static_cast<double>(ImGui::GetIO().MousePos.x);
    if (ImGui::IsItemActivated()) {
        kept.dragged = true;
        if (mouse < left || mouse > right) move(mouse - (left + right) / 2);
    } else if (ImGui::IsItemActive()) {
        if (ImGui::GetIO().MouseDelta.x != 0) move(static_cast<double>(ImGui::GetIO().MouseDelta.x));
    } else {
        kept.dragged = false;
    }
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    ImGui::End();
}

}  // namespace shezhire::ui
