// Wakes when files change (Linux inotify(7)): nothing is polled, nothing runs while nothing happens.
#pragma once

#include <chrono>
#include <filesystem>
#include <span>

namespace shezhire::base {

class Watch {
  public:
    /// Files by the folders they lie in (editors replace files by renaming), folders by themselves as well.
    explicit Watch(std::span<const std::filesystem::path> paths);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    /// Waits until something happened near the paths (true) or stop() was called (false). Says more often
    /// that something happened than it did.
    bool wait();
    /// Waits that long whatever happens; false: stop() was called.
    bool rest(std::chrono::milliseconds time);
    /// From any thread: every wait ends, now and later.
    void stop();

  private:
    bool poll(int milliseconds, bool events);
    int inotify_ = -1;
    int stop_ = -1;
};

}  // namespace shezhire::base
