// Layout messages for the fuzz targets: a payload put behind a right header, and values made of the fuzzer's
// bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "layout/layout.h"
#include "layout/wire.h"

namespace shezhire::fuzz {

/// `payload` as a message with the head of `like`, so that the fuzzer need not guess magic, version and
/// length.
inline std::string framed(std::string_view like, std::string_view payload) {
    std::string message(like.substr(0, 8));
    for (unsigned shift = 0; shift < 64; shift += 8) {
        message.push_back(
            static_cast<char>(static_cast<unsigned char>(std::uint64_t{payload.size()} >> shift)));
    }
    return message.append(payload);
}

/// Small values out of bytes; zeros where there are no more.
class Bytes {
  public:
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
    [[nodiscard]] bool empty() const { return bytes_.empty(); }
    std::uint8_t small() {
        if (bytes_.empty()) return 0;
        const auto value = static_cast<std::uint8_t>(bytes_.front());
        bytes_.remove_prefix(1);
        return value;
    }
    std::uint8_t below(std::uint8_t limit) { return static_cast<std::uint8_t>(small() % limit); }
    std::uint32_t number() { return small() * 0x1000101U + small(); }
    double real() { return (small() - 128) * 1.0e3 + small() / 7.0; }
    double positive() { return small() * 100.0 + (small() + 1) / 7.0; }
    /// Any bytes, also no UTF-8, quotes and escapes.
    std::string text() {
        const auto size = std::min<std::size_t>(below(12), bytes_.size());
        std::string value(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
        return value;
    }

  private:
    std::string_view bytes_;
};

}  // namespace shezhire::fuzz
