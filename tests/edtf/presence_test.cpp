#include <gtest/gtest.h>

#include <vector>

#include "spans.h"

namespace shezhire::edtf {
namespace {

struct Row {
    const char* life;
    const char* at;
    const char* present;
};

TEST(Presence, TruthTable) {
    const std::vector<Row> rows{
        // exact days
        {"2004-03-05/2006-07-08", "2004-03-04", "no"},
        {"2004-03-05/2006-07-08", "2004-03-05", "yes"},
        {"2004-03-05/2006-07-08", "2005", "yes"},
        {"2004-03-05/2006-07-08", "2006-07-08", "yes"},
        {"2004-03-05/2006-07-08", "2006-07-09", "no"},
        // a month or year asked about that is only partly covered
        {"2004-03-05/2006-07-08", "2004-03", "maybe"},
        {"2004-03-05/2006-07-08", "2006", "maybe"},
        // vague ends
        {"1977/2009", "1976", "no"},
        {"1977/2009", "1977", "maybe"},
        {"1977/2009", "1977-12-31", "yes"},
        {"1977/2009", "1977-12-30", "maybe"},
        {"1977/2009", "1978", "yes"},
        {"1977/2009", "2008", "yes"},
        {"1977/2009", "2009-01-01", "yes"},
        {"1977/2009", "2009-01-02", "maybe"},
        {"1977/2009", "2010", "no"},
        {"1977~/..", "2005-08", "yes"},
        {"1977~/..", "1976-12-31", "no"},
        // open ends are certain, unknown ones are not
        {"1977/..", "9999", "yes"},
        {"../1977", "-9999", "yes"},
        {"../..", "0000", "yes"},
        {"1977/", "1976", "no"},
        {"1977/", "1978", "maybe"},
        {"/1977", "1976", "maybe"},
        {"/1977", "1978", "no"},
        {"/", "2005", "maybe"},
        {"/..", "2005", "maybe"},
        {"../", "2005", "maybe"},
        // a single date begins and ends within itself
        {"2005", "2004", "no"},
        {"2005", "2005", "maybe"},
        {"2005", "2005-06-01", "maybe"},
        {"2005-06-01", "2005-06-01", "yes"},
        {"2005-06-01", "2005-06", "maybe"},
        // a start known to lie before the end: 2005 began by 10 March at the latest
        {"2005/2005-03-10", "2005-03-10", "yes"},
        {"2005/2005-03-10", "2005-03-09", "maybe"},
        {"2005-03-10/2005", "2005-03-10", "yes"},
        // what ends before it begins never is
        {"2009/1977", "1990", "no"},
        {"2009/1977", "1977", "no"},
        {"2009/1977", "[1970..2015]", "maybe"},
        // years before the year 1 and far away
        {"-0300/-0030", "-0044", "yes"},
        {"-0001/0001", "0000", "yes"},
        {"Y-17E7/..", "0000", "yes"},
        // vague digits
        {"198X/..", "1980", "maybe"},
        {"198X/..", "1990", "yes"},
        {"198X/..", "1979", "no"},
        {"[1960,1970..]/..", "1960", "maybe"},
        {"[1960,1970..]/..", "1959", "no"},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(to_text(presence(interval(row.life), date(row.at))), row.present)
            << row.life << " at " << row.at;
    }
}

TEST(Presence, OverAPeriod) {
    const std::vector<Row> rows{
        {"1980/1985", "1977/2009", "yes"},   {"1960/1976", "1977/2009", "no"},
        {"2010/..", "1977/2009", "no"},      {"1960/1977", "1977/2009", "yes"},
        {"2009/2011", "1977/2009", "yes"},   {"../..", "1977/2009", "yes"},
        {"1960/", "1977/2009", "maybe"},     {"1990/", "1977/2009", "yes"},
        {"/1990", "1977/2009", "yes"},       {"/", "1977/2009", "maybe"},
        {"/1960", "1977/2009", "no"},        {"200X/..", "1977/2005", "maybe"},
        {"1990/1980", "1977/2009", "maybe"}, {"2005-06-01/2005-06-02", "2005", "yes"},
        {"2005", "2005-06", "maybe"},        {"2005", "2005", "yes"},
        {"1980/1981", "/1979", "no"},        {"1980/1981", "1979/", "yes"},
        {"1980/1981", "/", "yes"},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(to_text(presence_over(interval(row.life), interval(row.at))), row.present)
            << row.life << " over " << row.at;
    }
}

TEST(Interval, SaysWhenItEndsBeforeItBegins) {
    EXPECT_TRUE(interval("2009/1977").ends_before_it_begins());
    EXPECT_TRUE(interval("2009-05-02/2009-05-01").ends_before_it_begins());
    EXPECT_FALSE(interval("2009-05-02/2009-05").ends_before_it_begins());
    EXPECT_FALSE(interval("2009/2009").ends_before_it_begins());
    EXPECT_FALSE(interval("2009/").ends_before_it_begins());
    EXPECT_FALSE(interval("/").ends_before_it_begins());
}

TEST(Interval, IsTidiedWhenPutTogether) {
    EXPECT_EQ(Interval(), interval("/"));
    EXPECT_EQ(Interval(Date()), Interval());
    EXPECT_EQ(Interval(End{EndKind::date, Date()}, End{EndKind::open, Date::from_year(5)}), interval("/.."));
    EXPECT_EQ(Interval(End{EndKind::open, Date::from_year(5)}, End{}).start(), interval("../").start());
    EXPECT_EQ(Interval(Date::from_year(2005)), interval("2005"));
    const Interval put(End{EndKind::date, date("1977~")}, End{EndKind::date, date("2009")});
    EXPECT_EQ(put, interval("1977~/2009"));
    EXPECT_EQ(put.end_bounds(), interval("1977~/2009").end_bounds());
}

}  // namespace
}  // namespace shezhire::edtf
