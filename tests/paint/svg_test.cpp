// Held by judges that are not ours: libxml2 parses, librsvg draws, Fontconfig reads the embedded fonts.
#include "paint/svg.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <regex>
#include <set>

#include "base/file.h"
#include "paint/font_use.h"
#include "support/golden.h"
#include "support/scenes.h"
#include "support/tools.h"

namespace shezhire::paint {
namespace {

using test::run_tool;

const text::Typesetter& typesetter() {
    static const text::Typesetter instance;
    return instance;
}

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++n;
    return n;
}

// Cases run side by side, each in a folder of its own.
const char* this_test() {
    return ::testing::UnitTest::GetInstance()->current_test_info()->name();
}

void expect_valid_and_drawable(const std::string& svg) {
    const auto lint = run_tool({"xmllint", "--noout", "--huge", "--nonet", "-"}, svg);
    EXPECT_EQ(lint.status, 0) << lint.output.substr(0, 2000);
    const auto png = test::scratch_dir(std::string("svg-") + this_test()) / "out.png";
    const auto drawn = run_tool({"rsvg-convert", "--unlimited", "-f", "png", "-o", png.string()}, svg);
    EXPECT_EQ(drawn.status, 0) << drawn.output.substr(0, 2000);
}

std::string decoded(std::string_view base64) {
    std::string out;
    unsigned bits = 0;
    unsigned held = 0;
    for (const char c : base64) {
        const auto value =
            std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/").find(c);
        if (value == std::string_view::npos) break;
        held = held << 6U | static_cast<unsigned>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out.push_back(static_cast<char>(held >> bits & 0xFFU));
        }
    }
    return out;
}

std::vector<std::string> embedded_fonts(const std::string& svg) {
    std::vector<std::string> fonts;
    constexpr std::string_view mark = ";base64,";
    for (auto at = svg.find("url(data:font/"); at != std::string::npos;
         at = svg.find("url(data:font/", at + 1)) {
        const auto start = svg.find(mark, at) + mark.size();
        fonts.push_back(decoded(std::string_view(svg).substr(start, svg.find(')', start) - start)));
    }
    return fonts;
}

// Measures to whole points: the agreed text is about what is written, not about the last digit of a font's
// width.
scene::Scene with_whole_measures(scene::Scene scene) {
    for (auto& element : scene.elements) {
        for (auto& shape : element.texts) {
            auto set = *shape.text;
            for (auto& line : set.lines) {
                line.baseline = std::round(line.baseline);
                line.left = std::round(line.left);
                line.width = std::round(line.width);
            }
            shape.text = std::make_shared<const text::SetText>(std::move(set));
            shape.top_left = {std::round(shape.top_left.x), std::round(shape.top_left.y)};
        }
    }
    return scene;
}

TEST(Svg, OfASmallSceneIsAsAgreed) {
    const auto svg =
        to_svg(with_whole_measures(test::small_scene(typesetter())), typesetter(), {SvgText::live, false});
    EXPECT_TRUE(test::matches_golden("paint/small.svg", svg));
    expect_valid_and_drawable(svg);
}

TEST(Svg, SameSceneSameBytes) {
    for (const auto mode : {SvgText::live, SvgText::outline}) {
        const text::Typesetter other;
        const auto once = to_svg(test::small_scene(typesetter()), typesetter(), {mode, true});
        EXPECT_EQ(once, to_svg(test::small_scene(other), other, {mode, true}));
    }
}

TEST(Svg, EmbeddedFontsAreRealAndSmall) {
    const auto svg = to_svg(test::small_scene(typesetter()), typesetter());
    expect_valid_and_drawable(svg);
    const auto fonts = embedded_fonts(svg);
    ASSERT_GE(fonts.size(), 3U);  // Latin with Cyrillic, Arabic, Chinese
    const auto dir = test::scratch_dir("svg-fonts");
    std::set<std::string> families;
    for (const auto& font : fonts) {
        const auto magic = font.substr(0, 4);
        EXPECT_TRUE(magic == "OTTO" || magic == std::string("\0\1\0\0", 4)) << magic;
        EXPECT_LT(font.size(), 100'000U);
        const auto path = dir / "font";
        ASSERT_TRUE(base::write_file_atomically(path, font));
        const auto scan = run_tool({"fc-scan", "-f", "%{family[0]}\n", path.string()});
        EXPECT_EQ(scan.status, 0);
        families.insert(scan.output);
    }
    EXPECT_TRUE(families.count("Noto Sans\n") == 1) << *families.begin();
    EXPECT_EQ(families.size(), fonts.size());
}

TEST(Svg, EmbeddedFontsCoverWhatIsShown) {
    auto scene = test::small_scene(typesetter());
    const auto dir = test::scratch_dir("svg-cover");
    std::string charsets;
    for (const auto& font : embedded_fonts(to_svg(scene, typesetter()))) {
        ASSERT_TRUE(base::write_file_atomically(dir / "font", font));
        charsets += " " + run_tool({"fc-scan", "-f", "%{charset}", (dir / "font").string()}).output;
    }
    EXPECT_NE(charsets.find("4a3"), std::string::npos) << charsets;   // ң
    EXPECT_NE(charsets.find("56fd"), std::string::npos) << charsets;  // 国
}

TEST(Svg, OutlinesNeedNoFontAndNoText) {
    const auto svg = to_svg(test::small_scene(typesetter()), typesetter(), {SvgText::outline, true});
    EXPECT_EQ(count(svg, "<text"), 0U);
    EXPECT_EQ(count(svg, "font"), 0U);
    EXPECT_GT(count(svg, "<use href=\"#__g"), 100U);
    expect_valid_and_drawable(svg);
    // What is placed is defined, once.
    const std::regex used("href=\"#(__g[0-9]+)\"");
    for (std::sregex_iterator it(svg.begin(), svg.end(), used), end; it != end; ++it) {
        EXPECT_EQ(count(svg, "id=\"" + it->str(1) + "\""), 1U);
    }
}

TEST(Svg, NothingHostileGetsOut) {
    for (const auto mode : {SvgText::live, SvgText::outline}) {
        const auto svg = to_svg(test::hostile_scene(typesetter()), typesetter(), {mode, true});
        expect_valid_and_drawable(svg);
        EXPECT_EQ(count(svg, "<script"), 0U);
        EXPECT_EQ(count(svg, "href=\"javascript"), 0U);
        EXPECT_EQ(count(svg, " onload=\""), 0U);
        EXPECT_EQ(count(svg, "<![CDATA["), 0U);
        EXPECT_EQ(count(svg, "<!--"), 0U);
        EXPECT_EQ(count(svg, "\u202E"), 0U);
    }
}

TEST(Svg, IdsAreUniqueAndEveryElementHasItsGroup) {
    const auto scene = test::hostile_scene(typesetter());
    const auto svg = to_svg(scene, typesetter(), {SvgText::live, false});
    const std::regex id(" id=\"([^\"]*)\"");
    std::set<std::string> ids;
    std::size_t found = 0;
    for (std::sregex_iterator it(svg.begin(), svg.end(), id), end; it != end; ++it, ++found) {
        EXPECT_TRUE(std::regex_match(it->str(1), std::regex("[A-Za-z_][A-Za-z0-9_-]*"))) << it->str(1);
        ids.insert(it->str(1));
    }
    EXPECT_EQ(ids.size(), found);
    EXPECT_EQ(count(svg, "role=\"graphics-symbol\""), scene.elements.size());
}

TEST(Svg, LinksAndFragmentsPointSomewhere) {
    const auto svg = to_svg(test::small_scene(typesetter()), typesetter(), {SvgText::live, false});
    EXPECT_EQ(count(svg, "<a href=\"https://www.ifla.org/?a=1&amp;b=2\">"), 1U);
    EXPECT_EQ(count(svg, "<a href=\"#ar\">"), 1U);
    EXPECT_EQ(count(svg, " id=\"ar\""), 1U);
    EXPECT_EQ(count(svg, "</a>"), 2U);
}

TEST(Svg, WithoutEmbeddedFontsEachLineKeepsItsLength) {
    auto scene = test::small_scene(typesetter());
    const auto svg = to_svg(scene, typesetter(), {SvgText::live, false});
    EXPECT_EQ(count(svg, "<text"), count(svg, "textLength="));
    EXPECT_EQ(count(to_svg(scene, typesetter()), "textLength="), 0U);
}

TEST(Svg, ShowsTheHyphenAndTheEllipsisThatWereMeasured) {
    scene::Scene scene;
    scene.size = {200, 100};
    scene.elements.push_back(
        test::node(typesetter(), "n", {0, 0, 80, 40}, "Донаудампфшиффахртсгезелльшафт und so weiter"));
    const auto svg = to_svg(scene, typesetter(), {SvgText::live, false});
    EXPECT_EQ(count(svg, "-</text>"), 1U) << svg;
    EXPECT_EQ(count(svg, "…</text>"), 1U) << svg;
}

TEST(Svg, OfNothingIsADocument) {
    const auto svg = to_svg({}, typesetter());
    expect_valid_and_drawable(svg);
    EXPECT_EQ(count(svg, "@font-face"), 0U);
}

TEST(Subset, OfAFileThatIsGoneOrNoFontIsEmpty) {
    CodePoints characters;
    characters.add("abc");
    text::Font font;
    font.file = "/nowhere/font.ttf";
    EXPECT_EQ(subset(font, characters), "");
    EXPECT_FALSE(can_be_subset(font));
    font.file = (test::source_dir() / "LICENSE").string();
    EXPECT_EQ(subset(font, characters), "");
    const auto set = typesetter().set({"abc", "en", {}, 0, 1, text::Align::start});
    font = typesetter().font(set->runs.at(0).font);
    EXPECT_TRUE(can_be_subset(font));
    const auto good = subset(font, characters);
    EXPECT_GT(good.size(), 500U);
    EXPECT_LT(good.size(), 20'000U);
    font.index = 7;
    EXPECT_EQ(subset(font, characters), "");
}

}  // namespace
}  // namespace shezhire::paint
