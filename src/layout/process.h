// Runs a child process to its end: bytes in, bytes out, with a deadline, a memory limit and a stop request
// that kills it within milliseconds. Knows nothing of layouts. POSIX and Linux (pidfd, prlimit, eventfd).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace shezhire::layout {

struct ProcessTask {
    std::filesystem::path program;  ///< started without arguments, with our environment
    std::string_view input;         ///< what it reads on stdin
    std::chrono::milliseconds deadline{};
    std::size_t memory_bytes = 0;                  ///< address space; 0 = no limit
    std::size_t longest_output = 0;                ///< more is the outcome `output_too_long`
    bool (*is_whole)(std::string_view) = nullptr;  ///< ends the wait as soon as the output is whole
};

struct ProcessOutcome {
    enum class End : std::uint8_t {
        whole,
        exited,
        signalled,
        timed_out,
        stopped,
        output_too_long,
        not_started
    };
    End end = End::not_started;
    int number = 0;        ///< exit status, signal, or errno of a failed start
    std::string output;    ///< stdout
    std::string messages;  ///< the last kilobytes of stderr
};

/// A child that has been started and waits for its input. It ends, and is reaped, with this object at the
/// latest; so do its own children, by signal.
class Process {
  public:
    /// What is told of the task here: program, deadline, memory_bytes. nullptr: it did not start, and `error`
    /// says why (errno).
    static std::unique_ptr<Process> start(const ProcessTask& task, int& error);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] bool has_ended();
    /// Gives it the input and waits for its end, whatever that is; once only.
    ProcessOutcome converse(const ProcessTask& task, const std::stop_token& stop);

  private:
    struct State;
    explicit Process(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// From start to end.
ProcessOutcome run_process(const ProcessTask& task, const std::stop_token& stop);

}  // namespace shezhire::layout
