#include "base/hash.h"

#include <fmt/format.h>

namespace shezhire::base {

Hash hash_of(std::string_view bytes) {
    // __int128 is a GNU extension; __extension__ keeps -Wpedantic quiet about the one place that needs it.
    __extension__ using Wide = unsigned __int128;
    constexpr Wide prime = (static_cast<Wide>(0x0000000001000000ULL) << 64U) | 0x000000000000013BULL;
    Wide hash = (static_cast<Wide>(0x6c62272e07bb0142ULL) << 64U) | 0x62b821756295c58dULL;
    for (const char c : bytes) {
        hash ^= static_cast<unsigned char>(c);
        hash *= prime;
    }
    return {static_cast<std::uint64_t>(hash >> 64U), static_cast<std::uint64_t>(hash)};
}

std::string to_text(const Hash& hash) {
    return fmt::format("{:016x}{:016x}", hash.high, hash.low);
}

}  // namespace shezhire::base
