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
        for (const base::Size picture : {base::Size{1600, 900}, {300, 2000}, {10, 10}, {9000, 30}, {0, 0}}) {
            const auto sheet = sheet_for(page, picture);
            const auto inner = base::Rect::at({}, sheet.size).grown(-margin + 1e-6);
            EXPECT_TRUE(inner.contains(sheet.area)) << to_text(page) << picture.width;
            if (picture.width > 0) {
                EXPECT_NEAR(sheet.area.width() / sheet.area.height(), picture.width / picture.height, 1e-6);
                EXPECT_LE(sheet.area.width() / picture.width, 2.0001);
            }
            EXPECT_EQ(sheet.size.width > sheet.size.height,
                      page == Page::wide || picture.width > picture.height);
        }
    }
    EXPECT_NEAR(sheet_for(Page::a4, {1, 2}).size.height, 841.89, 0.01);
}

TEST(Sheets, OfThePicturesOwnSizeStayWithinWhatPdfAllows) {
    EXPECT_EQ(sheet_for(Page::scene, {300, 200}).area, (base::Rect{0, 0, 300, 200}));
    const auto huge = sheet_for(Page::scene, {28'800, 1'000});
    EXPECT_DOUBLE_EQ(huge.size.width, 14'400);
    EXPECT_DOUBLE_EQ(huge.size.height, 500);
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
