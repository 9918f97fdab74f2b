#include "base/watch.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>

namespace shezhire::base {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t interesting =
    IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB;
constexpr int without_inotify_ms = 2000;  // no watch was to be had: looked at now and then

}  // namespace

Watch::Watch(std::span<const fs::path> paths)
    : inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), stop_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    bool all = inotify_ >= 0;
    for (const auto& path : paths) {
        std::error_code fault;
        const auto whole = fs::absolute(path, fault);
        all = all && ::inotify_add_watch(inotify_, whole.parent_path().c_str(), interesting) >= 0;
        if (fs::is_directory(whole, fault))
            all = all && ::inotify_add_watch(inotify_, whole.c_str(), interesting) >= 0;
    }
    if (!all && inotify_ >= 0) {
        ::close(inotify_);
        inotify_ = -1;
    }
}

Watch::~Watch() {
    if (inotify_ >= 0) ::close(inotify_);
    if (stop_ >= 0) ::close(stop_);
}

bool Watch::poll(int milliseconds, bool events) {
    std::array<pollfd, 2> waited{{{stop_, POLLIN, 0}, {events ? inotify_ : -1, POLLIN, 0}}};
    int answer = 0;
    do {
        answer = ::poll(waited.data(), waited.size(), milliseconds);
    } while (answer < 0 && errno == EINTR);
    return (waited[0].revents & POLLIN) == 0;
}

bool Watch::wait() {
    if (inotify_ < 0) return poll(without_inotify_ms, false);
    const bool go_on = poll(-1, true);
    std::array<char, 4096> events{};
    while (::read(inotify_, events.data(), events.size()) > 0) {
    }
    return go_on;
}

bool Watch::rest(std::chrono::milliseconds time) {
    return poll(static_cast<int>(time.count()), false);
}

void Watch::stop() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(stop_, &one, sizeof one);
}

}  // namespace shezhire::base
