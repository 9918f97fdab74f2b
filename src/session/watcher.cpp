#include "session/watcher.h"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <thread>

#include "base/watch.h"

namespace shezhire::session {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds steady{300};  // unchanged for so long: whoever wrote has finished
constexpr std::chrono::seconds patience{10};

enum class Kind : std::uint8_t { none, file, folder, other };

// What a file looks like from outside; another look means other bytes.
struct Look {
    fs::path path;
    Kind kind = Kind::none;
    std::uintmax_t size = 0;
    fs::file_time_type written;
    bool operator==(const Look&) const = default;
};

Look look_at(const fs::path& path) {
    Look look{path, Kind::none, 0, {}};
    std::error_code fault;
    const auto status = fs::status(path, fault);
    if (!fs::exists(status)) return look;
    look.kind = fs::is_regular_file(status) ? Kind::file
                : fs::is_directory(status)  ? Kind::folder
                                            : Kind::other;
    if (look.kind == Kind::file) look.size = fs::file_size(path, fault);
    if (look.kind == Kind::file) look.written = fs::last_write_time(path, fault);
    return look;
}

struct Looks {
    std::vector<Look> paths;   ///< as asked for
    std::vector<Look> within;  ///< files of the folders among them
    bool operator==(const Looks&) const = default;
};

Looks look_at(const std::vector<fs::path>& paths) {
    Looks looks;
    for (const auto& path : paths) {
        looks.paths.push_back(look_at(path));
        if (looks.paths.back().kind != Kind::folder) continue;
        std::error_code fault;
        for (fs::directory_iterator each(path, fault), end; !fault && each != end; each.increment(fault)) {
            if (each->path().extension() == ".jsonld") looks.within.push_back(look_at(each->path()));
        }
    }
    std::sort(looks.within.begin(), looks.within.end(),
              [](const Look& a, const Look& b) { return a.path < b.path; });
    return looks;
}

FileNews difference(const Looks& before, const Looks& after) {
    for (std::size_t i = 0; i < before.paths.size(); ++i) {
        const auto& was = before.paths[i];
        const auto& is = after.paths[i];
        if (was.kind != Kind::none && is.kind == Kind::none) return {FileNews::Kind::gone, is.path};
        if (was.kind == Kind::file && is.kind != Kind::file && is.kind != Kind::none)
            return {FileNews::Kind::replaced, is.path};
    }
    return {FileNews::Kind::changed, after.paths.empty() ? fs::path() : after.paths.front().path};
}

}  // namespace

struct Watcher::State {
    std::vector<fs::path> paths;
    std::function<void(FileNews)> tell;
    base::Watch watch;
    Looks told;
    std::thread thread;

    State(std::vector<fs::path> watched, std::function<void(FileNews)> teller)
        : paths(std::move(watched)), tell(std::move(teller)), watch(paths), told(look_at(paths)) {}

    void run() {
        while (watch.wait()) {
            if (!until_steady()) return;
        }
    }

    bool until_steady() {
        const auto begin = std::chrono::steady_clock::now();
        bool said = false;
        auto seen = look_at(paths);
        for (;;) {
            if (!watch.rest(steady)) return false;
            auto next = look_at(paths);
            if (next == seen) break;
            seen = std::move(next);
            if (!said && std::chrono::steady_clock::now() - begin > patience) {
                tell({FileNews::Kind::restless, paths.front()});
                said = true;
            }
        }
        if (seen == told) return true;
        tell(difference(told, seen));
        told = std::move(seen);
        return true;
    }
};

Watcher::Watcher(std::vector<fs::path> paths, std::function<void(FileNews)> tell)
    : state_(std::make_unique<State>(std::move(paths), std::move(tell))) {
    if (state_->paths.empty()) return;
    state_->thread = std::thread([state = state_.get()] { state->run(); });
}

Watcher::~Watcher() {
    state_->watch.stop();
    if (state_->thread.joinable()) state_->thread.join();
}

}  // namespace shezhire::session
