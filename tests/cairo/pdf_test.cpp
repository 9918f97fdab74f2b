#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "cairo/cairo.h"
#include "support/golden.h"
#include "support/scenes.h"
#include "support/tools.h"

namespace shezhire::cairo {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const text::Typesetter& pdf_fonts() {
    static const text::Typesetter instance;
    return instance;
}

/// One label a script, in the styles that fonts have and in those that are made up (italic Chinese).
scene::Scene scripts_scene() {
    struct Label {
        const char* text;
        const char* lang;
        text::Style style;
    };
    const Label labels[] = {
        {"Қазақстан кітапхана қауымдастығы", "kk", {12, text::Weight::bold}},
        {"Әліппе: ӘәҒғҚқҢңӨөҰұҮүҺһІі", "kk", {12}},
        {"Российская библиотечная ассоциация", "ru", {12, text::Weight::regular, true}},
        {"مكتبة الكويت", "ar", {14}},
        {"国际图书馆协会联合会", "zh", {12}},
        {"中国图书馆学会", "zh", {12, text::Weight::bold, true}},
        {"पुस्तकालय संघ", "hi", {12}},
        {"Fédération internationale (office)", "fr", {12}},
    };
    scene::Scene scene;
    scene.background = base::rgb(0xFFFFFF);
    scene.title = "Сценарий: scripts";
    scene.description = "One label a script";
    double y = 10;
    for (const auto& label : labels) {
        auto element = test::node(pdf_fonts(), label.text, {10, y, 310, y + 30}, label.text, label.lang);
        element.href = "https://example.org/it's(here)?q=\\x&name=Қ";
        element.texts.clear();
        const text::TextRequest request{label.text, label.lang, label.style};
        element.texts.push_back({pdf_fonts().set(request), {8, 6}, base::rgb(0x102030), {}});
        scene.elements.push_back(std::move(element));
        y += 40;
    }
    scene.size = {320, y};
    return scene;
}

PdfPage page_of(const scene::Scene& scene, std::string outline = {}) {
    return {&scene, scene.size, base::Rect::at({0, 0}, scene.size), std::move(outline)};
}

/// What a program prints of a PDF; "FILE" among the words stands for its file.
std::string said_of(const std::string& pdf, std::vector<std::string> words) {
    const auto file = (test::scratch_dir("cairo-pdf") / "page.pdf").string();
    EXPECT_TRUE(base::write_file_atomically(file, pdf));
    for (auto& word : words) {
        if (word == "FILE") word = file;
    }
    const auto ran = test::run_tool(words);
    EXPECT_EQ(ran.status, 0) << ran.output;
    return ran.output;
}

/// The objects of the file as text, without what fonts and streams hold.
std::string objects_of(const std::string& pdf) {
    return said_of(pdf, {"qpdf", "--json=1", "--json-key=objects", "FILE"});
}

/// Says what was looked for, not the whole file.
::testing::AssertionResult holds(const std::string& text, std::string_view part) {
    if (text.find(part) != std::string::npos) return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << "“" << part << "” is not in " << text.substr(0, 2000);
}

TEST(Pdf, TextOfEveryScriptIsFound) {
    const auto scene = scripts_scene();
    const auto pdf = to_pdf({page_of(scene)}, pdf_fonts());
    ASSERT_TRUE(pdf) << pdf.error().sentence;
    const auto text = said_of(*pdf, {"pdftotext", "-layout", "FILE", "-"});
    for (const char* label :
         {"Қазақстан кітапхана қауымдастығы", "ӘәҒғҚқҢңӨөҰұҮүҺһІі", "Российская библиотечная ассоциация",
          "مكتبة الكويت", "国际图书馆协会联合会", "中国图书馆学会", "Fédération internationale (office)"}) {
        EXPECT_THAT(text, HasSubstr(label));
    }
    const auto fonts = said_of(*pdf, {"pdffonts", "FILE"});
    EXPECT_THAT(fonts,
                AllOf(HasSubstr("NotoSans-Bold"), HasSubstr("NotoSansCJKsc"), HasSubstr("NotoSansArabic")));
}

TEST(Pdf, LinksAreEncodedAndWhereTheirElementIs) {
    auto scene = scripts_scene();
    scene.elements.resize(2);
    scene.elements[1].href = "javascript:alert(1)";
    const auto pdf = to_pdf({page_of(scene)}, pdf_fonts());
    ASSERT_TRUE(pdf) << pdf.error().sentence;
    const auto objects = objects_of(*pdf);
    EXPECT_TRUE(holds(objects, "https://example.org/it%27s%28here%29?q=%5Cx&name=%D2%9A\""));
    EXPECT_FALSE(holds(objects, "javascript"));
    // The first element's box of 9.5 to 310.5 and 9.5 to 40.5, in whole points on a page that counts from
    // below.
    EXPECT_EQ(scene.size.height, 330);
    EXPECT_TRUE(holds(objects, R"("/Rect": [
        9,
        289,
        311,
        321
      ])"));
}

TEST(Pdf, SaysWhatItIs) {
    const auto scene = scripts_scene();
    const auto other = test::small_scene(pdf_fonts());
    const PdfInfo info{"", "IFLA, \"HQ\" (The Hague)", "", "libraries, associations"};
    const auto pdf =
        to_pdf({page_of(scene, "Бірінші бет"), page_of(other, "Second \\ page")}, pdf_fonts(), info);
    ASSERT_TRUE(pdf) << pdf.error().sentence;
    const auto about = said_of(*pdf, {"pdfinfo", "-rawdates", "FILE"});
    EXPECT_THAT(about, AllOf(HasSubstr("Сценарий: scripts"), HasSubstr("IFLA, \"HQ\" (The Hague)"),
                             HasSubstr("One label a script"), HasSubstr("libraries, associations"),
                             HasSubstr("Shezhire"), HasSubstr("Pages:           2")));
    EXPECT_FALSE(holds(about, "Date")) << "no clock";
    const auto objects = objects_of(*pdf);
    EXPECT_TRUE(holds(objects, "\"/Title\": \"Бірінші бет\""));
    EXPECT_TRUE(holds(objects, "\"/Title\": \"Second \\\\ page\""));
}

TEST(Pdf, SameSceneSameBytes) {
    const auto first = to_pdf({page_of(scripts_scene())}, pdf_fonts());
    const text::Typesetter fresh;
    const auto scene = scripts_scene();
    const auto second = to_pdf({page_of(scene)}, fresh);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(*first, *second);
}

TEST(Pdf, IsTaggedInTheScenesOrder) {
    const auto scene = scripts_scene();
    const auto pdf = to_pdf({page_of(scene)}, pdf_fonts());
    ASSERT_TRUE(pdf) << pdf.error().sentence;
    EXPECT_THAT(said_of(*pdf, {"qpdf", "--check", "FILE"}), HasSubstr("No syntax or stream encoding errors"));
    const auto structure = said_of(*pdf, {"pdfinfo", "-struct-text", "FILE"});
    EXPECT_LT(structure.find("Қазақстан"), structure.find("ассоциация"));
    EXPECT_TRUE(holds(structure, "Link"));
}

TEST(Pdf, KeepsItsTagsUnderShapesThatCoverThePage) {
    auto scene = scripts_scene();
    scene.elements[3].paths.push_back(
        test::box_path({-900, -900, 900, 900}, 0, base::rgb(0x99AABB)));  // over the whole page
    const auto pdf = to_pdf({page_of(scene)}, pdf_fonts());
    ASSERT_TRUE(pdf) << pdf.error().sentence;
    EXPECT_TRUE(holds(said_of(*pdf, {"pdftotext", "FILE", "-"}), "Қазақстан"));
    EXPECT_TRUE(holds(said_of(*pdf, {"pdfinfo", "-struct-text", "FILE"}), "Қазақстан"));
}

TEST(Pdf, FitsTheSceneIntoItsArea) {
    const auto scene = scripts_scene();
    const PdfPage page{&scene, {842, 595}, {36, 36, 806, 559}, ""};
    const auto pdf = to_pdf({page}, pdf_fonts());
    ASSERT_TRUE(pdf) << pdf.error().sentence;
    EXPECT_THAT(said_of(*pdf, {"pdfinfo", "FILE"}), HasSubstr("842 x 595"));
    const auto words = said_of(*pdf, {"pdftotext", "-bbox", "FILE", "-"});
    EXPECT_THAT(words, HasSubstr("кітапхана</word>"));
}

TEST(Pdf, ShrinksPagesThatReadersRefuse) {
    auto scene = test::small_scene(pdf_fonts());
    const PdfPage page{&scene, {28800, 14400}, {0, 0, 28800, 14400}, ""};
    const auto pdf = to_pdf({page}, pdf_fonts());
    ASSERT_TRUE(pdf) << pdf.error().sentence;
    EXPECT_THAT(said_of(*pdf, {"pdfinfo", "FILE"}), HasSubstr("14400 x 7200"));
}

TEST(Pdf, RefusesImpossiblePages) {
    const auto scene = test::small_scene(pdf_fonts());
    EXPECT_EQ(to_pdf({}, pdf_fonts()).error().code, "pdf.failed");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double side : {0.0, -5.0, nan, std::numeric_limits<double>::infinity()}) {
        const auto pdf = to_pdf({{&scene, {side, 100}, {0, 0, 50, 50}, ""}}, pdf_fonts());
        ASSERT_FALSE(pdf);
        EXPECT_EQ(pdf.error().code, "pdf.failed");
    }
}

TEST(Pdf, TakesHostileLabels) {
    const auto scene = test::hostile_scene(pdf_fonts());
    const auto pdf = to_pdf({page_of(scene, scene.title)}, pdf_fonts());
    ASSERT_TRUE(pdf) << pdf.error().sentence;
    EXPECT_FALSE(holds(objects_of(*pdf), "/URI"));
    EXPECT_THAT(said_of(*pdf, {"qpdf", "--check", "FILE"}), HasSubstr("No syntax or stream encoding errors"));
    EXPECT_THAT(said_of(*pdf, {"pdftotext", "FILE", "-"}), HasSubstr("<script>"));
}

TEST(Pdf, TakesAnEmptyScene) {
    scene::Scene empty;
    const auto pdf = to_pdf(
        {{&empty, {100, 100}, {0, 0, 100, 100}, ""}, {nullptr, {50, 50}, {0, 0, 50, 50}, ""}}, pdf_fonts());
    ASSERT_TRUE(pdf) << pdf.error().sentence;
    EXPECT_THAT(said_of(*pdf, {"pdfinfo", "FILE"}), HasSubstr("Pages:           2"));
}

}  // namespace
}  // namespace shezhire::cairo
