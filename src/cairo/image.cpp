#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <new>

#include "base/utf8.h"
#include "cairo/cairo.h"
#include "cairo/owned.h"
#include "cairo/painter.h"

namespace shezhire::cairo {
namespace {

constexpr double most_pixels = 512.0 * 1024 * 1024;
constexpr std::uint32_t tile_side = 4096;  // Cairo's surfaces end at 32,767 px; smaller ones also save memory

/// Cairo: premultiplied, one native 32-bit word a pixel. Ours: bytes r, g, b, a, not premultiplied.
void copy_row(const std::uint8_t* from, std::uint32_t count, std::uint8_t* to) {
    for (std::uint32_t x = 0; x < count; ++x, to += 4) {
        std::uint32_t pixel = 0;
        std::memcpy(&pixel, from + std::size_t{x} * 4, 4);
        const std::uint32_t alpha = pixel >> 24U;
        const auto channel = [&](unsigned shift) {
            const std::uint32_t value = (pixel >> shift) & 0xFFU;
            if (alpha == 255) return static_cast<std::uint8_t>(value);
            if (alpha == 0) return std::uint8_t{0};
            return static_cast<std::uint8_t>(std::min(255U, (value * 255 + alpha / 2) / alpha));
        };
        to[0] = channel(16);
        to[1] = channel(8);
        to[2] = channel(0);
        to[3] = static_cast<std::uint8_t>(alpha);
    }
}

struct Tile {
    std::uint32_t x = 0;
    std::uint32_t y = 0;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

cairo_status_t draw_tile(const scene::Scene& scene, const scene::Viewport& view, FontFaces& faces,
                         const Tile& tile, Image& into) {
    const SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(tile.width),
                                                        static_cast<int>(tile.height)));
    const ContextPtr cairo(cairo_create(surface.get()));
    auto part = view;
    part.origin = view.scene_from_screen({static_cast<double>(tile.x), static_cast<double>(tile.y)});
    part.screen = {static_cast<double>(tile.width), static_cast<double>(tile.height)};
    CairoPainter painter(cairo.get(), faces, Glyphs::outlines);
    paint::play(scene, part, painter);
    cairo_surface_flush(surface.get());
    if (const auto status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS) return status;
    const std::uint8_t* pixels = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    for (std::uint32_t y = 0; y < tile.height; ++y) {
        const std::size_t at = std::size_t{tile.y + y} * into.width + tile.x;
        copy_row(pixels + y * stride, tile.width, into.rgba.data() + at * 4);
    }
    return CAIRO_STATUS_SUCCESS;
}

tl::unexpected<base::Error> too_large(double width, double height) {
    return base::failure("png.too-large",
                         fmt::format("a picture of {:.0f} x {:.0f} px is larger than 512 Mpx; "
                                     "choose fewer dots per inch or a smaller part",
                                     width, height));
}

}  // namespace

base::Result<Image> to_image(const scene::Scene& scene, const scene::Viewport& view,
                             const text::Typesetter& typesetter) {
    const double width = std::max(1.0, std::round(view.screen.width));
    const double height = std::max(1.0, std::round(view.screen.height));
    if (!(width * height <= most_pixels)) return too_large(width, height);
    Image image{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), {}};
    try {
        image.rgba.resize(std::size_t{image.width} * image.height * 4);
    } catch (const std::bad_alloc&) {
        return too_large(width, height);
    }
    FontFaces faces(typesetter);
    for (std::uint32_t y = 0; y < image.height; y += tile_side) {
        for (std::uint32_t x = 0; x < image.width; x += tile_side) {
            const Tile tile{x, y, std::min(tile_side, image.width - x),
                            std::min(tile_side, image.height - y)};
            const auto status = draw_tile(scene, view, faces, tile, image);
            if (status == CAIRO_STATUS_SUCCESS) continue;
            return base::failure("png.failed", fmt::format("the picture could not be drawn: {}",
                                                           cairo_status_to_string(status)));
        }
    }
    if (!faces.unreadable().empty()) {
        return base::failure("png.failed", fmt::format("the font file “{}” cannot be read",
                                                       base::visible(faces.unreadable())));
    }
    return image;
}

}  // namespace shezhire::cairo
