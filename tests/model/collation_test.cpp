#include "model/collation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace shezhire::model {
namespace {

std::vector<std::string> sorted_by(std::vector<std::string> texts, const std::string& language) {
    const Collation collation(language);
    std::stable_sort(texts.begin(), texts.end(),
                     [&](const auto& a, const auto& b) { return collation.key(a) < collation.key(b); });
    return texts;
}

TEST(Collation, KazakhLettersStandWhereTheAlphabetHasThem) {
    const std::vector<std::string> alphabet{"ай",  "әже", "гүл",  "ғарыш", "кітап", "қала", "наурыз",
                                            "ңыз", "ой",  "өнер", "ұйым",  "үй",    "ыдыс", "іс"};
    auto mixed = alphabet;
    std::reverse(mixed.begin(), mixed.end());
    EXPECT_EQ(sorted_by(mixed, "kk"), alphabet);
}

TEST(Collation, CaseAndAccentsOnlyTellApartWhatIsElseAlike) {
    EXPECT_EQ(sorted_by({"Zebra", "école", "Ecole", "apple", "Ёлка", "ель", "ёж"}, "en"),
              (std::vector<std::string>{"apple", "Ecole", "école", "Zebra", "ёж", "Ёлка", "ель"}));
}

TEST(Collation, NumbersCountByTheirValue) {
    EXPECT_EQ(sorted_by({"Section 10", "Section 9", "Section 1"}, "ru"),
              (std::vector<std::string>{"Section 1", "Section 9", "Section 10"}));
}

TEST(Collation, EachLanguageHasItsOwnOrder) {
    EXPECT_EQ(sorted_by({"ö", "z"}, "de"), (std::vector<std::string>{"ö", "z"}));
    EXPECT_EQ(sorted_by({"ö", "z"}, "sv"), (std::vector<std::string>{"z", "ö"}));
}

TEST(Collation, WhateverIsNoLanguageOrNoTextStillHasAnOrder) {
    const Collation collation("no such language!");
    EXPECT_LT(collation.key("a"), collation.key("b"));
    EXPECT_LT(collation.key(""), collation.key("a"));
    EXPECT_EQ(collation.key("\xFF\xFE"), collation.key("\xFF\xFE"));
    EXPECT_LT(collation.key(std::string(1000, 'a')), collation.key(std::string(1001, 'a')));
}

}  // namespace
}  // namespace shezhire::model
