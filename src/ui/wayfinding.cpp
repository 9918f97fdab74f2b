#include "ui/wayfinding.h"

#include <imgui_internal.h>

#include <algorithm>

#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

constexpr int areas = 6;

base::Rect rect_of(const Context& context, Area area, const Panes& panes, bool table) {
    const double field = static_cast<double>(context.px(44));
    switch (area) {
        case Area::canvas:
            return panes.canvas;
        case Area::rows_filter:
            if (!table) return {};
            return {panes.canvas.left, panes.canvas.top, panes.canvas.right,
                    std::min(panes.canvas.top + static_cast<double>(context.px(74)), panes.canvas.bottom)};
        case Area::search:
            return {panes.left.left, panes.left.top, panes.left.right,
                    std::min(panes.left.top + field, panes.left.bottom)};
        case Area::outline:
            return {panes.left.left, std::min(panes.left.top + field, panes.left.bottom), panes.left.right,
                    panes.left.bottom};
        case Area::details:
            return panes.right;
        case Area::date:
            return panes.bottom;
    }
    return {};
}

Area next(const Context& context, Area from, bool back, const Panes& panes, bool dated, bool table) {
    int at = static_cast<int>(from);
    for (int i = 0; i < areas; ++i) {
        at = (at + (back ? areas - 1 : 1)) % areas;
        const auto area = static_cast<Area>(at);
        if (area == Area::date && !dated) continue;
        const auto rect = rect_of(context, area, panes, table);
        if (rect.width() > 1 && rect.height() > 1) return area;
    }
    return Area::canvas;
}

void enter(Hand& hand, Area area) {
    ImGui::ClearActiveID();
    hand.way.area = area;
    hand.way.ring = true;
    hand.focus_search = area == Area::search;
    hand.table.focus_match = area == Area::rows_filter;
    hand.way.focus_date = area == Area::date;
}

}  // namespace

void keyboard_area(const Context& context, Hand& hand, const session::Session& session, const Panes& panes) {
    auto& way = hand.way;
    const auto& io = ImGui::GetIO();
    const bool table = session.shows_table() && session.article().source.empty();
    const bool popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    // Menus and dialogs are walked through by Dear ImGui's own keys.
    auto& flags = ImGui::GetIO().ConfigFlags;
    flags = popup ? flags | ImGuiConfigFlags_NavEnableKeyboard : flags & ~ImGuiConfigFlags_NavEnableKeyboard;
    if (hand.searching) way.area = Area::search;
    if (popup || session.overlay() != session::Overlay::none) return;
    if (ImGui::IsMouseClicked(0) || ImGui::IsMouseClicked(1)) {
        way.ring = false;
        for (int i = 0; i < areas; ++i) {
            const auto rect = rect_of(context, static_cast<Area>(i), panes, table);
            if (rect.contains(base::Point{io.MousePos.x, io.MousePos.y})) way.area = static_cast<Area>(i);
        }
    }
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Tab)) && !io.KeyCtrl && !io.KeyAlt)
        enter(hand, next(context, way.area, io.KeyShift, panes, session.presentation().date_pane, table));
    if (way.area == Area::search && !hand.searching && !hand.focus_search) way.area = Area::canvas;
    if (way.area == Area::rows_filter && !hand.table.matching && !hand.table.focus_match)
        way.area = Area::canvas;
    const auto rect = rect_of(context, way.area, panes, table);
    if (rect.width() <= 1) way.area = Area::canvas;
    if (!way.ring) return;
    const float in = context.px(2);
    ImGui::GetForegroundDrawList()->AddRect(
        {static_cast<float>(rect.left) + in, static_cast<float>(rect.top) + in},
        {static_cast<float>(rect.right) - in, static_cast<float>(rect.bottom) - in},
        packed(context.palette.accent), context.px(4), 0, context.px(2));
}

bool keyboard_is_in(const Hand& hand, const session::Session& session, Area area) {
    return hand.way.area == area && hand.way.ring && session.overlay() == session::Overlay::none &&
           !ImGui::GetIO().WantTextInput &&
           !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

void overlays(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
              const Panes& panes) {
    const auto overlay = session.overlay();
    if (overlay == session::Overlay::palette) palette(context, hand, session, queue, panes.canvas);
    const auto size = ImGui::GetIO().DisplaySize;
    if (overlay == session::Overlay::keys)
        keys_list(context, session, queue, {static_cast<double>(size.x), static_cast<double>(size.y)});
    if (overlay == session::Overlay::menu && hand.way.shown != overlay) {
        open_box_menu(hand, session.overlay_text());
        const auto* element =
            session.picture() ? session.picture()->element(session.overlay_text()) : nullptr;
        if (element != nullptr) {
            const auto at =
                session.viewport().screen_from_scene(element->box.centre()) + panes.canvas.top_left();
            ImGui::SetNextWindowPos({static_cast<float>(at.x), static_cast<float>(at.y)});
        }
    }
    box_menu(context, hand, session, queue);
    if (overlay == session::Overlay::menu && hand.way.shown == overlay &&
        !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel))
        queue.send(session::Verb::dismiss);  // it is closed: the session is told
    hand.way.shown = overlay;
    hand.way.popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

}  // namespace shezhire::ui
