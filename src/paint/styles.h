// The few looks that a picture has, each written once as a class of the <style> element and named in order of
// first use.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/colour.h"
#include "scene/scene.h"
#include "text/typesetter.h"

namespace shezhire::paint {

/// `colour` as a painter shows it at this opacity.
base::Colour at_opacity(base::Colour colour, float opacity);

class Styles {
  public:
    /// Number of the class `_pN` for a path.
    std::uint32_t path(const scene::PathShape& shape, float opacity);
    /// Number of the class `_tN` for text in one font and colour.
    std::uint32_t text(text::FontId font, double size, base::Colour colour, bool right_to_left);

    struct TextLook {
        text::FontId font = 0;
        bool right_to_left = false;
        base::Colour colour;
        std::int64_t size = 0;  ///< hundredths of a point
        bool operator==(const TextLook&) const = default;
    };
    struct PathLook {
        base::Colour fill;
        base::Colour ink;
        std::int64_t width = 0;  ///< hundredths of a point; 0 = no stroke
        scene::Dash dash = scene::Dash::solid;
        bool operator==(const PathLook&) const = default;
    };
    [[nodiscard]] const std::vector<TextLook>& text_looks() const { return texts_; }
    [[nodiscard]] const std::vector<PathLook>& path_looks() const { return paths_; }

  private:
    std::vector<PathLook> paths_;
    std::vector<TextLook> texts_;
    std::unordered_multimap<std::uint64_t, std::uint32_t> path_numbers_;
    std::unordered_multimap<std::uint64_t, std::uint32_t> text_numbers_;
    std::uint32_t last_text_ = 0;  // lines of one look follow each other
};

/// The CSS rules of `looks`.
void append_css(std::string& out, const std::vector<Styles::PathLook>& looks);
/// Live text names its font; outlines only need the colour (and thicken what has no bold face of its own).
void append_css(std::string& out, const std::vector<Styles::TextLook>& looks,
                const text::Typesetter& typesetter, bool live);

/// A family as a CSS string, quotes included; nothing in it can end the string, the rule or the element.
std::string css_string(std::string_view family);
/// How a face is described and asked for: `weight` and `style` descriptors; a synthetic slant or weight is
/// left to the viewer.
void append_font_face(std::string& out, const text::Font& font, std::string_view sfnt);

}  // namespace shezhire::paint
