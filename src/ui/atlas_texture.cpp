#include "ui/atlas_texture.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/words.h"

namespace shezhire::ui {

AtlasTexture::AtlasTexture() {
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    // White with the coverage as alpha: Dear ImGui's shader then tints it like its own font.
    constexpr GLint swizzle[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, GlyphAtlas::side, GlyphAtlas::side, 0, GL_RED, GL_UNSIGNED_BYTE,
                 nullptr);
}

AtlasTexture::~AtlasTexture() {
    glDeleteTextures(1, &texture_);
}

ImTextureID AtlasTexture::id() const {
    return reinterpret_cast<ImTextureID>(
        static_cast<std::uintptr_t>(texture_));  // how its OpenGL backend wants it
}

void AtlasTexture::upload(GlyphAtlas& atlas) const {
    const auto dirty = atlas.take_dirty();
    if (!dirty.any()) return;
    glBindTexture(GL_TEXTURE_2D, texture_);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, GlyphAtlas::side);
    const auto first =
        static_cast<std::size_t>(dirty.top) * GlyphAtlas::side + static_cast<std::size_t>(dirty.left);
    glTexSubImage2D(GL_TEXTURE_2D, 0, dirty.left, dirty.top, dirty.right - dirty.left,
                    dirty.bottom - dirty.top, GL_RED, GL_UNSIGNED_BYTE, atlas.pixels().data() + first);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

std::vector<std::uint8_t> read_pixels(int width, int height) {
    const auto row = static_cast<std::size_t>(width) * 4;
    std::vector<std::uint8_t> pixels(row * static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    for (int top = 0, bottom = height - 1; top < bottom; ++top, --bottom) {
        const auto at = [&](int line) {
            return pixels.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(line) * row);
        };
        std::swap_ranges(at(top), at(top) + static_cast<std::ptrdiff_t>(row), at(bottom));
    }
    for (std::size_t i = 3; i < pixels.size(); i += 4) pixels[i] = 255;
    return pixels;
}

void clear_frame(int width, int height, const Ground& ground) {
    const auto clear = [](base::Colour colour) {
        const auto part = [](std::uint8_t value) { return static_cast<float>(value) / 255; };
        glClearColor(part(colour.red), part(colour.green), part(colour.blue), 1);
        glClear(GL_COLOR_BUFFER_BIT);
    };
    const auto whole = [](double px) { return static_cast<GLint>(std::lround(px)); };
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    clear(ground.panes);
    const auto& paper = ground.canvas;
    if (paper.width() <= 0 || paper.height() <= 0) return;
    glEnable(GL_SCISSOR_TEST);  // counts from the lower left corner
    glScissor(whole(paper.left), height - whole(paper.bottom), whole(paper.right) - whole(paper.left),
              whole(paper.bottom) - whole(paper.top));
    clear(ground.paper);
    glDisable(GL_SCISSOR_TEST);
}

std::string graphics_fault(unsigned (*next_fault)()) {
    constexpr int most = 32;  // a lost context answers for ever
    GLenum fault = GL_NO_ERROR;
    for (int i = 0; i < most; ++i) {
        const GLenum next = next_fault != nullptr ? next_fault() : glGetError();
        if (next == GL_NO_ERROR) break;
        fault = next;
    }
    if (fault == GL_NO_ERROR) return {};
    const char* words = fault == GL_OUT_OF_MEMORY
                            ? base::tr(
                                  "The graphics driver has no memory left; the picture may "
                                  "be incomplete.")
                            : base::tr(
                                  "The graphics driver reports a fault ({:#x}); the picture "
                                  "may be incomplete.");
    return fmt::format(fmt::runtime(words), fault);
}

}  // namespace shezhire::ui
