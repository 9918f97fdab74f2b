// The desktop's file dialog, by way of `shezhire-dialog`; called on a job's thread.
#pragma once

#include <stop_token>

#include "session/session.h"

namespace shezhire::window {

session::Chosen ask_desktop(const session::Choice& choice, const std::stop_token& stop);

}  // namespace shezhire::window
