// What the window is started with; the same words as `shezhire` on the command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "session/command.h"

namespace shezhire::window {

struct Options {
    std::vector<std::filesystem::path> data;  ///< empty: the built-in data set
    std::vector<session::Command> commands;   ///< --do
    int width = 1280;
    int height = 720;
    bool sized = false;      ///< by --size; else as large as it was last
    std::string screenshot;  ///< a finished picture of the window, then exit
    std::string stats;       ///< JSON of times and counts, then exit
    std::string state;       ///< JSON of what is shown, written anew whenever it has come to rest
    int frames = 0;  ///< --frames: that many more frames, moved a little each, before --stats is written
    std::vector<session::Command>
        during;        ///< --during: sent before these frames, which last until it is done
    double idle = 0;   ///< --idle: that many quiet seconds, whose frames are counted
    double scale = 0;  ///< pixels per design unit; 0 = the screen's

    /// Told what to do: where somebody was the last time does not matter.
    [[nodiscard]] bool from_the_beginning() const { return scripted() || !commands.empty(); }
    /// Does what it was started for, then ends.
    [[nodiscard]] bool scripted() const { return !screenshot.empty() || !stats.empty(); }
};

/// nullopt: nothing is to be opened; `exit_code` says how to end (0 after --help, 2 for wrong use, said on
/// stderr).
std::optional<Options> read_options(int argc, char** argv, int& exit_code);

}  // namespace shezhire::window
