// shezhire: the command line. Reads the arguments, runs one subcommand, or hands over to the window.
#include <csignal>

#include "command_line.h"

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is "could not be written", not a sudden death
    return shezhire::cli::read_arguments(argc, argv)();
}
