// The panels' own font has every letter that the interface's catalogues use.
#include <gtest/gtest.h>

#include "base/file.h"
#include "support/golden.h"
#include "ui/harness.h"

namespace shezhire::test {
namespace {

std::vector<char32_t> characters(std::string_view text) {
    std::vector<char32_t> found;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t code = lead < 0x80 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && at + k < text.size(); ++k)
            code = (code << 6U) | (static_cast<unsigned char>(text[at + k]) & 0x3FU);
        at += length;
        found.push_back(code);
    }
    return found;
}

TEST(Words, TheInterfaceFontHasEveryLetterOfEveryCatalogue) {
    const Desk desk;
    const auto& font = *ImGui::GetIO().Fonts->Fonts[0];
    for (const char* language : {"kk", "ru"}) {
        const auto po = base::read_file(source_dir() / "assets" / "locale" / (std::string(language) + ".po"));
        ASSERT_TRUE(po);
        for (const auto code : characters(*po)) {
            if (code < 0x20) continue;
            EXPECT_NE(font.FindGlyphNoFallback(static_cast<ImWchar>(code)), nullptr)
                << language << ": U+" << std::hex << static_cast<unsigned>(code);
        }
    }
    // And what the program writes of its own: languages by their own names, dates, arrows.
    for (const auto code :
         characters("Қазақша Русский English Français Español Deutsch …—–“”«»·%1\u00A0234\u202F5"))
        EXPECT_NE(font.FindGlyphNoFallback(static_cast<ImWchar>(code)), nullptr)
            << std::hex << static_cast<unsigned>(code);
}

}  // namespace
}  // namespace shezhire::test
