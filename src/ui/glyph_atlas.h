// Shaped glyphs for the screen, rasterized at the size at which they are seen, packed into one texture. Dear
// ImGui 1.86 bakes fixed sizes and shapes nothing; this is what keeps canvas labels sharp at every zoom and
// in every script.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <unordered_map>

#include "cairo/cairo.h"
#include "text/typesetter.h"

namespace shezhire::ui {

class GlyphAtlas {
  public:
    static constexpr int side = 2048;  ///< pixels; the texture is square, 8 bits of coverage

    struct Entry {
        float left = 0, top = 0;      ///< from the pen on the baseline, px, y down
        float width = 0, height = 0;  ///< px
        float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
    };
    struct Dirty {
        int left = side, top = side, right = 0, bottom = 0;
        [[nodiscard]] bool any() const { return left < right; }
    };

    explicit GlyphAtlas(const text::Typesetter& typesetter);

    /// Before a frame: starts afresh when little room is left, so that nothing already drawn in a frame
    /// moves.
    void begin_frame();
    /// `quarter`: sub-pixel position in quarters, 0..3. No room (until the next frame): an empty entry.
    const Entry& entry(text::FontId font, std::uint32_t glyph, float size_px, int quarter);

    [[nodiscard]] std::span<const std::uint8_t> pixels() const {
        return {pixels_.get(), std::size_t{side} * side};
    }
    /// What changed since the last call.
    Dirty take_dirty();

  private:
    struct Key {
        std::uint64_t bits;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const { return key.bits * 0x9E3779B97F4A7C15ULL >> 16U; }
    };
    Entry place(const cairo::GlyphBitmap& bitmap);

    cairo::GlyphSource source_;
    struct Free {
        void operator()(std::uint8_t* pixels) const { std::free(pixels); }
    };
    std::unique_ptr<std::uint8_t, Free> pixels_;  // of calloc: rows that no glyph uses take no memory
    std::unordered_map<Key, Entry, KeyHash> entries_;
    Dirty dirty_;
    int shelf_x_ = 0;
    int shelf_y_ = 0;
    int shelf_height_ = 0;
    bool full_ = false;
};

}  // namespace shezhire::ui
