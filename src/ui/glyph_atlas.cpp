#include "ui/glyph_atlas.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <new>
#include <utility>

namespace shezhire::ui {
namespace {

constexpr int gap = 1;                                 // bilinear sampling must not see a neighbour
constexpr int nearly_full = GlyphAtlas::side * 7 / 8;  // rows

}  // namespace

GlyphAtlas::GlyphAtlas(const text::Typesetter& typesetter)
    : source_(typesetter), pixels_(static_cast<std::uint8_t*>(std::calloc(std::size_t{side} * side, 1))) {
    if (pixels_ == nullptr) throw std::bad_alloc();
}

void GlyphAtlas::begin_frame() {
    if (shelf_y_ < nearly_full && !full_) return;
    entries_.clear();
    std::fill_n(pixels_.get(), std::size_t{side} * side, std::uint8_t{0});
    dirty_ = {0, 0, side, side};
    shelf_x_ = shelf_y_ = shelf_height_ = 0;
    full_ = false;
}

const GlyphAtlas::Entry& GlyphAtlas::entry(text::FontId font, std::uint32_t glyph, float size_px,
                                           int quarter) {
    const auto size_quarters = static_cast<std::uint64_t>(std::lrint(size_px * 4));
    const Key key{(static_cast<std::uint64_t>(font) << 48U) | (static_cast<std::uint64_t>(glyph) << 24U) |
                  (size_quarters << 4U) | static_cast<std::uint64_t>(quarter)};
    const auto found = entries_.find(key);
    if (found != entries_.end()) return found->second;
    const auto bitmap = source_.draw(font, glyph, static_cast<double>(size_quarters) / 4, quarter / 4.0);
    return entries_.emplace(key, place(bitmap)).first->second;
}

GlyphAtlas::Entry GlyphAtlas::place(const cairo::GlyphBitmap& bitmap) {
    const int width = static_cast<int>(bitmap.width);
    const int height = static_cast<int>(bitmap.height);
    if (width == 0 || height == 0) return {};
    if (shelf_x_ + width + gap > side) {
        shelf_x_ = 0;
        shelf_y_ += shelf_height_ + gap;
        shelf_height_ = 0;
    }
    if (width + gap > side || shelf_y_ + height + gap > side) {
        full_ = true;
        return {};
    }
    for (int row = 0; row < height; ++row) {
        std::memcpy(pixels_.get() + static_cast<std::size_t>(shelf_y_ + row) * side +
                        static_cast<std::size_t>(shelf_x_),
                    bitmap.coverage.data() + static_cast<std::size_t>(row) * bitmap.width, bitmap.width);
    }
    dirty_.left = std::min(dirty_.left, shelf_x_);
    dirty_.top = std::min(dirty_.top, shelf_y_);
    dirty_.right = std::max(dirty_.right, shelf_x_ + width);
    dirty_.bottom = std::max(dirty_.bottom, shelf_y_ + height);
    constexpr auto whole = static_cast<float>(side);
    Entry entry;
    entry.left = static_cast<float>(bitmap.left);
    entry.top = static_cast<float>(bitmap.top);
    entry.width = static_cast<float>(width);
    entry.height = static_cast<float>(height);
    entry.u0 = static_cast<float>(shelf_x_) / whole;
    entry.v0 = static_cast<float>(shelf_y_) / whole;
    entry.u1 = static_cast<float>(shelf_x_ + width) / whole;
    entry.v1 = static_cast<float>(shelf_y_ + height) / whole;
    shelf_x_ += width + gap;
    shelf_height_ = std::max(shelf_height_, height);
    return entry;
}

GlyphAtlas::Dirty GlyphAtlas::take_dirty() {
    return std::exchange(dirty_, Dirty{});
}

}  // namespace shezhire::ui
