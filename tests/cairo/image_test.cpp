#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "base/file.h"
#include "cairo/cairo.h"
#include "support/golden.h"
#include "support/scenes.h"
#include "support/tools.h"

namespace shezhire::cairo {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const text::Typesetter& image_fonts() {
    static const text::Typesetter instance;
    return instance;
}

scene::Viewport whole(const scene::Scene& scene, double scale) {
    return {{0, 0}, scale, {scene.size.width * scale, scene.size.height * scale}};
}

std::array<int, 4> pixel(const Image& image, std::uint32_t x, std::uint32_t y) {
    const std::size_t at = (std::size_t{y} * image.width + x) * 4;
    return {image.rgba.at(at), image.rgba.at(at + 1), image.rgba.at(at + 2), image.rgba.at(at + 3)};
}

struct Chunk {
    std::string type;
    std::string data;
};

std::vector<Chunk> chunks_of(const std::string& png) {
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(png.at(at + i));
        return value;
    };
    std::vector<Chunk> chunks;
    for (std::size_t at = 8; at < png.size();) {
        const std::size_t length = number(at);
        chunks.push_back({png.substr(at + 4, 4), png.substr(at + 8, length)});
        at += length + 12;
    }
    return chunks;
}

std::string first_of(const std::string& png, std::string_view type) {
    for (const auto& chunk : chunks_of(png)) {
        if (chunk.type == type) return chunk.data;
    }
    return {};
}

TEST(Image, ShowsWhatTheViewportShows) {
    scene::Scene scene;
    scene.size = {100, 50};
    scene.background = base::rgb(0xFF8000);
    scene::Element square;
    square.box = {20, 10, 40, 30};
    square.origin = {20, 10};
    square.paths.push_back(test::box_path({0, 0, 20, 20}, 0, base::rgb(0x0000FF)));
    scene.elements.push_back(square);
    const auto image = to_image(scene, whole(scene, 2), image_fonts());
    ASSERT_TRUE(image);
    EXPECT_EQ(image->width, 200U);
    EXPECT_EQ(image->height, 100U);
    EXPECT_EQ(pixel(*image, 10, 10), (std::array{255, 128, 0, 255}));
    EXPECT_EQ(pixel(*image, 41, 21), (std::array{0, 0, 255, 255}));
    EXPECT_EQ(pixel(*image, 79, 59), (std::array{0, 0, 255, 255}));
    EXPECT_EQ(pixel(*image, 81, 59), (std::array{255, 128, 0, 255}));
    const auto part = to_image(scene, {{30, 20}, 1, {5, 5}}, image_fonts());
    ASSERT_TRUE(part);
    EXPECT_EQ(pixel(*part, 4, 4), (std::array{0, 0, 255, 255}));
}

TEST(Image, KeepsTransparencyUnpremultiplied) {
    scene::Scene scene;
    scene.size = {4, 4};
    scene.background = base::Colour{200, 100, 40, 128};
    const auto image = to_image(scene, whole(scene, 1), image_fonts());
    ASSERT_TRUE(image);
    const auto found = pixel(*image, 1, 1);
    EXPECT_NEAR(found[0], 200, 2);
    EXPECT_NEAR(found[1], 100, 2);
    EXPECT_NEAR(found[2], 40, 2);
    EXPECT_EQ(found[3], 128);
}

TEST(Image, TilesHaveNoSeams) {
    scene::Scene scene;
    scene.size = {5000, 30};
    scene.background = base::rgb(0xFFFFFF);
    scene.elements.push_back(
        test::node(image_fonts(), "wide", {4000, 2, 4200, 28}, "Қазақстан across tiles"));
    const auto one = to_image(scene, {{4050, 0}, 1, {100, 30}}, image_fonts());
    const auto all = to_image(scene, whole(scene, 1), image_fonts());
    ASSERT_TRUE(one && all);
    for (std::uint32_t y = 0; y < 30; ++y) {
        for (std::uint32_t x = 0; x < 100; ++x) {
            ASSERT_EQ(pixel(*one, x, y), pixel(*all, x + 4050, y)) << x << "," << y;
        }
    }
}

TEST(Image, RefusesHugePictures) {
    const auto scene = test::small_scene(image_fonts());
    const double infinite = std::numeric_limits<double>::infinity();
    for (const base::Size size :
         {base::Size{100'000, 100'000}, base::Size{1e300, 1e300}, base::Size{infinite, 1}}) {
        const auto image = to_image(scene, {{0, 0}, 1, size}, image_fonts());
        ASSERT_FALSE(image);
        EXPECT_EQ(image.error().code, "png.too-large");
    }
}

TEST(Png, CarriesResolutionAndWords) {
    const auto scene = test::small_scene(image_fonts());
    const auto image = to_image(scene, whole(scene, 2), image_fonts());
    ASSERT_TRUE(image);
    const auto png = to_png(*image, 144, "Шежіре & co", "Three bodies\nin 2005");
    ASSERT_TRUE(png);
    EXPECT_EQ(first_of(*png, "pHYs"), std::string("\0\0\x16\x25\0\0\x16\x25\x01", 9)) << "5669 dots a metre";
    std::string texts;
    for (const auto& chunk : chunks_of(*png)) {
        EXPECT_NE(chunk.type, "tIME");
        if (chunk.type == "iTXt") texts += chunk.data;
    }
    EXPECT_THAT(texts, AllOf(HasSubstr("Title"), HasSubstr("Шежіре & co"), HasSubstr("Three bodies")));
    const auto seen = test::run_tool({"identify", "-format", "%wx%h %[channels]", "png:-"}, *png);
    EXPECT_EQ(seen.status, 0) << seen.output;
    EXPECT_THAT(seen.output, HasSubstr("720x400 srgb"));
    EXPECT_EQ(*png, *to_png(*to_image(scene, whole(scene, 2), image_fonts()), 144, "Шежіре & co",
                            "Three bodies\nin 2005"));
}

TEST(Png, KeepsAlphaWhereThereIsSome) {
    const Image image{2, 1, {255, 0, 0, 255, 0, 255, 0, 10}};
    const auto png = to_png(image, 96, "", "");
    ASSERT_TRUE(png);
    const auto seen = test::run_tool({"convert", "png:-", "-depth", "8", "txt:-"}, *png);
    EXPECT_THAT(seen.output, AllOf(HasSubstr("#FF0000FF"), HasSubstr("#00FF000A")));
}

TEST(Png, RefusesImagesThatAreNone) {
    EXPECT_EQ(to_png({}, 96, "", "").error().code, "png.failed");
    EXPECT_EQ(to_png({3, 3, {1, 2, 3}}, 96, "", "").error().code, "png.failed");
    EXPECT_TRUE(to_png({1, 1, {1, 2, 3, 255}}, std::numeric_limits<double>::quiet_NaN(), "", ""));
}

}  // namespace
}  // namespace shezhire::cairo
