#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "base/utf8.h"
#include "command_line.h"

namespace shezhire::cli {
namespace {

namespace fs = std::filesystem;

bool set_in_environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

/// Beside this program as built, or in the libexec folder as installed; SHEZHIRE_WINDOW overrides.
fs::path find_window() {
    if (set_in_environment("SHEZHIRE_WINDOW")) return std::getenv("SHEZHIRE_WINDOW");
    std::error_code fault;
    const auto folder = fs::read_symlink("/proc/self/exe", fault).parent_path();
    for (const auto& place : {folder / "shezhire-window", folder / "../libexec/shezhire/shezhire-window"}) {
        if (access(place.c_str(), X_OK) == 0) return place;
    }
    return {};
}

}  // namespace

int start_window(char** arguments) {
    const auto window = find_window();
    if (window.empty()) {
        say("the window (shezhire-window) is not installed beside this program; `shezhire --help` lists what "
            "works without");
        return exit_cannot_write;
    }
    if (!set_in_environment("DISPLAY") && !set_in_environment("WAYLAND_DISPLAY")) {
        say("there is no display here, so no window can open; `shezhire export -o picture.svg` writes the "
            "picture");
        return exit_cannot_write;
    }
    execv(window.c_str(), arguments);
    say(fmt::format("{} did not start: {}", window.string(), std::strerror(errno)));
    return exit_cannot_write;
}

}  // namespace shezhire::cli
