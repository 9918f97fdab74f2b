// Entries of a legend, each a small picture with a name and perhaps a count, in rows of like width.
#pragma once

#include <string>
#include <vector>

#include "scene/furniture.h"

namespace shezhire::scene {

inline constexpr double swatch_width = 15;
inline constexpr double swatch_height = 10;

struct LegendEntry {
    std::vector<PathShape> swatch;  ///< within swatch_width x swatch_height; may be empty
    std::string label;
    std::string count;
    bool italic = false;
};

/// A swatch that is a line across its middle.
LegendEntry line_entry(base::Colour colour, double width, Dash dash, std::string_view label);

/// Entries in rows of at most `width` points.
Furniture lay_legend(std::vector<LegendEntry> entries, const Theme& theme, const std::string& lang,
                     const text::Typesetter& typesetter, double width);

}  // namespace shezhire::scene
