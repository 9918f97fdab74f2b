#include "base/xdg.h"

#include <cstdlib>

namespace shezhire::base {
namespace {

std::filesystem::path folder(const char* variable, const char* below_home) {
    for (const auto& [name, below] : {std::pair{variable, ""}, std::pair{"HOME", below_home}}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value != '/') continue;
        return std::filesystem::path(value) / below / "shezhire";
    }
    return {};
}

}  // namespace

std::filesystem::path config_folder() {
    return folder("XDG_CONFIG_HOME", ".config");
}

std::filesystem::path state_folder() {
    return folder("XDG_STATE_HOME", ".local/state");
}

}  // namespace shezhire::base
