#include <gtest/gtest.h>

#include <filesystem>

#include "base/colour.h"
#include "base/diagnostics.h"
#include "base/file.h"
#include "base/geometry.h"
#include "base/hash.h"
#include "base/index_set.h"
#include "base/numbers.h"
#include "base/utf8.h"
#include "support/golden.h"

namespace shezhire::base {
namespace {

TEST(Utf8, FindsTheFirstMalformedByte) {
    EXPECT_EQ(first_invalid_utf8("Қазақстан 国 ملف"), std::string_view::npos);
    EXPECT_EQ(first_invalid_utf8("ab\xC0\xAF"), 2U);         // overlong
    EXPECT_EQ(first_invalid_utf8("\xED\xA0\x80"), 0U);       // surrogate
    EXPECT_EQ(first_invalid_utf8("x\xF4\x90\x80\x80"), 1U);  // beyond U+10FFFF
    EXPECT_EQ(first_invalid_utf8("cut \xD2"), 4U);           // truncated
}

TEST(Utf8, CleansWhatCouldReorderOrBreakALine) {
    EXPECT_EQ(cleaned("a\u202Eb\u2066c\x01\x7F\td\n"), "abc\td\n");
    EXPECT_EQ(cleaned("bad\xFFone"), "bad\uFFFDone");
    EXPECT_EQ(cleaned("الاتحاد الدولي"), "الاتحاد الدولي");
}

TEST(Utf8, ShortensToAsManyLettersInEveryScript) {
    EXPECT_EQ(shortened_to_letters("library", 7), "library");
    EXPECT_EQ(shortened_to_letters("library", 3), "lib…");
    EXPECT_EQ(shortened_to_letters("кітапхана", 3), "кіт…");
    EXPECT_EQ(shortened_to_letters("图书馆", 2), "图书…");
    EXPECT_EQ(shortened_to_letters("a\xFF\xFE", 2), "a\xFF…");
    EXPECT_EQ(shortened_to_letters("", 0), "");
}

TEST(Utf8, MakesControlsVisible) {
    EXPECT_EQ(visible("a\nb\u202E\xFF"), "a\\u{a}b\\u{202e}\\xff");
    EXPECT_EQ(shortened("Қазақ", 3), "Қ…");
    EXPECT_EQ(shortened("Қазақ", 10), "Қазақ");
}

TEST(Hash, IsFnv1a128) {
    EXPECT_EQ(to_text(hash_of("")), "6c62272e07bb014262b821756295c58d");
    EXPECT_EQ(to_text(hash_of("a")), "d228cb696f1a8caf78912b704e4a8964");
    EXPECT_EQ(to_text(hash_of("foobar")), "343e1662793c64bf6f0d3597ba446f18");
}

TEST(Colour, ReadsWritesAndContrasts) {
    EXPECT_EQ(to_text(okabe_ito::orange), "#e69f00");
    EXPECT_EQ(colour_from("#e69f0080"), okabe_ito::orange.with_alpha(0x80));
    EXPECT_FALSE(colour_from("#e69f0"));
    EXPECT_FALSE(colour_from("#e69g00"));
    EXPECT_NEAR(contrast(rgb(0xFFFFFF), rgb(0x767676)), 4.54, 0.01);
    EXPECT_EQ(mixed(rgb(0), rgb(0xFFFFFF), 0.5), rgb(0x808080));
}

TEST(Diagnostics, OfAnotherAreAppendedWithWhatWasLeftOut) {
    Diagnostics one(2);
    one.add(Severity::error, {"a", 1, 0}, "a.1", "first");
    Diagnostics other(1);
    other.add(Severity::warning, {"b", 1, 0}, "b.1", "second");
    other.add(Severity::error, {"b", 2, 0}, "b.2", "left out there");
    one.append(other);
    one.append(other);
    ASSERT_EQ(one.as_found().size(), 2U);
    EXPECT_EQ(one.as_found()[1].code, "b.1");
    EXPECT_EQ(one.left_out(), 3U);
    EXPECT_EQ(one.count(Severity::warning), 1U);
    EXPECT_TRUE(one.has_errors());
}

TEST(Diagnostics, AreSortedByPlaceAndPrintedOnOneLine) {
    Diagnostics diagnostics(2);
    diagnostics.add(Severity::warning, {"b.jsonld", 3, 7}, "io.unknown-kind", "unknown kind\n“x”");
    diagnostics.add(Severity::error, {"a.jsonld", 9, 1}, "io.bad", "bad");
    diagnostics.add(Severity::error, {"a.jsonld", 1, 1}, "io.bad", "one too many");
    const auto sorted = diagnostics.sorted();
    ASSERT_EQ(sorted.size(), 2U);
    EXPECT_EQ(to_text(sorted[1]), "b.jsonld:3:7: warning: io.unknown-kind: unknown kind\\u{a}“x”");
    EXPECT_TRUE(diagnostics.has_errors());
    EXPECT_EQ(diagnostics.left_out(), 1U);
}

TEST(File, ReplacesWholeOrNotAtAll) {
    const auto dir = test::scratch_dir("base-file");
    const auto path = dir / "a.txt";
    ASSERT_TRUE(write_file_atomically(path, "one"));
    ASSERT_TRUE(write_file_atomically(path, "two"));
    EXPECT_EQ(read_file(path).value(), "two");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir), {}), 1);
    EXPECT_EQ(write_file_atomically(dir / "missing" / "a", "x").error().code, "file.cannot-write");
    EXPECT_EQ(read_file(dir).error().code, "file.not-a-file");
    EXPECT_EQ(read_file(dir / "none").error().code, "file.not-found");
    EXPECT_EQ(read_file(path, 2).error().code, "file.too-large");
}

TEST(Rect, UnitesAndOverlaps) {
    const Rect a{0, 0, 2, 2};
    EXPECT_TRUE(a.overlaps({1, 1, 3, 3}));
    EXPECT_FALSE(a.overlaps({2, 0, 3, 2}));
    EXPECT_EQ(Rect::nothing().united(a), a);
    EXPECT_TRUE(Rect::nothing().empty());
}

TEST(Numbers, RomanNumeralsThereAndBack) {
    for (std::int64_t number = 1; number < 4000; ++number) EXPECT_EQ(from_roman(roman(number)), number);
    EXPECT_EQ(roman(1927), "MCMXXVII");
    EXPECT_EQ(roman(0), "0");
    EXPECT_EQ(roman(4000), "4000");
    for (const auto* text : {"", "IIII", "IC", "MMMM", "iv", "XIX.", "VX"})
        EXPECT_EQ(from_roman(text), 0) << text;
}

TEST(IndexSet, IsTakenOutAscendingAndOnce) {
    IndexSet set(200);
    for (const std::uint32_t number : {199U, 0U, 64U, 63U, 64U, 128U}) set.insert(number);
    std::vector<std::uint32_t> out{7};
    set.take(out);
    EXPECT_EQ(out, (std::vector<std::uint32_t>{0, 63, 64, 128, 199}));
    set.take(out);
    EXPECT_TRUE(out.empty());
}

}  // namespace
}  // namespace shezhire::base
