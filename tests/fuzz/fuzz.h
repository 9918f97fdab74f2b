// What every fuzz target needs: the bytes as text, and a stop that libFuzzer sees when a property fails.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace shezhire::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Stops with `what`, and with what was read where that helps.
inline void require(bool holds, const char* what, std::string_view seen = {}) {
    if (holds) return;
    std::fprintf(stderr, "property broken: %s\n%s\n", what, std::string(seen).c_str());
    std::abort();
}

}  // namespace shezhire::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
