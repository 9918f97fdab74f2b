// paint::Painter on a Cairo context: the one place where scene shapes become Cairo calls, for paper and for
// pixels.
#pragma once

#include <cairo.h>

#include "cairo/font_faces.h"
#include "paint/painter.h"

namespace shezhire::cairo {

/// text: characters that can be selected and searched (PDF). outlines: glyphs filled as paths, since Cairo's
/// image surface moves glyphs to whole pixels, which spoils the spacing of small type.
enum class Glyphs : std::uint8_t { text, outlines };

class CairoPainter final : public paint::Painter {
  public:
    CairoPainter(cairo_t* cairo, FontFaces& faces, Glyphs glyphs);

    void background(base::Colour colour, base::Size size) override;
    void begin(const scene::Element&, const base::Rect& box) override;
    void end(const scene::Element&) override;
    void path(const scene::PathShape&, const paint::Placement&, float opacity) override;
    void text(const scene::TextShape&, const paint::Placement&, float opacity) override;

  private:
    void run(const text::SetText&, const text::Run&, base::Point top_left, double scale);

    cairo_t* cairo_;
    FontFaces& faces_;
    Glyphs glyphs_;
    bool in_link_ = false;
};

}  // namespace shezhire::cairo
