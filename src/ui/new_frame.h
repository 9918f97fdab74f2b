// ImGui::NewFrame as it should be.
#pragma once

namespace shezhire::ui {

/// Begins a frame, once backends have said size, time and input. In place of ImGui::NewFrame, which in Dear
/// ImGui 1.86 follows a null pointer when Escape comes down in the frame after a popup was asked for and
/// before that popup was begun (a menu clicked while another is open): here the key waits one frame.
void new_frame();

}  // namespace shezhire::ui
