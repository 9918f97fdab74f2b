#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/file.h"
#include "base/utf8.h"
#include "command_line.h"
#include "io/dataset.h"

namespace shezhire::cli {
namespace {

struct Options {
    Paths paths;
};

/// What had errors was left out while reading: writing the rest would lose it silently.
int convert(const Options& options) {
    const std::filesystem::path out = options.paths.back();
    if (out.extension() != ".jsonld") {
        return wrong_use(
            fmt::format("“{}”: the formats known are .jsonld (native)", base::visible(out.string())));
    }
    base::Diagnostics diagnostics;
    const auto model = open({options.paths.begin(), options.paths.end() - 1}, diagnostics);
    say(diagnostics);
    if (!model) return exit_data_has_errors;
    if (diagnostics.has_errors()) {
        say("nothing was written, since what has errors would be lost; mend them first");
        return exit_data_has_errors;
    }
    const auto written = base::write_file_atomically(out, io::write_native(model->facts()));
    if (written) return exit_done;
    say(written.error().sentence);
    return exit_cannot_write;
}

}  // namespace

void add_convert(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand(
        "convert",
        "Write data sets as one file: .jsonld is the native form, sorted, with unknown fields kept");
    auto options = std::make_shared<Options>();
    command->add_option("IN_OUT", options->paths, "Files or folders to read, then the file to write")
        ->option_text("IN… OUT")
        ->required()
        ->expected(2, CLI::detail::expected_max_vector_size);
    command->callback([&chosen, options] { chosen = [options] { return convert(*options); }; });
}

}  // namespace shezhire::cli
