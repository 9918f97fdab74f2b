#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "layout/engine.h"
#include "layout/example.h"

namespace shezhire::layout {
namespace {

LayoutRequest named(const std::string& key) {
    LayoutRequest request;
    request.nodes = {{key, {10, 10}, "", 1}};
    return request;
}

/// Works on a request until it is let go or stopped; keeps a list of what it began.
class Gate final : public LayoutEngine {
  public:
    base::Result<Layout> run(const LayoutRequest& request, std::stop_token stop) override {
        std::unique_lock lock(mutex_);
        begun_.push_back(request.nodes[0].key);
        changed_.notify_all();
        changed_.wait(lock, stop, [this] { return open_; });
        if (stop.stop_requested()) return base::failure("layout.cancelled", "stopped");
        return test::row_for(request);
    }
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }
    void wait_for(std::size_t count) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return begun_.size() >= count; });
    }
    std::vector<std::string> begun() {
        const std::lock_guard lock(mutex_);
        return begun_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool open_ = false;
    std::vector<std::string> begun_;
};

/// What the queue answered.
class Inbox {
  public:
    LayoutQueue::Done door() {
        return [this](const LayoutRequest& request, base::Result<Layout> answer) {
            const std::lock_guard lock(mutex_);
            answers_.push_back(request.nodes[0].key + (answer ? "" : " " + answer.error().code));
            changed_.notify_all();
        };
    }
    std::vector<std::string> wait_for(std::size_t count) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return answers_.size() >= count; });
        return answers_;
    }
    std::vector<std::string> now() {
        const std::lock_guard lock(mutex_);
        return answers_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> answers_;
};

using testing::ElementsAre;

TEST(Queue, AnswersWithTheQuestion) {
    auto gate = std::make_shared<Gate>();
    Inbox inbox;
    LayoutQueue queue(gate, inbox.door());
    gate->open();
    queue.submit(named("a"));
    EXPECT_THAT(inbox.wait_for(1), ElementsAre("a"));
    queue.submit(named("a"));
    EXPECT_THAT(inbox.wait_for(2), ElementsAre("a", "a")) << "asked again, answered again";
}

TEST(Queue, OnlyTheNewestOfTheWaitingRuns) {
    auto gate = std::make_shared<Gate>();
    Inbox inbox;
    LayoutQueue queue(gate, inbox.door());
    queue.submit(named("a"));
    gate->wait_for(1);
    queue.submit(named("b"));
    gate->wait_for(2);
    gate->open();
    EXPECT_THAT(inbox.wait_for(1), ElementsAre("b")) << "a was cancelled, and is not answered";
    EXPECT_THAT(gate->begun(), ElementsAre("a", "b"));
}

TEST(Queue, AnEqualRequestJoinsTheRunningOne) {
    auto gate = std::make_shared<Gate>();
    Inbox inbox;
    LayoutQueue queue(gate, inbox.door());
    queue.submit(named("a"));
    gate->wait_for(1);
    queue.submit(named("a"));
    gate->open();
    EXPECT_THAT(inbox.wait_for(1), ElementsAre("a"));
    EXPECT_THAT(gate->begun(), ElementsAre("a"));
}

TEST(Queue, CancelDropsAll) {
    auto gate = std::make_shared<Gate>();
    Inbox inbox;
    LayoutQueue queue(gate, inbox.door());
    queue.submit(named("a"));
    gate->wait_for(1);
    queue.cancel();
    gate->open();
    queue.submit(named("c"));
    EXPECT_THAT(inbox.wait_for(1), ElementsAre("c"));
}

TEST(Queue, ACancelledRequestCanBeAskedAgain) {
    auto gate = std::make_shared<Gate>();
    Inbox inbox;
    LayoutQueue queue(gate, inbox.door());
    queue.submit(named("a"));
    gate->wait_for(1);
    queue.cancel();
    queue.submit(named("a"));
    gate->wait_for(2);
    gate->open();
    EXPECT_THAT(inbox.wait_for(1), ElementsAre("a"));
}

TEST(Queue, TheEndCancelsAndWaits) {
    auto gate = std::make_shared<Gate>();
    Inbox inbox;
    {
        LayoutQueue queue(gate, inbox.door());
        queue.submit(named("a"));
        gate->wait_for(1);
    }
    EXPECT_EQ(gate.use_count(), 1);
    EXPECT_THAT(inbox.now(), ElementsAre());
}

TEST(Queue, FailuresAreAnswersToo) {
    class Failing final : public LayoutEngine {
        base::Result<Layout> run(const LayoutRequest&, std::stop_token) override {
            return base::failure("layout.failed", "no");
        }
    };
    Inbox inbox;
    LayoutQueue queue(std::make_shared<Failing>(), inbox.door());
    queue.submit(named("a"));
    EXPECT_THAT(inbox.wait_for(1), ElementsAre("a layout.failed"));
}

TEST(Queue, DoneMaySubmit) {
    auto gate = std::make_shared<Gate>();
    gate->open();
    Inbox inbox;
    LayoutQueue* self = nullptr;
    std::mutex set;
    std::unique_lock hold(set);
    LayoutQueue queue(gate, [&](const LayoutRequest& request, base::Result<Layout> answer) {
        if (request.nodes[0].key == "a") {
            const std::lock_guard lock(set);
            self->submit(named("b"));
        }
        inbox.door()(request, std::move(answer));
    });
    self = &queue;
    hold.unlock();
    queue.submit(named("a"));
    EXPECT_THAT(inbox.wait_for(2), ElementsAre("a", "b"));
}

}  // namespace
}  // namespace shezhire::layout
