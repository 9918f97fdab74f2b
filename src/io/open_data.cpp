#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/file.h"
#include "base/utf8.h"
#include "io/dataset.h"
#include "io/source_text.h"

namespace shezhire::io {
namespace fs = std::filesystem;
namespace {

using base::Severity;

using Stopped = std::function<bool()>;

/// Reads each file once, whatever names it.
class Opener {
  public:
    Opener(model::Draft& draft, base::Diagnostics& diagnostics, const Stopped& stop)
        : draft_(draft), diagnostics_(diagnostics), stop_(stop) {}

    void open(const fs::path& path) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored)) {
            read_folder(path);
        } else {
            read_one(path);
        }
    }

    /// What the files read so far need, and what that needs in turn.
    void read_imports() {
        for (std::size_t file = 0; file < draft_.files.size(); ++file) {
            const auto imports = draft_.files[file].imports;  // reading more moves the heads
            const fs::path folder = fs::path(draft_.files[file].file).parent_path();
            for (const auto& import : imports) read_import(folder, import);
        }
    }

  private:
    bool is_new(const fs::path& path) {
        std::error_code fault;
        const auto whole = fs::weakly_canonical(path, fault);
        return read_.insert(fault ? path.string() : whole.string()).second;
    }

    void read_one(const fs::path& path) {
        if ((stop_ && stop_()) || !is_new(path)) return;
        auto bytes = base::read_file(path);
        if (!bytes) {
            diagnostics_.add(Severity::error, {path.string(), 0, 0}, bytes.error().code,
                             bytes.error().sentence);
            return;
        }
        read_native(*bytes, path.string(), draft_, diagnostics_, stop_);
    }

    void read_folder(const fs::path& folder) {
        std::error_code fault;
        std::vector<fs::path> files;
        for (fs::directory_iterator each(folder, fault), end; !fault && each != end; each.increment(fault)) {
            const auto& path = each->path();
            std::error_code ignored;
            if (path.extension() != ".jsonld" || path.filename() == "context.jsonld") continue;
            if (!fs::is_directory(path, ignored)) files.push_back(path);
        }
        if (fault) {
            diagnostics_.add(Severity::error, {folder.string(), 0, 0}, "file.cannot-read",
                             fmt::format("cannot list the folder {}: {}", base::visible(folder.string()),
                                         fault.message()));
            return;
        }
        if (files.empty()) {
            diagnostics_.add(Severity::error, {folder.string(), 0, 0}, "io.empty-folder",
                             "the folder has no data: no file in it ends in .jsonld");
        }
        std::sort(files.begin(), files.end());
        for (const auto& file : files) read_one(file);
    }

    void read_import(const fs::path& folder, const model::Import& import) {
        const fs::path named(import.path);
        const auto refuse = [&](std::string_view why) {
            diagnostics_.add(
                Severity::error, import.place, "io.import",
                fmt::format("the file imports {}, {}; it is read without it", in_quotes(import.path), why));
        };
        if (named.is_absolute() || import.path.find("://") != std::string::npos) {
            return refuse("which is no file's name relative to this file");
        }
        if (named.extension() != ".jsonld" || named.filename() == "context.jsonld") {
            return refuse("which is no data file (*.jsonld)");
        }
        const auto path = (folder / named).lexically_normal();
        std::error_code ignored;
        if (!fs::exists(path, ignored)) return refuse("which is not there");
        read_one(path);
    }

    model::Draft& draft_;
    base::Diagnostics& diagnostics_;
    const Stopped& stop_;
    std::set<std::string> read_;
};

}  // namespace

model::ModelPtr open_data(std::span<const fs::path> paths, base::Diagnostics& diagnostics,
                          const Stopped& stop) {
    model::Draft draft;
    Opener opener(draft, diagnostics, stop);
    for (const auto& path : paths) opener.open(path);
    opener.read_imports();
    return model::Model::build(std::move(draft), diagnostics);
}

}  // namespace shezhire::io
