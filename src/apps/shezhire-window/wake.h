// News for a window that sleeps, from any thread.
#pragma once

#include <atomic>

namespace shezhire::window {

/// Jobs may have news before GLFW is up, and after it went down.
inline std::atomic<bool> can_wake = false;

/// GLFW 3.3 loses an empty event that is posted while the display's answers are being read (its issue 1281):
/// who sleeps asks now and then, every `news_wait` seconds, whether there is news.
inline std::atomic<bool> news = false;
inline constexpr double news_wait = 0.5;

void wake();

}  // namespace shezhire::window
