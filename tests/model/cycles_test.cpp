#include "model/cycles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "drafts.h"

namespace shezhire {
namespace {
using namespace shezhire::test;
using model::CycleEdge;
using model::Model;
using ::testing::Test;

std::string built_with(model::Draft draft) {
    base::Diagnostics diagnostics;
    Model::build(std::move(draft), diagnostics);
    return told(diagnostics);
}

TEST(Cycles, AParentThatMayHoldWhenTheWayBackMayHoldIsDropped) {
    auto draft = draft_of(with(body("a", "1950/.."), part_of("b", "1990/2000")),
                          with(body("b", "1950/.."), part_of("c")),
                          with(body("c", "1950/.."), part_of("a", "2000/..")));
    base::Diagnostics diagnostics;
    const auto built = Model::build(std::move(draft), diagnostics);
    EXPECT_EQ(told(diagnostics),
              "test.jsonld:3:1: error: model.parent-cycle: “c” may be a part of itself on 2000-01-01: “c” → "
              "“a” → “b” → "
              "“c”; its parent “a” is left out; correct the dates or the parent\n");
    EXPECT_TRUE(built->organization("c")->parents.empty());
    EXPECT_EQ(built->organization("a")->parents.size(), 1U);
}

TEST(Cycles, PartsThatChangedPlacesAreNoCycle) {
    EXPECT_EQ(built_with(draft_of(with(body("a"), part_of("b", "1990/1999")),
                                  with(body("b"), part_of("a", "2000/..")))),
              "");
}

TEST(Cycles, AnUnstatedDateIsTheLifeOfTheUnitInEachOfItsSpells) {
    auto revived = body("a", "1900/1910");
    revived.spells.push_back({when("1950/1960"), {}, {}});
    const auto between = draft_of(with(revived, part_of("b")), with(body("b"), part_of("a", "1920/1940")));
    EXPECT_EQ(built_with(between), "");
    const auto within = draft_of(with(revived, part_of("b")), with(body("b"), part_of("a", "1920/1955")));
    EXPECT_NE(built_with(within).find("on 1950-01-01: “b” → “a” → “b”"), std::string::npos);
}

TEST(Cycles, ABodyIsNoPartOfItself) {
    const auto said = built_with(draft_of(with(body("a"), part_of("a"))));
    EXPECT_NE(said.find("“a” may be a part of itself from the beginning: “a” → “a”"), std::string::npos)
        << said;
}

TEST(Cycles, OnlyTheEdgeThatClosesItGoes) {
    auto draft = draft_of(body("root"), with(with(body("a"), part_of("root")), part_of("b")),
                          with(with(body("b"), part_of("root")), part_of("a")));
    base::Diagnostics diagnostics;
    const auto built = Model::build(std::move(draft), diagnostics);
    EXPECT_EQ(diagnostics.count(base::Severity::error), 1U);
    EXPECT_EQ(built->organization("a")->parents.size(), 2U);
    EXPECT_EQ(built->organization("b")->parents.size(), 1U);
    EXPECT_EQ(built->children(0).size(), 2U);
}

TEST(Cycles, ARingOfAHundredThousandIsToldShortly) {
    model::Draft draft;
    constexpr int count = 100'000;
    for (int i = 0; i < count; ++i) {
        draft.organizations.push_back(
            with(body("u" + std::to_string(i)), part_of("u" + std::to_string((i + 1) % count))));
    }
    const auto said = built_with(std::move(draft));
    EXPECT_NE(
        said.find("“u99999” → “u0” → “u1” → “u2” → “u3” → “u4” → “u5” → “u6” → … → “u99999” (100000 bodies)"),
        std::string::npos)
        << said;
    EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1);
}

/// A day of a graph has a cycle: asked the slow way.
bool cyclic_on(edtf::Day day, const std::vector<CycleEdge>& edges, const std::vector<edtf::Bounds>& spans,
               std::size_t nodes) {
    std::vector<int> ways_in(nodes);
    std::vector<std::vector<std::uint32_t>> out(nodes);
    for (const auto& edge : edges) {
        if (spans[edge.id].earliest > day || spans[edge.id].latest < day) continue;
        out[edge.from].push_back(edge.to);
        ++ways_in[edge.to];
    }
    std::vector<std::uint32_t> free;
    for (std::uint32_t n = 0; n < nodes; ++n) {
        if (ways_in[n] == 0) free.push_back(n);
    }
    std::size_t taken = 0;
    while (!free.empty()) {
        const auto node = free.back();
        free.pop_back();
        ++taken;
        for (const auto to : out[node]) {
            if (--ways_in[to] == 0) free.push_back(to);
        }
    }
    return taken < nodes;
}

TEST(Cycles, RandomGraphsHaveNoneLeftAndLoseNothingWithout) {
    std::mt19937 engine(20051);
    const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
    for (int round = 0; round < 400; ++round) {
        const std::uint32_t nodes = 2 + random() % 9;
        std::vector<CycleEdge> edges;
        std::vector<edtf::Bounds> spans;
        for (std::uint32_t e = 0; e < 1 + random() % 24; ++e) {
            edges.push_back({random() % nodes, random() % nodes, e});
            const auto first = static_cast<edtf::Day>(random() % 30);
            spans.push_back({first, first + static_cast<edtf::Day>(random() % 12)});
        }
        bool before = false;
        for (edtf::Day day = 0; day < 45; ++day) before = before || cyclic_on(day, edges, spans, nodes);
        const auto cycles = model::find_cycles(
            edges, nodes, [&](const CycleEdge& edge) { return std::vector<edtf::Bounds>{spans[edge.id]}; });
        EXPECT_EQ(before, !cycles.empty()) << "round " << round;
        auto left = edges;
        for (const auto& cycle : cycles) {
            EXPECT_TRUE(cycle.dated);
            EXPECT_TRUE(cyclic_on(cycle.day, edges, spans, nodes));
            EXPECT_EQ(cycle.first_members[0], cycle.edge.from);
            std::erase_if(left, [&](const CycleEdge& edge) { return edge.id == cycle.edge.id; });
        }
        for (edtf::Day day = 0; day < 45; ++day)
            EXPECT_FALSE(cyclic_on(day, left, spans, nodes)) << "round " << round;
    }
}

/// A long permanent chain, and pairs of short edges that would close it on two days running, never on one:
/// the work would be quadratic if it were not bounded.
TEST(Cycles, AKnotMadeToBeSlowIsCutWhateverItsDates) {
    constexpr std::uint32_t chain = 10'000;
    std::vector<CycleEdge> edges;
    std::vector<edtf::Bounds> spans;
    const auto add = [&](std::uint32_t from, std::uint32_t to, edtf::Bounds span) {
        edges.push_back({from, to, static_cast<std::uint32_t>(edges.size())});
        spans.push_back(span);
    };
    for (std::uint32_t i = 0; i + 1 < chain; ++i) add(i, i + 1, {});
    for (std::uint32_t i = 0; i < chain; ++i) {
        const auto middle = chain + i;
        add(chain - 1, middle, {2 * i, 2 * i});
        add(middle, 0, {2 * i + 1, 2 * i + 1});
    }
    const auto cycles = model::find_cycles(
        edges, 2 * chain, [&](const CycleEdge& edge) { return std::vector<edtf::Bounds>{spans[edge.id]}; });
    EXPECT_TRUE(std::any_of(cycles.begin(), cycles.end(), [](const auto& cycle) { return !cycle.dated; }));
}

TEST(Cycles, AChainAHundredThousandDeepIsNone) {
    model::Draft draft;
    draft.organizations.push_back(body("u0"));
    for (int i = 1; i <= 100'000; ++i) {
        draft.organizations.push_back(
            with(body("u" + std::to_string(i)), part_of("u" + std::to_string(i - 1))));
    }
    base::Diagnostics diagnostics;
    const auto built = Model::build(std::move(draft), diagnostics);
    EXPECT_TRUE(diagnostics.empty());
    EXPECT_EQ(built->roots(), std::vector<model::Id>{"u0"});
    EXPECT_EQ(built->children(99'999).size(), 1U);
    EXPECT_TRUE(built->children(100'000).empty());
}

}  // namespace
}  // namespace shezhire
