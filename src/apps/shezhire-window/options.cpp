#include "options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>

namespace shezhire::window {
namespace {

bool read_size(const std::string& text, Options& options) {
    int used = 0;
    constexpr int least = 64;
    constexpr int most = 16384;
    return std::sscanf(text.c_str(), "%dx%d%n", &options.width, &options.height, &used) == 2 &&
           used == static_cast<int>(text.size()) && options.width >= least && options.height >= least &&
           options.width <= most && options.height <= most;
}

bool read_commands(const char* option, const std::string& text, std::vector<session::Command>& commands) {
    auto parsed = session::parse_commands(text);
    if (!parsed) {
        fmt::print(stderr, "{}: {}\n", option, parsed.error().sentence);
        return false;
    }
    commands = std::move(*parsed);
    return true;
}

}  // namespace

std::optional<Options> read_options(int argc, char** argv, int& exit_code) {
    Options options;
    std::vector<std::string> data;
    std::string commands;
    std::string during;
    std::string size;
    CLI::App app{"Shezhire: associations, as they are built and as they became so", "shezhire"};
    app.add_option("data", data, "files or folders; none: the built-in data set");
    app.add_option("--do", commands, "commands, separated by \";\" (`shezhire commands` lists them)");
    app.add_option("--size", size, "of the window, WxH pixels");
    app.add_option("--screenshot", options.screenshot,
                   "write a picture of the finished window (.png), then exit");
    app.add_option("--stats", options.stats, "write times and counts as JSON, then exit");
    app.add_option("--state", options.state,
                   "write what is shown as JSON, anew whenever it has come to rest");
    app.add_option("--frames", options.frames,
                   "with --stats: draw that many more frames, each moved a little");
    app.add_option("--during", during,
                   "with --frames: commands, each before a frame of its own, ahead of those frames");
    app.add_option("--idle", options.idle, "with --stats: wait that many seconds and count the frames drawn");
    app.add_option("--scale", options.scale, "size of everything, 0.5 to 3")->check(CLI::Range(0.5, 3.0));
    exit_code = 2;
    try {  // CLI11 throws; it stops here
        app.parse(argc, argv);
    } catch (const CLI::ParseError& fault) {
        exit_code = app.exit(fault) == 0 ? 0 : 2;
        return std::nullopt;
    }
    if (!size.empty() && !read_size(size, options)) {
        fmt::print(stderr, "--size is written WxH, 64 to 16384 pixels each: 1280x720\n");
        return std::nullopt;
    }
    options.sized = !size.empty();
    if (!read_commands("--do", commands, options.commands)) return std::nullopt;
    if (!read_commands("--during", during, options.during)) return std::nullopt;
    options.data.assign(data.begin(), data.end());
    return options;
}

}  // namespace shezhire::window
