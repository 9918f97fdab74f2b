// Random valid texts, from a grammar written down apart from the parser; and presence held against counting
// days.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "spans.h"

namespace shezhire::edtf {
namespace {

class Texts {
  public:
    explicit Texts(std::uint32_t seed) : random_(seed) {}

    int number(int first,
               int last) {  // not std::uniform_int_distribution: its numbers differ between libraries
        return first + static_cast<int>(random_() % static_cast<std::uint32_t>(last - first + 1));
    }
    bool chance(int percent) { return number(1, 100) <= percent; }

    std::string qualifier(int percent) {
        if (!chance(percent)) return "";
        return std::string(1, "?~%"[number(0, 2)]);
    }

    std::string padded(int value, std::size_t width) {
        std::string digits = std::to_string(value);
        return std::string(width - digits.size(), '0') + digits;
    }

    std::string masked(std::string digits, int percent) {
        for (char& c : digits) {
            if (chance(percent)) c = 'X';
        }
        return digits;
    }

    std::string year() {
        switch (number(0, 9)) {
            case 0:
                return "Y" + std::string(chance(50) ? "-" : "") +
                       std::to_string(number(10'000, 2'000'000'000));
            case 1:
                return "Y" + std::string(chance(50) ? "-" : "") + std::to_string(number(1, 999)) + "E" +
                       std::to_string(number(0, 9)) + (chance(50) ? "S" + std::to_string(number(1, 12)) : "");
            case 2:
                return (chance(20) ? "-" : "") + padded(number(1, 9999), 4) + "S" +
                       std::to_string(number(1, 4));
            case 3:
                return "-" + padded(number(1, 9999), 4);
            default:
                return masked(padded(number(0, 9999), 4), chance(40) ? 40 : 0);
        }
    }

    std::string date() {
        const std::string before = qualifier(15);
        std::string text = before + year();
        const bool alone = text.find('S') != std::string::npos;
        text += qualifier(15);
        if (alone || chance(30)) return text;
        if (chance(15)) return text + "-" + qualifier(15) + std::to_string(number(21, 41)) + qualifier(15);
        text += "-" + qualifier(15);
        // No digit is masked that would make an impossible month or day of the rest.
        const bool any_month = chance(15);
        text += (any_month ? "XX" : padded(number(1, 12), 2)) + qualifier(15);
        if (chance(30)) return text;
        return text + "-" + qualifier(15) + (chance(15) ? "XX" : padded(number(1, 28), 2)) + qualifier(15);
    }

    std::string set() {
        const bool one_of = chance(50);
        std::string text = one_of ? "[" : "{";
        const int count = number(1, 4);
        for (int i = 0; i < count; ++i) {
            if (i > 0) text += ",";
            if (i == 0 && chance(20)) text += "..";
            text += date();
        }
        if (chance(20)) {
            // A range needs its ends in order.
            text += ",1000..2000-05";
        }
        return text + (one_of ? "]" : "}");
    }

    std::string end() {
        switch (number(0, 5)) {
            case 0:
                return "";
            case 1:
                return "..";
            default:
                return date();
        }
    }

    std::string interval() {
        switch (number(0, 3)) {
            case 0:
                return date();
            case 1:
                return set();
            default:
                return end() + "/" + end();
        }
    }

  private:
    std::mt19937 random_;
};

TEST(Properties, ValidTextsAreReadAndPrintedUnchanged) {
    Texts texts(20'050'801);
    for (int i = 0; i < 30'000; ++i) {
        const auto text = texts.interval();
        const auto read = parse_interval(text);
        ASSERT_TRUE(read) << read.error().sentence;
        ASSERT_EQ(read->value.text(), text);
        ASSERT_TRUE(read->notes.empty()) << text;
        for (const Bounds bounds : {read->value.start_bounds(), read->value.end_bounds()}) {
            ASSERT_LE(bounds.earliest, bounds.latest) << text;
            ASSERT_GE(bounds.earliest, beginning_of_time);
            ASSERT_LE(bounds.latest, end_of_time);
        }
        const Interval again(read->value.start(), read->value.end());
        if (!read->value.is_instant()) {
            ASSERT_EQ(again, read->value);
        }
        ASSERT_EQ(again.start_bounds(), read->value.start_bounds()) << text;
    }
}

TEST(Properties, OneWrongByteNeverBreaksTheRoundTrip) {
    Texts texts(1927);
    int still_valid = 0;
    for (int i = 0; i < 30'000; ++i) {
        auto text = texts.interval();
        if (text.empty()) continue;
        const auto at = static_cast<std::size_t>(texts.number(0, static_cast<int>(text.size()) - 1));
        text[at] = "0129XYESuxyep?~%-/.,[]{}T: \xC3"[texts.number(0, 28)];
        const auto read = parse_interval(text);
        if (!read) continue;
        ++still_valid;
        const auto again = parse_interval(read->value.text());
        ASSERT_TRUE(again) << text << ": " << again.error().sentence;
        ASSERT_EQ(again->value.text(), read->value.text());
        ASSERT_TRUE(again->notes.empty()) << text;
        ASSERT_EQ(again->value.start_bounds(), read->value.start_bounds()) << text;
        ASSERT_EQ(again->value.end_bounds(), read->value.end_bounds()) << text;
    }
    EXPECT_GT(still_valid, 1000);
}

TEST(Properties, BoundsOfAMaskAreTheOuterOnesOfAllItsDays) {
    Texts texts(7);
    for (int i = 0; i < 300; ++i) {
        const auto month = texts.masked(texts.padded(texts.number(1, 12), 2), 40);
        const auto day = texts.masked(texts.padded(texts.number(1, 31), 2), 40);
        const auto text = "200X-" + month + "-" + day;
        const auto fits = [](const std::string& mask, const std::string& digits) {
            for (std::size_t k = 0; k < mask.size(); ++k) {
                if (mask[k] != 'X' && mask[k] != digits[k]) return false;
            }
            return true;
        };
        std::string first;
        std::string last;
        for (Day d = day_from_civil({2000, 1, 1}); d <= day_from_civil({2009, 12, 31}); ++d) {
            const auto written = Date::from_day(d).text();
            if (!fits(text, written)) continue;
            if (first.empty()) first = written;
            last = written;
        }
        EXPECT_EQ(span_of(text), first.empty() ? "edtf.no-such-day" : first + " " + last) << text;
    }
}

/// Presence by its definition: every reading, every day.
Presence counted(Bounds start, Bounds end, Bounds at) {
    bool some_covers = false;
    bool some_fails = false;
    bool some_touches = false;
    for (Day s = start.earliest; s <= start.latest; ++s) {
        for (Day e = std::max(s, end.earliest); e <= end.latest; ++e) {
            const bool covers = s <= at.earliest && e >= at.latest;
            some_covers = some_covers || covers;
            some_fails = some_fails || !covers;
            some_touches = some_touches || (s <= at.latest && e >= at.earliest);
        }
    }
    if (some_covers && !some_fails) return Presence::yes;
    return some_touches ? Presence::maybe : Presence::no;
}

TEST(Properties, PresenceIsWhatCountingAllReadingsSays) {
    Texts texts(42);
    const auto day = [&texts] { return "2004-02-" + texts.padded(texts.number(1, 12), 2); };
    for (int i = 0; i < 4000; ++i) {
        const auto range = [&] {
            auto a = day();
            auto b = day();
            if (b < a) std::swap(a, b);
            return a == b ? a : "[" + a + ".." + b + "]";
        };
        const auto start = range();
        const auto end = range();
        const auto at = date(range());
        const auto life = interval(start + "/" + end);
        if (life.ends_before_it_begins()) {
            EXPECT_NE(presence(life, at), Presence::yes);
            continue;
        }
        EXPECT_EQ(presence(life, at), counted(life.start_bounds(), life.end_bounds(), at.bounds()))
            << life.text() << " at " << at.text();
    }
}

}  // namespace
}  // namespace shezhire::edtf
