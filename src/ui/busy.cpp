// What keeps somebody waiting, once it lasts longer than a blink: what it is, for how long, and a way to stop
// it.
#include <fmt/format.h>

#include <cmath>

#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

const char* words_for(session::Busy::With with) {
    switch (with) {
        case session::Busy::With::loading:
            return base::tr("Opening…");
        case session::Busy::With::exporting:
            return base::tr("Exporting…");
        case session::Busy::With::laying_out:
            return base::tr("Laying out…");
    }
    return "";
}

// A bar that says "it goes on" without claiming to know how far.
void running_bar(const Context& context, float width, double seconds, bool still) {
    const auto corner = ImGui::GetCursorScreenPos();
    const float height = context.px(4);
    auto& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(corner, {corner.x + width, corner.y + height}, packed(context.palette.line),
                       height / 2);
    const float part = width * 0.3F;
    const auto turn = static_cast<float>(still ? 0.5 : 0.5 - 0.5 * std::cos(seconds * 2));
    const float x = corner.x + turn * (width - part);
    list.AddRectFilled({x, corner.y}, {x + part, corner.y + height}, packed(context.palette.accent),
                       height / 2);
    ImGui::Dummy({width, height});
}

}  // namespace

void busy_card(Context& context, const session::Session& session, session::CommandQueue& queue,
               const base::Rect& area, double now) {
    const auto busy = session.busy();
    if (!busy || now - busy->since < busy_after_seconds) return;
    const float width = std::min(context.px(320), static_cast<float>(area.width()) - context.px(16));
    if (width < context.px(80)) return;
    ImGui::SetNextWindowPos(
        {static_cast<float>(area.left + area.width() / 2), static_cast<float>(area.top) + context.px(14)}, 0,
        {0.5F, 0});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(context.palette.raised));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(context.px(14), context.px(10)));
    ImGui::Begin("busy", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    const double seconds = now - busy->since;
    auto text = std::string(words_for(busy->with));
    if (seconds >= 2) text += fmt::format("  {:.0f} {}", seconds, base::tr("s"));
    const char* stop = base::tr("Cancel");
    const float button = ImGui::CalcTextSize(stop).x + ImGui::GetStyle().FramePadding.x * 2;
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(text.c_str());
    ImGui::SameLine(width - context.px(14) - button);
    if (ImGui::Button(stop)) queue.send(session::Verb::cancel);
    running_bar(context, ImGui::GetContentRegionAvail().x, seconds, session.presentation().reduce_motion);
    ImGui::End();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

}  // namespace shezhire::ui
