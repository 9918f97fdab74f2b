// What became of whom: each fate in a world of a few bodies, then IFLA's two reforms against the fact tables.
#include <algorithm>
#include <map>
#include <set>

#include "graph/compare.h"
#include "graph/ifla.h"
#include "graph/world.h"

namespace shezhire::graph::test {
namespace {

struct Between : World {
    Between& change(std::string id, std::vector<std::string> originals, std::vector<std::string> results,
                    std::string_view date = "2009") {
        model::Change one;
        one.id = std::move(id);
        one.when = when(date);
        one.originals = std::move(originals);
        one.results = std::move(results);
        draft.changes.push_back(std::move(one));
        return *this;
    }
    [[nodiscard]] Comparison compared(Question question = at("2010"),
                                      std::string_view before = "2008") const {
        return compare(*model(), question, when(before));
    }
};

const Compared& of(const Comparison& comparison, std::string_view id) {
    for (const auto& body : comparison.bodies) {
        if (body.id == id) return body;
    }
    ADD_FAILURE() << id << " is not compared";
    static const Compared nobody;
    return nobody;
}

Between two_divisions() {
    Between world;
    world.body("top", "Top");
    world.body("one", "One").under("top");
    world.body("two", "Two").under("top");
    return world;
}

using Ids = std::vector<std::string>;

TEST(Compare, ADateWithItself) {
    const auto world = two_divisions();
    for (const auto& body : world.compared(at("2008")).bodies)
        EXPECT_EQ(body.fate, Fate::unchanged) << body.id;
}

TEST(Compare, NewAndGone) {
    auto world = two_divisions();
    world.body("old", "Old", "1950/2009-03").under("one");
    world.body("young", "Young", "2009-06/..").under("two");
    const auto comparison = world.compared();
    EXPECT_EQ(of(comparison, "old").fate, Fate::gone);
    EXPECT_EQ(of(comparison, "young").fate, Fate::added);
    EXPECT_EQ(keys(comparison.graph), (Ids{"top", "one", "old", "two", "young"}));
}

TEST(Compare, RenamedInOneLanguage) {
    auto world = two_divisions();
    world.body("s", "Blind", "1983/..").under("one");
    world.last().names.front().when = when("1983/2009-03");
    world.named("Print Disabilities", "en", "2009-03/..");
    // Only from then on has it a Kazakh name: nothing was renamed by that.
    world.body("k", "Steady").under("one").named("Тұрақты", "kk", "2009-06/..");
    auto question = at("2010");
    question.languages = {"kk", "en"};
    const auto comparison = world.compared(question);
    EXPECT_EQ(of(comparison, "s").fate, Fate::renamed);
    EXPECT_EQ(of(comparison, "s").old_name, "Blind");
    EXPECT_EQ(of(comparison, "s").new_name, "Print Disabilities");
    EXPECT_EQ(of(comparison, "k").fate, Fate::unchanged);
}

TEST(Compare, MovedAndRenamedAtOnce) {
    auto world = two_divisions();
    world.body("s", "Before", "1950/..").under("one", "1950/2009-03").under("two", "2009-03/..");
    world.last().names.front().when = when("1950/2009-03");
    world.named("After", "en", "2009-03/..");
    const auto comparison = world.compared();
    const auto& body = of(comparison, "s");
    EXPECT_EQ(body.fate, Fate::moved);
    EXPECT_TRUE(body.renamed);
    EXPECT_EQ(body.before.parent, "one");
    EXPECT_EQ(body.after.parent, "two");
    EXPECT_EQ(edge_keys(comparison.graph, EdgeKind::part), (Ids{"top>one", "top>two", "two>s"}));
}

TEST(Compare, TwoBecomeOne) {
    auto world = two_divisions();
    world.body("a", "A", "1950/2009-03").under("one");
    world.body("b", "B", "1950/2009-03").under("one");
    world.body("c", "C", "2009-03/..").under("one");
    world.change("merger", {"a", "b"}, {"c"});
    const auto comparison = world.compared();
    EXPECT_EQ(of(comparison, "a").fate, Fate::merged);
    EXPECT_EQ(of(comparison, "a").into, Ids{"c"});
    EXPECT_EQ(of(comparison, "c").fate, Fate::merged);
    EXPECT_EQ(of(comparison, "c").from, (Ids{"a", "b"}));
    EXPECT_EQ(of(comparison, "c").changes, Ids{"merger"});
}

TEST(Compare, OneTakesInAnother) {
    auto world = two_divisions();
    world.body("a", "A", "1950/2009-03").under("one");
    world.change("absorption", {"a"}, {"two"});
    const auto comparison = world.compared();
    EXPECT_EQ(of(comparison, "a").fate, Fate::merged);
    EXPECT_EQ(of(comparison, "two").fate, Fate::unchanged);
    EXPECT_EQ(of(comparison, "two").from, Ids{"a"});
}

TEST(Compare, OneBecomesTwo) {
    auto world = two_divisions();
    world.body("a", "A", "1950/2009-03").under("one");
    world.body("b", "B", "2009-03/..").under("one");
    world.body("c", "C", "2009-03/..").under("two");
    world.change("split", {"a"}, {"b", "c"});
    const auto comparison = world.compared();
    for (const char* id : {"a", "b", "c"}) EXPECT_EQ(of(comparison, id).fate, Fate::split) << id;
    EXPECT_EQ(of(comparison, "a").into, (Ids{"b", "c"}));
}

TEST(Compare, OneComesOutOfWhatGoesOn) {
    auto world = two_divisions();
    world.body("b", "B", "2009-03/..").under("one");
    world.change("split", {"two"}, {"two", "b"});
    const auto comparison = world.compared();
    EXPECT_EQ(of(comparison, "two").fate, Fate::unchanged);
    EXPECT_EQ(of(comparison, "b").fate, Fate::split);
    EXPECT_EQ(of(comparison, "b").from, Ids{"two"});
}

TEST(Compare, AlongSeveralChanges) {
    auto world = two_divisions();
    world.body("a", "A", "1950/2009-02").under("one");
    world.body("between", "Between", "2009-02/2009-08").under("one");
    world.body("b", "B", "2009-08/..").under("one");
    world.change("first", {"a"}, {"between"}, "2009-02").change("second", {"between"}, {"b"}, "2009-08");
    const auto comparison = world.compared();
    EXPECT_EQ(of(comparison, "a").fate, Fate::became);
    EXPECT_EQ(of(comparison, "a").into, Ids{"b"});
    EXPECT_EQ(of(comparison, "b").fate, Fate::became);
}

TEST(Compare, ChangesOutsideTheTwoDatesCountForNothing) {
    auto world = two_divisions();
    world.body("a", "A", "1950/2009-03").under("one");
    world.body("b", "B", "2009-03/..").under("one");
    world.change("later", {"a"}, {"b"}, "2015");
    EXPECT_EQ(of(world.compared(), "a").fate, Fate::gone);
}

TEST(Compare, ChangesThatLeadInACircleEnd) {
    auto world = two_divisions();
    world.body("a", "A", "1950/2009-03").under("one");
    world.body("b", "B", "2009-02/2009-04").under("one");
    world.change("there", {"a"}, {"b"}).change("back", {"b"}, {"a"});
    EXPECT_EQ(of(world.compared(), "a").fate, Fate::gone);
}

TEST(Compare, FoldsHideButTheListIsWhole) {
    auto world = two_divisions();
    world.body("old", "Old", "1950/2009-03").under("one");
    world.body("young", "Young", "2009-06/..").under("one");
    world.body("leaf", "Leaf", "2009-06/..").under("young");
    auto question = at("2010");
    question.folded = {"one"};
    const auto comparison = world.compared(question);
    EXPECT_EQ(keys(comparison.graph), (Ids{"top", "one", "two"}));
    EXPECT_EQ(node(comparison.graph, "one").hidden, 3U);
    EXPECT_EQ(comparison.bodies.size(), 6U);
    question.folded.clear();
    question.depth = 2;
    EXPECT_EQ(node(world.compared(question).graph, "young").hidden, 1U);
}

// IFLA's reforms.

Comparison reform(std::string_view before, std::string_view after) {
    return compare(*ifla(), at(after, {"ifla"}), when(before));
}

TEST(CompareIfla, TheReformOf2009) {
    const auto comparison = reform("2008-08", "2010");
    EXPECT_TRUE(shezhire::test::matches_golden("graph/compare-ifla-2009.txt", to_text(comparison)));
}

TEST(CompareIfla, TheReformOf2021) {
    const auto comparison = reform("2021-06", "2022-06");
    EXPECT_TRUE(shezhire::test::matches_golden("graph/compare-ifla-2021.txt", to_text(comparison)));
}

TEST(CompareIfla, HoldsExactlyWhatWasThereAtEitherDate) {
    const auto model = ifla();
    for (const auto& [before, after] :
         std::vector<std::pair<const char*, const char*>>{{"2008-08", "2010"},
                                                          {"2021-06", "2022-06"},
                                                          {"1975", "1978"},
                                                          {"1930", "2024"},
                                                          {"2010", "2008-08"}}) {
        std::set<std::string> expected;
        auto question = at(after, {"ifla"});
        for (const auto& one : keys(ask(*model, question))) expected.insert(one);
        question.when = when(before);
        for (const auto& one : keys(ask(*model, question))) expected.insert(one);
        question.when = when(after);
        const auto comparison = compare(*model, question, when(before));
        const auto found = keys(comparison.graph);
        EXPECT_EQ(std::set<std::string>(found.begin(), found.end()), expected) << before << " " << after;
        EXPECT_EQ(found.size(), expected.size());
        for (const auto& edge : comparison.graph.edges) EXPECT_LT(edge.from, edge.to) << edge.key;
    }
}

/// Each change event of the reform's year that ended a body of the picture is told by that body's fate.
void expect_changes_told(const model::Model& model, const Comparison& comparison, std::string_view year) {
    std::map<std::string, const Compared*> by_id;
    for (const auto& body : comparison.bodies) by_id[body.id] = &body;
    int told = 0;
    for (const auto& change : model.changes()) {
        if (!change.when.text().starts_with(year)) continue;
        for (const auto& id : change.originals) {
            const auto found = by_id.find(id);
            if (found == by_id.end() || found->second->after.there()) continue;
            const auto& body = *found->second;
            ++told;
            EXPECT_NE(std::find(body.changes.begin(), body.changes.end(), change.id), body.changes.end())
                << change.id << " tells of " << id;
            for (const auto& result : change.results) {
                if (!by_id.contains(result) || !by_id[result]->after.there()) continue;
                EXPECT_NE(std::find(body.into.begin(), body.into.end(), result), body.into.end())
                    << change.id << ": " << id << " -> " << result;
                const auto& from = by_id[result]->from;
                EXPECT_NE(std::find(from.begin(), from.end(), id), from.end()) << change.id;
            }
        }
    }
    EXPECT_GT(told, 5);
}

TEST(CompareIfla, EveryChangeOfTheReformsIsTold) {
    expect_changes_told(*ifla(), reform("2008-08", "2010"), "2009");
    expect_changes_told(*ifla(), reform("2021-06", "2022-06"), "2021");
}

// As the sources tell it: two types of libraries came together in one division, two old divisions were shared
// out.
TEST(CompareIfla, DivisionsOf2009) {
    const auto comparison = reform("2008-08", "2010");
    EXPECT_EQ(of(comparison, "ifla-div-1977-1").fate, Fate::merged);
    EXPECT_EQ(of(comparison, "ifla-div-1977-2").into, Ids{"ifla-div-2009-1"});
    EXPECT_EQ(of(comparison, "ifla-div-1977-3").fate, Fate::split);
    EXPECT_EQ(of(comparison, "ifla-div-1977-8").fate, Fate::became);
    EXPECT_EQ(of(comparison, "ifla-div-2009-1").fate, Fate::merged);
    EXPECT_EQ(of(comparison, "ifla-sec-print-disabilities").renamed, true);
}

}  // namespace
}  // namespace shezhire::graph::test
