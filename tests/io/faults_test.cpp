// Bad files: what is said of each, line by line, and what is read of it all the same.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "io/dataset.h"
#include "support/golden.h"

namespace shezhire {
namespace {

/// What is said and read of a file, as one text.
std::string outcome(std::string_view bytes) {
    model::Draft draft;
    base::Diagnostics diagnostics;
    io::read_native(bytes, "f.jsonld", draft, diagnostics);
    const auto built = model::Model::build(std::move(draft), diagnostics);
    std::string text;
    for (const auto& each : diagnostics.sorted()) text += to_text(each) + "\n";
    text += "read:";
    for (const auto& body : built->organizations()) {
        text += fmt::format(" {}", body.id);
        for (const auto& parent : body.parents) text += "<" + parent.organization;
    }
    for (const auto& change : built->changes()) text += fmt::format(" {}", change.id);
    for (const auto& head : built->files()) {
        for (const auto& [name, json] : head.extras) text += fmt::format("\nkept: {}: {}", name, json);
    }
    return text + "\n";
}

/// The golden text of several files, each under its title.
class Cases {
  public:
    void add(std::string_view title, std::string_view bytes) {
        text_ += fmt::format("== {}\n{}", title, outcome(bytes));
    }
    void add_things(std::string_view title, std::string_view things) {
        add(title, fmt::format("{{\n  \"format\": \"shezhire/1\",\n  \"@graph\": [\n{}\n  ]\n}}\n", things));
    }
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::string text_;
};

constexpr std::string_view a = R"(    { "id": "a", "type": "Organization" })";
constexpr std::string_view b = R"(    { "id": "b", "type": "Organization" })";

std::string lines(std::initializer_list<std::string_view> all) {
    std::string text;
    for (const auto line : all) text += (text.empty() ? "" : ",\n") + std::string(line);
    return text;
}

TEST(Faults, OfEncoding) {
    Cases cases;
    cases.add("empty", "");
    cases.add("blank", " \n\n ");
    cases.add("UTF-16 with a mark", std::string_view("\xFF\xFE{\0}\0", 6));
    cases.add("UTF-16 without", std::string_view("{\0}\0", 4));
    cases.add("UTF-16, most significant byte first", std::string_view("\0{\0}", 4));
    cases.add("UTF-32", std::string_view("{\0\0\0}\0\0\0", 8));
    cases.add("a picture", "\x89PNG\r\n\x1a\n");
    cases.add("no JSON", "id,type\na,Organization\n");
    cases.add_things("one byte of Latin-1",
                     "    { \"id\": \"a\", \"type\": \"Organization\", \"prefLabel\": { \"fr\": \"F\xE9"
                     "d\xE9ration\" } }");
    cases.add_things(
        "an overlong and a surrogate",
        "    { \"id\": \"a\", \"type\": \"Organization\", \"scope\": \"\xC0\xAF \xED\xA0\x80\" }");
    EXPECT_TRUE(test::matches_golden("io/encoding.txt", cases.text()));
}

TEST(Faults, OfSyntaxInsideAThing) {
    Cases cases;
    const auto broken = [&](std::string_view title, std::string_view thing) {
        cases.add_things(title, lines({a, thing, b}));
    };
    broken("a comma is missing", R"(    { "id": "x" "type": "Organization" })");
    broken("a comma too many", R"(    { "id": "x", "type": "Organization", })");
    broken("a comma too many in a list", R"(    { "id": "x", "type": "Organization", "sources": ["a",] })");
    broken("a colon is missing", R"(    { "id" "x", "type": "Organization" })");
    broken("a name without quotes", R"(    { id: "x", "type": "Organization" })");
    broken("single quotes", R"(    { 'id': 'x', "type": "Organization" })");
    broken("a closing quote is missing",
           "    { \"id\": \"x\",\n      \"kind\": \"section,\n      \"type\": \"Organization\" }");
    broken("a quote is missing before a bracket",
           "    { \"id\": \"x\", \"type\": \"Organization\",\n      \"sources\": [\"p, \"q\"] }");
    broken("a word that is none", R"(    { "id": "x", "type": "Organization", "disputed": yes })");
    broken("True", R"(    { "id": "x", "type": "Organization", "disputed": True })");
    broken("a number that is none", R"(    { "id": "x", "type": "Organization", "importance": 012 })");
    broken("an escape that is none", R"(    { "id": "x", "type": "Organization", "scope": "a\qb" })");
    broken("half an escape", R"(    { "id": "x", "type": "Organization", "scope": "a\u04" })");
    broken("half a character",
           R"(    { "id": "x", "type": "Organization", "scope": "a\ud83d b\ude00 \ud83d\ude00" })");
    broken("a raw tab and a raw bell",
           "    { \"id\": \"x\", \"type\": \"Organization\", \"scope\": \"a\tb\ac\" }");
    broken("a comment", "    { \"id\": \"x\", // here\n      \"type\": \"Organization\" }");
    broken("names twice",
           R"(    { "id": "x", "type": "Organization", "id": "y", "kind": "1", "kind": "2", "kind": "3" })");
    EXPECT_TRUE(test::matches_golden("io/syntax-inside.txt", cases.text()));
}

TEST(Faults, OfBracketsAndBetweenThings) {
    Cases cases;
    const auto broken = [&](std::string_view title, std::string_view thing) {
        cases.add_things(title, lines({a, thing, b}));
    };
    broken("a closing brace is missing", "    { \"id\": \"x\",\n      \"type\": \"Organization\"");
    broken("a closing bracket is missing",
           "    { \"id\": \"x\",\n      \"sources\": [\"p\",\n      \"type\": \"Organization\" }");
    broken("a brace too many", "    { \"id\": \"x\" },\n      \"type\": \"Organization\" }");
    broken("a bracket too many", "    { \"id\": \"x\", \"type\": \"Organization\" }]");
    broken("a bracket for a brace", R"(    { "id": "x", "type": "Organization" ])");
    broken("two commas", "    ");
    broken("rubbish", "    rubbish");
    broken("a list", "    [1, 2]");
    cases.add_things("no comma between", std::string(a) + "\n" + std::string(b));
    cases.add_things("a comma at the end", std::string(a) + ",\n" + std::string(b) + ",");
    cases.add_things("nothing", "");
    cases.add("no end", "{ \"format\": \"shezhire/1\", \"@graph\": [\n" + lines({a, b}));
    cases.add("cut within", "{ \"format\": \"shezhire/1\", \"@graph\": [\n" + lines({a, b.substr(0, 20)}));
    cases.add("more behind the end", "{ \"format\": \"shezhire/1\", \"@graph\": [\n" + lines({a, b}) +
                                         "\n] }\n{ \"@graph\": [] }\n");
    EXPECT_TRUE(test::matches_golden("io/brackets.txt", cases.text()));
}

TEST(Faults, OfTheHead) {
    Cases cases;
    cases.add("a list", R"([{ "id": "a", "type": "Organization" }])");
    cases.add("text", R"("a")");
    cases.add("no graph", R"({ "format": "shezhire/1" })");
    cases.add("a graph that is no list", R"({ "format": "shezhire/1", "@graph": { "id": "a" } })");
    cases.add("no format", R"({ "@graph": [] })");
    cases.add("a newer format", R"({ "format": "shezhire/2", "@graph": [] })");
    cases.add("another format", R"({ "format": "csl/1", "@graph": [] })");
    cases.add(
        "another context",
        R"({ "@context": ["context.jsonld", { "x": "http://example.org/x" }], "format": "shezhire/1", "@graph": [] })");
    cases.add("roots and titles of the wrong type",
              R"({ "format": 1, "title": "T", "roots": { "a": 1 }, "more": [1, 2], "@graph": [] })");
    cases.add(
        "names twice",
        R"({ "format": "shezhire/1", "format": "shezhire/9", "@graph": [], "title": { "en": "a", "en": "b" } })");
    cases.add("two graphs",
              R"({ "format": "shezhire/1", "@graph": [{ "id": "a", "type": "Organization" }], "@graph": [
    { "id": "b", "type": "Organization" }] })");
    cases.add("commas", R"({ , "format": "shezhire/1",, "title" {}, "x": , "@graph": [], })");
    cases.add("no names", R"({ format: 1, "@graph": [ { "id": "a", "type": "Organization" } ] })");
    EXPECT_TRUE(test::matches_golden("io/head.txt", cases.text()));
}

TEST(Faults, OfTypesAndValues) {
    Cases cases;
    cases.add_things("every field of the wrong type", R"(    { "id": "a", "type": "Organization",
      "kind": 5, "notation": 13, "country": ["KZ"], "scope": true, "prefLabel": ["x"], "altLabel": 7,
      "acronym": "IFLA", "labels": ["x", { "when": "1999" }, { "label": { "en": [1, {}] }, "role": "main", "status": 1 }],
      "existence": [1977, true, { "when": [] }], "unitOf": [5, {}, { "organization": {} }],
      "memberOf": true, "links": [{ "kind": "k" }, "x"], "sites": "Geneva", "offices": [["x"]],
      "figures": { "measure": "m", "value": [1] }, "claims": "x", "note": 3, "definition": { "en": {} },
      "sources": { "id": "p" }, "confidence": "sure", "disputed": "yes" },
    { "id": "c", "type": "ChangeEvent", "when": {}, "originalOrganization": 1, "resultingOrganization": [null, "a"] },
    { "id": "e", "type": "Event", "when": "2003", "importance": 9, "organization": [[]] },
    { "id": "f", "type": "Event", "importance": 1.5, "location": {} },
    { "id": "g", "type": "Event", "importance": "1" },
    { "id": "n", "type": "Organization", "kind": null, "prefLabel": null, "existence": null, "unitOf": null,
      "confidence": null, "disputed": null, "sources": null })");
    cases.add_things("ids", R"(    { "id": "", "type": "Organization" },
    { "id": "a\nb", "type": "Organization" },
    { "id": "a\u202eb", "type": "Organization" },
    { "type": "Organization" },
    { "id": ["a"], "type": "Organization" },
    { "id": "ok ]]> \"x\"", "type": "Organization" })");
    cases.add_things("unknown kinds of things",
                     R"(    { "id": "p", "type": "Person", "name": "A. B.",  "x": [1,  2] },
    { "id": "q" },
    { "id": "r", "type": ["Organization"] },
    "just text", 5, null)");
    cases.add_things("languages",
                     R"(    { "id": "a", "type": "Organization", "prefLabel": { "english": "A", "e": "B",
      "zh-Hans-CN": "C", "@none": "D", "de-": "E", "": "F", "x-mine": "G", "sr-Latn-RS-u-co-phonebk-x-a": "H", "en_GB": "I" } })");
    EXPECT_TRUE(test::matches_golden("io/values.txt", cases.text()));
}

TEST(Faults, OfDatesAndReferences) {
    Cases cases;
    cases.add_things("dates", R"(    { "id": "a", "type": "Organization", "existence": "2005-02-30/..",
      "unitOf": { "organization": "b", "when": "soon" }, "labels": { "label": { "en": "A" }, "when": "19uu" } },
    { "id": "b", "type": "Organization", "existence": ["2000/1990", "1999-13", ""] },
    { "id": "c", "type": "Organization", "existence": "1950/1960", "unitOf": { "organization": "b", "when": "1970/1980" } })");
    cases.add_things(
        "ids twice, and what is not there",
        R"(    { "id": "a", "type": "Organization", "unitOf": "nobody", "kind": "k", "sources": "p" },
    { "id": "a", "type": "ChangeEvent" },
    { "id": "b", "type": "Organization", "unitOf": ["a", "c"], "memberOf": "c", "links": { "kind": "k", "to": "gone" } },
    { "id": "c", "type": "ChangeEvent", "originalOrganization": ["a", "none"] })");
    cases.add_things("cycles", R"(    { "id": "a", "type": "Organization", "unitOf": "b" },
    { "id": "b", "type": "Organization", "unitOf": { "organization": "c", "when": "1990/2000" } },
    { "id": "c", "type": "Organization", "unitOf": [{ "organization": "a", "when": "1995" }, "d"] },
    { "id": "d", "type": "Organization", "unitOf": "d" },
    { "id": "e", "type": "Organization", "unitOf": { "organization": "f", "when": "1990/1994" } },
    { "id": "f", "type": "Organization", "unitOf": { "organization": "e", "when": "1995/2000" } })");
    EXPECT_TRUE(test::matches_golden("io/dates-and-references.txt", cases.text()));
}

TEST(Faults, ABrokenThingAfterTheOtherDoesNotTakeTheSquareOfTheTime) {
    std::string things;
    for (int i = 0; i < 20'000; ++i) things += "    { \"id\": \"x\", \"sources\": [[ },\n    { \"id\": \n";
    const auto text = outcome("{ \"format\": \"shezhire/1\", \"@graph\": [\n" + things);
    EXPECT_NE(text.find("json.truncated"), std::string::npos);
}

}  // namespace
}  // namespace shezhire
