#include <gtest/gtest.h>

#include "drafts.h"
#include "support/golden.h"

namespace shezhire {
namespace {
using namespace shezhire::test;
using model::Evidence;
using model::Model;

TEST(Checks, SayEveryFaultWithItsPlaceAndKeepTheRest) {
    auto draft =
        draft_of(body("ifla", "1927/.."), body("a", "1977/2009"), body("ifla"), body("b", "2000/1990"),
                 with(with(body("c", "1950/1960"), part_of("ifla", "1990/2000")), part_of("nobody")));
    auto& a = draft.organizations[1];
    a.kind = "section";
    a.evidence.change().sources = {"page", "other-page"};
    a.names = {name("A"), name("Old A", "en", "1900/1910"), name("Wrong A", "en", "1985/1980")};
    a.memberships.push_back(
        {.organization = "page", .role = "member", .when = when("1800/1801"), .evidence = {}, .extras = {}});
    a.links.push_back({.kind = "partner",
                       .to = "page",
                       .when = {},
                       .evidence = Evidence{{"other-page"}, {}, true},
                       .extras = {}});
    a.links.push_back({.kind = "partner", .to = "gone", .when = {}, .evidence = {}, .extras = {}});
    model::Change change;
    change.id = "c";
    change.place = {"test.jsonld", 20, 1};
    draft.changes.push_back(change);
    change.id = "split";
    change.place.line = 21;
    change.kind = "section";
    change.originals = {"ifla", "x"};
    change.results = {"b", "split"};
    draft.changes.push_back(change);
    model::Event event;
    event.id = "congress";
    event.place = {"test.jsonld", 22, 1};
    event.organizations = {"congress", "ifla"};
    event.when = when("2003-08/2003-07");
    draft.events.push_back(event);
    model::Concept concept_;
    concept_.id = "kind";
    concept_.place = {"test.jsonld", 23, 1};
    concept_.scheme = "ifla";
    draft.concepts.push_back(concept_);
    model::Source source;
    source.id = "page";
    source.place = {"test.jsonld", 24, 1};
    draft.sources.push_back(source);
    draft.files.push_back({"test.jsonld", {}, {"ifla", "nothing"}, {}});

    base::Diagnostics diagnostics;
    const auto built = Model::build(std::move(draft), diagnostics);
    EXPECT_TRUE(matches_golden("model/checks.txt", told(diagnostics)));

    ASSERT_EQ(built->organizations().size(), 4U);
    EXPECT_EQ(built->organization("ifla")->spells.size(), 1U) << "the first of two with one id stays";
    EXPECT_EQ(built->changes().size(), 1U);
    EXPECT_EQ(built->organization("c")->parents.size(), 1U);
    EXPECT_TRUE(built->organization("a")->memberships.empty());
    EXPECT_EQ(built->organization("a")->links.size(), 1U);
    EXPECT_EQ(built->changes()[0].originals, std::vector<model::Id>{"ifla"});
    EXPECT_EQ(built->events()[0].organizations, std::vector<model::Id>{"ifla"});
    EXPECT_EQ(built->concepts()[0].scheme, "");
    EXPECT_EQ(built->files()[0].roots, std::vector<model::Id>{"ifla"});
    EXPECT_NE(built->presence(*built->organization("b"), at("1995")), edtf::Presence::yes);
}

TEST(Checks, OneIdInEveryKindOfThingIsOneThing) {
    model::Draft draft = draft_of(body("same"));
    draft.changes.emplace_back().id = "same";
    draft.events.emplace_back().id = "same";
    draft.concepts.emplace_back().id = "same";
    draft.schemes.emplace_back().id = "same";
    draft.sources.emplace_back().id = "same";
    draft.statements.emplace_back().id = "same";
    base::Diagnostics diagnostics;
    const auto built = Model::build(std::move(draft), diagnostics);
    EXPECT_EQ(diagnostics.count(base::Severity::error), 6U);
    EXPECT_EQ(built->type_of("same"), model::ThingType::organization);
    EXPECT_TRUE(built->changes().empty() && built->events().empty() && built->concepts().empty());
    EXPECT_TRUE(built->schemes().empty() && built->sources().empty());
    EXPECT_TRUE(built->statements().empty());
}

TEST(Checks, AnEmptyDraftIsAModel) {
    base::Diagnostics diagnostics;
    const auto built = Model::build({}, diagnostics);
    EXPECT_TRUE(diagnostics.empty());
    EXPECT_TRUE(built->roots().empty());
    EXPECT_TRUE(built->change_days().empty());
    EXPECT_FALSE(built->span());
    EXPECT_EQ(built->thing("x"), nullptr);
    EXPECT_TRUE(built->children(0).empty());
}

}  // namespace
}  // namespace shezhire
