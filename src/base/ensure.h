// ensure(): our own bugs stop the program with their place, also in release builds (design: section 8).
#pragma once

#include <source_location>

namespace shezhire::base {

[[noreturn]] void fail_ensure(const char* what, std::source_location place) noexcept;

/// Aborts with `what` and the caller's place unless `holds`. Only for what cannot happen unless we are wrong.
inline void ensure(bool holds, const char* what,
                   std::source_location place = std::source_location::current()) noexcept {
    if (!holds) [[unlikely]] {
        fail_ensure(what, place);
    }
}

}  // namespace shezhire::base
