#include "base/colour.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace shezhire::base {

std::string to_text(Colour c) {
    if (c.alpha == 255) return fmt::format("#{:02x}{:02x}{:02x}", c.red, c.green, c.blue);
    return fmt::format("#{:02x}{:02x}{:02x}{:02x}", c.red, c.green, c.blue, c.alpha);
}

std::optional<Colour> colour_from(std::string_view text) {
    if ((text.size() != 7 && text.size() != 9) || text.front() != '#') return std::nullopt;
    std::uint32_t value = 0;
    const auto digits = text.substr(1);
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (fault != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    if (digits.size() == 6) return rgb(value);
    return rgb(value >> 8U).with_alpha(static_cast<std::uint8_t>(value & 0xFFU));
}

Colour mixed(Colour from, Colour to, double share) {
    const double t = std::clamp(share, 0.0, 1.0);
    const auto channel = [t](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a + (b - a) * t));
    };
    return {channel(from.red, to.red), channel(from.green, to.green), channel(from.blue, to.blue),
            channel(from.alpha, to.alpha)};
}

double luminance(Colour c) {
    const auto linear = [](std::uint8_t v) {
        const double s = v / 255.0;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

double contrast(Colour a, Colour b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace shezhire::base
