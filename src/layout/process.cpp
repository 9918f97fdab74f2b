#include "layout/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace shezhire::layout {
namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        if (this != &other) {
            close();
            fd_ = std::exchange(other.fd_, -1);
        }
        return *this;
    }
    ~Descriptor() { close(); }
    void close() {
        if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    }
    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool open() const { return fd_ >= 0; }

  private:
    int fd_ = -1;
};

// A parent without stdin, stdout or stderr hands out 0 to 2 for pipes; dup2 in the child would then overwrite
// one by another.
Descriptor above_standard(int fd) {
    Descriptor given(fd);
    if (fd < 0 || fd > STDERR_FILENO) return given;
    return Descriptor(::fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
}

struct Channel {
    Descriptor ours;
    Descriptor theirs;
    [[nodiscard]] bool open() const { return ours.open() && theirs.open(); }
};

// A socket, not a pipe: MSG_NOSIGNAL then keeps SIGPIPE away from us without touching the program's signal
// handling.
Channel input_channel() {
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return {};
    return {above_standard(ends[0]), above_standard(ends[1])};
}

Channel output_channel() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
    Channel channel{above_standard(ends[0]), above_standard(ends[1])};
    if (channel.open()) ::fcntl(channel.ours.get(), F_SETFL, O_NONBLOCK);
    return channel;
}

struct Channels {
    Channel in = input_channel();
    Channel out = output_channel();
    Channel messages = output_channel();
};

// An own process group, so that whatever the child starts dies with it; default signals, whatever our threads
// block.
int spawn(const std::filesystem::path& program, const Channels& channels, pid_t& pid) {
    posix_spawn_file_actions_t files{};
    posix_spawnattr_t attributes{};
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_adddup2(&files, channels.in.theirs.get(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, channels.out.theirs.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, channels.messages.theirs.get(), STDERR_FILENO);
    sigset_t none{};
    sigset_t all{};
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &all);
    ::posix_spawnattr_setpgroup(&attributes, 0);
    ::posix_spawnattr_setflags(&attributes,
                               POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::string name = program.string();
    std::array<char*, 2> arguments{name.data(), nullptr};
    const int error = ::posix_spawn(&pid, name.c_str(), &files, &attributes, arguments.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&files);
    return error;
}

void limit(pid_t pid, __rlimit_resource resource, rlim_t value) {
    const rlimit wanted{value, value};
    ::prlimit(pid, resource, &wanted, nullptr);
}

// Set from outside before the child gets its first byte. The processor time is for a child that outlives us;
// no core dumps.
void limit_child(pid_t pid, const ProcessTask& task) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(task.deadline).count() + 2;
    limit(pid, RLIMIT_CPU, static_cast<rlim_t>(seconds));
    limit(pid, RLIMIT_CORE, 0);
    if (task.memory_bytes > 0) limit(pid, RLIMIT_AS, task.memory_bytes);
}

// By number: the header of glibc 2.36 forgets to say extern "C".
int open_watch(pid_t pid) {
    return static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
}

/// A child that runs; killed and reaped at the end of its scope at the latest.
class Child {
  public:
    explicit Child(pid_t pid) : pid_(pid), watch_(open_watch(pid)) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { kill(); }

    void kill() {
        if (ended_) return;
        ::kill(-pid_, SIGKILL);
        ::kill(pid_, SIGKILL);
        wait(0);
    }
    bool has_ended() {
        if (!ended_) wait(WNOHANG);
        return ended_;
    }
    /// Readable when the child has ended; -1 where the kernel cannot tell.
    [[nodiscard]] int watch() const { return watch_.get(); }
    [[nodiscard]] int status() const { return status_; }

  private:
    void wait(int options) {
        siginfo_t info{};
        while (::waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOWAIT | options) != 0 &&
               errno == EINTR) {
        }
        if (info.si_pid == 0 && options != 0) return;
        ::kill(-pid_,
               SIGKILL);  // what it left behind; before reaping, while the number is surely still its own
        while (::waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
        }
        ended_ = true;
    }

    pid_t pid_;
    Descriptor watch_;
    int status_ = 0;
    bool ended_ = false;
};

enum class Flow : std::uint8_t { more_later, ended };

// Takes what is there now.
Flow drain(int fd, std::string& bytes, std::size_t limit) {
    std::array<char, 65536> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read
    for (;;) {
        const ssize_t n = ::read(fd, buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return errno == EAGAIN ? Flow::more_later : Flow::ended;
        if (n == 0) return Flow::ended;
        bytes.append(buffer.data(), static_cast<std::size_t>(n));
        if (bytes.size() > limit) return Flow::more_later;
    }
}

Flow feed(int fd, std::string_view& bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return errno == EAGAIN ? Flow::more_later : Flow::ended;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return Flow::ended;
}

class Conversation {
  public:
    Conversation(const ProcessTask& task, Channels& channels, Child& child, int wake)
        : task_(task),
          channels_(channels),
          child_(child),
          wake_(wake),
          input_(task.input),
          end_(Clock::now() + task.deadline) {}

    ProcessOutcome hold() {
        using End = ProcessOutcome::End;
        for (;;) {
            move_bytes();
            if (task_.is_whole != nullptr && task_.is_whole(outcome_.output)) return finish(End::whole);
            if (outcome_.output.size() > task_.longest_output) return finish(End::output_too_long);
            if (ended_) return finish(WIFSIGNALED(child_.status()) ? End::signalled : End::exited);
            if (stopped_) return finish(End::stopped);
            if (Clock::now() >= end_) return finish(End::timed_out);
            wait();
        }
    }

  private:
    void move_bytes() {
        // Asked before reading: what an ended child has written is all there.
        ended_ = child_.has_ended();
        if (channels_.in.ours.open() && feed(channels_.in.ours.get(), input_) == Flow::ended) {
            channels_.in.ours.close();
        }
        take(channels_.out.ours, outcome_.output, task_.longest_output);
        take(channels_.messages.ours, outcome_.messages, most_messages);
        if (outcome_.messages.size() > most_messages) {
            outcome_.messages.erase(0, outcome_.messages.size() - most_messages / 2);
        }
    }

    static void take(Descriptor& from, std::string& into, std::size_t limit) {
        if (from.open() && drain(from.get(), into, limit) == Flow::ended) from.close();
    }

    void wait() {
        // poll skips descriptors below zero.
        std::array<pollfd, 5> watched{{{channels_.in.ours.get(), POLLOUT, 0},
                                       {channels_.out.ours.get(), POLLIN, 0},
                                       {channels_.messages.ours.get(), POLLIN, 0},
                                       {wake_, POLLIN, 0},
                                       {child_.watch(), POLLIN, 0}}};
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end_ - Clock::now()).count();
        // Without a pidfd the end of the child shows only when we look.
        const bool blind = child_.watch() < 0 && !channels_.out.ours.open();
        const auto longest = blind ? 5 : 60'000;
        const auto time = std::clamp<std::chrono::milliseconds::rep>(left, 0, longest);
        ::poll(watched.data(), watched.size(), static_cast<int>(time));
        stopped_ = (watched[3].revents & POLLIN) != 0;
    }

    ProcessOutcome finish(ProcessOutcome::End end) {
        using End = ProcessOutcome::End;
        outcome_.end = end;
        if (end == End::signalled) outcome_.number = WTERMSIG(child_.status());
        if (end == End::exited) outcome_.number = WEXITSTATUS(child_.status());
        return std::move(outcome_);
    }

    static constexpr std::size_t most_messages = 16384;
    const ProcessTask& task_;
    Channels& channels_;
    Child& child_;
    int wake_;
    std::string_view input_;
    Clock::time_point end_;
    ProcessOutcome outcome_;
    bool stopped_ = false;
    bool ended_ = false;
};

ProcessOutcome not_started(int error) {
    return {ProcessOutcome::End::not_started, error, {}, {}};
}

}  // namespace

struct Process::State {
    State(Channels&& with, pid_t pid) : channels(std::move(with)), child(pid) {}
    Channels channels;
    Child child;
};

Process::Process(std::unique_ptr<State> state) : state_(std::move(state)) {}
Process::~Process() = default;

std::unique_ptr<Process> Process::start(const ProcessTask& task, int& error) {
    Channels channels;
    if (!channels.in.open() || !channels.out.open() || !channels.messages.open()) {
        error = errno;
        return nullptr;
    }
    pid_t pid = -1;
    error = spawn(task.program, channels, pid);
    if (error != 0) return nullptr;
    auto state = std::make_unique<State>(std::move(channels), pid);
    limit_child(pid, task);
    state->channels.in.theirs.close();
    state->channels.out.theirs.close();
    state->channels.messages.theirs.close();
    return std::unique_ptr<Process>(new Process(std::move(state)));
}

bool Process::has_ended() {
    return state_->child.has_ended();
}

ProcessOutcome Process::converse(const ProcessTask& task, const std::stop_token& stop) {
    const Descriptor wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!wake.open()) return not_started(errno);
    const std::stop_callback waker(stop, [fd = wake.get()] { ::eventfd_write(fd, 1); });
    return Conversation(task, state_->channels, state_->child, wake.get()).hold();
}

ProcessOutcome run_process(const ProcessTask& task, const std::stop_token& stop) {
    if (stop.stop_requested()) return {ProcessOutcome::End::stopped, 0, {}, {}};
    int error = 0;
    const auto process = Process::start(task, error);
    return process ? process->converse(task, stop) : not_started(error);
}

}  // namespace shezhire::layout
