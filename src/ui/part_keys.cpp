#include "ui/part_keys.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

constexpr float most_of_a_page = 0.8F;

/// What lies farther off than a page is scrolled to first, so that nothing between is passed over unread.
void go_to(PartKeys& keys, std::map<int, PartKeys::Place>::const_iterator to) {
    const float scroll = ImGui::GetScrollY();
    const float height = ImGui::GetWindowHeight();
    const auto [top, bottom] = to->second;
    const bool below = top > scroll + 2 * height;
    const bool above = bottom < scroll - height;
    if (below || above) {
        ImGui::SetScrollY(scroll + (below ? 1.0F : -1.0F) * height * most_of_a_page);
        return;
    }
    keys.at = to->first;
    const float margin = std::min(height / 4, bottom - top + ImGui::GetFontSize());
    if (top - margin < scroll) ImGui::SetScrollY(std::max(top - margin, 0.0F));
    if (bottom + margin > scroll + height) ImGui::SetScrollY(bottom + margin - height);
}

void scroll_by(float pages) {
    ImGui::SetScrollY(ImGui::GetScrollY() + pages * ImGui::GetWindowHeight() * most_of_a_page);
}

}  // namespace

Press press_area(int id, ImVec2 corner, ImVec2 size) {
    const auto before = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(corner);
    ImGui::PushID(id);
    Press press;
    press.pressed = ImGui::InvisibleButton("part", {std::max(size.x, 1.0F), std::max(size.y, 1.0F)});
    press.hovered = ImGui::IsItemHovered();
    if (press.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::PopID();
    ImGui::SetCursorScreenPos(before);
    return press;
}

void step_through(PartKeys& keys, bool active) {
    keys.active = active;
    keys.taken = -1;
    if (!active) return;
    const auto& places = keys.places;
    if (pressed("PageDown")) return scroll_by(1);
    if (pressed("PageUp")) return scroll_by(-1);
    if (places.empty()) return;
    if (pressed("Home")) return go_to(keys, places.begin());
    if (pressed("End")) return go_to(keys, std::prev(places.end()));
    if (pressed("Down") || pressed("Right")) {
        const auto next = places.upper_bound(keys.at);
        return next == places.end() ? scroll_by(0.3F) : go_to(keys, next);
    }
    if (pressed("Up") || pressed("Left")) {
        const auto at = places.lower_bound(keys.at);
        return at == places.begin() ? scroll_by(-0.3F) : go_to(keys, std::prev(at));
    }
    if ((pressed("Enter") || pressed("Space")) && places.contains(keys.at)) keys.taken = keys.at;
}

bool part_is_taken(const Context& context, PartKeys& keys, int part, ImVec2 corner, ImVec2 size) {
    const float top = corner.y - ImGui::GetWindowPos().y + ImGui::GetScrollY();
    keys.places[part] = {top, top + size.y};
    if (keys.active && keys.at == part) {
        const float out = context.px(2);
        ImGui::GetWindowDrawList()->AddRect(
            {corner.x - out, corner.y - out}, {corner.x + size.x + out, corner.y + size.y + out},
            packed(context.palette.accent), context.px(3), 0, context.px(1.5F));
    }
    return keys.taken == part;
}

bool belongs_to_parts(std::string_view chord) {
    constexpr std::array own{"Left",     "Right", "Up",  "Down",  "PageUp",
                             "PageDown", "Home",  "End", "Enter", "Space"};
    return std::find(own.begin(), own.end(), chord) != own.end();
}

}  // namespace shezhire::ui
