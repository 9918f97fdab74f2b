#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/utf8.h"

namespace shezhire::base {
namespace {

std::string said(int error) {
    return std::generic_category().message(error);
}

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    [[nodiscard]] int get() const { return fd_; }
    int close() {
        const int result = ::close(fd_);
        fd_ = -1;
        return result;
    }

  private:
    int fd_;
};

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit) {
    const auto name = visible(path.string());
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) {
        const char* code = errno == ENOENT ? "file.not-found" : "file.cannot-read";
        return failure(code, fmt::format("cannot open “{}”: {}", name, said(errno)));
    }
    struct stat info {};
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) {
        return failure("file.not-a-file", fmt::format("“{}” is not an ordinary file", name));
    }
    const auto too_large = [&] {
        return failure("file.too-large", fmt::format("“{}” is larger than {} MiB", name, limit >> 20U));
    };
    if (static_cast<std::size_t>(info.st_size) > limit) return too_large();
    constexpr std::size_t more = 4096;  // the file may have grown since it was measured; and to see its end
    std::string bytes(static_cast<std::size_t>(info.st_size) + more, '\0');
    std::size_t filled = 0;
    for (;;) {
        if (filled == bytes.size()) {
            if (filled > limit) return too_large();
            bytes.resize(filled + more);
        }
        const ssize_t n = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return failure("file.cannot-read", fmt::format("cannot read “{}”: {}", name, said(errno)));
        if (n == 0) break;
        filled += static_cast<std::size_t>(n);
    }
    bytes.resize(filled);
    return bytes;
}

Status write_file_atomically(const std::filesystem::path& path, std::string_view bytes,
                             Durability durability) {
    const auto refuse = [&](int error) {
        return failure("file.cannot-write",
                       fmt::format("cannot write “{}”: {}", visible(path.string()), said(error)));
    };
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    // Not "." + string: g++ 12 at -O3 sees a phantom overlap in it (-Wrestrict, GCC bug 105651).
    std::string hidden(".");
    hidden.append(path.filename().string()).append(".XXXXXX");
    std::string temporary = (folder / hidden).string();
    Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (file.get() < 0) return refuse(errno);
    // mkostemp makes private files; what replaces a file keeps its mode, what is new follows the umask.
    struct stat old {};
    mode_t mode = 0;
    if (::stat(path.c_str(), &old) == 0) {
        mode = old.st_mode & 07777U;
    } else {
        const mode_t mask = ::umask(0);
        ::umask(mask);
        mode = 0666U & ~mask;
    }
    const bool written = ::fchmod(file.get(), mode) == 0 && write_all(file.get(), bytes) &&
                         (durability == Durability::unsynced || ::fsync(file.get()) == 0) &&
                         file.close() == 0 && ::rename(temporary.c_str(), path.c_str()) == 0;
    if (!written) {
        const int error = errno;
        ::unlink(temporary.c_str());
        return refuse(error);
    }
    return {};
}

}  // namespace shezhire::base
