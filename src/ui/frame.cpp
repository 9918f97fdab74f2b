#include "ui/frame.h"

#include <algorithm>
#include <filesystem>

#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {

Panes panes_for(base::Size size, const session::Presentation& presentation, bool details, float scale) {
    const double k = scale;
    const double bar = 34 * k;
    double bottom = presentation.date_pane ? 76 * k : 0;
    double faults = presentation.diagnostics_pane ? presentation.sizes.diagnostics * k : 0;
    // A narrow window keeps its canvas: panes give way before the picture does.
    const double least_canvas = 320 * k;
    const double least_height = 120 * k;
    double left = presentation.outline_pane ? presentation.sizes.outline * k : 0;
    double right = presentation.details_pane && details ? presentation.sizes.details * k : 0;
    if (size.width - left - right < least_canvas) {
        left = std::min(left, 200 * k);
        right = std::min(right, 240 * k);
    }
    if (size.width - left - right < least_canvas) left = 0;
    if (size.width - left - right < least_canvas) right = 0;
    if (size.height - bar - bottom - faults < least_height) faults = std::min(faults, size.height / 4);
    if (size.height - bar - bottom - faults < least_height) faults = 0;
    if (size.height - bar - bottom < least_height) bottom = 0;
    const double date = std::max(size.height - bottom, bar + 1);
    const double low = std::max(date - faults, bar + 1);
    Panes panes;
    panes.bar = {0, 0, size.width, bar};
    panes.left = {0, bar, left, size.height};
    panes.right = {size.width - right, bar, size.width, size.height};
    panes.bottom = {left, date, size.width - right, size.height};
    panes.diagnostics = {left, low, size.width - right, date};
    const double middle = std::max(size.width - right, left + 1);
    const double strip = std::min(bar + 32 * k, std::max(low - 1, bar));
    panes.places = {left, bar, middle, strip};
    panes.canvas = {left, strip, middle, low};
    return panes;
}

namespace {

bool begin_at(const char* name, const base::Rect& area, int flags) {
    ImGui::SetNextWindowPos({static_cast<float>(area.left), static_cast<float>(area.top)});
    ImGui::SetNextWindowSize(
        {static_cast<float>(std::max(area.width(), 1.0)), static_cast<float>(std::max(area.height(), 1.0))});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
    const bool open =
        ImGui::Begin(name, nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNavInputs |
                         ImGuiWindowFlags_NoFocusOnAppearing | flags);
    ImGui::PopStyleVar(3);
    return open;
}

}  // namespace

bool begin_pane(const char* name, const base::Rect& area, int extra_flags) {
    return begin_at(name, area, ImGuiWindowFlags_NoBringToFrontOnFocus | extra_flags);
}

// Dear ImGui puts a window that is never brought to the front behind those that were there before it.
bool begin_overlay(const char* name, const base::Rect& area) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding,
                        ImVec2(0, 0));  // nothing of a thin one would be left to click
    const bool open = begin_at(name, area, ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNavFocus);
    ImGui::PopStyleVar();
    return open;
}

void end_pane() {
    ImGui::End();
}

void edge_line(const Context& context, base::Point from, base::Point to) {
    const ImVec2 a(static_cast<float>(from.x), static_cast<float>(from.y));
    const ImVec2 b(static_cast<float>(std::max(to.x, from.x + 1)),
                   static_cast<float>(std::max(to.y, from.y + 1)));
    auto& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(a, b);  // a window's own clipping keeps its padding free
    list.AddRectFilled(a, b, packed(context.palette.line));
    list.PopClipRect();
}

void apply_style(const Palette& p, float scale) {
    auto& style = ImGui::GetStyle();
    style = ImGuiStyle();
    style.WindowPadding = {step * 3, step * 2};
    style.FramePadding = {step * 2, step * 1.25F};
    style.ItemSpacing = {step * 2, step * 1.5F};
    style.ItemInnerSpacing = {step * 1.5F, step};
    style.ScrollbarSize = 10;
    style.ScrollbarRounding = 5;
    style.FrameRounding = 4;
    style.PopupRounding = 6;
    style.WindowRounding = 6;
    style.GrabRounding = 6;
    style.GrabMinSize = 14;
    style.FrameBorderSize = 1;
    style.PopupBorderSize = 1;
    style.WindowBorderSize = 1;
    style.ScaleAllSizes(scale);
    const auto set = [&style](ImGuiCol which, base::Colour colour) {
        style.Colors[which] = ImGui::ColorConvertU32ToFloat4(packed(colour));
    };
    const auto clear = base::Colour{0, 0, 0, 0};
    set(ImGuiCol_Text, p.ink);
    set(ImGuiCol_TextDisabled, p.quiet_ink);
    set(ImGuiCol_WindowBg, p.panel);
    set(ImGuiCol_ChildBg, clear);
    set(ImGuiCol_PopupBg, p.raised);
    set(ImGuiCol_Border, p.line);
    set(ImGuiCol_FrameBg, p.raised);
    set(ImGuiCol_FrameBgHovered, p.raised);
    set(ImGuiCol_FrameBgActive, p.raised);
    set(ImGuiCol_MenuBarBg, p.panel);
    set(ImGuiCol_TitleBg, p.panel);
    set(ImGuiCol_TitleBgActive, p.panel);
    set(ImGuiCol_TitleBgCollapsed, p.panel);
    set(ImGuiCol_ScrollbarBg, clear);
    set(ImGuiCol_ScrollbarGrab, base::mixed(p.line, p.quiet_ink, 0.2));
    set(ImGuiCol_ScrollbarGrabHovered, p.quiet_ink);
    set(ImGuiCol_ScrollbarGrabActive, p.quiet_ink);
    set(ImGuiCol_CheckMark, p.accent);
    set(ImGuiCol_SliderGrab, p.accent);
    set(ImGuiCol_SliderGrabActive, p.accent);
    set(ImGuiCol_Button, p.raised);
    set(ImGuiCol_ButtonHovered, p.hover);
    set(ImGuiCol_ButtonActive, p.line);
    set(ImGuiCol_Header, p.hover);
    set(ImGuiCol_HeaderHovered, p.hover);
    set(ImGuiCol_HeaderActive, p.line);
    set(ImGuiCol_Separator, p.line);
    set(ImGuiCol_TextSelectedBg, p.accent.with_alpha(90));
    set(ImGuiCol_NavHighlight, p.accent);
    set(ImGuiCol_ModalWindowDimBg, base::rgb(0).with_alpha(90));
}

void build_interface_font(ImFontAtlas& fonts, const text::Typesetter& typesetter, float scale) {
    static const ImWchar ranges[] = {0x20,   0x7E,   0xA0,   0x17F,  0x400,  0x45F,  0x490,
                                     0x4FF,  0x2010, 0x2027, 0x202F, 0x203A, 0x2190, 0x2193,
                                     0x2212, 0x2212, 0x25B6, 0x25C0, 0};
    text::TextRequest probe;
    probe.text = "A";
    probe.style.size = text_normal;
    const auto set = typesetter.set(probe);
    fonts.Clear();
    ImFontConfig config;
    config.OversampleH = 2;
    config.PixelSnapH = true;
    const auto file = set->runs.empty() ? std::string() : typesetter.font(set->runs.front().font).file;
    std::error_code fault;
    if (file.empty() || !std::filesystem::exists(file, fault) ||
        fonts.AddFontFromFileTTF(file.c_str(), text_normal * 1.28F * scale, &config, ranges) == nullptr) {
        fonts.AddFontDefault();
    }
    fonts.Build();
}

Ground ground_for(const session::Session& session, base::Size size, float scale) {
    const auto& look = session.presentation();
    const auto& shown = session.shown();
    return {palette_for(look.theme).panel,
            shown.elements.empty() ? scene::theme(look.theme).paper : shown.background,
            panes_for(size, look, !session.selection().empty(), scale).canvas};
}

void draw_frame(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
                base::Size size, double now) {
    context.palette = palette_for(session.presentation().theme);
    const auto panes = panes_for(size, session.presentation(), !session.selection().empty(), context.scale);
    hand.tested = hand.hover_tested = hand.drawn = 0;
    keyboard_area(context, hand, session, panes);
    handle_keys(hand, session, queue);
    if (!session.article().source.empty()) {
        article_view(context, hand, session, queue, panes.canvas);
    } else if (session.shows_table()) {
        table_view(context, hand, session, queue, panes.canvas);
    } else {
        canvas(context, hand, session, queue, panes.canvas, now);
    }
    if (panes.left.width() > 0) outline_pane(context, hand, session, queue, panes.left);
    if (panes.right.width() > 0) details_pane(context, hand, session, queue, panes.right);
    if (panes.diagnostics.height() > 1) diagnostics_pane(context, session, queue, panes.diagnostics);
    if (panes.bottom.height() > 1) date_pane(context, hand, session, queue, panes.bottom);
    menu_bar(context, hand, session, queue, panes.bar);
    splitters(context, session, queue, panes);
    busy_card(context, session, queue, panes.canvas, now);
    places_bar(context, hand, session, queue, panes.places);
    minimap(context, hand, session, queue, panes.canvas);
    time_overview(context, hand, session, queue, panes.canvas);
    message_cards(context, session, queue, panes.canvas);
    overlays(context, hand, session, queue, panes);
    dialogs(context, hand, session, queue);
}

}  // namespace shezhire::ui
