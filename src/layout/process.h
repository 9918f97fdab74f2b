// Runs one child process to its end: bytes in, bytes out, with a deadline, a memory limit and a stop request
// that kills it within milliseconds. Knows nothing of layouts. POSIX and Linux (pidfd, prlimit, eventfd).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
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

/// The child has ended and is reaped when this returns, whatever happened; so are its own children, by
/// signal.
ProcessOutcome run_process(const ProcessTask& task, const std::stop_token& stop);

}  // namespace shezhire::layout
