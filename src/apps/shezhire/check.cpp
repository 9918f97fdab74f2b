#include <string>

#include "command_line.h"

namespace shezhire::cli {

/// Faults are what this command is asked for: they are its data and go to stdout.
int check(const Paths& paths) {
    base::Diagnostics diagnostics;
    if (!open(paths, diagnostics)) return exit_data_has_errors;
    std::string lines;
    for (const auto& diagnostic : diagnostics.sorted()) lines += to_text(diagnostic) + '\n';
    if (const int put_lines = put(lines); put_lines != exit_done) return put_lines;
    if (diagnostics.left_out() > 0) {
        say(std::to_string(diagnostics.left_out()) + " more faults were left out");
    }
    return diagnostics.has_errors() ? exit_data_has_errors : exit_done;
}

}  // namespace shezhire::cli
