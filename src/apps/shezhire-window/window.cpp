#include "window.h"

#include <fmt/format.h>

#include <backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/words.h"
#include "chooser.h"
#include "io/dataset.h"
#include "layout/engine.h"
#include "ui/monitors.h"
#include "wake.h"

namespace shezhire::window {
namespace {

Window* the_window = nullptr;  // GLFW tells of monitors without saying whom

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

}  // namespace

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

}  // namespace shezhire::window
