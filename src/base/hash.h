// A stable 128-bit hash for cache keys and content names: the same on every machine and in every run.
// FNV-1a, 128 bits (Fowler, Noll, Vo; RFC 9923). Not for secrets.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace shezhire::base {

struct Hash {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    auto operator<=>(const Hash&) const = default;
};

Hash hash_of(std::string_view bytes);

/// 32 lower-case hexadecimal digits, fit for a file name.
std::string to_text(const Hash& hash);

}  // namespace shezhire::base
