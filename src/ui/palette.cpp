// The command palette: type a word, choose a command, then what it asks for.
#include <fmt/format.h>

#include <algorithm>

#include "base/words.h"
#include "session/completion.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

constexpr int most_rows = 11;

float entry_height(const Context& context) {
    return context.px(32);
}

/// Dear ImGui keeps its own copy of what is being edited: text goes in by its callback alone.
int take_next(ImGuiInputTextCallbackData* data) {
    auto& way = *static_cast<Wayfinding*>(data->UserData);
    if (!way.palette_replaces) return 0;
    data->DeleteChars(0, data->BufTextLen);
    data->InsertChars(0, way.palette_next.c_str());
    data->CursorPos = data->BufTextLen;
    data->ClearSelection();
    way.palette_replaces = false;
    return 0;
}

void hold(Wayfinding& way, std::string text) {
    way.palette_next = std::move(text);
    way.palette_replaces = true;
    way.palette_row = 0;
}

void choose(Wayfinding& way, session::CommandQueue& queue, const session::Completion& completion) {
    auto command = completion.ready ? session::parse_command(completion.text)
                                    : base::Result<session::Command>(base::failure("", ""));
    if (!command) {
        hold(way, completion.text);
        return;
    }
    queue.send(session::Verb::dismiss);
    queue.send(std::move(*command));
}

void row(const Context& context, const session::Completion& completion, bool marked) {
    auto& list = *ImGui::GetWindowDrawList();
    const auto from = ImGui::GetItemRectMin();
    const auto to = ImGui::GetItemRectMax();
    if (marked) {
        list.AddRectFilled(from, to, packed(context.palette.hover), context.px(5));
        list.AddRectFilled(from, {from.x + context.px(3), to.y}, packed(context.palette.accent),
                           context.px(2));
    }
    const float top = (from.y + to.y) / 2 - context.px(text_normal) * 0.68F;
    float right = to.x - context.px(step * 3);
    if (!completion.keys.empty())
        right -= key_caps(context, list, {right, from.y + context.px(6)}, completion.keys, true);
    const float left = from.x + context.px(step * 4);
    const float room = right - left - context.px(step * 2);
    const auto taken = data_text_at(context, list, {left, top}, completion.title, completion.lang,
                                    {text_normal, false, false, context.palette.ink, 1}, room);
    const float rest = room - taken.x - context.px(step * 3);
    if (rest > context.px(40)) {
        data_text_at(context, list, {left + taken.x + context.px(step * 3), top + context.px(1.5F)},
                     completion.detail, "", {text_small, false, false, context.palette.quiet_ink, 1}, rest);
    }
}

void rows(const Context& context, Wayfinding& way, session::CommandQueue& queue,
          const std::vector<session::Completion>& found, bool enter) {
    const int count = static_cast<int>(found.size());
    bool moved = false;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow))) ++way.palette_row, moved = true;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow))) --way.palette_row, moved = true;
    way.palette_row = count == 0 ? 0 : (way.palette_row + count) % count;
    const float height = entry_height(context);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("rows", {0, height * static_cast<float>(std::clamp(count, 1, most_rows))}, false,
                      ImGuiWindowFlags_NoNavInputs);
    const float width = ImGui::GetContentRegionAvail().x;
    if (moved) {
        const float y = height * static_cast<float>(way.palette_row);
        if (y < ImGui::GetScrollY()) ImGui::SetScrollY(y);
        if (y + height > ImGui::GetScrollY() + ImGui::GetWindowHeight())
            ImGui::SetScrollY(y + height - ImGui::GetWindowHeight());
    }
    for (int i = 0; i < count; ++i) {
        ImGui::PushID(i);
        const bool clicked = ImGui::InvisibleButton("row", {width, height});
        const auto& delta = ImGui::GetIO().MouseDelta;
        if (ImGui::IsItemHovered() && (delta.x != 0 || delta.y != 0)) way.palette_row = i;
        if (ImGui::IsItemVisible()) row(context, found[static_cast<std::size_t>(i)], i == way.palette_row);
        ImGui::PopID();
        if (clicked || (enter && i == way.palette_row)) {
            choose(way, queue, found[static_cast<std::size_t>(i)]);
            break;
        }
    }
    if (count == 0) {
        ImGui::SetCursorPos({context.px(step * 4), context.px(step * 2)});
        quiet_text(context, base::tr("No command is called so."));
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

}  // namespace

void palette(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
             const base::Rect& canvas) {
    auto& way = hand.way;
    const bool appears = way.shown != session::Overlay::palette;
    if (appears) {
        way.palette[0] = '\0';
        hold(way, session.overlay_text());
    }
    const float width = std::min(context.px(600), ImGui::GetIO().DisplaySize.x - context.px(24));
    ImGui::SetNextWindowPos(
        {static_cast<float>(canvas.centre().x), static_cast<float>(canvas.top) + context.px(28)}, 0,
        {0.5F, 0});
    ImGui::SetNextWindowSize({width, 0});
    if (appears) ImGui::SetNextWindowFocus();
    ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(context.palette.raised));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(context.px(step * 2), context.px(step * 2)));
    ImGui::Begin("palette", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNavInputs);
    if (appears || way.palette_replaces) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(context.px(step * 3), context.px(step * 2)));
    const bool enter = ImGui::InputTextWithHint(
        "##command", base::tr("A command, or the name of a body"), way.palette, sizeof way.palette,
        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackAlways, take_next, &way);
    ImGui::PopStyleVar();
    const std::string typed = way.palette_replaces ? way.palette_next : way.palette;
    const auto found = session::complete(session, typed);
    const auto row = static_cast<std::size_t>(std::max(way.palette_row, 0));
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Tab)) && row < found.size()) {
        auto text = found[row].text;
        if (!text.ends_with(' ')) text += ' ';
        hold(way, std::move(text));
    }
    rows(context, way, queue, found, enter);
    const bool clicked_elsewhere =
        !appears && ImGui::IsMouseClicked(0) && !ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows);
    if (clicked_elsewhere) queue.send(session::Verb::dismiss);
    ImGui::End();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

}  // namespace shezhire::ui
