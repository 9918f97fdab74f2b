// sRGB colours, contrast as WCAG 2.2 defines it, and the Okabe-Ito palette (Okabe and Ito 2008).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shezhire::base {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;

    auto operator<=>(const Colour&) const = default;

    [[nodiscard]] constexpr Colour with_alpha(std::uint8_t a) const { return {red, green, blue, a}; }
};

/// From 0xRRGGBB.
constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>((hex >> 16U) & 0xFFU), static_cast<std::uint8_t>((hex >> 8U) & 0xFFU),
            static_cast<std::uint8_t>(hex & 0xFFU), 255};
}

/// "#rrggbb", or "#rrggbbaa" where alpha is not 255.
std::string to_text(Colour colour);
std::optional<Colour> colour_from(std::string_view text);

/// `from` at 0, `to` at 1, each channel apart in sRGB.
Colour mixed(Colour from, Colour to, double share);

/// Relative luminance 0..1 and contrast 1..21 (WCAG 2.2); alpha is ignored.
double luminance(Colour colour);
double contrast(Colour a, Colour b);

namespace okabe_ito {
inline constexpr Colour black = rgb(0x000000), orange = rgb(0xE69F00), sky_blue = rgb(0x56B4E9),
                        bluish_green = rgb(0x009E73), yellow = rgb(0xF0E442), blue = rgb(0x0072B2),
                        vermillion = rgb(0xD55E00), reddish_purple = rgb(0xCC79A7);
}

}  // namespace shezhire::base
