#include "scene/words.h"

#include <gtest/gtest.h>

namespace shezhire::scene {
namespace {

TEST(Words, dates_in_words) {
    const auto at = [](const char* text) { return edtf::parse_interval(text)->value; };
    EXPECT_EQ(structure_at(WordLang::en, at("2005-08")), "Structure as of August 2005");
    EXPECT_EQ(structure_at(WordLang::kk, at("2005-08")), "2005 жылғы тамыздағы құрылым");
    EXPECT_EQ(structure_at(WordLang::ru, at("2005-08")), "Структура на август 2005 года");
    EXPECT_EQ(structure_at(WordLang::ru, at("2005-08-15")), "Структура на 15 августа 2005 года");
    EXPECT_EQ(structure_at(WordLang::kk, at("1977/2009")), "1977–2009 жылдардағы құрылым");
    EXPECT_EQ(structure_at(WordLang::en, at("-0044")), "Structure in 45 BCE");
    EXPECT_EQ(life_in_words(WordLang::en, at("1977/2009")), "1977 to 2009");
    EXPECT_EQ(life_in_words(WordLang::kk, at("1977/..")), "1977 жылдан бастап");
    EXPECT_EQ(life_in_words(WordLang::ru, at("/2009")), "до 2009 года");
    EXPECT_EQ(life_in_words(WordLang::en, at("198X/..")), "since 1980–1989");
    EXPECT_EQ(life_in_words(WordLang::en, at("/")), "");
    EXPECT_EQ(count_in_words(WordLang::ru, 21, 3, 0), "21 организация, ещё 3 свёрнуто");
    EXPECT_EQ(count_in_words(WordLang::ru, 12, 0, 0), "12 организаций");
}

}  // namespace
}  // namespace shezhire::scene
