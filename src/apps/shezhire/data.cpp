#include <fmt/format.h>

#include "command_line.h"
#include "io/dataset.h"

namespace shezhire::cli {

model::ModelPtr open(const Paths& paths, base::Diagnostics& diagnostics) {
    std::vector<std::filesystem::path> files(paths.begin(), paths.end());
    if (files.empty()) {
        auto builtin = io::builtin_data();
        if (builtin.empty()) {
            say("the built-in data set was not found; name a file or folder, or set SHEZHIRE_DATA");
            return nullptr;
        }
        files.push_back(std::move(builtin));
    }
    return io::open_data(files, diagnostics);
}

model::ModelPtr open_and_say(const Paths& paths) {
    base::Diagnostics diagnostics;
    auto model = open(paths, diagnostics);
    say(diagnostics);
    if (model && model->files().empty() && diagnostics.has_errors()) return nullptr;
    return model;
}

base::Result<edtf::Interval> read_when(const std::string& text) {
    auto read = edtf::parse_interval(text);
    if (!read) return base::failure(read.error());
    for (const auto& note : read->notes) say(fmt::format("{}: {}", text, note));
    return std::move(read->value);
}

}  // namespace shezhire::cli
