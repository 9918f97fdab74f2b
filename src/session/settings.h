// What outlives a run, as two files of JSON: settings.json (what was chosen) in the XDG configuration folder,
// and state.json (what was open, and where one was) in the XDG state folder. A file that is broken or newer
// than this program is set aside, never overwritten; what can be read of it counts.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "session/state.h"

namespace shezhire::session {

inline constexpr int settings_version = 1;

struct Settings {
    Presentation look;
    std::map<std::string, std::string> keys;  ///< command name -> key ("fit" -> "Ctrl+0"); "" = no key
    bool operator==(const Settings&) const = default;
};

struct Recent {
    std::vector<std::filesystem::path> data;
    Place place;
    bool operator==(const Recent&) const = default;
};

struct LastState {
    std::vector<Recent> recent;  ///< newest first, at most `most_recent`
    base::Size window;           ///< in units of the screen; 0 = never kept
    bool operator==(const LastState&) const = default;
};
inline constexpr std::size_t most_recent = 12;

/// Puts `data` first; the same data is not there twice.
void remember(LastState& state, Recent data);
/// Where one was in `data`, or nullptr.
const Recent* find_recent(const LastState& state, const std::vector<std::filesystem::path>& data);

/// Only what differs from `defaults` (what the program does of itself) is written.
std::string to_json(const Settings& settings, const Presentation& defaults);
std::string to_json(const LastState& state);

/// Reads a text; `faults` are sentences with their place in `file`. `newer`: of a later version, nothing was
/// read.
Settings settings_from(std::string_view json, const std::string& file, const Presentation& defaults,
                       std::vector<std::string>& faults, bool& newer);
LastState state_from(std::string_view json, const std::string& file, std::vector<std::string>& faults,
                     bool& newer);

/// Reads a file; none there is no fault. One that is broken or newer is set aside beside itself, which `said`
/// tells once.
Settings load_settings(const std::filesystem::path& file, const Presentation& defaults,
                       std::vector<std::string>& said);
LastState load_state(const std::filesystem::path& file, std::vector<std::string>& said);

/// Makes the folder and replaces the file. Errors: file.cannot-write.
base::Status save(const std::filesystem::path& file, std::string_view json);

}  // namespace shezhire::session
