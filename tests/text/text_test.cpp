#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <thread>
#include <vector>

#include "support/golden.h"
#include "text/typesetter.h"

namespace shezhire::text {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const Typesetter& typesetter() {
    static const Typesetter instance;
    return instance;
}

SetTextPtr set(std::string text, std::string lang = "", double width = 0, int max_lines = 1, Style style = {},
               Align align = Align::start) {
    return typesetter().set({std::move(text), std::move(lang), style, width, max_lines, align});
}

std::string family_of(const SetText& text, std::size_t run) {
    return typesetter().font(text.runs.at(run).font).family;
}

/// What must hold for every set text, whatever was asked for.
void expect_sound(const SetText& text) {
    ASSERT_FALSE(text.lines.empty());
    std::size_t next_run = 0;
    std::size_t next_glyph = 0;
    double last_baseline = 0;
    for (const Line& line : text.lines) {
        EXPECT_GT(line.baseline, last_baseline);
        last_baseline = line.baseline;
        EXPECT_GE(line.left, 0);
        EXPECT_LE(line.left + line.width, text.size.width + 0.001);
        EXPECT_LE(line.first_byte + line.byte_count, text.text.size());
        EXPECT_EQ(line.first_run, next_run);
        next_run += line.run_count;
        double pen = line.left;
        for (std::size_t r = line.first_run; r < next_run; ++r) {
            const Run& run = text.runs.at(r);
            EXPECT_EQ(run.first_glyph, next_glyph);
            EXPECT_GT(run.glyph_count, 0U);
            next_glyph += run.glyph_count;
            EXPECT_LE(run.first_byte + run.byte_count, line.first_byte + line.byte_count);
            for (std::size_t g = run.first_glyph; g < next_glyph; ++g) {
                const Glyph& glyph = text.glyphs.at(g);
                EXPECT_EQ(glyph.font, run.font);
                if (run.byte_count > 0) {
                    EXPECT_GE(glyph.cluster, run.first_byte);
                    EXPECT_LT(glyph.cluster, run.first_byte + run.byte_count);
                }
                pen += static_cast<double>(glyph.advance);
            }
        }
        EXPECT_NEAR(pen, line.left + line.width, 0.05);
    }
    EXPECT_EQ(next_run, text.runs.size());
    EXPECT_EQ(next_glyph, text.glyphs.size());
    EXPECT_LT(last_baseline, text.size.height);
}

TEST(Typesetter, StaysWithinWidthAndLines) {
    const std::string long_name =
        "Секция библиотек, обслуживающих лиц, "
        "находящихся в неблагоприятных условиях";
    for (const double width : {30.0, 60.0, 110.0, 200.0, 1000.0}) {
        for (const int lines : {1, 2, 3}) {
            const auto text = set(long_name, "ru", width, lines);
            expect_sound(*text);
            EXPECT_LE(text->size.width, width + 0.01) << width << " " << lines;
            EXPECT_LE(text->lines.size(), static_cast<std::size_t>(lines));
            EXPECT_EQ(text->shortened,
                      text->lines.back().first_byte + text->lines.back().byte_count < text->text.size());
        }
    }
}

TEST(Typesetter, BreaksIntoLinesOfSimilarLength) {
    const auto text = set("Libraries Serving Disadvantaged Persons", "en", 160, 3);
    ASSERT_EQ(text->lines.size(), 2U);
    EXPECT_LT(std::abs(text->lines[0].width - text->lines[1].width), 0.35 * text->size.width);
    EXPECT_EQ(text->text.substr(0, text->lines[0].byte_count), "Libraries Serving");
    EXPECT_FALSE(text->shortened);
}

TEST(Typesetter, BreaksLongWordsAnywhere) {
    const auto text = set("Bibliotheksverbandsgeschäftsstellenleiterkonferenz", "de", 60, 5);
    expect_sound(*text);
    EXPECT_GT(text->lines.size(), 2U);
    EXPECT_LE(text->size.width, 60.01);
    EXPECT_FALSE(text->shortened);
}

TEST(Typesetter, LineEndsWithoutTheBlankItWasBrokenAt) {
    const auto text = set("Public Libraries", "en", 50, 2);
    ASSERT_EQ(text->lines.size(), 2U);
    EXPECT_EQ(text->text.substr(text->lines[0].first_byte, text->lines[0].byte_count), "Public");
    EXPECT_EQ(text->text.substr(text->lines[1].first_byte, text->lines[1].byte_count), "Libraries");
}

TEST(Typesetter, SetsKazakhInNotoSans) {
    const auto text = set("Қазақстан Республикасының Кітапхана қауымдастығы: ӘәҒғҚқҢңӨөҰұҮүҺһІі", "kk");
    expect_sound(*text);
    EXPECT_FALSE(text->missing_glyphs);
    ASSERT_EQ(text->runs.size(), 1U);
    EXPECT_EQ(family_of(*text, 0), "Noto Sans");
    for (const Glyph& glyph : text->glyphs) EXPECT_NE(glyph.glyph, 0U);
}

TEST(Typesetter, SetsArabicRightToLeft) {
    const auto text = set("الاتحاد الدولي لجمعيات ومؤسسات المكتبات", "ar", 90, 3);
    expect_sound(*text);
    EXPECT_TRUE(text->right_to_left);
    EXPECT_FALSE(text->missing_glyphs);
    ASSERT_GE(text->lines.size(), 2U);
    for (std::size_t r = 0; r < text->runs.size(); ++r) {
        EXPECT_TRUE(text->runs[r].right_to_left);
        EXPECT_EQ(family_of(*text, r), "Noto Sans Arabic");
    }
    EXPECT_GT(text->glyphs[0].cluster, text->glyphs[1].cluster) << "visual order";
    for (const Line& line : text->lines)
        EXPECT_NEAR(line.left + line.width, text->size.width, 0.5) << "ragged left";
}

TEST(Typesetter, ChoosesRegionalGlyphsByLanguage) {
    EXPECT_EQ(family_of(*set("图书馆", "zh"), 0), "Noto Sans CJK SC");
    EXPECT_EQ(family_of(*set("圖書館", "zh-Hant"), 0), "Noto Sans CJK TC");
    EXPECT_EQ(family_of(*set("図書館", "ja"), 0), "Noto Sans CJK JP");
    EXPECT_EQ(family_of(*set("도서관", "ko"), 0), "Noto Sans CJK KR");
    EXPECT_EQ(family_of(*set("图书馆"), 0), "Noto Sans CJK SC") << "Han in a label of no language";
    EXPECT_EQ(family_of(*set("図書館へようこそ", "en"), 0), "Noto Sans CJK JP") << "kana say which";
}

TEST(Typesetter, PrefersTheFamilysOwnScripts) {
    EXPECT_EQ(family_of(*set("ספריה", "en"), 0), "Noto Sans Hebrew");
    EXPECT_EQ(family_of(*set("ბიბლიოთეკა", "en"), 0), "Noto Sans Georgian");
    EXPECT_EQ(family_of(*set("पुस्तकालय", "en"), 0), "Noto Sans Devanagari");
}

TEST(Typesetter, MixesDirections) {
    const auto text = set("IFLA (الاتحاد الدولي) 2005", "en");
    expect_sound(*text);
    EXPECT_FALSE(text->right_to_left);
    ASSERT_EQ(text->runs.size(), 3U);
    EXPECT_FALSE(text->runs[0].right_to_left);
    EXPECT_TRUE(text->runs[1].right_to_left);
    EXPECT_FALSE(text->runs[2].right_to_left);
}

TEST(Typesetter, RemovesWhatReordersItsSurroundings) {
    const auto text = set("safe\xE2\x80\xAEtxet\xE2\x81\xA6 end\x01", "en");
    EXPECT_EQ(text->text, "safetxet end");
    for (const auto& run : text->runs) EXPECT_FALSE(run.right_to_left);
}

TEST(Typesetter, SetsOneParagraph) {
    const auto text =
        set("one\ntwo\tthree\xE2\x80\xA9"
            "four",
            "en");
    EXPECT_EQ(text->text, "one two threefour");
    EXPECT_EQ(text->lines.size(), 1U);
}

TEST(Typesetter, SetsEmptyTextAsAnEmptyLine) {
    const auto text = set("");
    expect_sound(*text);
    EXPECT_EQ(text->lines.size(), 1U);
    EXPECT_EQ(text->lines[0].byte_count, 0U);
    EXPECT_EQ(text->size, (base::Size{0, 12.5}));
    EXPECT_FALSE(text->shortened);
}

TEST(Typesetter, LinesAreAsHighInEveryLanguage) {
    const auto english = set("Library", "en");
    for (const char* name : {"Кітапхана", "图书馆", "Ж", "Bibliothèque"}) {
        EXPECT_DOUBLE_EQ(set(name)->size.height, english->size.height) << name;
    }
    const auto stacked = set("नि र्क्ष्म्य ऑँ", "hi");
    EXPECT_GE(stacked->size.height, english->size.height);
}

TEST(Typesetter, BoundsWhatMarksStackUp) {
    std::string zalgo = "Z";
    for (int i = 0; i < 500; ++i) zalgo += "\xCC\x81";
    const auto text = set(zalgo, "en", 100, 3);
    expect_sound(*text);
    EXPECT_LE(text->size.height, 3 * 3.5 * 10);
}

TEST(Typesetter, SaysMissingGlyphs) {
    for (const char* text : {"\xEE\x80\x80", "a \xF4\x8F\xBF\xBD b"}) {
        const auto shown = set(text);
        expect_sound(*shown);
        EXPECT_TRUE(shown->missing_glyphs) << text;
    }
    EXPECT_FALSE(set("plain")->missing_glyphs);
}

TEST(Typesetter, CutsHugeLabelsBeforeShaping) {
    std::string huge;
    while (huge.size() < 100'000) huge += "Кітапхана ";
    for (const double width : {0.0, 100.0}) {
        const auto text = set(huge, "kk", width, 3);
        expect_sound(*text);
        EXPECT_TRUE(text->shortened);
        EXPECT_LE(text->text.size(), 4000U);
        EXPECT_LE(text->lines.size(), 3U);
        EXPECT_EQ(text->runs.back().byte_count, 0U) << "the ellipsis";
    }
}

TEST(Typesetter, ShowsTheEllipsisAsARunWithoutBytes) {
    const auto text =
        set("Association of Caribbean University, Research and "
            "Institutional Libraries",
            "en", 100, 1);
    ASSERT_TRUE(text->shortened);
    const auto& ellipsis = text->runs.back();
    EXPECT_EQ(ellipsis.byte_count, 0U);
    EXPECT_EQ(ellipsis.first_byte, text->lines[0].first_byte + text->lines[0].byte_count);
    EXPECT_LE(text->size.width, 100.01);
}

TEST(Typesetter, TakesOddRequests) {
    const double infinite = std::numeric_limits<double>::infinity();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double size : {0.0, -1.0, 1e9, infinite, nan}) {
        for (const double width : {0.0, -5.0, 1e-9, 1e300, infinite, nan}) {
            for (const int lines : {-7, 0, 1, 1 << 30}) {
                const auto text = set("odd عجيب 奇", "no-such-language-\xFF", width, lines, {size});
                ASSERT_FALSE(text->lines.empty());
                EXPECT_TRUE(std::isfinite(text->size.width) && std::isfinite(text->size.height));
            }
        }
    }
    expect_sound(*set("\xFF\xFE malformed \xC3"));
}

TEST(Typesetter, ScalesExactly) {
    const auto small = set("Қазақстан AVAVA", "kk", 0, 1, {10});
    const auto large = set("Қазақстан AVAVA", "kk", 0, 1, {160});
    ASSERT_EQ(small->glyphs.size(), large->glyphs.size());
    for (std::size_t i = 0; i < small->glyphs.size(); ++i) {
        EXPECT_NEAR(small->glyphs[i].x * 16, large->glyphs[i].x, 0.01);
    }
}

TEST(Typesetter, CentresLines) {
    const auto text = set("Academic and Research Libraries", "en", 80, 3, {}, Align::centre);
    ASSERT_GE(text->lines.size(), 2U);
    for (const Line& line : text->lines) {
        EXPECT_NEAR(line.left + line.width / 2, text->size.width / 2, 0.5);
    }
}

TEST(Typesetter, RemembersAndRepeats) {
    const TextRequest request{"Section on Cataloguing", "en", {10}, 60, 3, Align::centre};
    const auto once = typesetter().set(request);
    EXPECT_EQ(once, typesetter().set(request));
    const Typesetter other;
    EXPECT_EQ(to_text(*once), to_text(*other.set(request)));
}

TEST(Typesetter, WhatWasAskedBeforeChangesNothing) {
    std::vector<TextRequest> requests;
    for (const std::string text :
         {"Libraries Serving Disadvantaged Persons", "Халықаралық кітапхана қауымдастықтары №\u00a07",
          "国际图书馆协会和机构联合会", "الاتحاد الدولي لجمعيات المكتبات", "Incomprehensibilities", ""}) {
        for (const double width : {0.0, 30.0, 61.5, 120.0, 400.0}) {
            for (const int lines : {1, 3}) {
                requests.push_back({text, "", {8, Weight::regular, false}, width, lines, Align::start});
                requests.push_back({text, "", {8, Weight::bold, false}, width, lines, Align::centre});
                requests.push_back({text, "", {21, Weight::regular, false}, width, lines, Align::start});
            }
        }
    }
    const Typesetter forwards;
    const Typesetter backwards;
    std::vector<SetTextPtr> first;
    for (const auto& request : requests) first.push_back(forwards.set(request));
    for (std::size_t i = requests.size(); i-- > 0;) {
        const auto again = backwards.set(requests[i]);
        EXPECT_EQ(to_text(*again), to_text(*first[i])) << requests[i].text << " in " << requests[i].width;
        EXPECT_DOUBLE_EQ(again->size.width, first[i]->size.width);
    }
    const Typesetter once;
    EXPECT_EQ(to_text(*once.set(requests.back())), to_text(*first.back()));
}

TEST(Typesetter, SetsEmptyLinesWhereThereIsNoFont) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");  // Fontconfig is asked once in a process
    const auto folder = test::scratch_dir("no-fonts");
    std::ofstream(folder / "fonts.conf")
        << "<?xml version=\"1.0\"?><fontconfig><dir>" << folder.string() << "</dir></fontconfig>";
    EXPECT_EXIT(
        {
            ::setenv("FONTCONFIG_FILE", (folder / "fonts.conf").c_str(), 1);
            const Typesetter without;
            const auto set = without.set({"Alpha", "en", {8, Weight::regular, false}, 40, 2, Align::start});
            const bool empty = set->glyphs.empty() && set->lines.size() == 1 && set->missing_glyphs;
            std::_Exit(!any_font() && empty && set->size.height > 8 ? 0 : 1);
        },
        testing::ExitedWithCode(0), "");
}

TEST(Typesetter, ServesManyThreads) {
    const Typesetter shared;
    std::vector<std::thread> threads;
    std::vector<std::string> printed(4);
    for (std::size_t t = 0; t < printed.size(); ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 30; ++i) {
                printed[t] += to_text(*shared.set({"Бөлім 部 " + std::to_string(i), "kk", {10}, 30, 2}));
            }
        });
    }
    for (auto& thread : threads) thread.join();
    for (const auto& text : printed) EXPECT_EQ(text, printed[0]);
}

TEST(Typesetter, SaysWhichFamilyStandsIn) {
    EXPECT_EQ(typesetter().substitute_family(), "");
    const Typesetter absent("No Such Family 123");
    EXPECT_NE(absent.substitute_family(), "");
    EXPECT_FALSE(absent.set({"Library", "en", {10}})->missing_glyphs);
}

TEST(Typesetter, NumbersFontsOfEveryStyle) {
    const auto bold = set("Library", "en", 0, 1, {10, Weight::bold});
    const auto italic = set("Library", "en", 0, 1, {10, Weight::regular, true});
    const Font bold_font = typesetter().font(bold->runs[0].font);
    const Font italic_font = typesetter().font(italic->runs[0].font);
    EXPECT_EQ(bold_font.weight, Weight::bold);
    EXPECT_FALSE(bold_font.synthetic_bold);
    EXPECT_TRUE(italic_font.italic);
    EXPECT_TRUE(std::filesystem::exists(bold_font.file));
    EXPECT_NE(bold->runs[0].font, italic->runs[0].font);
    EXPECT_GT(typesetter().font_count(), static_cast<std::size_t>(bold->runs[0].font));
    const auto slanted = set("图书馆", "zh", 0, 1, {10, Weight::regular, true});
    EXPECT_TRUE(typesetter().font(slanted->runs[0].font).synthetic_italic);
}

TEST(Typesetter, PrintsGoldenText) {
    std::string all;
    const auto print = [&](std::string text, std::string lang, double width, int lines, Style style = {},
                           Align align = Align::centre) {
        all += to_text(*set(std::move(text), std::move(lang), width, lines, style, align));
    };
    print("International Federation of Library Associations and Institutions", "en", 140, 3,
          {11, Weight::bold});
    print("Section on Libraries Serving Disadvantaged Persons", "en", 110, 3);
    print("Халықаралық кітапханалық қауымдастықтар мен мекемелер федерациясы", "kk", 140, 3);
    print("Секция каталогизации", "ru", 110, 3, {9, Weight::regular, true});
    print("国际图书馆协会和机构联合会", "zh", 80, 3);
    print("الاتحاد الدولي لجمعيات ومؤسسات المكتبات", "ar", 110, 3, {}, Align::start);
    print("IFLA الاتحاد 图书馆 ИФЛА", "en", 60, 3);
    print(
        "Association of Caribbean University, Research and Institutional "
        "Libraries",
        "en", 90, 2);
    print("", "", 0, 1);
    EXPECT_TRUE(test::matches_golden("text/labels.txt", all));
}

}  // namespace
}  // namespace shezhire::text
