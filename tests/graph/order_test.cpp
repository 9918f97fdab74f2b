#include "graph/view.h"
#include "graph/world.h"

namespace shezhire::graph::test {
namespace {

using Keys = std::vector<std::string>;
using Ranks = std::vector<std::uint32_t>;

TEST(Order, NotationsAreNatural) {
    EXPECT_EQ(notation_ranks({"10", "2", "", "1"}), (Ranks{2, 1, 3, 0}));
    EXPECT_EQ(notation_ranks({"IX", "V", "I", "IV", "VIII"}), (Ranks{4, 2, 0, 1, 3}));
    EXPECT_EQ(notation_ranks({"H", "A", "C", "D", "I"}), (Ranks{3, 0, 1, 2, 4})) << "letters, not numerals";
    EXPECT_EQ(notation_ranks({"IIII", "V"}), (Ranks{0, 1})) << "no canonical numeral: letters";
    EXPECT_EQ(notation_ranks({"2.10", "2.9", "2", "10", "2b", "2a"}), (Ranks{2, 1, 0, 5, 4, 3}));
    EXPECT_EQ(notation_ranks({"99999999999999999999999999", "100000000000000000000000000", "007", "7"}),
              (Ranks{1, 2, 0, 0}));
    EXPECT_EQ(notation_ranks({"II", "3", "IV"}), (Ranks{0, 1, 2})) << "numerals and numbers are one row";
    EXPECT_EQ(notation_ranks({}), Ranks{});
}

TEST(Order, NotationThenFoundingThenName) {
    World world;
    world.body("top", "Top");
    world.body("zeta", "Zeta", "1950/..").under("top").body("alpha", "alpha", "1950/..").under("top");
    world.body("eta", "Éta", "1950/..").under("top").body("old", "Old", "1920/..").under("top");
    world.body("unknown", "A body without a beginning", "/..").under("top");
    world.body("tenth", "Tenth", "1990/..").notation("10").under("top");
    world.body("second", "Second", "1990/..").notation("2").under("top");
    EXPECT_EQ(keys(ask(*world.model(), at("2000"))),
              (Keys{"top", "second", "tenth", "old", "alpha", "eta", "zeta", "unknown"}));
}

TEST(Order, KindsStandTogetherAndNumberedOnesFirst) {
    World world;
    world.body("top", "Top");
    world.body("talk-early", "Early talk", "1950/..").kind("group").under("top");
    world.body("unnumbered", "A section without a number", "1940/..").kind("section").under("top");
    world.body("second", "Second", "1990/..").kind("section").notation("2").under("top");
    world.body("nameless", "Of no kind", "1900/..").under("top");
    world.body("first", "First", "1995/..").kind("section").notation("1").under("top");
    world.body("talk-late", "Late talk", "1996/..").kind("group").under("top");
    world.body("desk", "A table", "1960/..").kind("table").under("top");
    for (const char* kind : {"table", "group", "section"}) {
        model::Concept concept_;
        concept_.id = kind;
        world.draft.concepts.push_back(concept_);
    }
    EXPECT_EQ(keys(ask(*world.model(), at("2000"))),
              (Keys{"top", "first", "second", "unnumbered", "desk", "talk-early", "talk-late", "nameless"}));
}

TEST(Order, AKindsOwnNotationGoesBeforeTheVocabularysOrder) {
    World world;
    world.body("top", "Top");
    world.body("a", "A").kind("group").under("top").body("b", "B").kind("table").under("top");
    for (const auto& [kind, notation] : {std::pair{"group", "2"}, std::pair{"table", "1"}}) {
        model::Concept concept_;
        concept_.id = kind;
        concept_.notation = notation;
        world.draft.concepts.push_back(concept_);
    }
    EXPECT_EQ(keys(ask(*world.model(), at("2000"))), (Keys{"top", "b", "a"}));
}

TEST(Order, TiesKeepTheOrderOfTheData) {
    World world;
    world.body("top", "Top")
        .body("z", "Same")
        .under("top")
        .body("a", "Same")
        .under("top")
        .body("m", "Same")
        .under("top");
    EXPECT_EQ(keys(ask(*world.model(), at("2000"))), (Keys{"top", "z", "a", "m"}));
}

TEST(Order, RootsKeepTheOrderAskedFor) {
    World world;
    world.body("a", "A").body("b", "B").body("c", "C");
    EXPECT_EQ(keys(ask(*world.model(), at("2000", {"c", "a", "b"}))), (Keys{"c", "a", "b"}));
}

}  // namespace
}  // namespace shezhire::graph::test
