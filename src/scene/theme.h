// Themes: kind = shape + colour + small mark (Okabe-Ito hues), certainty and state = line style. Contrast is
// at least 4.5:1 for text and 3:1 for marks and outlines (WCAG 2.2, 1.4.3 and 1.4.11), 7:1 for text in print,
// in high contrast and for projectors (1.4.6).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "model/model.h"
#include "scene/scene.h"

namespace shezhire::scene {

/// print is for paper; the projector themes are for a hall, with light and without, where room light takes
/// contrast away and thin lines are lost.
enum class ThemeName : std::uint8_t { light, dark, high_contrast, print, projector_light, projector_dark };
inline constexpr std::array all_themes{ThemeName::light,           ThemeName::dark,
                                       ThemeName::high_contrast,   ThemeName::print,
                                       ThemeName::projector_light, ThemeName::projector_dark};
/// Dark ground, light letters: panels follow.
bool is_dark(ThemeName);
bool is_for_projectors(ThemeName);
std::string_view to_text(ThemeName);
std::optional<ThemeName> theme_from(std::string_view);

enum class BoxShape : std::uint8_t { rectangle, rounded, pill, cut_corner, folder, hexagon };
enum class Mark : std::uint8_t { none, disc, ring, square, diamond, triangle, bar, cross, star, book, globe };

/// The one type scale (points) and the one step of spacing that every picture is built from.
namespace type_scale {
inline constexpr double title = 15, heading = 11, body = 9.5, small = 8;
}
inline constexpr double spacing = 4;

/// How a kind of organization looks.
struct KindLook {
    BoxShape shape = BoxShape::rectangle;
    base::Colour fill;
    base::Colour outline;
    base::Colour ink;     ///< text on fill
    base::Colour accent;  ///< the mark: the hue at 3:1 or more on the fill
    base::Colour hue;     ///< the hue itself, for areas that say nothing alone (the strip beside the mark)
    Mark mark = Mark::none;
    text::Style label;
};

struct Theme {
    ThemeName name = ThemeName::light;
    base::Colour paper;       ///< background
    base::Colour ink;         ///< headings
    base::Colour quiet_ink;   ///< notes, legend text
    base::Colour line;        ///< part-of edges
    base::Colour quiet_line;  ///< lateral edges, rails
    base::Colour selection;   ///< the one accent
    base::Colour badge_fill;
    base::Colour badge_ink;
    double line_weight = 1;  ///< times every line's width
};

const Theme& theme(ThemeName);

/// The look of a kind: what its concept says (shape, colour, mark by name), else by its place in the scheme.
/// The same kind looks the same in every view and file. `depth` 0 is the root, drawn stronger.
KindLook look_of(const Theme&, const model::Model&, std::string_view kind, int depth);
/// Fill, outline, accent and ink from one hue, as this theme treats hues; `tint`: a factor of the fill's.
void paint_in(const Theme&, KindLook&, base::Colour hue, double tint = 1, bool root = false);

}  // namespace shezhire::scene
