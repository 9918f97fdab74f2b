#include "session/worker.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace shezhire::session {

struct NewestWins::State {
    std::mutex mutex;
    std::condition_variable wake;
    std::optional<Job> waiting;
    std::stop_source running;
    bool closing = false;
    std::thread thread;

    void run() {
        for (;;) {
            Job job;
            std::stop_token stop;
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, [this] { return closing || waiting; });
                if (closing) return;
                job = std::move(*waiting);
                waiting.reset();
                running = std::stop_source();
                stop = running.get_token();
            }
            job(stop);
        }
    }
};

NewestWins::NewestWins() : state_(std::make_unique<State>()) {
    state_->thread = std::thread([state = state_.get()] { state->run(); });
}

NewestWins::~NewestWins() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->closing = true;
        state_->running.request_stop();
    }
    state_->wake.notify_one();
    state_->thread.join();
}

void NewestWins::submit(Job job) {
    {
        const std::lock_guard lock(state_->mutex);
        state_->running.request_stop();
        state_->waiting = std::move(job);
    }
    state_->wake.notify_one();
}

void NewestWins::cancel() {
    const std::lock_guard lock(state_->mutex);
    state_->waiting.reset();
    state_->running.request_stop();
}

}  // namespace shezhire::session
