// The window: created while the data is read, then frames whenever something moves, and sleep. A script
// (--do) drives it as a person does.
#pragma once

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <backends/imgui_impl_glfw.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "keeping.h"
#include "options.h"
#include "session/session.h"
#include "stats.h"
#include "ui/atlas_texture.h"
#include "ui/frame.h"
#include "ui/glyph_atlas.h"
#include "ui/taps.h"

namespace shezhire::window {

inline constexpr int exit_no_window = 3;
inline constexpr int exit_cannot_write = 3;
inline constexpr int frames_after_event = 3;  // Dear ImGui settles hovering and popups within two more frames

/// Everything of one run; main() makes it, loop() lives in it.
class Window {
  public:
    Window(Options options, Stats stats);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    bool create();
    int loop();

  private:
    void frame();
    void scale_changed();
    void monitors_changed();
    void say_what_is_missing();
    void keep();
    void run_script();
    int finish();
    [[nodiscard]] double now() const {
        return std::chrono::duration<double>(Stats::Clock::now() - stats_.start).count();
    }
    void tell_session(base::Size size);
    void measure_frames();
    void measure_idle();
    void wait_for_events();
    void sleep();
    bool write_state();

    Options options_;
    Stats stats_;
    std::shared_ptr<text::Typesetter> typesetter_ = std::make_shared<text::Typesetter>();
    std::unique_ptr<Keeping> keeping_;
    std::unique_ptr<session::Session> session_;
    session::CommandQueue queue_;
    ui::Hand hand_;
    GLFWwindow* window_ = nullptr;
    std::array<bool, 5> buttons_{};  ///< that are down, as many as Dear ImGui knows
    ui::Taps taps_{[this](const ui::Stroke& stroke) {
        if (stroke.button >= 0) {
            buttons_[static_cast<std::size_t>(stroke.button)] = stroke.down;
            return;
        }
        if (stroke.character != 0)
            return ImGui_ImplGlfw_CharCallback(window_, static_cast<unsigned>(stroke.character));
        ImGui_ImplGlfw_KeyCallback(window_, stroke.key, stroke.scancode,
                                   stroke.down ? GLFW_PRESS : GLFW_RELEASE, stroke.mods);
    }};
    bool imgui_ = false;
    ImFontAtlas fonts_;                  ///< of Dear ImGui
    std::future<float> interface_font_;  ///< the scale that it is built for; 0: there is no font at all
    float built_scale_ = 0;
    std::unique_ptr<ui::GlyphAtlas> atlas_;
    std::unique_ptr<ui::AtlasTexture> texture_;
    float monitor_scale_ = 1;  ///< what the monitor asks for
    float scale_ = 1;          ///< times what the user asks for
    int scale_percent_ = 100;
    std::string language_;
    scene::ThemeName theme_ = scene::ThemeName::light;
    std::string title_;
    std::string told_fault_;  ///< of the graphics driver
    std::string state_;
    std::size_t next_command_ = 0;
    int pending_frames_ = frames_after_event;
    bool complete_shown_ = false;
    std::vector<std::uint8_t> shot_;
    int shot_width_ = 0;
    int shot_height_ = 0;
};

}  // namespace shezhire::window
