// The bytes of a message, apart from what they mean: a writer that cannot fail and a reader that trusts
// nothing.
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "layout/wire.h"

namespace shezhire::layout {

// A message: "SHLQ" (question) or "SHLA" (answer), version, length of what follows, what follows. All numbers
// are little endian; doubles are their IEEE 754 bits, so that nothing is lost to rounding and equal requests
// have equal bytes.
inline constexpr std::string_view question_magic = "SHLQ";
inline constexpr std::string_view answer_magic = "SHLA";
inline constexpr std::size_t header_size = 4 + 4 + 8;

class Writer {
  public:
    explicit Writer(std::string_view magic) {
        bytes_ = magic;
        number(static_cast<std::uint32_t>(wire_version));
        number(std::uint64_t{0});  // the length, known at the end
    }

    template <class T>
    void number(T value) {
        for (std::size_t i = 0; i < sizeof(T); ++i) {
            bytes_.push_back(static_cast<char>(static_cast<unsigned char>(value >> (8U * i))));
        }
    }
    void small(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
    void real(double value) { number(std::bit_cast<std::uint64_t>(value)); }
    void count(std::size_t value) { number(static_cast<std::uint32_t>(value)); }
    void text(std::string_view value) {
        count(value.size());
        bytes_ += value;
    }
    void reserve(std::size_t size) { bytes_.reserve(size); }

    std::string done() {
        std::uint64_t length = bytes_.size() - header_size;
        for (std::size_t i = 8; i < header_size; ++i, length >>= 8U) {
            bytes_[i] = static_cast<char>(static_cast<unsigned char>(length & 0xFFU));
        }
        return std::move(bytes_);
    }

  private:
    std::string bytes_;
};

template <class T>
T number_at(std::string_view bytes, std::size_t at) {
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
        value =
            static_cast<T>(value | (static_cast<T>(static_cast<unsigned char>(bytes[at + i])) << (8U * i)));
    }
    return value;
}

/// Reads fields in order; after the first fault every read gives an empty value and `fault()` tells where it
/// was.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes), at_(header_size) {}

    template <class T>
    T number() {
        if (!has(sizeof(T))) return 0;
        const T value = number_at<T>(bytes_, at_);
        at_ += sizeof(T);
        return value;
    }
    std::uint8_t small(std::uint8_t limit) {
        const auto value = number<std::uint8_t>();
        if (value >= limit) fail();
        return ok() ? value : std::uint8_t{0};
    }
    double real() {
        const double value = std::bit_cast<double>(number<std::uint64_t>());
        if (!std::isfinite(value)) fail();
        return ok() ? value : 0;
    }
    /// How many of something that takes at least `least` bytes each: never more than there can be.
    std::size_t count(std::size_t least) {
        const std::size_t value = number<std::uint32_t>();
        if (value > (bytes_.size() - at_) / least) fail();
        return ok() ? value : 0;
    }
    std::string text() {
        const std::size_t size = count(1);
        std::string value(bytes_.substr(at_, size));
        at_ += size;
        return value;
    }

    void fail() {
        if (ok()) fault_ = at_;
    }
    /// To be called last: whatever is left over is a fault as well.
    void finish() {
        if (at_ != bytes_.size()) fail();
    }
    [[nodiscard]] bool ok() const { return fault_ == none; }
    [[nodiscard]] std::size_t fault() const { return fault_; }

  private:
    bool has(std::size_t size) {
        if (ok() && bytes_.size() - at_ < size) fail();
        return ok();
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::string_view bytes_;
    std::size_t at_;
    std::size_t fault_ = none;
};

}  // namespace shezhire::layout
