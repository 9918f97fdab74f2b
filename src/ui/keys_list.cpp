// Every key and what it does, from the one table of keys.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/words.h"
#include "session/completion.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

bool is_arrow(std::string_view key) {
    return key == "Up" || key == "Down" || key == "Left" || key == "Right";
}

/// "Ctrl+Left": "Ctrl+" and "Left".
std::pair<std::string_view, std::string_view> parted(std::string_view chord) {
    const auto plus = chord.size() > 1 ? chord.rfind('+', chord.size() - 2) : std::string_view::npos;
    if (plus == std::string_view::npos) return {{}, chord};
    return {chord.substr(0, plus + 1), chord.substr(plus + 1)};
}

/// One key as it is drawn: words, and an arrow behind them that no font need have.
struct Cap {
    std::string words;
    std::string arrow;
    float words_width = 0;
    float width = 0;
};

void draw_arrow(const Context& context, ImDrawList& list, ImVec2 c, std::string_view way) {
    const float r = context.px(4);
    const float dx = way == "Left" ? -1.0F : way == "Right" ? 1.0F : 0.0F;
    const float dy = way == "Up" ? -1.0F : way == "Down" ? 1.0F : 0.0F;
    const ImVec2 tip(c.x + dx * r, c.y + dy * r);
    const auto colour = packed(context.palette.quiet_ink);
    list.AddLine({c.x - dx * r, c.y - dy * r}, tip, colour, context.px(1.3F));
    list.AddLine(tip, {c.x + dy * r * 0.8F, c.y + dx * r * 0.8F}, colour, context.px(1.3F));
    list.AddLine(tip, {c.x - dy * r * 0.8F, c.y - dx * r * 0.8F}, colour, context.px(1.3F));
}

}  // namespace

std::string chord_in_signs(std::string_view chord) {
    const auto [modifiers, key] = parted(chord);
    return std::string(modifiers) + (key == "Escape" ? "Esc" : std::string(key));
}

float key_caps(const Context& context, ImDrawList& list, ImVec2 at, std::string_view chords, bool right) {
    constexpr float small = 0.87F;  // of the interface's font
    const float gap = context.px(step);
    const float padding = context.px(6);
    const float height = context.px(20);
    std::vector<Cap> caps;
    float width = 0;
    for (std::size_t from = 0; from < chords.size();) {
        const auto end = std::min(chords.find(", ", from), chords.size());
        const auto [modifiers, key] = parted(chords.substr(from, end - from));
        Cap cap;
        cap.words = is_arrow(key) ? std::string(modifiers) : chord_in_signs(chords.substr(from, end - from));
        if (is_arrow(key)) cap.arrow = key;
        cap.words_width = ImGui::CalcTextSize(cap.words.c_str()).x * small;
        cap.width = cap.words_width + (cap.arrow.empty() ? 0 : context.px(12)) + 2 * padding;
        width += cap.width + gap;
        caps.push_back(std::move(cap));
        from = end + 2;
    }
    width = std::max(width - gap, 0.0F);
    float x = right ? at.x - width : at.x;
    for (const auto& cap : caps) {
        const float size = ImGui::GetFontSize() * small;
        const ImVec2 from(x, at.y);
        const ImVec2 to(x + cap.width, at.y + height);
        list.AddRectFilled(from, to, packed(context.palette.panel), context.px(4));
        list.AddRect(from, to, packed(context.palette.line), context.px(4), 0, context.px(1));
        list.AddText(ImGui::GetFont(), size, {x + padding, at.y + (height - size) / 2},
                     packed(context.palette.quiet_ink), cap.words.c_str());
        if (!cap.arrow.empty())
            draw_arrow(context, list, {x + padding + cap.words_width + context.px(6), at.y + height / 2},
                       cap.arrow);
        x = to.x + gap;
    }
    return width;
}

void keys_list(Context& context, const session::Session& session, session::CommandQueue& queue,
               base::Size window) {
    std::vector<std::pair<std::string, std::string>> lines;  // keys, what they do
    for (const auto& spec : session::command_table()) {
        auto keys = session.keys().chords_of(spec.verb);
        if (!keys.empty()) lines.emplace_back(std::move(keys), session::title_of(spec.verb));
    }
    lines.emplace_back("Tab", base::tr("To the next pane"));
    const bool two = window.width >= static_cast<double>(context.px(820));
    const float column = std::min(context.px(400), static_cast<float>(window.width) - context.px(60));
    const auto half = two ? (lines.size() + 1) / 2 : lines.size();
    const float height = context.px(28);
    ImGui::SetNextWindowPos({static_cast<float>(window.width / 2), static_cast<float>(window.height / 2)}, 0,
                            {0.5F, 0.5F});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(context.palette.raised));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(context.px(step * 5), context.px(step * 4)));
    ImGui::Begin("keys", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoNavInputs);
    data_text(context, base::tr("Keys"), "", {text_large, true, false, context.palette.ink, 1}, column);
    ImGui::Dummy({0, context.px(step)});
    const float most = static_cast<float>(window.height) - context.px(150);
    ImGui::BeginChild(
        "lines",
        {two ? 2 * column + context.px(step * 6) : column, std::min(height * static_cast<float>(half), most)},
        false, ImGuiWindowFlags_NoNavInputs);
    auto& list = *ImGui::GetWindowDrawList();
    const auto start = ImGui::GetCursorScreenPos();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const float x = start.x + (i < half ? 0 : column + context.px(step * 6));
        const float y = start.y + height * static_cast<float>(i < half ? i : i - half);
        const float key_width =
            key_caps(context, list, {x + column, y + context.px(3)}, lines[i].first, true);
        data_text_at(context, list, {x, y + context.px(3)}, lines[i].second, "",
                     {text_normal, false, false, context.palette.ink, 1},
                     column - key_width - context.px(step * 2));
        list.AddLine({x, y + height - 1}, {x + column, y + height - 1},
                     packed(context.palette.line.with_alpha(120)));
    }
    ImGui::Dummy({column, height * static_cast<float>(half)});
    ImGui::EndChild();
    ImGui::Dummy({0, context.px(step * 2)});
    if (ImGui::Button(base::tr("All commands"), {context.px(160), 0})) {
        queue.send(session::Verb::dismiss);
        queue.send(session::Verb::palette);
    }
    ImGui::SameLine();
    if (ImGui::Button(base::tr("Close"), {context.px(120), 0})) queue.send(session::Verb::dismiss);
    ImGui::End();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

}  // namespace shezhire::ui
