// ensure(): our own bugs stop the program with their place, also in release builds (design: section 8).
#pragma once

namespace shezhire::base {

/// The caller's place. Not std::source_location: clang 14 (linter, fuzzers) has none with libstdc++ 12.
struct CodePlace {
    const char* file;
    unsigned line;
    static constexpr CodePlace here(const char* file = __builtin_FILE(), unsigned line = __builtin_LINE()) {
        return {file, line};
    }
};

[[noreturn]] void fail_ensure(const char* what, CodePlace place) noexcept;

/// Aborts with `what` and the caller's place unless `holds`. Only for what cannot happen unless we are wrong.
inline void ensure(bool holds, const char* what, CodePlace place = CodePlace::here()) noexcept {
    if (!holds) [[unlikely]] {
        fail_ensure(what, place);
    }
}

}  // namespace shezhire::base
