// Glyphs as outlines, each written once into <defs> and placed with <use>: for viewers that must not depend
// on any font.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "text/typesetter.h"

namespace shezhire::paint {

/// Units of an em in the outlines.
inline constexpr double outline_em = 1000;

class Outlines {
  public:
    explicit Outlines(const text::Typesetter& typesetter);
    ~Outlines();
    Outlines(const Outlines&) = delete;
    Outlines& operator=(const Outlines&) = delete;

    /// Number of the definition `__gN`; none where the glyph has no ink (a blank).
    std::optional<std::uint32_t> number(text::FontId font, std::uint32_t glyph);
    /// The definitions, in order of first use.
    [[nodiscard]] const std::string& definitions() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace shezhire::paint
