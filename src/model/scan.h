// Finding a few bytes in many megabytes, once a keystroke.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace shezhire::model {

/// A text to be scanned again and again. It counts its bytes, so that a search can look for the rarest of its
/// needle.
class ScannedText {
  public:
    ScannedText() = default;
    explicit ScannedText(std::string text);
    [[nodiscard]] std::string_view view() const { return text_; }
    /// How often the rarest byte of `needle` occurs: at most so many places are looked at for it.
    [[nodiscard]] std::size_t commonness(std::string_view needle) const;
    /// Offset of the first `needle` at `from` or behind, or npos. `needle` is not empty.
    [[nodiscard]] std::size_t find(std::string_view needle, std::size_t from) const;

  private:
    std::string text_;
    std::array<std::size_t, 256> counts_{};
};

}  // namespace shezhire::model
