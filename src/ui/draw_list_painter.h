// The Painter on an ImDrawList: the screen's end of the one drawing path. Shapes and texts go into two
// channels, so that a frame is a handful of draw calls however many elements it has.
#pragma once

#include <imgui.h>

#include <vector>

#include "paint/painter.h"
#include "ui/glyph_atlas.h"
#include "ui/plain_shapes.h"

namespace shezhire::ui {

class DrawListPainter final : public paint::Painter {
  public:
    /// `origin`: where the viewport's (0, 0) is on the screen, px. `moving`: sizes go in coarse steps, so
    /// that a zoom animation does not rasterize every glyph in every frame.
    DrawListPainter(ImDrawList& list, GlyphAtlas& atlas, ImTextureID atlas_texture, base::Point origin,
                    bool moving);
    ~DrawListPainter() override;

    /// Nothing: whoever clears the frame clears it to the paper (clear_frame).
    void background(base::Colour, base::Size) override {}
    void begin(const scene::Element&, const base::Rect&) override {}
    void end(const scene::Element&) override {}
    void path(const scene::PathShape&, const paint::Placement&, float opacity) override;
    void text(const scene::TextShape&, const paint::Placement&, float opacity) override;
    void speck(const base::Rect& box, base::Colour colour, float opacity) override;

  private:
    struct Polyline {
        std::size_t first;
        std::size_t count;
        bool closed;
    };
    [[nodiscard]] bool snaps(const scene::PathShape&, double scale) const;
    bool plain(const scene::PathShape&, const paint::Placement&, float opacity);
    void flatten(const scene::PathShape&, const paint::Placement&);
    void fill(ImU32 colour);
    void stroke(const scene::Stroke&, double scale, ImU32 colour);
    void dash(const Polyline& line, float on, float off, float width, ImU32 colour);

    ImDrawList& list_;
    GlyphAtlas& atlas_;
    ImTextureID texture_;
    base::Point origin_;
    bool moving_;
    std::vector<ImVec2> points_;
    std::vector<Polyline> lines_;
    std::vector<PixelRect> rectangles_;
    struct {
        PixelRect where{};
        ImU32 colour = 0;
        int end = -1;  // the list's vertices when it was drawn
    } last_speck_;
};

ImU32 packed(base::Colour colour, float opacity = 1);

/// Glyphs of a set text into the list's current channel, whose texture must be the atlas: `top_left` in px on
/// the screen, `scale` px per point.
void draw_glyphs(ImDrawList& list, GlyphAtlas& atlas, const text::SetText& set, base::Point top_left,
                 double scale, base::Colour colour, bool moving);

}  // namespace shezhire::ui
