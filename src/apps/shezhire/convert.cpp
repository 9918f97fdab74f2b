#include <fmt/format.h>

#include "base/file.h"
#include "base/utf8.h"
#include "command_line.h"
#include "io/dataset.h"

namespace shezhire::cli {

/// What had errors was left out while reading: writing the rest would lose it silently.
int convert(const Paths& in_out) {
    const std::filesystem::path out = in_out.back();
    if (out.extension() != ".jsonld") {
        return wrong_use(
            fmt::format("“{}”: the formats known are .jsonld (native)", base::visible(out.string())));
    }
    base::Diagnostics diagnostics;
    const auto model = open({in_out.begin(), in_out.end() - 1}, diagnostics);
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

}  // namespace shezhire::cli
