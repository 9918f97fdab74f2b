// Spellings of the 2012 draft, and others with one meaning only: rewritten, and said.
#include <gtest/gtest.h>

#include <vector>

#include "spans.h"

namespace shezhire::edtf {
namespace {

struct Rewriting {
    const char* from;
    const char* to;
};

TEST(Draft, IsRewrittenWithANote) {
    const std::vector<Rewriting> rewritings{
        {"199u", "199X"},
        {"19uu", "19XX"},
        {"uuuu-12-uu", "XXXX-12-XX"},
        {"1999-uu", "1999-XX"},
        {"1999-uu-uu", "1999-XX-XX"},
        {"156u-12-25", "156X-12-25"},
        {"196x", "196X"},
        {"19xx", "19XX"},
        {"1984?~", "1984%"},
        {"2004-06~?", "2004-06%"},
        {"y170000002", "Y170000002"},
        {"y-17e7", "Y-17E7"},
        {"y17101e4p3", "Y17101E4S3"},
        {"[19uu, 2004?~]", "[19XX,2004%]"},
        {"unknown/2006", "/2006"},
        {"2004-06-01/unknown", "2004-06-01/"},
        {"2004-01-01/open", "2004-01-01/.."},
        {"open/2004", "../2004"},
        {"unknown/unknown", "/"},
        {"unknown/open", "/.."},
        {"19uu/open", "19XX/.."},
        {"1984?/2004?~", "1984?/2004%"},
    };
    for (const auto& [from, to] : rewritings) {
        const auto read = parse_interval(from);
        ASSERT_TRUE(read) << read.error().sentence;
        EXPECT_EQ(read->value.text(), to);
        ASSERT_EQ(read->notes.size(), 1U) << from;
        EXPECT_EQ(read->notes[0], std::string("2012 draft: ") + from + " written as " + to);
    }
}

TEST(Draft, OtherSpellingsWithOneMeaning) {
    const std::vector<Rewriting> rewritings{
        {"Y1985", "1985"},
        {"Y-800", "-0800"},
        {"Y0", "0000"},
        {"Y1950S2", "1950S2"},
        {"~Y1985?", "~1985?"},
        {"Y1985-02-03", "1985-02-03"},
        {"{1960, 1961-12}", "{1960,1961-12}"},
    };
    for (const auto& [from, to] : rewritings) {
        const auto read = parse_date(from);
        ASSERT_TRUE(read) << read.error().sentence;
        EXPECT_EQ(read->value.text(), to);
        ASSERT_EQ(read->notes.size(), 1U) << from;
        EXPECT_EQ(read->notes[0], std::string(from) + " written as " + to);
    }
}

}  // namespace
}  // namespace shezhire::edtf
