#include <gtest/gtest.h>

#include "export/export.h"
#include "export/sheet.h"
#include "support/scenes.h"

namespace shezhire::exporting {
namespace {

TEST(Formats, AreKnownByNameAndEnding) {
    for (const auto format : {Format::svg, Format::pdf, Format::png, Format::dot, Format::json}) {
        EXPECT_EQ(format_from(to_text(format)), format);
    }
    EXPECT_EQ(format_from(".SVG"), Format::svg);
    EXPECT_EQ(format_from(".gv"), Format::dot);
    for (const auto* unknown : {"", ".", "svgz", "..svg", "svg "})
        EXPECT_FALSE(format_from(unknown)) << unknown;
    for (const auto page : {Page::scene, Page::a4, Page::a3, Page::wide})
        EXPECT_EQ(page_from(to_text(page)), page);
    EXPECT_EQ(page_from("a4"), Page::a4);
    EXPECT_EQ(page_from("16:9"), Page::wide);
    EXPECT_FALSE(page_from("A5"));
}

TEST(Sheets, TurnWithThePictureAndKeepTheirMargins) {
    constexpr double margin = 12 * 72 / 25.4;
    for (const auto page : {Page::a4, Page::a3, Page::wide}) {
        for (const base::Size picture : {base::Size{1600, 900}, {300, 2000}, {40, 40}, {9000, 60}, {0, 0}}) {
            const base::Rect ink{18, 18, picture.width - 18, picture.height - 18};
            const auto sheet = sheet_for(page, picture, ink);
            const auto inner = base::Rect::at({}, sheet.size).grown(-margin + 1e-6);
            if (picture.width <= 0) {
                EXPECT_TRUE(inner.contains(sheet.area));
                continue;
            }
            const double scale = sheet.area.width() / picture.width;
            EXPECT_NEAR(sheet.area.height() / picture.height, scale, 1e-9);
            EXPECT_LE(scale, 2.0001);
            const auto placed =
                base::Rect{ink.left * scale, ink.top * scale, ink.right * scale, ink.bottom * scale}.moved(
                    sheet.area.top_left());
            EXPECT_TRUE(inner.contains(placed)) << to_text(page) << picture.width;
            EXPECT_NEAR(placed.centre().x, sheet.size.width / 2, 1e-6);
            EXPECT_EQ(sheet.size.width > sheet.size.height,
                      page == Page::wide || picture.width > picture.height);
        }
    }
    EXPECT_NEAR(sheet_for(Page::a4, {1, 2}, {}).size.height, 841.89, 0.01);
}

TEST(Sheets, OfThePicturesOwnSizeStayWithinWhatPdfAllows) {
    EXPECT_EQ(sheet_for(Page::scene, {300, 200}, {9, 9, 20, 20}).area, (base::Rect{0, 0, 300, 200}));
    const auto huge = sheet_for(Page::scene, {28'800, 1'000}, {});
    EXPECT_DOUBLE_EQ(huge.size.width, 14'400);
    EXPECT_DOUBLE_EQ(huge.size.height, 500);
}

TEST(Sheets, InkIsWhatIsDrawnWithinThePicture) {
    scene::Scene scene;
    scene.size = {100, 80};
    EXPECT_TRUE(ink_of(scene).empty());
    scene.elements.resize(3);
    scene.elements[0].role = scene::Role::background;
    scene.elements[0].box = {0, 0, 100, 80};
    scene.elements[1].box = {10, 10, 30, 30};
    scene.elements[2].box = {90, 20, 150, 40};
    EXPECT_EQ(ink_of(scene), (base::Rect{10, 10, 100, 40}));
}

TEST(Crops, KeepWhatMeetsThemAndMoveIt) {
    const text::Typesetter typesetter;
    const auto scene = test::small_scene(typesetter);
    const auto part = cropped(scene, {15, 115, 175, 185});
    EXPECT_EQ(part.size, (base::Size{160, 70}));
    EXPECT_EQ(part.title, scene.title);
    std::string keys;
    for (const auto& element : part.elements) keys += element.key + " ";
    EXPECT_EQ(keys, "ifla>cat cat cat ");
    EXPECT_EQ(part.elements[1].origin, (base::Point{5, 5}));
    EXPECT_EQ(part.elements[1].box, (base::Rect{4.5, 4.5, 145.5, 55.5}));
}

}  // namespace
}  // namespace shezhire::exporting
