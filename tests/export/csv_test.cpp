// Tables for spreadsheets: RFC 4180 and the clipboard.
#include "export/csv.h"

#include <gtest/gtest.h>

namespace shezhire::exporting {
namespace {

scene::Table csv_table(const std::vector<std::string>& cells) {
    scene::TableMaker maker({{"name", "Name, in full", scene::CellKind::text, true, "en"},
                             {"founded", "Founded", scene::CellKind::date, true, "en"}});
    for (const auto& cell : cells)
        maker.add("key", "", {{cell, {}, "a value", {}}, {"in words", {}, "1927-09-30", {}}});
    return std::move(maker).made();
}

TEST(Csv, QuotesWhatWouldElseBeTakenApart) {
    EXPECT_EQ(to_csv(csv_table({"plain", "a, b", "say \"so\"", "two\nlines", "tab\tin it", "", " blank "})),
              "\"Name, in full\",Founded\r\n"
              "plain,1927-09-30\r\n"
              "\"a, b\",1927-09-30\r\n"
              "\"say \"\"so\"\"\",1927-09-30\r\n"
              "\"two\nlines\",1927-09-30\r\n"
              "tab\tin it,1927-09-30\r\n"
              ",1927-09-30\r\n"
              " blank ,1927-09-30\r\n");
}

TEST(Csv, AnUnknownDateSaysWhatIsReadAndBadBytesStayOut) {
    scene::TableMaker maker({{"ended", "Ended", scene::CellKind::date, true, "en"}});
    maker.add("a", "", {{"not recorded", {}, {}, {}}});
    maker.add("b", "", {{"x\xFFy\x01", {}, {}, {}}});
    EXPECT_EQ(to_csv(std::move(maker).made()), "Ended\r\nnot recorded\r\nx\uFFFDy\r\n");
}

TEST(Csv, NoCellIsAFormula) {
    const auto csv = to_csv(csv_table({"=1+2", "@SUM(A1)", "-5", "- a dash", "+7 727", "a=b"}));
    EXPECT_EQ(csv,
              "\"Name, in full\",Founded\r\n'=1+2,1927-09-30\r\n'@SUM(A1),1927-09-30\r\n-5,1927-09-30\r\n"
              "'- a dash,1927-09-30\r\n'+7 727,1927-09-30\r\na=b,1927-09-30\r\n");
}

TEST(Csv, WithoutRowsThereIsTheHead) {
    EXPECT_EQ(to_csv(csv_table({})), "\"Name, in full\",Founded\r\n");
}

TEST(Tsv, NoCellBreaksItsLine) {
    EXPECT_EQ(to_tsv(csv_table({"a\tb\nc\rd \"e\", f"})),
              "Name, in full\tFounded\na b cd \"e\", f\t1927-09-30\n");
}

}  // namespace
}  // namespace shezhire::exporting
