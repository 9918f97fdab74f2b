#include "export/export.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/file.h"
#include "support/golden.h"
#include "support/scenes.h"
#include "support/tools.h"

namespace shezhire::exporting {
namespace {

const text::Typesetter& sheet_fonts() {
    static const text::Typesetter instance;
    return instance;
}

struct Drawn {
    scene::Scene scene = test::small_scene(sheet_fonts());
};

Options as(Format format) {
    Options options;
    options.format = format;
    return options;
}

TEST(Export, EveryFormatIsWhatItSaysAndAlwaysTheSame) {
    const Drawn drawn;
    const std::pair<Format, std::string> starts[] = {{Format::svg, "<?xml"},
                                                     {Format::pdf, "%PDF-"},
                                                     {Format::png, "\x89PNG"},
                                                     {Format::dot, "digraph "},
                                                     {Format::json, "{\"format\":\"shezhire-scene/1\""}};
    for (const auto& [format, start] : starts) {
        const auto bytes = to_bytes(drawn.scene, sheet_fonts(), as(format));
        ASSERT_TRUE(bytes) << to_text(format) << ": " << bytes.error().sentence;
        EXPECT_EQ(bytes->substr(0, start.size()), start);
        EXPECT_EQ(to_bytes(drawn.scene, sheet_fonts(), as(format)).value(), *bytes) << to_text(format);
    }
}

TEST(Export, PngHasTheAskedResolution) {
    const Drawn drawn;
    const auto dir = test::scratch_dir("export-png");
    const auto size_of = [&](const Options& options) {
        const auto path = dir / "a.png";
        EXPECT_TRUE(to_file(path, drawn.scene, sheet_fonts(), options));
        return test::run_tool({"identify", "-units", "PixelsPerInch", "-format", "%w %h %x", path.string()})
            .output;
    };
    auto options = as(Format::png);
    EXPECT_EQ(size_of(options).substr(0, 7), "720 400");
    options.dpi = 36;
    EXPECT_EQ(size_of(options).substr(0, 7), "180 100");
    options.scale = 3;
    EXPECT_EQ(size_of(options).substr(0, 12), "1080 600 216");
    options.area = base::Rect{10.25, 10, 20.5, 15};
    EXPECT_EQ(size_of(options).substr(0, 5), "31 15");
}

TEST(Export, PdfHasTheAskedPage) {
    const Drawn drawn;
    const auto dir = test::scratch_dir("export-pdf");
    const auto size_on = [&](Page page) {
        auto options = as(Format::pdf);
        options.page = page;
        EXPECT_TRUE(to_file(dir / "a.pdf", drawn.scene, sheet_fonts(), options));
        const auto info = test::run_tool({"pdfinfo", (dir / "a.pdf").string()}).output;
        const auto at = info.find("Page size:");
        return at == std::string::npos ? info : info.substr(at + 17, info.find(" pts", at) - at - 17);
    };
    EXPECT_EQ(size_on(Page::scene), "360 x 200");
    EXPECT_EQ(size_on(Page::a4), "841.89 x 595.276");
    EXPECT_EQ(size_on(Page::wide), "960 x 540");
    const auto info = test::run_tool({"pdfinfo", (dir / "a.pdf").string()}).output;
    EXPECT_NE(info.find("A federation & its sections"), std::string::npos) << info;
    EXPECT_NE(info.find("Three bodies in 2005"), std::string::npos) << info;
    const auto text = test::run_tool({"pdftotext", (dir / "a.pdf").string(), "-"}).output;
    EXPECT_NE(text.find("ұйым әңгімесі"), std::string::npos) << text;
}

TEST(Export, CropsEveryFormat) {
    const Drawn drawn;
    auto options = as(Format::svg);
    options.area = base::Rect{0, 100, 180, 200};
    const auto svg = to_bytes(drawn.scene, sheet_fonts(), options).value();
    EXPECT_NE(svg.find("viewBox=\"0 0 180 100\""), std::string::npos);
    EXPECT_NE(svg.find("id=\"cat\""), std::string::npos);
    EXPECT_EQ(svg.find("id=\"ar\""), std::string::npos);
}

TEST(Export, SaysWhatCannotBe) {
    const Drawn drawn;
    const auto code = [&](const Options& options) {
        return to_bytes(drawn.scene, sheet_fonts(), options).error().code;
    };
    auto options = as(Format::png);
    for (const double scale : {0.0, -1.0, std::numeric_limits<double>::infinity()}) {
        options.scale = scale;
        EXPECT_EQ(code(options), "export.bad-scale");
    }
    options.scale = 1000;
    EXPECT_EQ(code(options), "png.too-large");
    options = as(Format::svg);
    options.area = base::Rect{10, 10, 10, 20};
    EXPECT_EQ(code(options), "export.nothing");
}

TEST(Export, CancelledLeavesWhatWasThere) {
    const Drawn drawn;
    const auto path = test::scratch_dir("export-cancel") / "a.svg";
    ASSERT_TRUE(base::write_file_atomically(path, "before"));
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(to_file(path, drawn.scene, sheet_fonts(), as(Format::svg), {}, source.get_token()).error().code,
              "export.cancelled");
    EXPECT_EQ(base::read_file(path).value(), "before");
    EXPECT_EQ(to_file(path / "x", drawn.scene, sheet_fonts(), as(Format::svg)).error().code,
              "file.cannot-write");
}

TEST(Export, HostileLabelsComeOutInEveryFormat) {
    Drawn drawn;
    drawn.scene = test::hostile_scene(sheet_fonts());
    for (const auto format : {Format::svg, Format::pdf, Format::png, Format::dot, Format::json}) {
        EXPECT_TRUE(to_bytes(drawn.scene, sheet_fonts(), as(format))) << to_text(format);
    }
}

}  // namespace
}  // namespace shezhire::exporting
