// The glyph atlas on the graphics card: one 8-bit texture, of which each frame uploads what is new.
#pragma once

#include <imgui.h>

#include "ui/glyph_atlas.h"

namespace shezhire::ui {

/// Needs a current OpenGL 3.3 context for its whole life.
class AtlasTexture {
  public:
    AtlasTexture();
    ~AtlasTexture();
    AtlasTexture(const AtlasTexture&) = delete;
    AtlasTexture& operator=(const AtlasTexture&) = delete;

    [[nodiscard]] ImTextureID id() const;
    /// After the frame's draw lists are made, before they are rendered.
    void upload(GlyphAtlas& atlas) const;

  private:
    unsigned texture_ = 0;
};

/// The back buffer's pixels, RGBA, rows from the top; `width` x `height` from the lower left corner.
std::vector<std::uint8_t> read_pixels(int width, int height);
/// Clears the back buffer and sets the drawing area.
void clear_frame(int width, int height);

}  // namespace shezhire::ui
