#include "model/model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drafts.h"

namespace shezhire {
namespace {
using namespace shezhire::test;
using model::Model;
using model::NameRole;
using ::testing::ElementsAre;

std::string shown(const model::Thing& thing, std::string_view date, std::vector<std::string> languages) {
    const auto* chosen = model::name_at(thing, at(date), languages);
    return chosen == nullptr ? "(none)" : chosen->text;
}

TEST(Names, TheOneThatHeldAtTheDate) {
    auto section = body("s", "1977/..");
    section.names = {name("Council", "en", "1977/2004-12"), name("General Assembly", "en", "2006/..")};
    EXPECT_EQ(shown(section, "1990", {"en"}), "Council");
    EXPECT_EQ(shown(section, "2010", {"en"}), "General Assembly");
    EXPECT_EQ(shown(section, "2004-12-20", {"en"}), "Council") << "may hold";
    EXPECT_EQ(shown(section, "2005-02", {"en"}), "Council") << "the nearest where none holds";
    EXPECT_EQ(shown(section, "2005-11", {"en"}), "General Assembly");
    EXPECT_EQ(shown(section, "1800", {"en"}), "Council");
}

TEST(Names, CertainBeforePossibleAndDatedBeforeLifelong) {
    auto section = body("s", "1977/..");
    section.names = {name("Lifelong"), name("Vague", "en", "/1989"), name("Dated", "en", "1990/2000")};
    EXPECT_EQ(shown(section, "1985", {"en"}), "Lifelong");
    EXPECT_EQ(shown(section, "1995", {"en"}), "Dated");
    EXPECT_EQ(shown(section, "2020", {"en"}), "Lifelong");
}

TEST(Names, LanguagesInTheAskedOrderThenEnglishThenAny) {
    auto thing = body("s");
    thing.names = {name("Қауымдастық", "kk"), name("Association", "en"), name("协会", "zh-Hans"),
                   name("Other", "eng")};
    EXPECT_EQ(shown(thing, "2000", {"ru", "kk"}), "Қауымдастық");
    EXPECT_EQ(shown(thing, "2000", {"ru"}), "Association");
    EXPECT_EQ(shown(thing, "2000", {"zh"}), "协会");
    EXPECT_EQ(shown(thing, "2000", {}), "Association");
    thing.names = {name("Қауымдастық", "kk")};
    EXPECT_EQ(shown(thing, "2000", {"ru"}), "Қауымдастық");
    thing.names = {name("Vor", "de", "1900/1910"), name("Ferner", "ru", "1990/1999")};
    EXPECT_EQ(shown(thing, "1995", {"de"}), "Ferner")
        << "a language whose name holds goes before one whose does not";
}

TEST(Names, PreferredBeforeAlternativeAndNeverNothing) {
    auto thing = body("s");
    EXPECT_EQ(shown(thing, "2000", {"en"}), "(none)");
    thing.names = {name("IFLA", "en", "/", NameRole::acronym)};
    EXPECT_EQ(shown(thing, "2000", {"en"}), "IFLA");
    thing.names.push_back(name("Other", "en", "1900/1901", NameRole::alternative));
    EXPECT_EQ(shown(thing, "2000", {"en"}), "Other");
    thing.names.push_back(name("Federation", "en", "1910/1920"));
    EXPECT_EQ(shown(thing, "2000", {"en"}), "Federation");
    thing.names[2].when = when("1920/1910");
    EXPECT_EQ(shown(thing, "2000", {"en"}), "Federation")
        << "a span that ends before it begins is a name all the same";
}

TEST(Names, AnAcronymOnlyWhereOneHeld) {
    auto thing = body("s");
    thing.names = {name("FIAB", "fr", "1929/1976", NameRole::acronym),
                   name("IFLA", "en", "1929/..", NameRole::acronym)};
    const std::vector<std::string> languages{"fr"};
    EXPECT_EQ(model::acronym_at(thing, at("1950"), languages)->text, "FIAB");
    EXPECT_EQ(model::acronym_at(thing, at("2000"), languages)->text, "IFLA");
    EXPECT_EQ(model::acronym_at(thing, at("1900"), languages), nullptr);
}

TEST(Names, AnAcronymIsOneThatTheNamesReaderReads) {
    auto thing = body("s");
    thing.names = {name("Library Union", "en", "1900/.."), name("Библиотечный союз", "ru", "1900/.."),
                   name("БС", "ru", "1900/..", NameRole::acronym)};
    const auto acronym = [&](const std::vector<std::string>& languages) {
        const auto* found = model::acronym_at(thing, at("1950"), languages);
        return found == nullptr ? std::string() : found->text;
    };
    EXPECT_EQ(acronym({"ru", "en"}), "БС");
    EXPECT_EQ(acronym({"en", "ru"}), "") << "beside an English name";
    EXPECT_EQ(acronym({"en"}), "");
    EXPECT_EQ(acronym({"kk", "ru", "en"}), "БС") << "beside the Russian name that stands in for a Kazakh one";
    thing.names.push_back(name("LU", "en", "1900/..", NameRole::acronym));
    EXPECT_EQ(acronym({"en", "ru"}), "LU");
    thing.names.pop_back();
    thing.names.push_back(name("UÉB", "fr", "1900/..", NameRole::acronym));
    EXPECT_EQ(acronym({"en", "ru"}), "UÉB") << "Latin letters are read everywhere";
}

TEST(Model, PresenceIsTheBestOfAllSpells) {
    auto revived = body("r", "1900/1910");
    revived.spells.push_back({when("1950/.."), {}, {}});
    base::Diagnostics diagnostics;
    const auto built = Model::build(draft_of(revived, body("unknown")), diagnostics);
    EXPECT_EQ(built->presence(built->organizations()[0], at("1905")), edtf::Presence::yes);
    EXPECT_EQ(built->presence(built->organizations()[0], at("1930")), edtf::Presence::no);
    EXPECT_EQ(built->presence(built->organizations()[0], at("1910")), edtf::Presence::maybe);
    EXPECT_EQ(built->presence(built->organizations()[0], at("1999")), edtf::Presence::yes);
    EXPECT_EQ(built->presence(built->organizations()[1], at("1999")), edtf::Presence::maybe);
}

TEST(Model, IndexesSayWhoNamesWhom) {
    auto draft =
        draft_of(with(body("b"), part_of("a")), body("a"), with(with(body("c"), part_of("b")), part_of("a")));
    draft.files.push_back({"f", {}, {"c"}, {}});
    for (const auto* id : {"m1", "m2"}) {
        auto& change = draft.changes.emplace_back();
        change.id = id;
        change.originals = {"a", "b"};
        change.results = {"a"};
    }
    auto& event = draft.events.emplace_back();
    event.id = "e";
    event.organizations = {"c", "c"};
    draft.sources.emplace_back().id = "page";
    draft.concepts.emplace_back().id = "section";
    draft.schemes.emplace_back().id = "kinds";
    base::Diagnostics diagnostics;
    const auto built = Model::build(std::move(draft), diagnostics);
    ASSERT_EQ(built->children(1).size(), 2U);
    EXPECT_EQ(built->children(1)[0].unit, 0U);
    EXPECT_EQ(built->children(1)[1].unit, 2U);
    EXPECT_EQ(built->children(1)[1].parent, 1U);
    EXPECT_THAT(built->changes_of(1), ElementsAre(0U, 1U));
    EXPECT_THAT(built->changes_of(0), ElementsAre(0U, 1U));
    EXPECT_THAT(built->events_of(2), ElementsAre(0U));
    EXPECT_TRUE(built->events_of(0).empty());
    EXPECT_THAT(built->roots(), ElementsAre("c"));
    EXPECT_EQ(built->organization("b"), &built->organizations()[0]);
    EXPECT_EQ(built->organization("m1"), nullptr);
    EXPECT_EQ(built->organization_index("c"), 2U);
    EXPECT_EQ(built->organization_index("e"), std::nullopt);
    EXPECT_EQ(built->thing("m2"), &built->changes()[1]);
    EXPECT_EQ(built->thing("e"), &built->events()[0]);
    EXPECT_EQ(built->thing("kinds"), &built->schemes()[0]);
    EXPECT_EQ(built->find_concept("section"), &built->concepts()[0]);
    EXPECT_EQ(built->source("page"), &built->sources()[0]);
    EXPECT_EQ(built->type_of("page"), model::ThingType::source);
    EXPECT_EQ(built->type_of("none"), std::nullopt);
}

TEST(Model, LanguagesComeMostFrequentFirst) {
    auto a = body("a");
    a.names = {name("x", "kk"), name("x", "en"), name("x", "und")};
    auto b = body("b");
    b.names = {name("x", "en"), name("x", "ar")};
    base::Diagnostics diagnostics;
    EXPECT_THAT(Model::build(draft_of(a, b), diagnostics)->languages(), ElementsAre("en", "ar", "kk"));
}

TEST(Model, TheSpanAndTheDaysOfChange) {
    auto a = body("a", "1977/2009-03");
    a.names = {name("A", "en", "1990-05-01/.."), name("B", "en", "1950/..", NameRole::alternative)};
    a.parents.push_back(part_of("b", "/2009-03"));
    base::Diagnostics diagnostics;
    const auto built = Model::build(draft_of(a, body("b")), diagnostics);
    ASSERT_TRUE(built->span());
    EXPECT_EQ(built->span()->text(), "1950/2009");
    const auto day = [](std::int64_t year, unsigned month, unsigned d) {
        return edtf::day_from_civil({year, month, d});
    };
    EXPECT_THAT(built->change_days(), ElementsAre(day(1977, 1, 1), day(1977, 12, 31), day(1990, 5, 1),
                                                  day(2009, 3, 2), day(2009, 4, 1)));
}

TEST(Model, EqualityLeavesOutThePlace) {
    auto a = draft_of(body("a"));
    auto b = a;
    b.organizations[0].place.line = 99;
    EXPECT_EQ(a, b);
    b.organizations[0].scope = "national";
    EXPECT_NE(a, b);
    b = a;
    b.organizations[0].names.push_back(name("n"));
    EXPECT_NE(a, b);
}

}  // namespace
}  // namespace shezhire
