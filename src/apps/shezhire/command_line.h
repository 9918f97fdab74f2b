// The subcommands of `shezhire`: each file adds one to the parser and says what to do when it was chosen.
#pragma once

#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "edtf/edtf.h"
#include "model/model.h"

namespace CLI {
class App;
}

namespace shezhire::cli {

/// Exit codes, as the manual promises them.
inline constexpr int exit_done = 0;
inline constexpr int exit_data_has_errors = 1;
inline constexpr int exit_wrong_use = 2;
inline constexpr int exit_cannot_write = 3;  ///< also: no window, no layout

/// What the chosen subcommand does; empty: none was chosen.
using Action = std::function<int()>;

void add_check(CLI::App& app, Action& chosen);
void add_info(CLI::App& app, Action& chosen);
void add_export(CLI::App& app, Action& chosen);
void add_query(CLI::App& app, Action& chosen);
void add_convert(CLI::App& app, Action& chosen);
void add_commands(CLI::App& app, Action& chosen);

/// Options of the window itself; `start_window` hands all arguments over to `shezhire-window` and does not
/// return when that starts.
void add_window_options(CLI::App& app);
int start_window(char** arguments);

using Paths = std::vector<std::string>;

/// Opens the named files and folders, or the built-in data set, and says every fault on stderr. nullptr:
/// nothing that can be worked with was there.
model::ModelPtr open_and_say(const Paths& paths);
/// The same, with the faults kept.
model::ModelPtr open(const Paths& paths, base::Diagnostics& diagnostics);
void say(const base::Diagnostics& diagnostics);

/// `shezhire: sentence` on stderr; control characters are made visible.
void say(std::string_view sentence);
int wrong_use(std::string_view sentence);

/// A date or period as --as-of takes it; the error's sentence names the option.
base::Result<edtf::Interval> read_when(const std::string& text);

/// Writes to stdout and sees that it arrived; the exit code.
int put(std::string_view bytes);

/// `text` as a JSON string with its quotes. RFC 8259.
std::string json_text(std::string_view text);

}  // namespace shezhire::cli
