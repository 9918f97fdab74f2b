// shezhire-window: the GLFW window, OpenGL 3.3 and the frame loop. It sleeps when nothing moves and never
// waits for work.
#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <imgui.h>

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cfloat>
#include <cstdlib>
#include <future>
#include <memory>
#include <thread>

#include "base/file.h"
#include "base/words.h"
#include "cairo/cairo.h"
#include "chooser.h"
#include "io/dataset.h"
#include "keeping.h"
#include "layout/engine.h"
#include "options.h"
#include "session/session.h"
#include "state.h"
#include "stats.h"
#include "ui/atlas_texture.h"
#include "ui/frame.h"
#include "ui/frame_memory.h"
#include "ui/monitors.h"
#include "ui/new_frame.h"
#include "ui/taps.h"

namespace shezhire::window {
namespace {

constexpr int exit_no_window = 3;
constexpr int exit_cannot_write = 3;
constexpr int frames_after_event = 3;  // Dear ImGui settles hovering and popups within two more frames
constexpr double hover_wait = 0.3;
constexpr double longest_nap = 5;
constexpr double busy_wait = 0.1;  // while something runs, its card says for how long

class Window;
Window* the_window = nullptr;  // GLFW tells of monitors without saying whom

// Jobs may have news before GLFW is up, and after it went down.
std::atomic<bool> can_wake = false;

// GLFW 3.3 loses an empty event that is posted while the display's answers are being read (its issue 1281):
// who sleeps asks now and then whether there is news.
std::atomic<bool> news = false;
constexpr double news_wait = 0.5;

void wake() {
    news = true;
    if (can_wake) glfwPostEmptyEvent();
}

std::string language_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        const std::string language(value);
        for (const char* known : {"kk", "ru"}) {
            if (language.starts_with(known)) return known;
        }
        return "en";
    }
    return "en";
}

session::Presentation presentation_of_environment() {
    session::Presentation look;
    look.language = language_of_environment();
    look.label_languages = {look.language};
    for (const char* other : {"en", "ru", "kk"}) {
        if (look.language != other) look.label_languages.emplace_back(other);
    }
    return look;
}

// Everything of one run; main() makes it, loop() lives in it.
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

Window::Window(Options options, Stats stats) : options_(std::move(options)), stats_(std::move(stats)) {
    // A script's picture must not depend on who asks for it.
    keeping_ = std::make_unique<Keeping>(!options_.scripted(), presentation_of_environment());
    auto look = keeping_->settings().look;
    scale_percent_ = look.scale_percent;
    if (const auto& size = keeping_->state().window; !options_.sized && size.width > 0) {
        options_.width = std::max(static_cast<int>(size.width), 320);
        options_.height = std::max(static_cast<int>(size.height), 240);
    }
    language_ = look.language;
    base::set_interface_language(language_);
    auto worker = std::make_unique<layout::ProcessEngine>(layout::find_worker());
    worker->start_ahead();
    auto engine = std::make_shared<layout::CachingEngine>(std::move(worker), layout::default_cache_folder());
    session::Services services{typesetter_, std::move(engine), wake, ask_desktop, {}, !options_.scripted()};
    services.copy = [this](const std::string& text) {
        if (window_ != nullptr) glfwSetClipboardString(window_, text.c_str());
    };
    if (!options_.from_the_beginning())
        services.place_of = [this](const auto& data) { return keeping_->place_in(data); };
    session_ = std::make_unique<session::Session>(std::move(services), std::move(look));
    const auto& changed = keeping_->settings().keys;
    base::Diagnostics faults;
    session_->set_keys(
        session::KeyMap::with(std::vector<session::KeyMap::Pair>(changed.begin(), changed.end()), faults));
    for (const auto& fault : faults.as_found()) session_->tell(fault.severity, fault.sentence);
    monitor_scale_ = options_.scale > 0 ? static_cast<float>(options_.scale) : 1.0F;
    scale_ = monitor_scale_ * static_cast<float>(scale_percent_) / 100;
    interface_font_ = std::async(std::launch::async, [this, scale = scale_] {
        if (!text::any_font()) return 0.0F;
        ui::build_interface_font(fonts_, *typesetter_, scale);
        return scale;
    });
    // The canvas' size is known before the window is: loading, laying out and drawing text run while the
    // window is created.
    tell_session({static_cast<double>(options_.width), static_cast<double>(options_.height)});
    auto data = options_.data;
    if (data.empty()) data.push_back(io::builtin_data());
    if (data.front().empty()) {
        fmt::print(
            stderr,
            "shezhire: the built-in data set was not found; name a file or folder, or set SHEZHIRE_DATA\n");
        return;
    }
    session_->open(std::move(data));
}

Window::~Window() {
    the_window = nullptr;
    session_.reset();  // its jobs wake the window; they end first
    can_wake = false;
    texture_.reset();
    if (imgui_) {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        ImGui::DestroyContext();
    }
    // No glfwTerminate: the process ends, and the system closes what is left quicker than the driver unloads.
    if (window_ != nullptr) glfwDestroyWindow(window_);
}

bool Window::create() {
    static std::string said;
    glfwSetErrorCallback([](int, const char* text) { said = text; });
    if (glfwInit() == GLFW_FALSE) {
        fmt::print(stderr,
                   "shezhire: there is no display to open a window on ({}). Without one, `shezhire export` "
                   "still works.\n",
                   said);
        return false;
    }
    built_scale_ = interface_font_.get();
    if (built_scale_ == 0) {
        fmt::print(stderr, "shezhire: {}\n", text::no_font);
        return false;
    }
    glfwWindowHint(GLFW_DEPTH_BITS, 0);  // everything is drawn in its order
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    window_ = glfwCreateWindow(options_.width, options_.height, "Shezhire", nullptr, nullptr);
    if (window_ == nullptr) {
        fmt::print(stderr,
                   "shezhire: this display has no OpenGL 3.3, which the window needs ({}). `shezhire export` "
                   "works without.\n",
                   said);
        return false;
    }
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(options_.scripted() ? 0 : 1);
    glfwSetWindowUserPointer(window_, this);
    glfwSetDropCallback(window_, [](GLFWwindow* window, int count, const char** paths) {
        auto& self = *static_cast<Window*>(glfwGetWindowUserPointer(window));
        self.session_->open_dropped(std::vector<std::filesystem::path>(paths, paths + count));
    });
    glfwSetWindowContentScaleCallback(window_, [](GLFWwindow* window, float x, float) {
        auto& self = *static_cast<Window*>(glfwGetWindowUserPointer(window));
        if (self.options_.scale > 0) return;
        self.monitor_scale_ = std::clamp(x, 0.5F, 4.0F);
        self.scale_changed();
    });
    glfwSetMonitorCallback([](GLFWmonitor*, int) {
        if (the_window != nullptr) the_window->monitors_changed();
    });
    the_window = this;
    IMGUI_CHECKVERSION();
    ImGui::CreateContext(&fonts_);
    imgui_ = true;
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;  // a blinking caret would draw frames for nothing
    ImGui_ImplGlfw_InitForOpenGL(window_, true);
    glfwSetKeyCallback(window_, [](GLFWwindow* window, int key, int scancode, int action, int mods) {
        if (action == GLFW_REPEAT) return;  // Dear ImGui repeats by itself
        ui::Stroke stroke;
        stroke.key = key;
        stroke.scancode = scancode;
        stroke.mods = mods;
        stroke.down = action == GLFW_PRESS;
        stroke.modifier = key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER;
        stroke.command = (mods & (GLFW_MOD_CONTROL | GLFW_MOD_ALT)) != 0;
        static_cast<Window*>(glfwGetWindowUserPointer(window))->taps_.add(stroke);
    });
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* window, int button, int action, int) {
        auto& self = *static_cast<Window*>(glfwGetWindowUserPointer(window));
        if (button < 0 || static_cast<std::size_t>(button) >= self.buttons_.size()) return;
        ui::Stroke stroke;
        stroke.button = button;
        stroke.down = action == GLFW_PRESS;
        glfwGetCursorPos(window, &stroke.place.x, &stroke.place.y);
        self.taps_.add(stroke);
    });
    glfwSetCharCallback(window_, [](GLFWwindow* window, unsigned character) {
        ui::Stroke stroke;
        stroke.character = character;
        static_cast<Window*>(glfwGetWindowUserPointer(window))->taps_.add(stroke);
    });
    ImGui_ImplOpenGL3_Init("#version 330");
    atlas_ = std::make_unique<ui::GlyphAtlas>(*typesetter_);
    texture_ = std::make_unique<ui::AtlasTexture>();
    float x = 1;
    glfwGetWindowContentScale(window_, &x, nullptr);
    if (options_.scale <= 0) monitor_scale_ = std::clamp(x, 0.5F, 4.0F);
    scale_changed();
    can_wake = true;
    stats_.window_ms = stats_.since_start_ms();
    return true;
}

// A window whose monitor was unplugged comes to one that is there.
void Window::monitors_changed() {
    if (window_ == nullptr) return;
    const auto rect = [](int x, int y, int width, int height) {
        return base::Rect{double(x), double(y), double(x) + width, double(y) + height};
    };
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    std::vector<base::Rect> areas;
    for (int i = 0; i < count; ++i) {
        glfwGetMonitorWorkarea(monitors[i], &x, &y, &width, &height);
        areas.push_back(rect(x, y, width, height));
    }
    glfwGetWindowPos(window_, &x, &y);
    glfwGetWindowSize(window_, &width, &height);
    const auto place = ui::place_back(rect(x, y, width, height), areas);
    if (!place) return;
    glfwSetWindowPos(window_, static_cast<int>(place->x), static_cast<int>(place->y));
    session_->tell(base::Severity::note,
                   base::tr("The monitor with this window is gone, so the window came here."));
    pending_frames_ = frames_after_event;
}

// Letters are boxes where no font has them: said once, with what to install.
void Window::say_what_is_missing() {
    const auto other = typesetter_->substitute_family();
    if (other.empty()) return;
    session_->tell(
        base::Severity::warning,
        fmt::format(fmt::runtime(base::tr("The font Noto Sans is not installed, so {} stands in for it. The "
                                          "package fonts-noto-core has it.")),
                    other));
    pending_frames_ = frames_after_event;
}

void Window::scale_changed() {
    scale_ = monitor_scale_ * static_cast<float>(scale_percent_) / 100;
    if (scale_ != built_scale_) {
        ui::build_interface_font(fonts_, *typesetter_, scale_);
        built_scale_ = scale_;
        const bool drawn = ImGui::GetFrameCount() > 0;  // else its first frame makes the texture
        if (drawn) ImGui_ImplOpenGL3_DestroyFontsTexture();
        if (drawn) ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    ui::apply_style(ui::palette_for(theme_), scale_);
    pending_frames_ = frames_after_event;
}

void Window::tell_session(base::Size size) {
    const auto panes = ui::panes_for(size, session_->presentation(), !session_->selection().empty(), scale_);
    session_->set_canvas(panes.canvas.size(), 96.0 / 72 * static_cast<double>(scale_));
}

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

// Each command of --do waits until the one before has come to rest.
void Window::run_script() {
    if (next_command_ == options_.commands.size() || !session_->settled() || session_->picture() == nullptr)
        return;
    session_->execute(options_.commands[next_command_++], now());
    pending_frames_ = frames_after_event;
}

void Window::measure_frames() {
    stats_.frame_ms.clear();
    for (const auto& command : options_.during) {
        const double begin = now();
        session_->execute(command, now());
        frame();
        const double answer_ms = (now() - begin) * 1e3;
        stats_.answer_ms.push_back(answer_ms);
        if (session_->laying_out()) stats_.longest_gap_ms = std::max(stats_.longest_gap_ms, answer_ms);
    }
    double last = now();
    for (int i = 0; i < options_.frames || session_->laying_out(); ++i) {
        session_->execute({session::Verb::pan, {i % 2 == 0 ? "7" : "-7", i % 4 < 2 ? "3" : "-3"}}, now());
        glfwPollEvents();
        const bool waiting = session_->laying_out();
        frame();
        const double end = now();
        if (waiting) stats_.longest_gap_ms = std::max(stats_.longest_gap_ms, (end - last) * 1e3);
        last = end;
    }
}

void Window::measure_idle() {
    const double end = now() + options_.idle;
    const auto before = stats_.frame_ms.size();
    while (now() < end) {
        glfwWaitEventsTimeout(std::max(end - now(), 0.001));
        if (session_->moving()) frame();
    }
    stats_.idle_frames = stats_.frame_ms.size() - before;
}

int Window::finish() {
    stats_.settled_ms = stats_.since_start_ms();
    if (options_.frames > 0) measure_frames();
    if (options_.idle > 0) measure_idle();
    if (session_->picture()) {
        stats_.layout_ms = session_->picture()->layout_ms;
        stats_.elements = session_->picture()->scene.elements.size();
    }
    for (const auto& message : session_->messages()) fmt::print(stderr, "{}\n", message.sentence);
    if (!options_.screenshot.empty()) {
        const cairo::Image image{static_cast<std::uint32_t>(shot_width_),
                                 static_cast<std::uint32_t>(shot_height_), shot_};
        const auto png = cairo::to_png(image, 96.0 * static_cast<double>(scale_), session_->shown().title,
                                       session_->shown().description);
        const auto written = png ? base::write_file_atomically(options_.screenshot, *png)
                                 : base::Status(base::failure(png.error()));
        if (!written) {
            fmt::print(stderr, "shezhire: {}\n", written.error().sentence);
            return exit_cannot_write;
        }
    }
    if (!options_.stats.empty()) {
        const auto written = base::write_file_atomically(options_.stats, to_json(stats_));
        if (!written) {
            fmt::print(stderr, "shezhire: {}\n", written.error().sentence);
            return exit_cannot_write;
        }
    }
    return 0;
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
    auto state = state_as_json(*session_, panes.canvas, ImGui::GetIO().WantTextInput);
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
    bool was_moving = false;
    while (glfwWindowShouldClose(window_) == GLFW_FALSE && !session_->quitting()) {
        wait_for_events();
        run_script();
        frame();
        // What came to rest in this frame may be what a script or a panel waited for.
        const bool moving = session_->animating();
        if (was_moving && !moving) pending_frames_ = frames_after_event;
        was_moving = moving;
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

}  // namespace
}  // namespace shezhire::window

int main(int argc, char** argv) {
    using namespace shezhire::window;
    Stats stats;
    stats.start = Stats::Clock::now();
    int exit_code = 0;
    auto options = read_options(argc, argv, exit_code);
    if (!options) return exit_code;
    shezhire::ui::keep_frame_memory();
    Window window(std::move(*options), std::move(stats));
    if (!window.create()) return exit_no_window;
    return window.loop();
}
