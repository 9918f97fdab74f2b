// The Painter on Cairo surfaces: PDF (real text, links, metadata, outline) and pixels; and single glyphs as
// coverage for the screen's atlas, so that screen and paper rasterize the same outlines.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "scene/scene.h"
#include "text/typesetter.h"

namespace shezhire::cairo {

/// One page of a PDF: a scene placed into a rectangle of the page (points), scaled to fit.
struct PdfPage {
    const scene::Scene* scene = nullptr;
    base::Size size;      ///< of the page, points
    base::Rect area;      ///< where the scene goes
    std::string outline;  ///< entry in the document outline; empty = none
};

/// What readers and catalogues show of the file. An empty title or subject is the first scene's title or
/// description.
struct PdfInfo {
    std::string title;
    std::string author;
    std::string subject;
    std::string keywords;  ///< separated by commas
};

/// Pages -> a PDF file's bytes. No clock and no date in it: same pages, same bytes. Pages over
/// 14,400 pt, which readers refuse, are made smaller with what is on them. Error: pdf.failed.
base::Result<std::string> to_pdf(const std::vector<PdfPage>&, const text::Typesetter&, const PdfInfo& = {});

/// 8-bit RGBA, not premultiplied, rows from the top.
struct Image {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::vector<std::uint8_t> rgba;
};

/// What the viewport shows. Errors: png.too-large (over 512 Mpx), png.failed.
base::Result<Image> to_image(const scene::Scene&, const scene::Viewport&, const text::Typesetter&);
/// PNG bytes with the resolution written into it (pHYs) and title and description as iTXt. Error: png.failed.
base::Result<std::string> to_png(const Image&, double dpi, const std::string& title,
                                 const std::string& description);

/// One glyph's coverage at a pixel size; `left`, `top`: from the origin on the baseline to the bitmap's top
/// left (y down).
struct GlyphBitmap {
    int left = 0;
    int top = 0;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::vector<std::uint8_t> coverage;
};

/// Fonts kept open for drawing glyphs. Not thread-safe; one per thread that needs it.
class GlyphSource {
  public:
    explicit GlyphSource(const text::Typesetter&);
    ~GlyphSource();
    GlyphSource(const GlyphSource&) = delete;
    GlyphSource& operator=(const GlyphSource&) = delete;
    /// `shift_x` in 0..1: sub-pixel position. An unreadable font gives an empty bitmap.
    GlyphBitmap draw(text::FontId, std::uint32_t glyph, double size_px, double shift_x = 0);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace shezhire::cairo
