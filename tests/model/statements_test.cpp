#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drafts.h"
#include "model/entries.h"
#include "model/language.h"
#include "model/statements.h"

namespace shezhire {
namespace {
using namespace shezhire::test;
using model::Evidence;
using model::Field;
using model::Model;
using ::testing::ElementsAre;

model::Concept concept_of(std::string id, std::string notation = {}) {
    model::Concept result;
    result.id = std::move(id);
    result.notation = std::move(notation);
    return result;
}

model::Statement statement(std::string notation, std::string kind, std::string section, int order = 0) {
    model::Statement result;
    result.id = "statement-" + notation;
    result.notation = std::move(notation);
    result.kind = std::move(kind);
    result.section = std::move(section);
    result.order = order;
    result.stated_in = "article";
    result.about = {"ifla"};
    result.place = {"test.jsonld", 30, 1};
    return result;
}

model::Reference entry(std::string thing, std::string field, std::string of, std::string kind = {},
                       std::string_view dates = "/") {
    return {std::move(thing),      std::move(field), std::move(of), std::move(kind), when(dates), {},
            {"test.jsonld", 31, 7}};
}

/// IFLA with an entry in every list, an article and a vocabulary.
model::Draft draft() {
    auto ifla = body("ifla", "1927/..");
    ifla.names = {name("IFLA", "en", "1976/..")};
    ifla.evidence.change().sources = {"article"};
    ifla.spells[0].evidence.change().sources = {"page"};
    ifla.parents.push_back(part_of("unesco", "1947/.."));
    ifla.memberships.push_back({"unesco", "observer", when("1947"), Evidence{{"page"}, {}, true}, {}});
    ifla.links.push_back({"partner", "unesco", when("1947/.."), {}, {}});
    ifla.sites.push_back(
        {"Paris", "FR", when("1947/1971"), Evidence{{"article"}, model::Confidence::low}, {}});
    ifla.sites.push_back({"Geneva", "CH", when("1928/1958"), Evidence{{"page"}}, {}});
    ifla.offices.push_back({"president", "Isak Collijn", "SE", when("1927/1931"), {}, {}});
    ifla.figures.push_back({"members", when("2005"), "1700", {}, {}});
    ifla.figures.push_back({"members", when("2020"), "1500", Evidence{{"article"}}, {}});
    ifla.phases.push_back({"growth", when("1950/1970"), Evidence{{"article"}}, {}});
    ifla.claims.push_back({"founded", "1929", Evidence{{"page"}}, {}});
    auto draft = draft_of(std::move(ifla), body("unesco", "1945/.."));
    for (const auto* id : {"date", "goal", "observer", "partner", "president", "members", "growth"}) {
        draft.concepts.push_back(concept_of(id));
    }
    draft.concepts.push_back(concept_of("later", "10"));
    draft.concepts.push_back(concept_of("first", "2"));
    draft.sources.emplace_back().id = "article";
    draft.sources.emplace_back().id = "page";
    return draft;
}

std::vector<std::string> ids(const Model& built, std::span<const std::uint32_t> statements) {
    std::vector<std::string> result;
    for (const auto i : statements) result.push_back(built.statements()[i].notation);
    return result;
}

TEST(Statements, AreReadInTheOrderOfTheirSourceAndOfTheirPage) {
    auto facts = draft();
    facts.statements = {statement("10", "goal", "first", 2), statement("9", "goal", "first", 1),
                        statement("2", "date", "later"), statement("100", "goal", "first")};
    facts.statements[2].represented_by = {entry("ifla", "", ""), entry("ifla", "sites", "Paris")};
    base::Diagnostics diagnostics;
    const auto built = Model::build(std::move(facts), diagnostics);
    EXPECT_EQ(told(diagnostics), "");
    EXPECT_THAT(ids(*built, built->statements_in("article")), ElementsAre("9", "10", "100", "2"));
    EXPECT_THAT(ids(*built, built->statements_about("ifla")), ElementsAre("2", "9", "10", "100"));
    EXPECT_THAT(ids(*built, built->represented_in("ifla")), ElementsAre("2"));
    EXPECT_TRUE(built->statements_about("unesco").empty());
    ASSERT_NE(built->statement("statement-9"), nullptr);
    EXPECT_EQ(built->statement("statement-9")->order, 1);
    EXPECT_EQ(built->statement("ifla"), nullptr);
    EXPECT_EQ(built->type_of("statement-9"), model::ThingType::statement);
    EXPECT_EQ(built->thing("statement-9")->id, "statement-9");
}

TEST(Statements, LeadToEveryKindOfEntry) {
    base::Diagnostics diagnostics;
    const auto built = Model::build(draft(), diagnostics);
    const auto place = [&](model::Reference reference) { return built->entry_of(reference); };
    EXPECT_EQ(place(entry("ifla", "labels", "IFLA")), 0U);
    EXPECT_EQ(place(entry("ifla", "existence", "")), 0U);
    EXPECT_EQ(place(entry("ifla", "unitOf", "unesco")), 0U);
    EXPECT_EQ(place(entry("ifla", "memberOf", "unesco", "observer")), 0U);
    EXPECT_EQ(place(entry("ifla", "links", "unesco", "partner")), 0U);
    EXPECT_EQ(place(entry("ifla", "sites", "Geneva")), 1U);
    EXPECT_EQ(place(entry("ifla", "offices", "Isak Collijn", "president")), 0U);
    EXPECT_EQ(place(entry("ifla", "figures", "members")), 0U);
    EXPECT_EQ(place(entry("ifla", "figures", "members", "", "2020")), 1U);
    EXPECT_EQ(place(entry("ifla", "phases", "growth")), 0U);
    EXPECT_EQ(place(entry("ifla", "claims", "founded")), 0U);

    EXPECT_EQ(place(entry("ifla", "figures", "members", "", "1999")), std::nullopt);
    EXPECT_EQ(place(entry("ifla", "memberOf", "unesco", "member")), std::nullopt);
    EXPECT_EQ(place(entry("ifla", "seats", "Geneva")), std::nullopt);
    EXPECT_EQ(place(entry("article", "sites", "Geneva")), std::nullopt);
    EXPECT_EQ(place(entry("nothing", "sites", "Geneva")), std::nullopt);
}

TEST(Statements, ThatLeadNowhereAreSaid) {
    auto facts = draft();
    facts.statements = {statement("1", "goal", "first"), statement("1", "goal", "first")};
    facts.statements[0].about = {"ifla", "nobody"};
    facts.statements[0].kind = "thought";
    facts.statements[0].confirmed_by = {"other-page"};
    facts.statements[0].represented_by = {entry("gone", "sites", "Rome"), entry("ifla", "sites", "Rome"),
                                          entry("ifla", "sites", "Paris", "", "1947/1971")};
    base::Diagnostics diagnostics;
    const auto built = Model::build(std::move(facts), diagnostics);
    EXPECT_EQ(
        told(diagnostics),
        "test.jsonld:30:1: error: model.duplicate-id: “statement-1” is the id of a statement at "
        "test.jsonld:30 already; this statement is left out; give it another id\n"
        "test.jsonld:30:1: error: model.dangling-reference: “statement-1” names “nobody” in “about”, but "
        "nothing has that id; the reference is left out\n"
        "test.jsonld:30:1: warning: model.unknown-kind: “thought” is not a concept of the data; add it, "
        "or correct the spelling\n"
        "test.jsonld:30:1: warning: model.unknown-source: “other-page” is not a source of the data; add "
        "it, or correct the spelling\n"
        "test.jsonld:31:7: error: model.dangling-reference: “statement-1” names “gone” in "
        "“representedBy”, but nothing has that id; the reference is left out\n"
        "test.jsonld:31:7: error: model.dangling-entry: “statement-1” is represented by “sites: Rome” of "
        "“ifla”, which has no such entry; correct the reference, or add the entry\n");
    ASSERT_EQ(built->statements().size(), 1U);
    EXPECT_THAT(built->statements()[0].about, ElementsAre("ifla"));
    EXPECT_EQ(built->statements()[0].represented_by.size(), 2U) << "a missing entry leads to its thing";
}

TEST(Statements, EverythingThatRestsOnASourceIsFound) {
    auto facts = draft();
    facts.statements = {statement("1", "goal", "first")};
    facts.statements[0].contradicted_by = {"page"};
    base::Diagnostics diagnostics;
    const auto built = Model::build(std::move(facts), diagnostics);
    const auto fields = [&](std::string_view source) {
        std::vector<std::string> result;
        for (const auto& each : model::resting_on(*built, source)) {
            result.push_back(std::string(to_text(each.field)) + " " + std::to_string(each.entry));
        }
        return result;
    };
    EXPECT_THAT(fields("article"), ElementsAre(" 0", "sites 0", "phases 0", "figures 1", "statedIn 0"));
    EXPECT_THAT(fields("page"),
                ElementsAre("existence 0", "memberOf 0", "sites 1", "claims 0", "contradictedBy 0"));
    EXPECT_TRUE(fields("ifla").empty());
}

TEST(Statements, WhoNamesABodyIsFoundFromIt) {
    base::Diagnostics diagnostics;
    const auto built = Model::build(draft(), diagnostics);
    const auto unesco = built->organization_index("unesco").value();
    ASSERT_EQ(built->members(unesco).size(), 1U);
    EXPECT_EQ(built->organizations()[built->members(unesco)[0].body].id, "ifla");
    ASSERT_EQ(built->links_to(unesco).size(), 1U);
    EXPECT_TRUE(built->members(built->organization_index("ifla").value()).empty());
}

TEST(Statements, NumbersAreOrderedAsPeopleCount) {
    EXPECT_TRUE(model::before_by_number("2", "10"));
    EXPECT_FALSE(model::before_by_number("10", "2"));
    EXPECT_TRUE(model::before_by_number("4.2", "4.10"));
    EXPECT_TRUE(model::before_by_number("4", "4.1"));
    EXPECT_TRUE(model::before_by_number("", "1"));
    EXPECT_FALSE(model::before_by_number("a", "a"));
    EXPECT_TRUE(model::before_by_number("1", "99999999999999999999999999"));
}

TEST(Languages, ThatNobodyHasRegisteredAreFound) {
    for (const auto* tag : {"kk", "ru", "en", "und", "tlh", "krc", "zh-Hans", "kk-Cyrl-KZ", "sr-Latn-RS",
                            "es-419", "x-own", "qaa-Qaaa-QM", "sq-XK", "sh", "en-x-zz", "de-CH-1901"}) {
        EXPECT_EQ(model::unknown_in_language_tag(tag), "") << tag;
    }
    EXPECT_EQ(model::unknown_in_language_tag("kz"), "“kz” is a country, not a language");
    EXPECT_EQ(model::unknown_in_language_tag("kaz"), "“kaz” is written “kk”");
    EXPECT_EQ(model::unknown_in_language_tag("qq"), "no language is called “qq”");
    EXPECT_EQ(model::unknown_in_language_tag("english"), "no language is called “english”");
    EXPECT_EQ(model::unknown_in_language_tag("kk-Cyrx"), "no script is called “Cyrx”");
    EXPECT_EQ(model::unknown_in_language_tag("en-UK"), "no country is called “UK”");
}

TEST(Languages, AndCountriesHaveNames) {
    EXPECT_EQ(model::language_name("kk", "ru"), "казахский");
    EXPECT_EQ(model::language_name("zh-Hans", "en"), "Chinese (Simplified)");
    EXPECT_EQ(model::country_name("KZ", "kk"), "Қазақстан");
    EXPECT_EQ(model::country_name("FR", "ru"), "Франция");
    EXPECT_EQ(model::country_name("YU", "en"), "Yugoslavia") << "a state is not its successor";
    EXPECT_EQ(model::country_name("SU", "kk"), "КСРО");
    EXPECT_EQ(model::country_name("??", "kk"), "??");
    EXPECT_EQ(model::sentence_case("мақсат", "kk"), "Мақсат");
    EXPECT_EQ(model::sentence_case("", "kk"), "");
}

}  // namespace
}  // namespace shezhire
