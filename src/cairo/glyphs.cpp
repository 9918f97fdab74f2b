#include <algorithm>
#include <cmath>
#include <cstring>

#include "cairo/cairo.h"
#include "cairo/freetype.h"

#include <freetype/ftoutln.h>
#include <freetype/ftsynth.h>

namespace shezhire::cairo {
namespace {

struct OpenFont {
    text::FontId id = 0;
    std::uint64_t used = 0;
    text::Font font;
    FacePtr face;
};

/// The outline in the face's slot, shifted and with its synthetic styles; false where there is none.
bool load_outline(FT_Face face, const text::Font& font, std::uint32_t glyph, double size_px, double shift_x) {
    const auto size = static_cast<FT_F26Dot6>(std::lround(size_px * 64));
    if (FT_Set_Char_Size(face, size, size, 72, 72) != 0) return false;
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) return false;
    if (face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) return false;
    if (font.synthetic_bold) FT_GlyphSlot_Embolden(face->glyph);
    if (font.synthetic_italic) FT_GlyphSlot_Oblique(face->glyph);
    FT_Outline_Translate(&face->glyph->outline, std::lround(std::clamp(shift_x, 0.0, 1.0) * 64), 0);
    return true;
}

GlyphBitmap copied(const FT_GlyphSlotRec& slot) {
    GlyphBitmap result;
    const FT_Bitmap& bitmap = slot.bitmap;
    if (bitmap.pixel_mode != FT_PIXEL_MODE_GRAY || bitmap.width == 0 || bitmap.rows == 0) return result;
    result.left = slot.bitmap_left;
    result.top = -slot.bitmap_top;
    result.width = bitmap.width;
    result.height = bitmap.rows;
    result.coverage.resize(std::size_t{bitmap.width} * bitmap.rows);
    for (unsigned y = 0; y < bitmap.rows; ++y) {
        std::memcpy(result.coverage.data() + std::size_t{y} * bitmap.width,
                    bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch, bitmap.width);
    }
    return result;
}

}  // namespace

struct GlyphSource::State {
    explicit State(const text::Typesetter& wanted) : typesetter(wanted) {}

    /// Keeps the fonts used last open.
    OpenFont& open(text::FontId id) {
        constexpr std::size_t most_open = 24;
        ++clock;
        for (auto& each : fonts) {
            if (each.id != id) continue;
            each.used = clock;
            return each;
        }
        OpenFont font{id, clock, typesetter.font(id), nullptr};
        font.face = open_face(font.font);
        if (fonts.size() < most_open) return fonts.emplace_back(std::move(font));
        auto& oldest = *std::min_element(
            fonts.begin(), fonts.end(), [](const OpenFont& a, const OpenFont& b) { return a.used < b.used; });
        oldest = std::move(font);
        return oldest;
    }

    const text::Typesetter& typesetter;
    std::vector<OpenFont> fonts;
    std::uint64_t clock = 0;
};

GlyphSource::GlyphSource(const text::Typesetter& typesetter) : state_(std::make_unique<State>(typesetter)) {}
GlyphSource::~GlyphSource() = default;

GlyphBitmap GlyphSource::draw(text::FontId id, std::uint32_t glyph, double size_px, double shift_x) {
    constexpr double largest = 2048;
    if (!(size_px > 0 && size_px <= largest) || id >= state_->typesetter.font_count()) return {};
    const OpenFont& font = state_->open(id);
    if (!font.face || !load_outline(font.face.get(), font.font, glyph, size_px, shift_x)) return {};
    if (FT_Render_Glyph(font.face->glyph, FT_RENDER_MODE_NORMAL) != 0) return {};
    return copied(*font.face->glyph);
}

}  // namespace shezhire::cairo
