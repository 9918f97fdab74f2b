#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <set>
#include <thread>

#include "base/file.h"
#include "base/utf8.h"
#include "io/dataset.h"
#include "io/source_text.h"

namespace shezhire::io {
namespace fs = std::filesystem;
namespace {

using base::Severity;

using Stopped = std::function<bool()>;

constexpr std::size_t most_readers = 4;

template <class T>
void append(std::vector<T>& to, std::vector<T>&& more) {
    if (to.empty()) {
        to = std::move(more);
    } else {
        to.insert(to.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
    }
}

void append(model::Draft& to, model::Draft&& more) {
    append(to.files, std::move(more.files));
    append(to.organizations, std::move(more.organizations));
    append(to.changes, std::move(more.changes));
    append(to.events, std::move(more.events));
    append(to.concepts, std::move(more.concepts));
    append(to.schemes, std::move(more.schemes));
    append(to.sources, std::move(more.sources));
    append(to.statements, std::move(more.statements));
}

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
        if (is_new(path)) read_into(path, draft_, diagnostics_);
    }

    void read_into(const fs::path& path, model::Draft& draft, base::Diagnostics& diagnostics) const {
        if (stop_ && stop_()) return;
        auto bytes = base::read_file(path);
        if (!bytes) {
            diagnostics.add(Severity::error, {path.string(), 0, 0}, bytes.error().code,
                            bytes.error().sentence);
            return;
        }
        take_native(std::move(*bytes), path.string(), draft, diagnostics, stop_);
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
        read_beside_each_other(files);
    }

    /// On every core, the longest file first; the facts then stand in the order of the files.
    void read_beside_each_other(const std::vector<fs::path>& files) {
        struct Part {
            fs::path path;
            std::uintmax_t size = 0;
            model::Draft draft;
            base::Diagnostics diagnostics;
        };
        std::vector<Part> parts;
        for (const auto& file : files) {
            if (!is_new(file)) continue;
            std::error_code unknown;
            const auto size = fs::file_size(file, unknown);
            parts.push_back({file, unknown ? 0 : size, {}, base::Diagnostics()});
        }
        std::vector<Part*> longest_first;
        for (auto& part : parts) longest_first.push_back(&part);
        std::stable_sort(longest_first.begin(), longest_first.end(),
                         [](const Part* a, const Part* b) { return a->size > b->size; });
        std::atomic<std::size_t> next = 0;
        const auto read = [&] {
            for (auto i = next++; i < longest_first.size(); i = next++) {
                auto& part = *longest_first[i];
                read_into(part.path, part.draft, part.diagnostics);
            }
        };
        {
            std::vector<std::jthread> others;
            const auto cores = std::min<std::size_t>(std::thread::hardware_concurrency(), most_readers);
            for (std::size_t i = 1; i < std::min(cores, parts.size()); ++i) others.emplace_back(read);
            read();
        }
        for (auto& part : parts) {
            append(draft_, std::move(part.draft));
            diagnostics_.append(std::move(part.diagnostics));
        }
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
