#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
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

// Only named here, for --help and for wrong use; shezhire-window reads them itself.
void add_window_options(CLI::App& app) {
    auto paths = std::make_shared<Paths>();
    auto text = std::make_shared<std::vector<std::string>>(8);
    app.add_option("DATA", *paths, "Files or folders to open in the window")
        ->each([paths](const std::string&) {});
    const auto add = [&](std::size_t i, const char* name, const char* type, const char* help) {
        app.add_option(name, (*text)[i], help)->option_text(type)->each([text](const std::string&) {});
    };
    add(0, "--do", "\"C; C; …\"", "Commands to run in the window (listed by `shezhire commands`)");
    add(1, "--size", "WxH", "Size of the window in pixels");
    add(2, "--screenshot", "FILE.png", "Write a picture of the finished window, then exit");
    add(3, "--stats", "FILE.json", "Write times and counts, then exit");
    add(4, "--frames", "N", "With --stats: draw that many more frames, each moved a little");
    add(5, "--idle", "SECONDS", "With --stats: stay quiet so long and count the frames drawn");
    add(6, "--scale", "FACTOR", "Size of everything, 0.5 to 3");
    add(7, "--state", "FILE.json", "Write what is shown, anew whenever it has come to rest");
}

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
