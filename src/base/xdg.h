// Where a user's files lie (XDG Base Directory Specification 0.8): what was chosen, and what was last seen.
#pragma once

#include <filesystem>

namespace shezhire::base {

/// $XDG_CONFIG_HOME/shezhire, else ~/.config/shezhire; empty where there is neither (relative paths do not
/// count, as the specification wants).
std::filesystem::path config_folder();
/// $XDG_STATE_HOME/shezhire, else ~/.local/state/shezhire.
std::filesystem::path state_folder();

}  // namespace shezhire::base
