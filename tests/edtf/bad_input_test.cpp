#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "spans.h"

namespace shezhire::edtf {
namespace {

struct Bad {
    std::string text;
    const char* code;
};

void expect_refused(const std::vector<Bad>& table) {
    for (const auto& bad : table) {
        const auto read = parse_interval(bad.text);
        ASSERT_FALSE(read) << bad.text << " read as " << read->value.text();
        EXPECT_EQ(read.error().code, bad.code) << read.error().sentence;
        EXPECT_LT(read.error().sentence.size(), 600U);
        EXPECT_EQ(base::first_invalid_utf8(read.error().sentence), std::string::npos);
        EXPECT_EQ(read.error().sentence, base::visible(read.error().sentence));
    }
}

TEST(BadInput, WrongForm) {
    std::vector<Bad> table;
    for (const char* text : {"",
                             " ",
                             "1985 ",
                             " 1985",
                             "85",
                             "198",
                             "19",
                             "12345",
                             "19850412",
                             "1985-4",
                             "1985-04-1",
                             "1985-04-123",
                             "1985-",
                             "1985-04-",
                             "1985--04",
                             "1985/04/12",
                             "1985-04-12T",
                             "1985-04-12T10",
                             "1985-04-12T10:10",
                             "1985-04-12T10:10:1",
                             "1985-04-12T101010",
                             "1985-04-12 10:10:10",
                             "1985-04-12T10:10:10z",
                             "1985-04-12T10:10:10ZZ",
                             "1985-04-12T10:10:10+",
                             "1985-04-12T10:10:10+4",
                             "1985-04-12T10:10:10+04:3",
                             "1985-04T10:10:10",
                             "1985-04-12?T10:10:10",
                             "1985-04-1XT10:10:10",
                             "+1985",
                             "--1985",
                             "-198",
                             "-0000",
                             "1985??",
                             "??1985",
                             "1985-04?%",
                             "June 1985",
                             "c. 1985",
                             "1985ff",
                             "dec",
                             "Y",
                             "Y-",
                             "Y-0",
                             "Y012345",
                             "Y12345E",
                             "YE5",
                             "Y1.5E5",
                             "1950S",
                             "1950S0",
                             "1950Sx",
                             "1950S2-05",
                             "Y12345S",
                             "2001-21-05",
                             "2001^north",
                             "[",
                             "[1985",
                             "1985]",
                             "{1985]",
                             "[]",
                             "{}",
                             "[,]",
                             "[1985,]",
                             "[,1985]",
                             "[..]",
                             "[1985,..]",
                             "[1985..,1990]",
                             "[1985,..1990]",
                             "[1980..1985..1990]",
                             "[[1985]]",
                             "[1985/1990]",
                             "[1985,  1990]",
                             "..",
                             "1985/..x",
                             "1985/...",
                             "...",
                             "1985/1990/1995",
                             "//",
                             "unknown",
                             "open",
                             "1985/Open",
                             "1985–1990",
                             "1985\n",
                             "X",
                             "XXXXX",
                             "198X4"}) {
        table.push_back({text, "edtf.syntax"});
    }
    table.push_back({std::string("1985\0", 5), "edtf.syntax"});
    table.push_back({"\xFF\xFE", "edtf.syntax"});
    table.push_back({"1985-\xD0", "edtf.syntax"});
    table.push_back({"\u202E5891", "edtf.syntax"});
    table.push_back({std::string(100'000, '9'), "edtf.syntax"});
    table.push_back({std::string(100'000, '['), "edtf.syntax"});
    table.push_back({std::string(100'000, '/'), "edtf.syntax"});
    table.push_back({std::string(100'000, '\x01'), "edtf.syntax"});
    expect_refused(table);
}

TEST(BadInput, NoSuchDayNoSuchYearNoSuchThing) {
    expect_refused({
        {"2005-00", "edtf.no-such-day"},
        {"2005-13", "edtf.no-such-day"},
        {"2005-20", "edtf.no-such-day"},
        {"2005-42", "edtf.no-such-day"},
        {"2005-99-01", "edtf.no-such-day"},
        {"2005-01-00", "edtf.no-such-day"},
        {"2005-01-32", "edtf.no-such-day"},
        {"2005-04-31", "edtf.no-such-day"},
        {"2005-02-29/2006", "edtf.no-such-day"},
        {"2005/2006-02-29", "edtf.no-such-day"},
        {"2005-01-01T24:00:01", "edtf.no-such-day"},
        {"2005-01-01T23:60:00", "edtf.no-such-day"},
        {"2005-01-01T23:58:60", "edtf.no-such-day"},
        {"2005-01-01T23:59:61", "edtf.no-such-day"},
        {"2005-01-01T10:10:10+24", "edtf.no-such-day"},
        {"Y" + std::string(100'000, '9'), "edtf.out-of-range"},
        {"Y1E" + std::string(100'000, '9'), "edtf.out-of-range"},
        {"2005/Y1E16", "edtf.out-of-range"},
        {"19XXS2", "edtf.unsupported"},
        {"Y12X45", "edtf.unsupported"},
        {"2005-2X", "edtf.unsupported"},
        {"2005-01-01TXX:10:10", "edtf.unsupported"},
        {"2011-(06-04)~", "edtf.unsupported"},
    });
}

TEST(BadInput, SentencesNameTheTextAndWhatIsWrong) {
    EXPECT_EQ(parse_date("2005-13").error().sentence,
              "“2005-13” is not an EDTF date: there is no month 13 (01 to 12; seasons 21 to 41)");
    EXPECT_EQ(parse_interval("2005/12345").error().sentence,
              "“2005/12345” is not an EDTF interval: its end “12345”: a year of more than four digits is "
              "written with Y, "
              "as in Y12345");
    EXPECT_EQ(parse_date("[1985,199]").error().sentence,
              "“[1985,199]” is not an EDTF date: in the set, “199”: a year has four digits or X each, as in "
              "0800, 198X "
              "or -0043");
    EXPECT_EQ(parse_date("2005\n").error().sentence,
              "“2005\\u{a}” is not an EDTF date: “\\u{a}” is not expected there");
}

TEST(BadInput, OddButRightIsRead) {
    for (const char* text : {"2005-01-01T24:00:00", "2016-12-31T23:59:60Z", "2005-01-01T10:10:10+05:45"}) {
        EXPECT_EQ(span_of(text), std::string(text).substr(0, 10) + " " + std::string(text).substr(0, 10));
    }
}

TEST(BadInput, ALongSetIsReadInOneGo) {
    std::string text = "[1985";
    for (int i = 0; i < 100'000; ++i) text += ",1986..1990";
    text += "]";
    const auto read = parse_date(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->value.text(), text);
    EXPECT_EQ(span_text(read->value.bounds()), "1985-01-01 1990-12-31");
}

}  // namespace
}  // namespace shezhire::edtf
