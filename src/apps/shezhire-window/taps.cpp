#include "taps.h"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <backends/imgui_impl_glfw.h>

#include <algorithm>
#include <utility>

namespace shezhire::window {

void Taps::key(GLFWwindow* window, int key, int scancode, int action, int mods) {
    if (action == GLFW_PRESS) pressed_.push_back(key);
    if (action == GLFW_RELEASE && std::find(pressed_.begin(), pressed_.end(), key) != pressed_.end()) {
        late_.push_back({window, key, scancode, mods});
        return;
    }
    ImGui_ImplGlfw_KeyCallback(window, key, scancode, action, mods);
}

void Taps::frame_begun() {
    pressed_.clear();
    for (const auto& one : std::exchange(late_, {}))
        ImGui_ImplGlfw_KeyCallback(one.window, one.key, one.scancode, GLFW_RELEASE, one.mods);
}

}  // namespace shezhire::window
