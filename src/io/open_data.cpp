#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "base/utf8.h"
#include "io/dataset.h"

namespace shezhire::io {
namespace fs = std::filesystem;
namespace {

using base::Severity;

void read_one(const fs::path& path, model::Draft& draft, base::Diagnostics& diagnostics) {
    auto bytes = base::read_file(path);
    if (!bytes) {
        diagnostics.add(Severity::error, {path.string(), 0, 0}, bytes.error().code, bytes.error().sentence);
        return;
    }
    read_native(*bytes, path.string(), draft, diagnostics);
}

void read_folder(const fs::path& folder, model::Draft& draft, base::Diagnostics& diagnostics) {
    std::error_code fault;
    std::vector<fs::path> files;
    for (fs::directory_iterator each(folder, fault), end; !fault && each != end; each.increment(fault)) {
        const auto& path = each->path();
        std::error_code ignored;
        if (path.extension() != ".jsonld" || path.filename() == "context.jsonld") continue;
        if (!fs::is_directory(path, ignored)) files.push_back(path);
    }
    if (fault) {
        diagnostics.add(
            Severity::error, {folder.string(), 0, 0}, "file.cannot-read",
            fmt::format("cannot list the folder {}: {}", base::visible(folder.string()), fault.message()));
        return;
    }
    if (files.empty()) {
        diagnostics.add(Severity::error, {folder.string(), 0, 0}, "io.empty-folder",
                        "the folder has no data: no file in it ends in .jsonld");
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) read_one(file, draft, diagnostics);
}

}  // namespace

model::ModelPtr open_data(std::span<const fs::path> paths, base::Diagnostics& diagnostics) {
    model::Draft draft;
    for (const auto& path : paths) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored)) {
            read_folder(path, draft, diagnostics);
        } else {
            read_one(path, draft, diagnostics);
        }
    }
    return model::Model::build(std::move(draft), diagnostics);
}

}  // namespace shezhire::io
