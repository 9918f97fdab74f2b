#include "keeping.h"

#include <fmt/format.h>

#include <mutex>
#include <system_error>
#include <utility>

#include "base/words.h"
#include "base/xdg.h"

namespace shezhire::window {
namespace {

namespace fs = std::filesystem;
constexpr double seconds_between_writes = 2;

fs::path file_in(const fs::path& folder, const char* name) {
    return folder.empty() ? fs::path() : folder / name;
}

}  // namespace

struct Keeping::Outcome {
    std::mutex mutex;
    std::string fault;
    bool said = false;

    // A home that cannot be written to is the same fault every time.
    void take(const base::Status& written) {
        const std::lock_guard lock(mutex);
        if (!written && fault.empty()) fault = written.error().sentence;
    }
};

std::vector<fs::path> absolute_paths(const std::vector<fs::path>& paths) {
    std::vector<fs::path> whole;
    for (const auto& path : paths) {
        std::error_code fault;
        const auto made = fs::absolute(path, fault);
        whole.push_back(fault ? path : made.lexically_normal());
    }
    return whole;
}

Keeping::Keeping(bool enabled, session::Presentation defaults)
    : enabled_(enabled), defaults_(std::move(defaults)), outcome_(std::make_shared<Outcome>()) {
    settings_.look = defaults_;
    if (!enabled_) return;
    settings_file_ = file_in(base::config_folder(), "settings.json");
    state_file_ = file_in(base::state_folder(), "state.json");
    settings_ = session::load_settings(settings_file_, defaults_, messages_);
    state_ = session::load_state(state_file_, messages_);
    written_ = texts();
}

std::optional<session::Place> Keeping::place_in(const std::vector<fs::path>& data) const {
    const auto* found = session::find_recent(state_, absolute_paths(data));
    if (found == nullptr) return std::nullopt;
    return found->place;
}

std::vector<std::vector<fs::path>> Keeping::recent_but(const std::vector<fs::path>& data) const {
    std::vector<std::vector<fs::path>> recent;
    const auto open = absolute_paths(data);
    for (const auto& other : state_.recent) {
        if (other.data != open) recent.push_back(other.data);
    }
    return recent;
}

std::vector<std::string> Keeping::take_messages() {
    auto messages = std::exchange(messages_, {});
    const std::lock_guard lock(outcome_->mutex);
    if (!outcome_->fault.empty() && !outcome_->said) {
        outcome_->said = true;
        messages.push_back(
            fmt::format(fmt::runtime(base::tr("Settings and history are not kept: {}")), outcome_->fault));
    }
    return messages;
}

Keeping::Texts Keeping::texts() const {
    return {session::to_json(settings_, defaults_), session::to_json(state_)};
}

void Keeping::write(const Texts& texts) {
    const bool settings_changed = texts.settings != written_.settings;
    const bool state_changed = texts.state != written_.state;
    written_ = texts;
    writer_.submit([texts, settings_changed, state_changed, outcome = outcome_, settings = settings_file_,
                    state = state_file_](const std::stop_token&) {
        if (settings_changed && !settings.empty()) outcome->take(session::save(settings, texts.settings));
        if (state_changed && !state.empty()) outcome->take(session::save(state, texts.state));
    });
}

void Keeping::note(const session::Session& session, base::Size window, double now) {
    if (!enabled_ || session.loading()) return;
    settings_.look = session.presentation();
    settings_.look.diagnostics_pane = false;
    state_.window = window;
    session::remember(state_, {absolute_paths(session.loaded().paths), session.place()});
    auto fresh = texts();
    if (fresh == written_ || now - last_write_ < seconds_between_writes) return;
    last_write_ = now;
    write(fresh);
}

void Keeping::finish() {
    if (!enabled_) return;
    const auto last = texts();
    if (last.settings != written_.settings && !settings_file_.empty())
        outcome_->take(session::save(settings_file_, last.settings));
    if (last.state != written_.state && !state_file_.empty())
        outcome_->take(session::save(state_file_, last.state));
}

}  // namespace shezhire::window
