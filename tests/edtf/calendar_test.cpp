#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "edtf/edtf.h"

namespace shezhire::edtf {
namespace {

TEST(Calendar, KnowsWellKnownDays) {
    const std::vector<std::pair<Civil, Day>> days{
        {{1970, 1, 1}, 0},           {{1969, 12, 31}, -1},      {{2000, 3, 1}, 11017},
        {{0, 1, 1}, -719528},        {{0, 2, 29}, -719469},     {{0, 12, 31}, -719163},
        {{1, 1, 1}, -719162},        {{-1, 12, 31}, -719529},   {{-4, 2, 29}, -720930},
        {{1600, 2, 29}, -135081},    {{9999, 12, 31}, 2932896}, {{-9999, 1, 1}, -4371587},
        {{-4713, 11, 24}, -2440588},  // day 0 of the Julian day count
        {{1582, 10, 15}, -141427},
    };
    for (const auto& [civil, day] : days) {
        EXPECT_EQ(day_from_civil(civil), day) << civil.year << '-' << civil.month << '-' << civil.day;
        EXPECT_EQ(civil_from_day(day), civil) << day;
    }
}

TEST(Calendar, AgreesWithTheStandardLibraryOverEightCenturies) {
    using std::chrono::sys_days;
    for (Day day = day_from_civil({-401, 1, 1}); day <= day_from_civil({401, 12, 31}); ++day) {
        const std::chrono::year_month_day expected{
            sys_days{std::chrono::days{static_cast<std::chrono::days::rep>(day)}}};
        const Civil civil = civil_from_day(day);
        ASSERT_EQ(civil.year, static_cast<int>(expected.year())) << day;
        ASSERT_EQ(civil.month, static_cast<unsigned>(expected.month())) << day;
        ASSERT_EQ(civil.day, static_cast<unsigned>(expected.day())) << day;
        ASSERT_EQ(day_from_civil(civil), day);
    }
}

TEST(Calendar, KeepsToYearsThatCanBeWritten) {
    const Day last = day_from_civil({largest_year, 12, 31});
    const Day first = day_from_civil({-largest_year, 1, 1});
    EXPECT_LT(last, end_of_time);
    EXPECT_GT(first, beginning_of_time);
    EXPECT_EQ(civil_from_day(last), (Civil{largest_year, 12, 31}));
    EXPECT_EQ(civil_from_day(first), (Civil{-largest_year, 1, 1}));
    EXPECT_EQ(day_from_civil({INT64_MAX, 1, 1}), last);
    EXPECT_EQ(day_from_civil({INT64_MIN, 1, 1}), first);
    EXPECT_EQ(civil_from_day(INT64_MAX).year, largest_year);
    EXPECT_EQ(civil_from_day(INT64_MIN).year, -largest_year);
}

TEST(Date, IsWrittenFromADayOrAYear) {
    EXPECT_EQ(Date::from_day(0).text(), "1970-01-01");
    EXPECT_EQ(Date::from_day(-719529).text(), "-0001-12-31");
    EXPECT_EQ(Date::from_day(-719528).text(), "0000-01-01");
    EXPECT_EQ(Date::from_day(day_from_civil({12345, 6, 7})).text(), "Y12345-06-07");
    EXPECT_EQ(Date::from_day(day_from_civil({-12345, 6, 7})).text(), "Y-12345-06-07");
    EXPECT_EQ(Date::from_year(5).text(), "0005");
    EXPECT_EQ(Date::from_year(-44).text(), "-0044");
    EXPECT_EQ(Date::from_year(-9999).text(), "-9999");
    EXPECT_EQ(Date::from_year(10000).text(), "Y10000");
    EXPECT_EQ(Date::from_year(1'000'000'000).text(), "Y1000000000");
    EXPECT_EQ(Date::from_year(INT64_MIN).text(), "Y-6000000000000000");
    EXPECT_EQ(Date::from_day(end_of_time).text(), "Y6000000000000000-12-31");
    for (const Day day :
         {Day{0}, Day{-719529}, day_from_civil({12345, 6, 7}), day_from_civil({-12345, 6, 7})}) {
        const auto read = parse_date(Date::from_day(day).text());
        ASSERT_TRUE(read);
        EXPECT_EQ(read->value.bounds(), (Bounds{day, day}));
        EXPECT_TRUE(read->notes.empty());
        EXPECT_EQ(read->value.precision(), Precision::day);
    }
}

}  // namespace
}  // namespace shezhire::edtf
