#include "scene/time_scale.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "scene/time_words.h"
#include "support/golden.h"

namespace shezhire::scene {
namespace {

edtf::Day day_of(std::int64_t year, unsigned month = 1, unsigned day = 1) {
    return edtf::day_from_civil({year, month, day});
}

TimeScale scale_of(const TimeWarp& warp, edtf::Day first, edtf::Day last, double width = 1000) {
    return {warp, {static_cast<double>(first), static_cast<double>(last)}, 0, width};
}

edtf::Interval when(const char* text) {
    return edtf::parse_interval(text)->value;
}

TEST(TimeScale, ThereAndBackAgainOnEveryWarp) {
    std::vector<edtf::Day> days{day_of(-9999), day_of(-44, 3, 15)};
    for (std::int64_t year = 1900; year < 2000; ++year) days.push_back(day_of(year, 5, 5));
    days.push_back(day_of(1'000'000'000));
    for (const auto& warp : {TimeWarp(), TimeWarp::broken(days), TimeWarp::sequential(days)}) {
        const auto scale = scale_of(warp, days.front() - 10, days.back() + 10);
        double before = -1e300;
        for (const auto day : days) {
            const double x = scale.x(static_cast<double>(day));
            EXPECT_GE(x, before);
            before = x;
            const double back = scale.day(x);
            EXPECT_NEAR(back, static_cast<double>(day), 1 + std::abs(static_cast<double>(day)) * 1e-6);
        }
    }
}

TEST(TimeScale, ZoomKeepsTheDayUnderThePointer) {
    const TimeWarp warp;
    const auto scale = scale_of(warp, day_of(1700), day_of(2000));
    for (const double factor : {1.1, 3.0, 0.4, 1000.0}) {
        const auto window = scale.zoomed(factor, 300);
        const TimeScale closer(warp, window, 0, 1000);
        EXPECT_NEAR(closer.day(300), scale.day(300), 1e-3);
        EXPECT_NEAR(window.days() * factor, scale.window().days(), 1e-3);
    }
    EXPECT_NEAR(scale.panned(100).first, scale.day(-100), 1e-6);
}

TEST(TimeScale, LongEmptyStretchesAreCutAndOnlyThose) {
    std::vector<edtf::Day> even;
    for (std::int64_t year = 1850; year < 2000; ++year) even.push_back(day_of(year));
    EXPECT_TRUE(TimeWarp::broken(even).breaks().empty());
    auto gap = even;
    gap.insert(gap.begin(), day_of(-3000));
    const auto warp = TimeWarp::broken(gap);
    ASSERT_EQ(warp.breaks().size(), 1U);
    EXPECT_GT(warp.breaks()[0].first, static_cast<double>(day_of(-3000)));
    EXPECT_LT(warp.breaks()[0].last, static_cast<double>(day_of(1850)));
    const auto scale = scale_of(warp, day_of(-3000), day_of(2000));
    EXPECT_LT(scale.x(static_cast<double>(day_of(1850))), 200) << "what is told has most of the room";
    EXPECT_TRUE(TimeWarp::broken({}).breaks().empty());
}

TEST(TimeScale, OneStepADateWhateverLiesBetween) {
    const std::vector<edtf::Day> days{day_of(1600), day_of(1900), day_of(1900), day_of(1900, 1, 2),
                                      day_of(2000)};
    const auto warp = TimeWarp::sequential(days);
    EXPECT_DOUBLE_EQ(warp.length(static_cast<double>(day_of(1900))), 1);
    EXPECT_DOUBLE_EQ(warp.length(static_cast<double>(day_of(1900, 1, 2))), 2);
    EXPECT_DOUBLE_EQ(warp.length(static_cast<double>(day_of(2000))), 3);
    EXPECT_DOUBLE_EQ(TimeWarp::sequential({}).length(7), 7);
    EXPECT_DOUBLE_EQ(TimeWarp::sequential({5}).length(5), 0);
}

TEST(Ticks, GoldenFromThreeCenturiesToADayInEveryLanguage) {
    const TimeWarp warp;
    std::string text;
    struct Case {
        const char* name;
        edtf::Day first;
        edtf::Day last;
    };
    for (const auto& [name, first, last] :
         {Case{"three centuries", day_of(1750), day_of(2050)}, Case{"a century", day_of(1901), day_of(2001)},
          Case{"a decade", day_of(1965), day_of(1975)}, Case{"a year", day_of(1976), day_of(1977)},
          Case{"two months", day_of(2009, 7, 20), day_of(2009, 9, 20)},
          Case{"a week", day_of(1927, 9, 27), day_of(1927, 10, 4)},
          Case{"year zero", day_of(-150), day_of(150)},
          Case{"all of it", day_of(-9999), day_of(1'000'000'000)}}) {
        for (const auto lang : {WordLang::kk, WordLang::ru, WordLang::en}) {
            text += std::string("== ") + name + " " + std::string(to_text(lang)) + "\n";
            text += to_text(ticks_for(scale_of(warp, first, last), lang, 60));
        }
    }
    EXPECT_TRUE(test::matches_golden("scene/ticks.txt", text));
}

TEST(Ticks, AreNeverCloserThanTheirRoomAndNeverTooMany) {
    const TimeWarp warp;
    for (double days = 1; days < 1e12; days *= 1.7) {
        const TimeScale scale(warp, {-200'000.5, -200'000.5 + days}, 0, 1200);
        const auto ticks = ticks_for(scale, WordLang::en, 50);
        EXPECT_LT(ticks.ticks.size(), 40U) << days;
        for (std::size_t i = 1; i < ticks.ticks.size(); ++i)
            EXPECT_GE(ticks.ticks[i].x - ticks.ticks[i - 1].x, 50 * 0.7 - 1e-6) << days;
    }
}

TEST(TimeWords, SayHowWellADateIsKnown) {
    std::string text;
    for (const char* edtf :
         {"1927-09-30", "1927-09",      "1927",          "196X",         "1966/1968", "1895~", "1953?",
          "1977%",      "[1966..1968]", "1927-09-30/..", "1895/2002-07", "1958/",     "/2002", "../2002",
          "/",          "..",           "2001-21",       "-0044-03-15",  "0000",      "-9999", "Y1000000000",
          "1900-XX-XX", "19XX"}) {
        const auto read = edtf::parse_interval(edtf);
        if (!read) continue;
        text += edtf;
        for (const auto lang : {WordLang::kk, WordLang::ru, WordLang::en})
            text += " | " + when_in_words(lang, read->value);
        text += '\n';
    }
    EXPECT_TRUE(test::matches_golden("scene/time_words.txt", text));
    EXPECT_EQ(century_of(1900), 19);
    EXPECT_EQ(century_of(1901), 20);
    EXPECT_EQ(century_of(0), -1);
    EXPECT_EQ(century_of(-99), -1);
    EXPECT_EQ(century_of(-100), -2);
    EXPECT_EQ(when_in_words(WordLang::en, when("[1966,1968]")), "between 1966 and 1968");
}

}  // namespace
}  // namespace shezhire::scene
