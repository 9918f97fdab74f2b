// Tables in every format.
#include <gtest/gtest.h>

#include "export/export.h"
#include "export/table_text.h"
#include "support/golden.h"
#include "support/scenes.h"
#include "support/tools.h"

namespace shezhire::exporting {
namespace {

using scene::CellKind;

scene::Table small_table() {
    scene::TableMaker maker({{"name", "Name", CellKind::text, true, "en"},
                             {"number", "Number", CellKind::number, true, "en"},
                             {"founded", "Founded & so on", CellKind::date, true, "en"}});
    maker.add("fed", "federation",
              {{"The <Federation>", "en", {}, {}}, {}, {"30 September 1927", {}, "1927-09-30", "1"}});
    maker.add("a>b", "", {{"Қауымдастық \"ұйым\"", "kk", {}, {}}, scene::number_cell(13, "en"), {}}, "a");
    auto table = std::move(maker).made();
    table.title = "The Federation";
    table.subtitle = "Structure in 1992";
    table.note = "2 bodies";
    return table;
}

struct Written : ::testing::Test {
    base::Result<std::string> bytes(const scene::Table& table, Format format, Page page = Page::a4) {
        base::Diagnostics none;
        const auto model = model::Model::build({}, none);
        Options options;
        options.format = format;
        options.page = page;
        return to_bytes(table, TableLook{*model, scene::theme(scene::ThemeName::print)}, typesetter, options);
    }
    text::Typesetter typesetter;
};

TEST_F(Written, GoldenTexts) {
    EXPECT_TRUE(test::matches_golden("export/table.json", *bytes(small_table(), Format::json)));
    EXPECT_TRUE(test::matches_golden("export/table.dot", *bytes(small_table(), Format::dot)));
}

TEST_F(Written, GraphvizDrawsTheTable) {
    const auto drawn = test::run_tool({"dot", "-Tsvg"}, *bytes(small_table(), Format::dot));
    EXPECT_EQ(drawn.status, 0) << drawn.output;
    EXPECT_NE(drawn.output.find("Federation"), std::string::npos);
}

TEST_F(Written, HostileCellsStayText) {
    scene::TableMaker maker({{"name", "Name", CellKind::text, true, "en"}});
    base::Diagnostics none;
    for (const auto& element : test::hostile_scene(typesetter).elements)
        maker.add(element.key, element.kind, {{element.title, {}, element.title, {}}});
    const auto table = std::move(maker).made();
    for (const auto format : {Format::csv, Format::tsv, Format::json, Format::dot, Format::svg, Format::pdf})
        EXPECT_TRUE(bytes(table, format)) << to_text(format);
    const auto drawn = test::run_tool({"dot", "-Tplain"}, *bytes(table, Format::dot));
    EXPECT_EQ(drawn.status, 0) << drawn.output;
    const auto svg = test::run_tool({"xmllint", "--noout", "-"}, *bytes(table, Format::svg));
    EXPECT_EQ(svg.status, 0) << svg.output;
}

TEST_F(Written, APictureHasNoRows) {
    for (const auto format : {Format::csv, Format::tsv}) {
        Options options;
        options.format = format;
        const auto refused = to_bytes(test::small_scene(typesetter), typesetter, options);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, "export.unsupported");
        EXPECT_EQ(format_from(to_text(format)), format);
    }
}

TEST_F(Written, CancelledWritesNothing) {
    base::Diagnostics none;
    const auto model = model::Model::build({}, none);
    std::stop_source stop;
    stop.request_stop();
    const auto refused = to_bytes(small_table(), TableLook{*model, scene::theme(scene::ThemeName::print)},
                                  typesetter, {}, stop.get_token());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "export.cancelled");
}

}  // namespace
}  // namespace shezhire::exporting
