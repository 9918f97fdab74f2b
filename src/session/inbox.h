// Where jobs put their answers: a list under a lock, taken whole by the session's thread between frames.
#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace shezhire::session {

template <class Receiver>
class Inbox {
  public:
    using Letter = std::function<void(Receiver&)>;

    /// `wake` is called after each letter, from the sender's thread; it must be callable from any.
    explicit Inbox(std::function<void()> wake) : wake_(std::move(wake)) {}

    void post(Letter letter) {
        {
            const std::lock_guard lock(mutex_);
            letters_.push_back(std::move(letter));
        }
        if (wake_) wake_();
    }

    std::vector<Letter> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(letters_, {});
    }

  private:
    std::mutex mutex_;
    std::vector<Letter> letters_;
    std::function<void()> wake_;
};

}  // namespace shezhire::session
