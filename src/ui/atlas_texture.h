// The glyph atlas on the graphics card: one 8-bit texture, of which each frame uploads what is new.
#pragma once

#include <imgui.h>

#include <string>

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

/// What the graphics driver has complained about since the last call, as a sentence; empty: nothing. It is
/// asked by glGetError, unless another is given (tests).
std::string graphics_fault(unsigned (*next_fault)() = nullptr);

/// The back buffer's pixels, RGBA, rows from the top; `width` x `height` from the lower left corner.
std::vector<std::uint8_t> read_pixels(int width, int height);
/// What lies beneath everything in a frame.
struct Ground {
    base::Colour panes;
    base::Colour paper;
    base::Rect canvas;  ///< where the paper is, px from the top left
};
/// Sets the drawing area and clears the back buffer to the ground. Clearing is nearly free; the same areas
/// drawn as rectangles are what a frame would mostly cost in software.
void clear_frame(int width, int height, const Ground& ground);

}  // namespace shezhire::ui
