// Reads what a frame would draw: the glyphs of Dear ImGui's font and of our atlas, turned back into text and
// places. So tests find a menu entry as a person does, by what is written there.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "text/typesetter.h"
#include "ui/glyph_atlas.h"

namespace shezhire::test {

/// One glyph on the screen, px; `mark` names it within its texture.
struct SeenGlyph {
    std::uint64_t mark = 0;
    base::Rect box;
};

/// What one ImGui window shows, in drawing order; clipped-away glyphs are left out.
struct SeenWindow {
    std::string name;
    std::vector<SeenGlyph> glyphs;
};

std::vector<SeenWindow> read_frame(const ImDrawData& drawn);

/// Places of exactly this text in ImGui's font, topmost window first, in drawing order within a window.
std::vector<base::Rect> places_of(const std::vector<SeenWindow>& windows, const ImFont& font,
                                  std::string_view text);

/// The same for text that the atlas drew at 1 px per point.
std::vector<base::Rect> places_of(const std::vector<SeenWindow>& windows, ui::GlyphAtlas& atlas,
                                  const text::SetText& set);

}  // namespace shezhire::test
