#include <unistd.h>

#include <cstdlib>
#include <string_view>
#include <system_error>

#include "layout/engine.h"

namespace shezhire::layout {
namespace fs = std::filesystem;

namespace {

constexpr const char* worker_name = "shezhire-layout";

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

fs::path find_worker() {
    if (const auto wanted = environment("SHEZHIRE_LAYOUT"); !wanted.empty()) return wanted;
    std::error_code fault;
    const auto program = fs::read_symlink("/proc/self/exe", fault);
    const auto folder = program.parent_path();
    auto libexec = folder.parent_path() / "libexec" / "shezhire" / worker_name;
    if (!fs::exists(folder / worker_name, fault) && fs::exists(libexec, fault)) return libexec;
    return folder / worker_name;
}

fs::path default_cache_folder() {
    // The XDG base directory specification: a relative path is to be ignored.
    if (const fs::path given = environment("XDG_CACHE_HOME"); given.is_absolute()) {
        return given / "shezhire" / "layout";
    }
    if (const fs::path home = environment("HOME"); home.is_absolute()) {
        return home / ".cache" / "shezhire" / "layout";
    }
    return {};
}

}  // namespace shezhire::layout
