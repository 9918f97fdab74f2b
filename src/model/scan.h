// Finding a few bytes in many megabytes, once a keystroke.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace shezhire::model {

/// A text to be scanned again and again. It counts its bytes, so that a search can look for the rarest of its needle.
class ScannedText {
  public:
    void reserve(std::size_t bytes) { text_.reserve(bytes); }
    /// To be filled through this, then sealed.
    [[nodiscard]] std::string& text() { return text_; }
    [[nodiscard]] std::string_view view() const { return {text_.data(), size_}; }
    void seal();

    /// Offset of the first `needle` at `from` or behind, or npos. `needle` is not empty.
    [[nodiscard]] std::size_t find(std::string_view needle, std::size_t from) const;

  private:
    std::string text_;
    std::size_t size_ = 0;
    std::array<std::uint32_t, 256> counts_{};
};

}  // namespace shezhire::model
