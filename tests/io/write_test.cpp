#include <gtest/gtest.h>

#include <random>

#include "base/file.h"
#include "io/dataset.h"
#include "support/golden.h"

namespace shezhire {
namespace {

model::Draft read_draft(std::string_view bytes) {
    model::Draft draft;
    base::Diagnostics diagnostics;
    io::read_native(bytes, "f.jsonld", draft, diagnostics);
    for (const auto& each : diagnostics.sorted()) {
        if (each.severity == base::Severity::error) ADD_FAILURE() << to_text(each);
    }
    return draft;
}

edtf::Interval when(std::string_view text) {
    return edtf::parse_interval(text).value().value;
}

/// Drafts with every field there is, filled or not, by a fixed sequence of chances.
class Generator {
  public:
    explicit Generator(unsigned seed) : engine_(seed) {}

    model::Draft draft() {
        model::Draft draft;
        for (int i = below(3); i >= 0; --i) {
            auto& head = draft.files.emplace_back();
            head.titles = texts();
            head.roots = ids();
            head.extras = extras();
            if (chance())
                head.extras.emplace_back("@graph",
                                         "{\"id\":\"p\",\"type\":\"Person\",\"n\":[1,{\"x\":null}]}");
            erase_if(head.extras, [](const auto& e) { return e.first == "@graph" && e.second[0] != '{'; });
        }
        for (int i = below(6); i > 0; --i) draft.organizations.push_back(organization());
        for (int i = below(4); i > 0; --i) {
            auto& change = add(draft.changes);
            change.kind = maybe_id(), change.when = interval(), change.originals = ids(),
            change.results = ids();
        }
        for (int i = below(4); i > 0; --i) {
            auto& event = add(draft.events);
            event.kind = maybe_id(), event.when = interval(), event.organizations = ids();
            event.location = text(), event.country = text(), event.importance = below(6);
            event.region = maybe_id();
        }
        for (int i = below(4); i > 0; --i) {
            auto& entry = add(draft.concepts);
            entry.scheme = maybe_id(), entry.notation = text(), entry.shape = text(), entry.colour = text();
            entry.mark = text();
            for (int n = below(3); n > 0; --n) entry.countries.push_back(word());
            fill(entry.figures);
        }
        for (int i = below(3); i > 0; --i) add(draft.schemes);
        for (int i = below(4); i > 0; --i) {
            auto& source = add(draft.sources);
            source.type = text(), source.title = text(), source.author = text(), source.container = text();
            source.issued = text(), source.url = text(), source.language = text();
        }
        for (int i = below(4); i > 0; --i) fill_statement(add(draft.statements));
        return draft;
    }

  private:
    int below(int bound) { return static_cast<int>(engine_() % static_cast<unsigned>(bound)); }
    bool chance() { return below(2) == 0; }

    template <class T, std::size_t count>
    const T& one_of(const T (&list)[count]) {
        return list[below(static_cast<int>(count))];
    }

    std::string word() {
        static const std::string words[] = {"IFLA",
                                            "Қазақстан кітапхана қауымдастығы",
                                            "كتبة",
                                            "图书馆协会",
                                            "a \"b\" \\N",
                                            "<x>&'y' ]]>",
                                            "line\nbreak\ttab",
                                            "/",
                                            "{}[],:",
                                            "😀 e\u0301",
                                            "x"};
        return one_of(words);
    }
    std::string text() { return chance() ? std::string() : word() + std::to_string(below(9)); }
    std::string id() {
        static const std::string words[] = {"ifla",        "a b",         "q\"uote", "]]>",
                                            "х-кириллица", "back\\slash", "1"};
        return one_of(words) + std::to_string(below(50));
    }
    std::string maybe_id() { return chance() ? std::string() : id(); }
    std::vector<std::string> ids() {
        std::vector<std::string> result;
        for (int i = below(4); i > 0; --i) result.push_back(id());
        return result;
    }
    std::string language() {
        static const std::string words[] = {"en", "kk", "ru", "zh-Hans", "und"};
        return one_of(words);
    }
    model::LanguageMap texts() {
        model::LanguageMap result;
        for (int i = below(5); i > 0; --i) result.emplace_back(language(), word());
        return result;
    }
    edtf::Interval interval() {
        static const std::string_view words[] = {
            "/",    "2005",   "1977~/2009",      "1977/..",     "../1960", "/2009-08",
            "19XX", "1950?/", "2009/2021-08-25", "[1667,1668]", "Y-17000", "2004-06-~01"};
        return when(one_of(words));
    }
    model::Evidence evidence() {
        model::Evidence result;
        if (chance()) return result;
        result.sources = ids(), result.confidence = static_cast<model::Confidence>(below(4)),
        result.disputed = chance();
        if (below(4) == 0) result.notes = texts();
        return result;
    }
    model::Extras extras() {
        static const std::pair<std::string, std::string> all[] = {
            {"x", "1.50"},
            {"schön", "{\"a\":[true,null,-1e3],\"b\":\"\\u041a \\\"\"}"},
            {"@type", "\"T\""},
            {"empty", "[]"},
            {"long", "[\"" + std::string(70, 'x') + "\",\"" + std::string(70, 'y') + "\",{}]"}};
        model::Extras result;
        for (const auto& each : all) {
            if (below(6) == 0) result.push_back(each);
        }
        return result;
    }
    model::Name name() {
        model::Name result;
        result.text = word(), result.lang = language(), result.role = static_cast<model::NameRole>(below(3));
        if (chance()) return result;
        result.status = static_cast<model::NameStatus>(below(2));
        result.when = interval(), result.evidence = evidence(), result.extras = extras();
        return result;
    }
    template <class Entry>
    Entry common() {
        Entry result;
        if constexpr (requires { result.when; }) result.when = interval();
        result.evidence = evidence(), result.extras = extras();
        return result;
    }
    void fill(model::Thing& thing) {
        static int next = 0;
        thing.id = id() + "-" + std::to_string(next++);
        for (int i = below(6); i > 0; --i) thing.names.push_back(name());
        thing.notes = texts(), thing.definitions = texts(), thing.evidence = evidence(),
        thing.extras = extras();
        thing.evidence.change().notes = {};
        for (int i = below(3); i > 0; --i) {
            auto& claim = thing.claims.emplace_back(common<model::Claim>());
            claim.field = text(), claim.value = text();
        }
    }
    void fill(base::Few<model::Figure>& figures) {
        for (int i = below(3); i > 0; --i) {
            auto& entry = figures.emplace_back(common<model::Figure>());
            entry.measure = maybe_id(), entry.value = text();
        }
    }
    void fill_statement(model::Statement& statement) {
        statement.kind = maybe_id(), statement.notation = text(), statement.about = ids();
        statement.order = below(5), statement.section = maybe_id(), statement.value = text();
        statement.stated_in = maybe_id(), statement.verdict = static_cast<model::Verdict>(below(4));
        statement.confirmed_by = ids(), statement.contradicted_by = ids();
        for (int i = below(3); i > 0; --i) {
            auto& reference = statement.represented_by.emplace_back();
            reference.thing = id();
            if (chance()) continue;
            reference.field = text(), reference.of = text(), reference.kind = text();
            reference.when = interval(), reference.extras = extras();
        }
    }
    template <class T>
    T& add(std::vector<T>& things) {
        fill(things.emplace_back());
        return things.back();
    }
    model::Organization organization() {
        model::Organization body;
        fill(body);
        body.is_unit = chance(), body.kind = maybe_id(), body.notation = text(), body.country = text(),
        body.scope = text();
        for (int i = below(3); i > 0; --i) body.spells.push_back(common<model::Spell>());
        for (int i = below(4); i > 0; --i) {
            auto& parent = body.parents.emplace_back(common<model::Parent>());
            parent.organization = id(), parent.primary = chance();
        }
        for (int i = below(3); i > 0; --i) {
            auto& entry = body.memberships.emplace_back(common<model::Membership>());
            entry.organization = id(), entry.role = maybe_id();
        }
        for (int i = below(3); i > 0; --i) {
            auto& entry = body.links.emplace_back(common<model::Link>());
            entry.kind = maybe_id(), entry.to = id();
        }
        for (int i = below(3); i > 0; --i) {
            auto& entry = body.sites.emplace_back(common<model::Site>());
            entry.place = text(), entry.country = text();
        }
        for (int i = below(3); i > 0; --i) {
            auto& entry = body.offices.emplace_back(common<model::Office>());
            entry.office = text(), entry.person = text(), entry.country = text();
        }
        fill(body.figures);
        for (int i = below(3); i > 0; --i) {
            auto& entry = body.phases.emplace_back(common<model::Phase>());
            entry.phase = maybe_id();
        }
        return body;
    }

    std::mt19937 engine_;
};

TEST(Write, WhatIsWrittenReadsBackEqual) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const auto draft = Generator(seed).draft();
        const auto written = io::write_native(draft);
        const auto again = read_draft(written);
        const auto expected = io::as_written(draft);
        ASSERT_EQ(again.files, expected.files) << seed << "\n" << written;
        ASSERT_EQ(again.organizations, expected.organizations) << seed << "\n" << written;
        ASSERT_EQ(again, expected) << seed << "\n" << written;
        ASSERT_EQ(io::write_native(again), written) << seed;
    }
}

TEST(Write, TheBuiltInDataReadsBackEqual) {
    std::size_t files = 0;
    for (const auto& each : std::filesystem::directory_iterator(test::source_dir() / "data")) {
        if (each.path().extension() != ".jsonld" || each.path().filename() == "context.jsonld") continue;
        const auto bytes = base::read_file(each.path());
        ASSERT_TRUE(bytes);
        const auto draft = read_draft(*bytes);
        const auto written = io::write_native(draft);
        EXPECT_TRUE(read_draft(written) == io::as_written(draft)) << each.path();
        EXPECT_TRUE(io::write_native(read_draft(written)) == written) << each.path();
        ++files;
    }
    EXPECT_GT(files, 0U);
}

TEST(Write, LooksAsACarefulPersonWouldWriteIt) {
    const auto draft = read_draft(R"({ "@context": ["context.jsonld", {"x": "http://example.org/x"}],
      "format": "shezhire/1", "title": {"en": "IFLA", "kk": "ИФЛА"}, "roots": "ifla", "editor": {"name":  "A. B."},
      "@graph": [
      {"type": "Person", "id": "p", "name": "kept as it is"},
      {"type": "Source", "id": "page", "cslType": "webpage", "title": "A page"},
      {"type": "OrganizationalUnit", "id": "s", "kind": "section", "notation": "13", "sources": "page",
       "existence": "1977~/..", "unitOf": [{"when": "1977~/2009", "organization": "d4", "confidence": "high",
       "sources": ["page", "a-source-with-a-longer-name-2009", "a-source-with-a-longer-name-2010"]}, {"organization": "d3", "when": "2009/2021-08-25"}],
       "prefLabel": {"en": "Cataloguing Section", "ru": "Секция каталогизации", "kk": "Каталогтау секциясы"},
       "labels": {"label": {"en": "Committee on Cataloguing", "fr": "Comité du catalogage"}, "when": "/1976"},
       "note": {"en": "One"}, "homepage": "https://example.org/"},
      {"type": "Organization", "id": "ifla", "prefLabel": {"en": "International Federation of Library Associations and Institutions"}},
      {"type": "Statement", "id": "s-1", "notation": "1", "kind": "date", "statedIn": "page", "verdict": "contradicted",
       "contradictedBy": "page", "order": 2, "value": "1977", "section": "history", "about": "ifla",
       "prefLabel": {"en": "The section began in 1977."},
       "representedBy": ["s", {"when": "1977~/2009", "thing": "s", "field": "unitOf", "of": "d4"}]},
      {"type": "Concept", "id": "asia", "countries": ["KZ", "KG"], "figures": {"value": "2", "measure": "members"}},
      {"type": "Event", "id": "era", "when": "1939/1945", "region": "asia"},
      {"type": "Organization", "id": "o", "phases": {"phase": "growth", "when": "1900/1910", "note": {"en": "As told"}}},
      {"type": "ChangeEvent", "id": "c", "when": "2009", "originalOrganization": "s", "resultingOrganization": "s"}
      ]})");
    EXPECT_TRUE(test::matches_golden("io/written.jsonld", io::write_native(draft)));
    EXPECT_EQ(io::write_native({}),
              "{\n  \"@context\": \"context.jsonld\",\n  \"format\": \"shezhire/1\",\n  \"@graph\": []\n}\n");
}

TEST(Write, SeveralFilesBecomeOne) {
    model::Draft draft = read_draft(
        R"({ "format": "shezhire/1", "title": {"en": "One"}, "roots": ["a", "b"], "x": 1, "@graph": [] })");
    const auto second = read_draft(
        R"({ "format": "shezhire/1", "title": {"en": "Two"}, "roots": ["b", "c"], "x": 2, "y": 3, "@graph": [] })");
    draft.files.push_back(second.files[0]);
    const auto head = read_draft(io::write_native(draft)).files.at(0);
    EXPECT_EQ(head.titles[0].second, "One");
    EXPECT_EQ(head.roots, (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(head.extras, (model::Extras{{"x", "1"}, {"y", "3"}}));
}

}  // namespace
}  // namespace shezhire
