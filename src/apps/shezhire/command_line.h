// The subcommands of `shezhire`, each with what may be said to it; arguments.cpp reads the command line into
// these.
#pragma once

#include <cstdio>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "edtf/edtf.h"
#include "model/model.h"

namespace shezhire::cli {

/// Exit codes, as the manual promises them.
inline constexpr int exit_done = 0;
inline constexpr int exit_data_has_errors = 1;
inline constexpr int exit_wrong_use = 2;
inline constexpr int exit_cannot_write = 3;  ///< also: no window, no layout

/// What was chosen; its value is the exit code.
using Action = std::function<int()>;

/// Reads the arguments. Without a subcommand the action starts the window; after --help, --version and wrong
/// use, which are answered at once, it only gives the exit code.
Action read_arguments(int argc, char** argv);

using Paths = std::vector<std::string>;

struct InfoWords {
    Paths data;
    std::optional<std::string> as_of;
    bool json = false;
};

struct QueryWords {
    Paths data_and_text;
    std::vector<std::string> languages{"en"};
    std::size_t limit = 50;
    bool json = false;
};

struct CommandsWords {
    bool json = false;
    bool markdown = false;
};

struct ExportWords {
    Paths data;
    std::string out;
    std::string view = "structure";
    bool table = false;  ///< the view as rows
    std::vector<std::string> columns;
    std::string sort;  ///< "founded", "founded:desc"
    std::vector<std::string> roots;
    std::optional<std::string> as_of;
    std::string from;  ///< timeline: its window, and how its lanes stand
    std::string to;
    std::string lanes = "none";
    std::vector<std::string> with;
    int rows = 1;
    int bodies = 20;
    int depth = 64;
    std::vector<std::string> folded;
    std::vector<std::string> unfolded;
    std::vector<std::string> hidden;
    std::vector<std::string> hidden_kinds;
    std::string match;
    std::string certainty = "all";
    bool no_lateral = false;
    std::string engine = "dot";
    std::string direction = "down";
    std::vector<std::string> languages{"en"};
    std::string theme = "light";
    std::string page;
    double aspect = 0;
    double dpi = 144;
    std::string scale;  ///< PNG: pixels a point; timeline: linear, sequential
    std::string format;
    std::string text = "live";
    bool no_cache = false;
    bool sides = false;  ///< compare: two pictures
    bool no_legend = false;
    bool no_title = false;
};

// The subcommands, one file each; exit codes as above.

int check(const Paths& paths);
int info(const InfoWords& words);
int query(const QueryWords& words);
int convert(const Paths& in_out);  ///< at least two
int list_commands(const CommandsWords& form);
int export_picture(const ExportWords& words);

/// Hands all arguments over to `shezhire-window`; returns only when that does not start.
int start_window(char** arguments);

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
