// What is exported is what is seen: Cairo's pixels of a scene against librsvg's pixels of the SVG of the same
// scene. The two antialias differently, so edges may differ by a little everywhere, but nowhere by a patch.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/file.h"
#include "cairo/cairo.h"
#include "paint/svg.h"
#include "support/golden.h"
#include "support/scenes.h"
#include "support/tools.h"

namespace shezhire::exporting {
namespace {

struct Pixels {
    std::size_t width = 0;
    std::size_t height = 0;
    std::string rgb;

    [[nodiscard]] int at(std::size_t x, std::size_t y, std::size_t channel) const {
        return static_cast<unsigned char>(rgb[(y * width + x) * 3 + channel]);
    }
};

/// Binary PPM (P6, 8 bits), as ImageMagick writes it.
Pixels ppm(const std::string& bytes) {
    Pixels pixels;
    int header = 0;
    unsigned width = 0;
    unsigned height = 0;
    if (std::sscanf(bytes.c_str(), "P6 %u %u 255%n", &width, &height, &header) != 2 || header == 0)
        return pixels;
    pixels.width = width;
    pixels.height = height;
    pixels.rgb = bytes.substr(static_cast<std::size_t>(header) + 1);
    return pixels;
}

struct Difference {
    double mean = 0;   ///< over all channels, 0..255
    double patch = 0;  ///< the worst mean over a square of 6 px
};

Difference between(const Pixels& a, const Pixels& b) {
    constexpr std::size_t side = 6;
    Difference result;
    std::vector<double> patches((a.width / side + 1) * (a.height / side + 1));
    for (std::size_t y = 0; y < a.height; ++y) {
        for (std::size_t x = 0; x < a.width; ++x) {
            double pixel = 0;
            for (std::size_t c = 0; c < 3; ++c) pixel += std::abs(a.at(x, y, c) - b.at(x, y, c)) / 3.0;
            result.mean += pixel;
            patches[y / side * (a.width / side + 1) + x / side] += pixel / (side * side);
        }
    }
    result.mean /= static_cast<double>(a.width * a.height);
    result.patch = *std::max_element(patches.begin(), patches.end());
    return result;
}

Pixels by_cairo(const scene::Scene& scene, const text::Typesetter& typesetter, double scale) {
    const auto image = cairo::to_image(
        scene, {{0, 0}, scale, {scene.size.width * scale, scene.size.height * scale}}, typesetter);
    if (!image) return {};
    Pixels pixels{image->width, image->height, {}};
    for (std::size_t i = 0; i + 4 <= image->rgba.size(); i += 4) {
        pixels.rgb.append(reinterpret_cast<const char*>(&image->rgba[i]), 3);
    }
    return pixels;
}

Pixels by_rsvg(const scene::Scene& scene, const text::Typesetter& typesetter, double scale,
               paint::SvgText mode) {
    const auto dir = test::scratch_dir(std::string("same-picture-") +
                                       ::testing::UnitTest::GetInstance()->current_test_info()->name());
    const auto svg = paint::to_svg(scene, typesetter, {mode, true});
    const auto png = (dir / "rsvg.png").string();
    const auto drawn =
        test::run_tool({"rsvg-convert", "-d", "72", "-p", "72", "-z", std::to_string(scale), "-o", png}, svg);
    EXPECT_EQ(drawn.status, 0) << drawn.output;
    const auto path = dir / "rsvg.ppm";
    EXPECT_EQ(test::run_tool({"convert", png, "-depth", "8", path.string()}).status, 0);
    const auto bytes = base::read_file(path);
    return bytes ? ppm(*bytes) : Pixels{};
}

Difference compared(const scene::Scene& svg, const scene::Scene& png, paint::SvgText mode) {
    static const text::Typesetter typesetter;
    constexpr double scale = 2;
    const auto a = by_cairo(png, typesetter, scale);
    const auto b = by_rsvg(svg, typesetter, scale, mode);
    EXPECT_GT(a.width, 0U);
    EXPECT_EQ(a.width, b.width);
    EXPECT_EQ(a.height, b.height);
    EXPECT_EQ(b.rgb.size(), b.width * b.height * 3);
    if (a.width != b.width || a.height != b.height || b.rgb.size() != a.rgb.size()) return {255, 255};
    return between(a, b);
}

scene::Scene scene() {
    static const text::Typesetter typesetter;
    return test::small_scene(typesetter);
}

constexpr double most_mean = 0.3;
constexpr double most_patch = 12;

TEST(SamePicture, SvgOutlinesAgainstPixels) {
    const auto difference = compared(scene(), scene(), paint::SvgText::outline);
    EXPECT_LT(difference.mean, most_mean);
    EXPECT_LT(difference.patch, most_patch);
}

// Also faces that are slanted or emboldened by the painter, because the family lacks them (Chinese italic).
TEST(SamePicture, InEveryStyleOfType) {
    const text::Typesetter typesetter;
    scene::Scene styles;
    styles.size = {320, 170};
    styles.background = base::rgb(0xFFFFFF);
    double y = 5;
    for (const auto* label :
         {"Libraries & archives", "Кітапхана қауымдастығы", "الاتحاد الدولي", "国际图书馆协会联合会"}) {
        for (int i = 0; i < 4; ++i) {
            text::TextRequest request;
            request.text = label;
            request.style = {9, i % 2 == 0 ? text::Weight::regular : text::Weight::bold, i >= 2};
            scene::Element element;
            element.origin = {i % 2 == 0 ? 10.0 : 165.0, y + (i >= 2 ? 18 : 0)};
            element.texts.push_back({typesetter.set(request), {0, 0}, base::rgb(0x000000), {}});
            element.box = base::Rect::at(element.origin, element.texts[0].text->size);
            styles.elements.push_back(std::move(element));
        }
        y += 40;
    }
    const auto difference = compared(styles, styles, paint::SvgText::outline);
    EXPECT_LT(difference.mean, most_mean);
    EXPECT_LT(difference.patch, most_patch);
}

// Live text is laid out by the viewer itself: glyphs may sit a fraction of a pixel aside, no word may be
// elsewhere.
TEST(SamePicture, SvgLiveTextAgainstPixels) {
    const auto difference = compared(scene(), scene(), paint::SvgText::live);
    EXPECT_LT(difference.mean, 3 * most_mean);
    EXPECT_LT(difference.patch, 5 * most_patch);
}

TEST(SamePicture, AMissingLabelOrAShiftedBoxIsSeen) {
    auto without = scene();
    without.elements[3].texts.clear();
    EXPECT_GT(compared(scene(), without, paint::SvgText::outline).patch, most_patch);
    auto shifted = scene();
    shifted.elements[2].origin.x += 1.5;
    EXPECT_GT(compared(scene(), shifted, paint::SvgText::outline).patch, most_patch);
}

}  // namespace
}  // namespace shezhire::exporting
