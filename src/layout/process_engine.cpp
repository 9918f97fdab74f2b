#include <fmt/format.h>

#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/utf8.h"
#include "layout/engine.h"
#include "layout/process.h"
#include "layout/wire.h"

namespace shezhire::layout {
namespace {

// Address sanitizer reserves terabytes of address space: a sanitized worker cannot start under any limit. The
// worker is built as we are, so that what holds for us holds for it.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool limits_memory = false;
#else
constexpr bool limits_memory = true;
#endif

std::string last_line(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
    if (const auto newline = text.rfind('\n'); newline != std::string_view::npos) {
        text.remove_prefix(newline + 1);
    }
    return base::shortened(base::visible(text), 300);
}

std::string with_last_line(std::string sentence, std::string_view messages) {
    if (const auto line = last_line(messages); !line.empty()) sentence += "; its last words: " + line;
    return sentence;
}

bool mentions_memory(std::string_view messages) {
    constexpr std::array<std::string_view, 3> words = {"out of memory", "bad_alloc", "annot allocate memory"};
    for (const auto word : words) {
        if (messages.find(word) != std::string_view::npos) return true;
    }
    return false;
}

base::Error start_error(int error, const std::filesystem::path& worker) {
    const bool missing = error == ENOENT || error == EACCES || error == ENOEXEC || error == ENOTDIR ||
                         error == ELOOP || error == EISDIR || worker.empty();
    return {missing ? "layout.worker-missing" : "layout.worker-died",
            fmt::format("cannot start the layout worker “{}”: {}", base::visible(worker.string()),
                        std::generic_category().message(error))};
}

base::Error death_error(const ProcessOutcome& outcome, const ProcessLimits& limits) {
    if (mentions_memory(outcome.messages)) {
        return {"layout.out-of-memory",
                fmt::format("the layout needs more than the {} MiB it may take", limits.memory_bytes >> 20U)};
    }
    if (outcome.end == ProcessOutcome::End::signalled) {
        return {"layout.worker-died",
                with_last_line(fmt::format("the layout worker was ended by signal {} ({})", outcome.number,
                                           ::strsignal(outcome.number)),
                               outcome.messages)};
    }
    return {"layout.worker-died",
            with_last_line(fmt::format("the layout worker ended with status {}", outcome.number),
                           outcome.messages)};
}

ProcessTask task_of(const std::filesystem::path& worker, const ProcessLimits& limits) {
    ProcessTask task;
    task.program = worker;
    task.deadline = limits.deadline;
    task.memory_bytes = limits_memory ? limits.memory_bytes : 0;
    task.longest_output = longest_message;
    task.is_whole = is_whole_message;
    return task;
}

base::Result<Layout> checked_answer(std::string_view bytes, const LayoutRequest& request) {
    auto answer = decode_answer(bytes);
    if (!answer) return answer;
    if (auto status = check(*answer, request); !status) return base::failure(std::move(status).error());
    return answer;
}

}  // namespace

ProcessEngine::ProcessEngine(std::filesystem::path worker, ProcessLimits limits)
    : worker_(std::move(worker)), limits_(limits) {}
ProcessEngine::~ProcessEngine() = default;

void ProcessEngine::start_ahead() {
    int ignored = 0;
    auto process = Process::start(task_of(worker_, limits_), ignored);
    const std::lock_guard lock(mutex_);
    ahead_ = std::move(process);
}

/// The one that waits, if it still does.
std::unique_ptr<Process> ProcessEngine::take_ahead() {
    std::unique_ptr<Process> process;
    {
        const std::lock_guard lock(mutex_);
        process = std::move(ahead_);
    }
    if (process && process->has_ended()) process.reset();
    return process;
}

base::Result<Layout> ProcessEngine::run(const LayoutRequest& request, std::stop_token stop) {
    if (auto status = check(request); !status) return base::failure(std::move(status).error());
    const std::string question = encode(request);
    if (stop.stop_requested()) return base::failure("layout.cancelled", "the layout was cancelled");
    auto task = task_of(worker_, limits_);
    task.input = question;
    const auto ahead = take_ahead();
    const auto outcome = ahead ? ahead->converse(task, stop) : run_process(task, stop);
    using End = ProcessOutcome::End;
    switch (outcome.end) {
        case End::whole:
            return checked_answer(outcome.output, request);
        case End::not_started:
            return base::failure(start_error(outcome.number, worker_));
        case End::stopped:
            return base::failure("layout.cancelled", "the layout was cancelled");
        case End::timed_out:
            return base::failure("layout.timeout",
                                 fmt::format("the layout took longer than {} ms", limits_.deadline.count()));
        case End::output_too_long:
            return base::failure("layout.bad-answer", "the layout worker's answer does not end");
        case End::signalled:
            return base::failure(death_error(outcome, limits_));
        case End::exited:
            break;
    }
    if (outcome.number != 0) return base::failure(death_error(outcome, limits_));
    return checked_answer(outcome.output, request);
}

}  // namespace shezhire::layout
