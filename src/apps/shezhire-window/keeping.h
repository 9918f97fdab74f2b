// Settings and last state of this user: read before the window is made, written when they have changed, and
// last at the end. What cannot be kept is said once, and the window goes on.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "session/session.h"
#include "session/settings.h"

namespace shezhire::window {

class Keeping {
  public:
    /// `enabled` false: nothing is read and nothing is written (a picture that a script asks for must not
    /// depend on who asks).
    Keeping(bool enabled, session::Presentation defaults);
    ~Keeping() = default;
    Keeping(const Keeping&) = delete;
    Keeping& operator=(const Keeping&) = delete;

    [[nodiscard]] const session::Settings& settings() const { return settings_; }
    [[nodiscard]] const session::LastState& state() const { return state_; }
    /// Where somebody was in that data, if it is known.
    [[nodiscard]] std::optional<session::Place> place_in(
        const std::vector<std::filesystem::path>& data) const;
    /// What was open before, newest first, without `data` itself.
    [[nodiscard]] std::vector<std::vector<std::filesystem::path>> recent_but(
        const std::vector<std::filesystem::path>& data) const;
    /// What was found wrong while reading or writing; each is said once.
    std::vector<std::string> take_messages();

    /// Takes what is worth keeping; writes it on another thread when it has changed, not more often than
    /// every two seconds. `now`: seconds.
    void note(const session::Session& session, base::Size window, double now);
    /// At the end: what is not written yet is written before this returns.
    void finish();

  private:
    struct Texts {
        std::string settings;
        std::string state;
        bool operator==(const Texts&) const = default;
    };
    [[nodiscard]] Texts texts() const;
    void write(const Texts& texts);

    bool enabled_;
    session::Presentation defaults_;
    std::filesystem::path settings_file_;
    std::filesystem::path state_file_;
    session::Settings settings_;
    session::LastState state_;
    std::vector<std::string> messages_;
    Texts written_;
    double last_write_ = -1e9;
    struct Outcome;
    std::shared_ptr<Outcome> outcome_;  ///< of writing, from its thread
    session::NewestWins writer_;
};

/// Paths as they are remembered, so that they mean the same from every folder.
std::vector<std::filesystem::path> absolute_paths(const std::vector<std::filesystem::path>& paths);

}  // namespace shezhire::window
