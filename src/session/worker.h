// One thread for pictures: of waiting jobs only the newest is kept, and asking again stops the one that runs.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

namespace shezhire::session {

class NewestWins {
  public:
    using Job = std::function<void(std::stop_token)>;

    NewestWins();
    ~NewestWins();  ///< stops what runs and waits for it
    NewestWins(const NewestWins&) = delete;
    NewestWins& operator=(const NewestWins&) = delete;

    void submit(Job job);
    void cancel();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace shezhire::session
