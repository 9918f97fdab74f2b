// Every example of the Library of Congress' specification (2019), with the days that it stands for.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "spans.h"

namespace shezhire::edtf {
namespace {

struct DateExample {
    const char* text;
    const char* span;
    Precision precision;
    const char* flags = "";
};

std::string flags_of(const Date& date) {
    return std::string(date.uncertain() ? "?" : "") + (date.approximate() ? "~" : "") +
           (date.is_set() ? "s" : "");
}

void expect_all(const std::vector<DateExample>& examples) {
    for (const auto& example : examples) {
        const auto read = parse_date(example.text);
        ASSERT_TRUE(read) << read.error().sentence;
        EXPECT_EQ(read->value.text(), example.text);
        EXPECT_TRUE(read->notes.empty()) << read->notes.front();
        EXPECT_EQ(span_text(read->value.bounds()), example.span) << example.text;
        EXPECT_EQ(read->value.precision(), example.precision) << example.text;
        EXPECT_EQ(flags_of(read->value), example.flags) << example.text;
    }
}

TEST(Specification, Level0Dates) {
    expect_all({
        {"1985-04-12", "1985-04-12 1985-04-12", Precision::day},
        {"1985-04", "1985-04-01 1985-04-30", Precision::month},
        {"1985", "1985-01-01 1985-12-31", Precision::year},
        {"1985-04-12T23:20:30", "1985-04-12 1985-04-12", Precision::time},
        {"1985-04-12T23:20:30Z", "1985-04-12 1985-04-12", Precision::time},
        {"1985-04-12T23:20:30-04", "1985-04-12 1985-04-12", Precision::time},
        {"1985-04-12T23:20:30+04:30", "1985-04-12 1985-04-12", Precision::time},
    });
}

TEST(Specification, Level1Dates) {
    expect_all({
        {"Y170000002", "Y170000002-01-01 Y170000002-12-31", Precision::year},
        {"Y-170000002", "Y-170000002-01-01 Y-170000002-12-31", Precision::year},
        {"2001-21", "2001-01-01 2001-12-31", Precision::season},
        {"1984?", "1984-01-01 1984-12-31", Precision::year, "?"},
        {"2004-06~", "2004-06-01 2004-06-30", Precision::month, "~"},
        {"2004-06-11%", "2004-06-11 2004-06-11", Precision::day, "?~"},
        {"201X", "2010-01-01 2019-12-31", Precision::decade},
        {"20XX", "2000-01-01 2099-12-31", Precision::century},
        {"2004-XX", "2004-01-01 2004-12-31", Precision::year},
        {"1985-04-XX", "1985-04-01 1985-04-30", Precision::month},
        {"1985-XX-XX", "1985-01-01 1985-12-31", Precision::year},
        {"-1985", "-1985-01-01 -1985-12-31", Precision::year},
    });
}

TEST(Specification, Level2Dates) {
    expect_all({
        {"Y-17E7", "Y-170000000-01-01 Y-170000000-12-31", Precision::year},
        {"1950S2", "1900-01-01 1999-12-31", Precision::century},
        {"Y171010000S3", "Y171000000-01-01 Y171999999-12-31", Precision::none},
        {"Y3388E2S3", "Y338000-01-01 Y338999-12-31", Precision::none},
        {"2001-34", "2001-04-01 2001-06-30", Precision::season},
        {"[1667,1668,1670..1672]", "1667-01-01 1672-12-31", Precision::year, "s"},
        {"[..1760-12-03]", "-oo 1760-12-03", Precision::day, "s"},
        {"[1760-12..]", "1760-12-01 +oo", Precision::month, "s"},
        {"[1760-01,1760-02,1760-12..]", "1760-01-01 +oo", Precision::month, "s"},
        {"[1667,1760-12]", "1667-01-01 1760-12-31", Precision::year, "s"},
        {"[..1984]", "-oo 1984-12-31", Precision::year, "s"},
        {"{1667,1668,1670..1672}", "1667-01-01 1672-12-31", Precision::year, "s"},
        {"{1960,1961-12}", "1960-01-01 1961-12-31", Precision::year, "s"},
        {"{..1984}", "-oo 1984-12-31", Precision::year, "s"},
        {"2004-06~-11", "2004-06-11 2004-06-11", Precision::day, "~"},
        {"2004?-06-11", "2004-06-11 2004-06-11", Precision::day, "?"},
        {"?2004-06-~11", "2004-06-11 2004-06-11", Precision::day, "?~"},
        {"2004-%06-11", "2004-06-11 2004-06-11", Precision::day, "?~"},
        {"156X-12-25", "1560-12-25 1569-12-25", Precision::decade},
        {"15XX-12-25", "1500-12-25 1599-12-25", Precision::century},
        {"XXXX-12-XX", "0000-12-01 9999-12-31", Precision::none},
        {"1XXX-XX", "1000-01-01 1999-12-31", Precision::none},
        {"1XXX-12", "1000-12-01 1999-12-31", Precision::none},
        {"1984-1X", "1984-10-01 1984-12-31", Precision::year},
    });
}

struct IntervalExample {
    const char* text;
    const char* spans;
};

TEST(Specification, Intervals) {
    const std::vector<IntervalExample> examples{
        // level 0
        {"1964/2008", "1964-01-01 1964-12-31 | 2008-01-01 2008-12-31"},
        {"2004-06/2006-08", "2004-06-01 2004-06-30 | 2006-08-01 2006-08-31"},
        {"2004-02-01/2005-02-08", "2004-02-01 2004-02-01 | 2005-02-08 2005-02-08"},
        {"2004-02-01/2005-02", "2004-02-01 2004-02-01 | 2005-02-01 2005-02-28"},
        {"2004-02-01/2005", "2004-02-01 2004-02-01 | 2005-01-01 2005-12-31"},
        {"2005/2006-02", "2005-01-01 2005-12-31 | 2006-02-01 2006-02-28"},
        // level 1
        {"1985-04-12/..", "1985-04-12 1985-04-12 | +oo +oo"},
        {"1985-04/..", "1985-04-01 1985-04-30 | +oo +oo"},
        {"1985/..", "1985-01-01 1985-12-31 | +oo +oo"},
        {"../1985-04-12", "-oo -oo | 1985-04-12 1985-04-12"},
        {"../1985-04", "-oo -oo | 1985-04-01 1985-04-30"},
        {"../1985", "-oo -oo | 1985-01-01 1985-12-31"},
        {"1985-04-12/", "1985-04-12 1985-04-12 | -oo +oo"},
        {"1985-04/", "1985-04-01 1985-04-30 | -oo +oo"},
        {"1985/", "1985-01-01 1985-12-31 | -oo +oo"},
        {"/1985-04-12", "-oo +oo | 1985-04-12 1985-04-12"},
        {"/1985-04", "-oo +oo | 1985-04-01 1985-04-30"},
        {"/1985", "-oo +oo | 1985-01-01 1985-12-31"},
        {"1984~/2004-06", "1984-01-01 1984-12-31 | 2004-06-01 2004-06-30"},
        {"1984/2004-06~", "1984-01-01 1984-12-31 | 2004-06-01 2004-06-30"},
        {"1984~/2004~", "1984-01-01 1984-12-31 | 2004-01-01 2004-12-31"},
        {"1984?/2004%", "1984-01-01 1984-12-31 | 2004-01-01 2004-12-31"},
        {"1984-06-02?/2004-08-08~", "1984-06-02 1984-06-02 | 2004-08-08 2004-08-08"},
        // level 2
        {"2004-06-~01/2004-06-~20", "2004-06-01 2004-06-01 | 2004-06-20 2004-06-20"},
        {"2004-06-XX/2004-07-03", "2004-06-01 2004-06-30 | 2004-07-03 2004-07-03"},
        // and what follows from them
        {"/", "-oo +oo | -oo +oo"},
        {"../..", "-oo -oo | +oo +oo"},
        {"/..", "-oo +oo | +oo +oo"},
        {"../", "-oo -oo | -oo +oo"},
        {"-0009/0000", "-0009-01-01 -0009-12-31 | 0000-01-01 0000-12-31"},
        {"1985", "1985-01-01 1985-12-31 | 1985-01-01 1985-12-31"},
        {"[1984..]", "1984-01-01 +oo | 1984-01-01 +oo"},
        {"[1667,1669]/1700", "1667-01-01 1669-12-31 | 1700-01-01 1700-12-31"},
    };
    for (const auto& example : examples) {
        EXPECT_EQ(spans_of(example.text), example.spans) << example.text;
        const auto read = parse_interval(example.text);
        ASSERT_TRUE(read) << example.text;
        EXPECT_EQ(read->value.text(), example.text);
        EXPECT_TRUE(read->notes.empty());
        EXPECT_EQ(read->value.is_instant(), std::string(example.text).find('/') == std::string::npos);
    }
}

TEST(Specification, SeasonsAndParts) {
    const std::vector<std::pair<const char*, const char*>> seasons{
        {"2004-21", "2004-01-01 2004-12-31"},    {"2004-22", "2004-01-01 2004-12-31"},
        {"2004-23", "2004-01-01 2004-12-31"},    {"2004-24", "2004-01-01 2004-12-31"},
        {"2004-25", "2004-03-01 2004-06-30"},    {"2004-26", "2004-06-01 2004-09-30"},
        {"2004-27", "2004-09-01 2004-12-31"},    {"2004-28", "2004-01-01 2004-12-31"},
        {"2004-29", "2004-09-01 2004-12-31"},    {"2004-30", "2004-01-01 2004-12-31"},
        {"2004-31", "2004-03-01 2004-06-30"},    {"2004-32", "2004-06-01 2004-09-30"},
        {"2004-33", "2004-01-01 2004-03-31"},    {"2004-34", "2004-04-01 2004-06-30"},
        {"2004-35", "2004-07-01 2004-09-30"},    {"2004-36", "2004-10-01 2004-12-31"},
        {"2004-37", "2004-01-01 2004-04-30"},    {"2004-38", "2004-05-01 2004-08-31"},
        {"2004-39", "2004-09-01 2004-12-31"},    {"2004-40", "2004-01-01 2004-06-30"},
        {"2004-41", "2004-07-01 2004-12-31"},    {"200X-33", "2000-01-01 2009-03-31"},
        {"-0004-33", "-0004-01-01 -0004-03-31"},
    };
    for (const auto& [text, span] : seasons) EXPECT_EQ(span_of(text), span) << text;
    EXPECT_EQ(date("2004-33").precision(), Precision::season);
    EXPECT_EQ(date("200X-33").precision(), Precision::decade);
    EXPECT_TRUE(date("2004-24~").approximate());
}

}  // namespace
}  // namespace shezhire::edtf
