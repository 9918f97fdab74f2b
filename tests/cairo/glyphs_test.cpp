#include <gtest/gtest.h>

#include <numeric>

#include "base/file.h"
#include "cairo/cairo.h"
#include "cairo/freetype.h"
#include "support/golden.h"

namespace shezhire::cairo {
namespace {

const text::Typesetter& typesetter() {
    static const text::Typesetter instance;
    return instance;
}

text::Glyph glyph_of(const std::string& letter, const std::string& lang = "en", text::Style style = {}) {
    return typesetter().set({letter, lang, style})->glyphs.at(0);
}

unsigned ink(const GlyphBitmap& bitmap) {
    return std::accumulate(bitmap.coverage.begin(), bitmap.coverage.end(), 0U);
}

TEST(GlyphSource, DrawsALetter) {
    GlyphSource source(typesetter());
    const auto a = glyph_of("A");
    const auto bitmap = source.draw(a.font, a.glyph, 40);
    // Noto Sans: capitals are 0.714 em high and A is 0.639 em wide.
    EXPECT_NEAR(bitmap.height, 0.714 * 40, 1.5);
    EXPECT_NEAR(bitmap.width, 0.639 * 40, 1.5);
    EXPECT_NEAR(bitmap.top, -0.714 * 40, 1.5);
    EXPECT_NEAR(bitmap.left, 0, 1);
    ASSERT_EQ(bitmap.coverage.size(), std::size_t{bitmap.width} * bitmap.height);
    const auto at = [&](std::uint32_t x, std::uint32_t y) { return bitmap.coverage[y * bitmap.width + x]; };
    EXPECT_EQ(at(0, 0), 0) << "empty beside the apex";
    EXPECT_GT(at(bitmap.width / 2, 2), 200) << "the apex";
    EXPECT_EQ(at(bitmap.width / 2, bitmap.height - 1), 0) << "open between the legs";
}

TEST(GlyphSource, ShiftsBelowAPixel) {
    GlyphSource source(typesetter());
    const auto l = glyph_of("l");
    const auto here = source.draw(l.font, l.glyph, 12, 0);
    const auto there = source.draw(l.font, l.glyph, 12, 0.5);
    EXPECT_NE(here.coverage, there.coverage);
    EXPECT_NEAR(ink(here), ink(there), 0.05 * ink(here));
}

TEST(GlyphSource, MakesUpMissingStyles) {
    GlyphSource source(typesetter());
    const auto plain = glyph_of("中", "zh");
    const auto slanted = glyph_of("中", "zh", {10, text::Weight::regular, true});
    EXPECT_NE(plain.font, slanted.font);
    EXPECT_GT(source.draw(slanted.font, slanted.glyph, 40).width,
              source.draw(plain.font, plain.glyph, 40).width);
}

TEST(GlyphSource, HasNothingForBlanksAndNonsense) {
    GlyphSource source(typesetter());
    const auto blank = glyph_of(" ");
    const auto a = glyph_of("A");
    EXPECT_TRUE(source.draw(blank.font, blank.glyph, 20).coverage.empty());
    for (const double size : {0.0, -1.0, 1e9, std::numeric_limits<double>::quiet_NaN()}) {
        EXPECT_TRUE(source.draw(a.font, a.glyph, size).coverage.empty()) << size;
    }
    EXPECT_TRUE(source.draw(a.font, 0xFFFFFF, 20).coverage.empty());
    EXPECT_TRUE(source.draw(65535, a.glyph, 20).coverage.empty());
}

TEST(FontFiles, UnreadableOnesAreNotOpened) {
    text::Font font;
    font.file = "/no/such/font.ttf";
    EXPECT_EQ(open_face(font), nullptr);
    font.file = (test::scratch_dir("cairo-fonts") / "rubbish.ttf").string();
    ASSERT_TRUE(base::write_file_atomically(font.file, "rubbish"));
    EXPECT_EQ(open_face(font), nullptr);
    font = typesetter().font(glyph_of("A").font);
    EXPECT_NE(open_face(font), nullptr);
    font.index = 99;
    EXPECT_EQ(open_face(font), nullptr);
}

}  // namespace
}  // namespace shezhire::cairo
