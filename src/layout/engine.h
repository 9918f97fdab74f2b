// Who answers layout requests: an interface, the engine that runs one worker process per layout, and a cache
// before it.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>

#include "base/result.h"
#include "layout/layout.h"

namespace shezhire::layout {

class LayoutEngine {
  public:
    LayoutEngine() = default;
    LayoutEngine(const LayoutEngine&) = delete;
    LayoutEngine& operator=(const LayoutEngine&) = delete;
    virtual ~LayoutEngine() = default;
    /// Blocks until done, cancelled or failed; may be called from any thread, also from several at once.
    /// Errors: layout.cancelled, layout.timeout, layout.out-of-memory, layout.worker-missing,
    /// layout.worker-died, layout.bad-answer, layout.bad-request, layout.failed (the engine's own words).
    virtual base::Result<Layout> run(const LayoutRequest&, std::stop_token) = 0;
};

struct ProcessLimits {
    std::chrono::milliseconds deadline{20'000};
    std::size_t memory_bytes = std::size_t{2} << 30U;
};

class Process;

/// One process per layout; stopping kills it. `worker` is the path of `shezhire-layout`.
class ProcessEngine final : public LayoutEngine {
  public:
    explicit ProcessEngine(std::filesystem::path worker, ProcessLimits limits = {});
    ~ProcessEngine() override;
    /// Starts the process of the next layout now, so that it is ready when there is something to lay out. It
    /// ends with the thread that called this, or with the engine. A failure shows when it is wanted.
    void start_ahead();
    base::Result<Layout> run(const LayoutRequest&, std::stop_token) override;

  private:
    std::unique_ptr<Process> take_ahead();

    std::filesystem::path worker_;
    ProcessLimits limits_;
    std::mutex mutex_;
    std::unique_ptr<Process> ahead_;
};

/// Remembers answers: in memory, and in `folder` when that is not empty (bounded, oldest dropped first). A
/// folder that cannot be read or written, or holds rubbish, only costs time.
class CachingEngine final : public LayoutEngine {
  public:
    CachingEngine(std::unique_ptr<LayoutEngine> inner, std::filesystem::path folder,
                  std::size_t folder_bytes = std::size_t{64} << 20U,
                  std::size_t memory_bytes = std::size_t{64} << 20U);
    ~CachingEngine() override;
    base::Result<Layout> run(const LayoutRequest&, std::stop_token) override;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Where `shezhire-layout` lies: beside the running program, else in its libexec folder; SHEZHIRE_LAYOUT
/// overrides.
std::filesystem::path find_worker();
/// $XDG_CACHE_HOME/shezhire/layout; empty when there is no home.
std::filesystem::path default_cache_folder();

}  // namespace shezhire::layout
