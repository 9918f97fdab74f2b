// Tells when the files of a data set have changed and have come to rest: half of a file that somebody is
// writing is nothing to show.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace shezhire::session {

struct FileNews {
    enum class Kind : std::uint8_t {
        changed,   ///< and is steady
        gone,      ///< deleted or moved away
        replaced,  ///< what was a file is something else now
        restless,  ///< still being written after a while; said once
    };
    Kind kind = Kind::changed;
    std::filesystem::path path;
};

class Watcher {
  public:
    /// `tell` is called from the watcher's own thread.
    Watcher(std::vector<std::filesystem::path> paths, std::function<void(FileNews)> tell);
    ~Watcher();  ///< waits for `tell` to return
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace shezhire::session
