#include "ui/new_frame.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <utility>

namespace shezhire::ui {

void new_frame() {
    auto& io = ImGui::GetIO();
    const auto& popups = ImGui::GetCurrentContext()->OpenPopupStack;
    const int escape = io.KeyMap[ImGuiKey_Escape];
    const bool not_begun = !popups.empty() && popups.back().Window == nullptr;
    if (!not_begun || escape < 0) return ImGui::NewFrame();
    const bool down = std::exchange(io.KeysDown[escape], false);
    ImGui::NewFrame();
    io.KeysDown[escape] = down;
}

}  // namespace shezhire::ui
