// shezhire: the command line. Reads the arguments, runs one subcommand, or hands over to the window.
#include <CLI/CLI.hpp>
#include <csignal>

#include "command_line.h"

namespace shezhire::cli {
namespace {

int run(int argc, char** argv) {
    CLI::App app("Shezhire shows associations as they are built and as they became so.", "shezhire");
    app.set_version_flag("--version", "shezhire " SHEZHIRE_VERSION, "Print the version and exit");
    app.require_subcommand(0, 1);
    app.footer(
        "Without a command the window opens; DATA are files or folders of files, by default the built-in "
        "data.\n"
        "Exit codes: 0 done, 1 the data has errors, 2 wrong use, 3 could not be written or shown.");
    Action chosen;
    add_window_options(app);
    add_check(app, chosen);
    add_info(app, chosen);
    add_export(app, chosen);
    add_query(app, chosen);
    add_convert(app, chosen);
    add_commands(app, chosen);
    try {  // CLI11 throws; it stops here
        app.parse(argc, argv);
    } catch (const CLI::ParseError& fault) {
        return app.exit(fault) == 0 ? exit_done : exit_wrong_use;
    }
    if (!chosen) return start_window(argv);
    if (app.count_all() > app.get_subcommands().front()->count_all() + 1) {
        return wrong_use("the command comes first, its data and options after it: shezhire COMMAND DATA…");
    }
    return chosen();
}

}  // namespace
}  // namespace shezhire::cli

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is "could not be written", not a sudden death
    return shezhire::cli::run(argc, argv);
}
