#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "layout/engine.h"

namespace shezhire::layout {

struct LayoutQueue::State {
    std::shared_ptr<LayoutEngine> engine;
    Done done;
    std::mutex mutex;  // guards what follows
    std::condition_variable changed;
    std::optional<LayoutRequest> waiting;
    std::optional<LayoutRequest> running;
    std::stop_source stop;  // of what runs
    bool closing = false;
    std::thread worker;

    void drop_all() {
        waiting.reset();
        stop.request_stop();
    }

    void work() {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [this] { return closing || waiting; });
            if (closing) return;
            running = std::exchange(waiting, std::nullopt);
            stop = std::stop_source();
            const auto token = stop.get_token();
            lock.unlock();
            auto answer = engine->run(*running, token);
            lock.lock();
            const auto question = *std::exchange(running, std::nullopt);
            // Nobody waits for what was cancelled: had a newer request the same key, it would look as if that
            // one failed.
            if (token.stop_requested()) continue;
            lock.unlock();
            done(question, std::move(answer));
            lock.lock();
        }
    }
};

LayoutQueue::LayoutQueue(std::shared_ptr<LayoutEngine> engine, Done done)
    : state_(std::make_unique<State>()) {
    state_->engine = std::move(engine);
    state_->done = std::move(done);
    state_->worker = std::thread([state = state_.get()] { state->work(); });
}

LayoutQueue::~LayoutQueue() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->closing = true;
        state_->drop_all();
    }
    state_->changed.notify_all();
    state_->worker.join();
}

void LayoutQueue::submit(LayoutRequest request) {
    {
        const std::lock_guard lock(state_->mutex);
        // What runs already answers an equal question.
        if (state_->running && !state_->stop.stop_requested() && *state_->running == request) {
            state_->waiting.reset();
            return;
        }
        state_->drop_all();
        state_->waiting = std::move(request);
    }
    state_->changed.notify_all();
}

void LayoutQueue::cancel() {
    const std::lock_guard lock(state_->mutex);
    state_->drop_all();
}

}  // namespace shezhire::layout
