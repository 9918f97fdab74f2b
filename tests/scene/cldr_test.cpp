// Our small tables of how numbers and dates are written, held against CLDR as ICU has it. Left alone are the
// choices of docs/design-language.md: years without groups below 10,000, BCE for BC, and British order in
// English.
#include <gtest/gtest.h>
#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

#include <array>
#include <memory>

#include "base/numbers.h"
#include "scene/time_words.h"

namespace shezhire::scene {
namespace {

constexpr std::array langs{WordLang::kk, WordLang::ru, WordLang::en};

icu::Locale locale_of(WordLang lang) {
    return lang == WordLang::kk   ? icu::Locale("kk")
           : lang == WordLang::ru ? icu::Locale("ru")
                                  : icu::Locale("en_GB");
}

/// CLDR of some years has a narrow no-break space where that of others has a wide one: ours is the wide one.
std::string plain(const icu::UnicodeString& text) {
    auto copy = text;
    copy.findAndReplace(u"\u202F", u"\u00A0");
    std::string out;
    return copy.toUTF8String(out);
}

std::string dated(WordLang lang, const char16_t* skeleton, int year, int month, int day) {
    auto fault = U_ZERO_ERROR;
    const auto locale = locale_of(lang);
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
        icu::DateTimePatternGenerator::createInstance(locale, fault));
    icu::SimpleDateFormat format(patterns->getBestPattern(skeleton, fault), locale, fault);
    const std::unique_ptr<icu::Calendar> calendar(
        icu::Calendar::createInstance(*icu::TimeZone::getGMT(), locale, fault));
    calendar->set(year, month - 1, day, 12, 0);
    format.adoptTimeZone(icu::TimeZone::getGMT()->clone());
    icu::UnicodeString text;
    format.format(calendar->getTime(fault), text);
    EXPECT_TRUE(U_SUCCESS(fault)) << u_errorName(fault);
    return plain(text);
}

TEST(Cldr, numbers_are_grouped_as_the_language_does) {
    auto fault = U_ZERO_ERROR;
    for (const auto lang : langs) {
        const auto format = icu::number::NumberFormatter::withLocale(locale_of(lang));
        for (const std::int64_t number :
             {0L, 7L, 999L, 1'000L, 12'345L, 100'000L, 1'234'567L, -1'234L, 9'007'199'254'740'993L}) {
            EXPECT_EQ(base::number_in(to_text(lang), number),
                      plain(format.formatInt(number, fault).toString(fault)));
        }
    }
    EXPECT_TRUE(U_SUCCESS(fault));
}

TEST(Cldr, decimals_and_percents_are_written_as_the_language_does) {
    auto fault = U_ZERO_ERROR;
    for (const auto lang : langs) {
        const auto format = icu::number::NumberFormatter::withLocale(locale_of(lang))
                                .precision(icu::number::Precision::fixedFraction(1));
        for (const double number : {0.5, 1.5, -2.5, 12'345.5}) {
            EXPECT_EQ(base::decimal_in(to_text(lang), number, 1),
                      plain(format.formatDouble(number, fault).toString(fault)));
        }
        const auto percent =
            icu::number::NumberFormatter::withLocale(locale_of(lang)).unit(icu::NoUnit::percent());
        for (const std::int64_t number : {5L, 100L, 1'250L}) {
            EXPECT_EQ(base::percent_in(to_text(lang), number),
                      plain(percent.formatInt(number, fault).toString(fault)));
        }
    }
    EXPECT_TRUE(U_SUCCESS(fault));
}

TEST(Cldr, days_and_months_are_written_as_the_language_does) {
    for (const auto lang : langs) {
        for (int month = 1; month <= 12; ++month) {
            const auto at = static_cast<unsigned>(month);
            EXPECT_EQ(month_in_words(lang, 2005, at), dated(lang, u"yMMMM", 2005, month, 1));
            EXPECT_EQ(day_in_words(lang, edtf::day_from_civil({1977, at, 9})),
                      dated(lang, u"yMMMMd", 1977, month, 9));
        }
    }
}

TEST(Cldr, short_months_are_those_of_the_language) {
    auto fault = U_ZERO_ERROR;
    for (const auto lang : langs) {
        // English of both sides of the sea has "Sep" and "Sept"; a tick has room for three letters.
        const auto locale = lang == WordLang::en ? icu::Locale("en") : locale_of(lang);
        const icu::DateFormatSymbols symbols(locale, fault);
        std::int32_t count = 0;
        const auto* months =
            symbols.getMonths(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::ABBREVIATED);
        ASSERT_EQ(count, 12);
        for (unsigned month = 1; month <= 12; ++month)
            EXPECT_EQ(month_short(lang, month), plain(months[month - 1]));
    }
    EXPECT_TRUE(U_SUCCESS(fault));
}

TEST(Cldr, eras_are_named_as_the_language_does) {
    auto fault = U_ZERO_ERROR;
    for (const auto lang : {WordLang::kk, WordLang::ru}) {
        const icu::DateFormatSymbols symbols(locale_of(lang), fault);
        std::int32_t count = 0;
        const auto* eras = symbols.getEras(count);
        ASSERT_GT(count, 0);
        // Between its parts we put no-break spaces where CLDR has common ones.
        auto ours = icu::UnicodeString::fromUTF8(year_in_words(lang, -44));
        EXPECT_GE(ours.findAndReplace(u"\u00A0", u" ").indexOf(eras[0]), 0)
            << year_in_words(lang, -44) << " has no " << plain(eras[0]);
    }
    EXPECT_TRUE(U_SUCCESS(fault));
}

}  // namespace
}  // namespace shezhire::scene
