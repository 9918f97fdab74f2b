// Frames, and the sleep between them.
#include <fmt/format.h>

#include <backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <cfloat>
#include <utility>

#include "base/file.h"
#include "base/words.h"
#include "state.h"
#include "ui/new_frame.h"
#include "wake.h"
#include "window.h"

namespace shezhire::window {
namespace {

constexpr double hover_wait = 0.3;
constexpr double longest_nap = 5;
constexpr double busy_wait = 0.1;  // while something runs, its card says for how long

}  // namespace

void Window::frame() {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    if (width <= 0 || height <= 0) return;
    const base::Size size{static_cast<double>(width), static_cast<double>(height)};
    tell_session(size);
    news = false;
    session_->tick(now());

    const auto& look = session_->presentation();
    if (look.language != language_) base::set_interface_language(language_ = look.language);
    if (look.scale_percent != scale_percent_) {
        scale_percent_ = look.scale_percent;
        scale_changed();
        tell_session(size);
    }
    if (look.theme != theme_) ui::apply_style(ui::palette_for(theme_ = look.theme), scale_);
    const auto title =
        session_->shown().title.empty() ? std::string("Shezhire") : session_->shown().title + " — Shezhire";
    if (title != title_) glfwSetWindowTitle(window_, (title_ = title).c_str());

    const auto begin = Stats::Clock::now();
    atlas_->begin_frame();
    ImGui_ImplOpenGL3_NewFrame();
    const auto seen = ImGui::GetIO().MousePos;
    ImGui_ImplGlfw_NewFrame();
    const auto place = taps_.before_frame({static_cast<double>(seen.x), static_cast<double>(seen.y)});
    if (place) ImGui::GetIO().MousePos = {static_cast<float>(place->x), static_cast<float>(place->y)};
    std::copy(buttons_.begin(), buttons_.end(), ImGui::GetIO().MouseDown);
    if (taps_.waiting()) pending_frames_ = frames_after_event;
    // A picture does not depend on where the pointer happens to be.
    if (!options_.screenshot.empty()) ImGui::GetIO().MousePos = {-FLT_MAX, -FLT_MAX};
    ui::new_frame();
    ui::Context context{*typesetter_, *atlas_, texture_->id(), ui::palette_for(look.theme), scale_};
    ui::draw_frame(context, hand_, *session_, queue_, size, now());
    ImGui::Render();
    texture_->upload(*atlas_);
    ui::clear_frame(width, height, ui::ground_for(*session_, size, scale_));
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    if (!options_.screenshot.empty() && next_command_ == options_.commands.size() && session_->settled()) {
        shot_ = ui::read_pixels(width, height);
        shot_width_ = width;
        shot_height_ = height;
    }
    // Once each: a driver that has gone wrong complains in every frame.
    if (auto fault = ui::graphics_fault(); !fault.empty() && fault != told_fault_)
        session_->tell(base::Severity::warning, told_fault_ = std::move(fault));
    glfwSwapBuffers(window_);
    const auto end = Stats::Clock::now();
    stats_.frame_ms.push_back(std::chrono::duration<double, std::milli>(end - begin).count());
    stats_.drawn = hand_.drawn;
    stats_.tested = hand_.tested;
    stats_.hover_tested = std::max(stats_.hover_tested, hand_.hover_tested);
    if (!complete_shown_ && session_->picture() != nullptr && !session_->moving()) {
        complete_shown_ = true;
        stats_.first_frame_ms = stats_.since_start_ms();
        if (!options_.scripted()) say_what_is_missing();
    }
    if (!ImGui::GetIO().MouseDown[0]) session_->finish_gesture();
    const bool sent = !queue_.empty();
    for (const auto& command : queue_.take()) session_->execute(command, now());
    if (sent) pending_frames_ = frames_after_event;
}

void Window::wait_for_events() {
    if (session_->animating() || pending_frames_ > 0) {
        glfwPollEvents();
        return;
    }
    const bool hovering = !hand_.hovered.empty() && now() - hand_.hovered_since < hover_wait;
    if (hovering) {
        glfwWaitEventsTimeout(hover_wait);
    } else if (!session_->settled() || session_->busy()) {
        glfwWaitEventsTimeout(busy_wait);
    } else if (const auto wake = session_->wake_at()) {
        glfwWaitEventsTimeout(std::clamp(*wake - now(), 0.001, longest_nap));
        if (now() >= *wake) return;  // a tick is wanted, no more: events bring more frames than one
    } else {
        sleep();
    }
    pending_frames_ = frames_after_event;
}

// Until there is an event, or news whose event was lost.
void Window::sleep() {
    for (double since = now(); !news; since = now()) {
        glfwWaitEventsTimeout(news_wait);
        if (now() - since < news_wait) return;
    }
}

// Only what changed since the last time: a state that is asked for must not keep the disk busy.
bool Window::write_state() {
    if (options_.state.empty() || !session_->settled()) return true;
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    const auto panes = ui::panes_for({static_cast<double>(width), static_cast<double>(height)},
                                     session_->presentation(), !session_->selection().empty(), scale_);
    const bool popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    auto state = state_as_json(*session_, panes.canvas, {ImGui::GetIO().WantTextInput, popup});
    if (state == state_) return true;
    state_ = std::move(state);
    const auto written = base::write_file_atomically(options_.state, state_, base::Durability::unsynced);
    if (!written) fmt::print(stderr, "shezhire: {}\n", written.error().sentence);
    return written.has_value();
}

void Window::keep() {
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window_, &width, &height);
    keeping_->note(*session_, {static_cast<double>(width), static_cast<double>(height)}, now());
    if (session_->loading()) return;  // what is read clears what was said
    session_->set_recent(keeping_->recent_but(session_->loaded().paths));
    for (auto& sentence : keeping_->take_messages()) {
        session_->tell(base::Severity::warning, std::move(sentence));
        pending_frames_ = frames_after_event;
    }
}

int Window::loop() {
    bool was_resting = false;
    while (glfwWindowShouldClose(window_) == GLFW_FALSE && !session_->quitting()) {
        wait_for_events();
        run_script();
        frame();
        // What came to rest in this frame may be what a script or a panel waited for.
        const bool resting = session_->settled() && !session_->animating();
        if (!was_resting && resting) pending_frames_ = frames_after_event;
        was_resting = resting;
        if (pending_frames_ > 0) --pending_frames_;
        if (pending_frames_ == 0) keep();
        if (pending_frames_ == 0 && !write_state()) return exit_cannot_write;
        const bool script_done =
            next_command_ == options_.commands.size() && session_->settled() && pending_frames_ == 0;
        const bool nothing_came =
            session_->settled() && session_->picture() == nullptr && pending_frames_ == 0;
        if (options_.scripted() && (script_done || nothing_came)) return finish();
    }
    keep();
    keeping_->finish();
    return 0;
}

}  // namespace shezhire::window
