#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "io/dataset.h"
#include "support/golden.h"

namespace shezhire {
namespace {

struct Read {
    model::Draft draft;
    std::string told;
};

Read read(std::string_view bytes) {
    Read result;
    base::Diagnostics diagnostics;
    io::read_native(bytes, "f.jsonld", result.draft, diagnostics);
    for (const auto& each : diagnostics.sorted()) result.told += to_text(each) + "\n";
    return result;
}

Read read_things(const std::string& things) {
    return read("{ \"@context\": \"context.jsonld\", \"format\": \"shezhire/1\",\n\"@graph\": [\n" + things +
                "\n] }");
}

TEST(Read, TheExampleOfTheFormat) {
    const auto result = read(R"({
  "@context": "context.jsonld",
  "format": "shezhire/1",
  "title": { "en": "IFLA", "kk": "ИФЛА" },
  "roots": ["ifla"],
  "@graph": [
    {
      "id": "s",
      "type": "OrganizationalUnit",
      "kind": "section",
      "notation": "13",
      "prefLabel": { "en": "Cataloguing Section", "ru": "Секция каталогизации" },
      "altLabel": { "en": ["Cataloging", "Cat"], "de": "Katalogisierung" },
      "acronym": { "en": "CATS" },
      "labels": [{ "label": { "fr": "Vieux", "kk": "Ескі" }, "when": "1935/1977", "role": "alternative",
                   "status": "translated", "sources": "page", "confidence": "low", "disputed": true, "x": [1, 2] }],
      "existence": ["1935/1940", { "when": "1977~/..", "sources": ["page"] }],
      "unitOf": ["ifla", { "organization": "d", "when": "1977~/2009", "confidence": "high" }],
      "memberOf": { "organization": "ifla", "role": "member" },
      "links": { "kind": "partner", "to": "d", "when": "2001" },
      "sites": { "place": "Geneva", "country": "CH" },
      "offices": { "office": "Chair", "person": "A. B.", "country": "KZ", "when": "1999/2001" },
      "figures": [{ "measure": "members", "when": "2005", "value": ">300" }, { "measure": "members", "value": 17 }],
      "phases": { "phase": "growth", "when": "1990/2000", "note": { "en": "As told" } },
      "note": { "en": ["One", "Two"], "ru": "Три" },
      "claims": { "field": "existence", "value": "1936/..", "sources": ["other"] },
      "sources": "page",
      "confidence": "medium",
      "homepage": { "url":  "https://example.org/?a=1&b=2" }
    },
    { "id": "c", "type": "ChangeEvent", "kind": "split", "when": "2009", "originalOrganization": "s",
      "resultingOrganization": ["s", "d"] },
    { "id": "e", "type": "Event", "when": "2003-08-01/2003-08-09", "organization": "s", "location": "Berlin",
      "country": "DE", "region": "europe", "importance": 2 },
    { "id": "k", "type": "Concept", "inScheme": "kinds", "notation": "k", "shape": "pill", "colour": "blue",
      "mark": "disc", "countries": "KZ", "figures": { "measure": "members", "value": 3 },
      "definition": { "en": "A kind" } },
    { "id": "s-1", "type": "Statement", "notation": "114", "kind": "count", "prefLabel": { "en": "48 sections" },
      "about": "s", "order": 3, "section": "k", "value": "48", "statedIn": "page", "verdict": "not-found",
      "confirmedBy": "page", "contradictedBy": ["page", "other"], "x": 1,
      "representedBy": ["s", { "thing": "s", "field": "sites", "of": "Geneva", "kind": "k", "when": "2001", "y": 2 }] },
    { "id": "kinds", "type": "ConceptScheme" },
    { "id": "page", "type": "Source", "cslType": "webpage", "title": "T", "author": "A", "container": "C",
      "issued": "2004", "url": "https://example.org/", "language": "en", "DOI": "10.1/x" }
  ]
})");
    EXPECT_EQ(result.told, "");
    const auto& draft = result.draft;
    ASSERT_EQ(draft.organizations.size(), 1U);
    const auto& s = draft.organizations[0];
    EXPECT_EQ(s.place, (base::Place{"f.jsonld", 7, 5}));
    EXPECT_TRUE(s.is_unit);
    EXPECT_EQ(s.notation, "13");
    ASSERT_EQ(s.names.size(), 8U);
    EXPECT_EQ(s.names[1].text, "Секция каталогизации");
    EXPECT_EQ(s.names[3].text, "Cat");
    EXPECT_EQ(s.names[4].lang, "de");
    EXPECT_EQ(s.names[5].role, model::NameRole::acronym);
    EXPECT_EQ(s.names[7].text, "Ескі");
    EXPECT_EQ(s.names[7].when.text(), "1935/1977");
    EXPECT_EQ(s.names[7].status, model::NameStatus::translated);
    EXPECT_EQ(s.names[7].role, model::NameRole::alternative);
    EXPECT_TRUE(s.names[7].evidence->disputed);
    EXPECT_EQ(s.names[7].extras, (model::Extras{{"x", "[1,2]"}}));
    ASSERT_EQ(s.spells.size(), 2U);
    EXPECT_EQ(s.spells[1].evidence->sources, std::vector<std::string>{"page"});
    ASSERT_EQ(s.parents.size(), 2U);
    EXPECT_TRUE(s.parents[0].primary);
    EXPECT_FALSE(s.parents[1].primary) << "the first parent holds all the time";
    EXPECT_EQ(s.memberships[0].role, "member");
    EXPECT_EQ(s.links[0].to, "d");
    EXPECT_EQ(s.sites[0].country, "CH");
    EXPECT_EQ(s.offices[0].person, "A. B.");
    EXPECT_EQ(s.figures[0].value, ">300");
    EXPECT_EQ(s.figures[1].value, "17");
    ASSERT_EQ(s.phases.size(), 1U);
    EXPECT_EQ(s.phases[0].phase, "growth");
    EXPECT_EQ(s.phases[0].evidence->notes.get(), (model::LanguageMap{{"en", "As told"}}));
    EXPECT_TRUE(s.phases[0].extras.empty());
    EXPECT_EQ(s.notes.size(), 3U);
    EXPECT_EQ(s.claims[0].value, "1936/..");
    EXPECT_EQ(s.evidence->confidence, model::Confidence::medium);
    EXPECT_EQ(s.extras, (model::Extras{{"homepage", R"({"url":"https://example.org/?a=1&b=2"})"}}));
    EXPECT_EQ(draft.changes[0].results.size(), 2U);
    EXPECT_EQ(draft.events[0].importance, 2);
    EXPECT_EQ(draft.concepts[0].shape, "pill");
    EXPECT_EQ(draft.concepts[0].countries, std::vector<std::string>{"KZ"});
    EXPECT_EQ(draft.concepts[0].figures[0].value, "3");
    EXPECT_EQ(draft.events[0].region, "europe");
    ASSERT_EQ(draft.statements.size(), 1U);
    const auto& said = draft.statements[0];
    EXPECT_EQ(said.notation + said.kind + said.section + said.value + said.stated_in, "114countk48page");
    EXPECT_EQ(said.order, 3);
    EXPECT_EQ(said.verdict, model::Verdict::not_found);
    EXPECT_EQ(said.contradicted_by, (std::vector<std::string>{"page", "other"}));
    ASSERT_EQ(said.represented_by.size(), 2U);
    EXPECT_EQ(said.represented_by[0].thing, "s");
    EXPECT_EQ(said.represented_by[1].of + said.represented_by[1].field + said.represented_by[1].kind,
              "Genevasitesk");
    EXPECT_EQ(said.represented_by[1].when.text(), "2001");
    EXPECT_EQ(said.represented_by[1].extras, (model::Extras{{"y", "2"}}));
    EXPECT_EQ(said.represented_by[1].place.line, 41U);
    EXPECT_EQ(said.extras, (model::Extras{{"x", "1"}}));
    EXPECT_EQ(draft.schemes.size(), 1U);
    EXPECT_EQ(draft.sources[0].extras, (model::Extras{{"DOI", "\"10.1/x\""}}));
    EXPECT_EQ(draft.files[0].titles.size(), 2U);
    EXPECT_EQ(draft.files[0].roots, std::vector<std::string>{"ifla"});
}

std::vector<bool> primaries(const std::string& parents) {
    const auto result =
        read_things(R"({ "id": "s", "type": "OrganizationalUnit", "unitOf": [)" + parents + "] }");
    std::vector<bool> found;
    for (const auto& parent : result.draft.organizations.at(0).parents) found.push_back(parent.primary);
    return found;
}

TEST(Read, TheFirstParentAtADateIsThePrimaryOne) {
    using ::testing::ElementsAre;
    EXPECT_THAT(
        primaries(
            R"({"organization": "a", "when": "1977/2009"}, {"organization": "b", "when": "2009/2021"})"),
        ElementsAre(true, true));
    EXPECT_THAT(
        primaries(R"({"organization": "a", "when": "1977/2009"}, {"organization": "b", "when": "1990/.."})"),
        ElementsAre(true, false));
    EXPECT_THAT(
        primaries(R"({"organization": "a", "when": "1977/"}, {"organization": "b", "when": "1990/1995"})"),
        ElementsAre(true, false));
    EXPECT_THAT(primaries(R"("a", "b")"), ElementsAre(true, false));
    EXPECT_THAT(
        primaries(R"({"organization": "a", "primary": false}, "b", {"organization": "c", "primary": true})"),
        ElementsAre(false, true, true));
    EXPECT_THAT(
        primaries(R"({"organization": "a", "when": "1950/1960"}, {"organization": "b", "when": "1970/1980"},
                             {"organization": "c", "when": "1960/1970"}, {"organization": "d", "when": "1955/1956"})"),
        ElementsAre(true, true, true, false));
}

TEST(Read, AByteOrderMarkIsNoFault) {
    const auto result = read("\xEF\xBB\xBF{ \"format\": \"shezhire/1\", \"@graph\": [ { \"id\": 1 } ] }");
    EXPECT_EQ(
        result.told,
        "f.jsonld:1:47: error: io.wrong-type: “id” should be an id (text), not a number; it is left out\n");
}

TEST(Read, IdsMayHoldWhatOtherFormatsFear) {
    const auto result = read_things(R"({ "id": "a \"b\" ]]> <c> & \\N 'd'", "type": "Organization" })");
    EXPECT_EQ(result.told, "");
    EXPECT_EQ(result.draft.organizations.at(0).id, "a \"b\" ]]> <c> & \\N 'd'");
}

TEST(Read, DirectionMarksAndControlCharactersLeaveTheLabels) {
    const auto result = read_things(
        "{ \"id\": \"a\", \"type\": \"Organization\", \"prefLabel\": { \"en\": "
        "\"A\\u0007B\\u202eC\\u0000\", \"kk\": \"\xE2\x80\xAE\" } }");
    ASSERT_EQ(result.draft.organizations.at(0).names.size(), 1U);
    EXPECT_EQ(result.draft.organizations[0].names[0].text, "ABC");
    EXPECT_EQ(result.told,
              "f.jsonld:3:59: note: io.cleaned: control characters or direction marks are taken out of "
              "“A\\u{7}B\\u{202e}C\\u{0}”\n"
              "f.jsonld:3:90: note: io.cleaned: control characters or direction marks are taken out of "
              "“\\u{202e}”\n"
              "f.jsonld:3:90: warning: io.empty-label: “prefLabel” is empty; it is left out\n");
}

TEST(Read, ALabelOfAHundredKilobytesIsShortened) {
    std::string kazakh;
    for (int i = 0; i < 50'000; ++i) kazakh += "қ";
    const auto result =
        read_things(R"({ "id": "a", "type": "Organization", "prefLabel": { "kk": ")" + kazakh + "\" } }");
    const auto& text = result.draft.organizations.at(0).names[0].text;
    EXPECT_LE(text.size(), 10'000U);
    EXPECT_GT(text.size(), 9'990U);
    EXPECT_TRUE(text.ends_with("қ…"));
    EXPECT_NE(result.told.find("warning: io.label-too-long: “prefLabel” has 100000 bytes"),
              std::string::npos);
    EXPECT_LT(result.told.size(), 400U);
}

TEST(Read, DeepNestingIsToldAndTheRestRead) {
    for (const std::size_t depth : {100U, 1021U, 1022U, 5'000U, 1'000'000U}) {
        const auto nested = std::string(depth, '[') + std::string(depth, ']');
        const auto result = read_things("{ \"id\": \"deep\", \"type\": \"Organization\", \"x\": " + nested +
                                        " },\n{ \"id\": \"b\", \"type\": \"Organization\" }");
        const bool fits = depth <= 1021;  // with the root, the graph and the thing: 1,024
        EXPECT_EQ(result.draft.organizations.size(), fits ? 2U : 1U) << depth;
        EXPECT_EQ(result.told.find("json.too-deep") == std::string::npos, fits) << depth << "\n"
                                                                                << result.told;
        EXPECT_EQ(result.draft.organizations.back().id, "b");
        if (fits) {
            EXPECT_EQ(result.draft.organizations[0].extras[0].second, nested);
        }
    }
    const auto unclosed = read_things(std::string(3'000'000, '['));
    EXPECT_NE(unclosed.told.find("json.too-deep"), std::string::npos);
}

TEST(Read, AThingLargerThanSixteenMebibytesIsLeftOut) {
    std::string many = "[1";
    for (int i = 0; i < 9'000'000; ++i) many += ",1";
    const auto result = read_things("{ \"id\": \"a\", \"type\": \"Organization\", \"x\": " + many +
                                    "] },\n{ \"id\": \"b\", \"type\": \"Organization\" }");
    EXPECT_EQ(result.draft.organizations.at(0).id, "b");
    EXPECT_NE(result.told.find("f.jsonld:3:1: error: json.too-large"), std::string::npos);
}

TEST(Read, EveryCutOfAFileIsToldAndLoadsWhatStandsBefore) {
    const std::string whole = R"({ "format": "shezhire/1",
"@graph": [
  { "id": "a", "type": "Organization", "prefLabel": { "en": "Қ \u0431 \\" } },
  { "id": "b", "type": "Organization", "existence": ["1900/1950", null], "x": [true, 1.5e3, { "y": {} }] }
] }
)";
    ASSERT_EQ(read(whole).told, "");
    const auto behind_a = whole.find("{ \"id\": \"b\"");
    const auto last = whole.rfind('}');
    for (std::size_t length = 0; length <= last; ++length) {
        const auto result = read(whole.substr(0, length));
        EXPECT_NE(result.told.find("error: "), std::string::npos) << length << "\n" << result.told;
        EXPECT_EQ(result.draft.organizations.empty(), length < behind_a - 4) << length;
    }
}

TEST(Read, NoByteChangedAnywhereCrashes) {
    const std::string whole =
        R"({ "format": "shezhire/1", "roots": "a", "@graph": [ { "id": "a", "type": "Organization",
 "prefLabel": { "en": "\ud83d\ude00" }, "existence": { "when": "1900/.." }, "unitOf": ["b", -1.5e3, true, null] } ] })";
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char byte :
             {'\0', '\n', '"', '\\', '{', '}', '[', ']', ',', ':', '0', 't', '\x80', '\xFF'}) {
            auto changed = whole;
            changed[at] = byte;
            read(changed);
            changed.erase(at, 1);
            read(changed);
        }
    }
}

}  // namespace
}  // namespace shezhire
