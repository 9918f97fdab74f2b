#include "graph/chronology.h"

#include <algorithm>

#include "graph/facets.h"
#include "graph/world.h"
#include "support/golden.h"

namespace shezhire::graph::test {
namespace {

void add_event(World& world, std::string id, std::string kind, std::string_view date,
               std::vector<std::string> bodies, int importance = 3) {
    model::Event event;
    event.id = id;
    event.kind = std::move(kind);
    event.when = when(date);
    event.organizations = std::move(bodies);
    event.importance = importance;
    event.names.push_back(
        {.text = "what " + id + " was", .lang = "en", .when = {}, .evidence = {}, .extras = {}});
    world.draft.events.push_back(std::move(event));
}

void add_change(World& world, std::string id, std::string kind, std::string_view date,
                std::vector<std::string> originals, std::vector<std::string> results) {
    model::Change change;
    change.id = std::move(id);
    change.kind = std::move(kind);
    change.when = when(date);
    change.originals = std::move(originals);
    change.results = std::move(results);
    world.draft.changes.push_back(std::move(change));
}

/// Two bodies that became a third, and a union they belong to, with units.
World small_history() {
    World world;
    world.body("union", "The Union", "1927-09/..")
        .named("The Federation", "en", "1976-08-23/..")
        .named("UNI", "en", "/", model::NameRole::acronym)
        .body("old", "Old Association", "1877/2002-04-01")
        .body("other", "Other Institute", "1958~/2002-04-01")
        .body("new", "New Institute", "2002-04-01/..")
        .body("quiet", "Quiet Society", "")
        .body("section", "A Section", "1980/1990")
        .under("union", "1980/1990")
        .body("part", "A Part", "/1995")
        .under("section");
    world.draft.organizations[0].names[0].when = when("1927/1976-08-22");
    for (auto& body : world.draft.organizations) body.is_unit = !body.parents.empty();
    world.draft.organizations[1].memberships.push_back({"union", "member", when("1930/2002"), {}, {}});
    world.draft.organizations[1].links.push_back({"partner", "other", when("/"), {}, {}});
    add_change(world, "merger", "merger", "2002-04-01", {"old", "other"}, {"new"});
    add_change(world, "inside", "restructuring", "1985", {"union"}, {"union"});
    add_change(world, "told-twice", "move", "1990", {"union"}, {"union"});
    add_event(world, "moving", "event-relocation", "1990-06", {"union"}, 2);
    add_event(world, "founding", "event-founding", "1927-09-30", {"union", "old"}, 1);
    add_event(world, "nobodys", "event-other", "1950", {"somebody"});
    add_event(world, "era", "era", "1939/1945", {});
    return world;
}

TEST(Chronology, GoldenSmall) {
    const auto model = small_history().model();
    EXPECT_TRUE(shezhire::test::matches_golden("graph/chronology_small.txt", to_text(tell(*model, {}))));
}

TEST(Chronology, FoldsUnitsUnderTheirBodyAndUnfoldsThemOnRequest) {
    const auto model = small_history().model();
    auto told = tell(*model, {});
    const auto lane = [&](std::string_view key) {
        return std::find_if(told.lanes.begin(), told.lanes.end(),
                            [&](const Lane& l) { return l.key == key; });
    };
    ASSERT_NE(lane("union"), told.lanes.end());
    EXPECT_TRUE(lane("union")->folded);
    EXPECT_EQ(lane("union")->hidden, 2U);
    EXPECT_EQ(lane("section"), told.lanes.end());
    ChronologyQuestion question;
    question.unfolded = {"union"};
    told = tell(*model, question);
    ASSERT_NE(lane("section"), told.lanes.end());
    EXPECT_EQ(lane("section")->depth, 1);
    EXPECT_EQ(told.lanes[lane("section")->parent].key, "union");
    EXPECT_EQ(lane("section")->hidden, 1U);
}

TEST(Chronology, ARootIsUnfoldedAndKeepsOthersOut) {
    const auto model = small_history().model();
    ChronologyQuestion question;
    question.roots = {"union"};
    const auto told = tell(*model, question);
    ASSERT_EQ(told.lanes.size(), 2U);
    EXPECT_EQ(told.lanes[1].key, "section");
    EXPECT_TRUE(told.joints.empty());
    question.folded = {"union"};
    EXPECT_EQ(tell(*model, question).lanes.size(), 1U);
}

TEST(Chronology, ChoosesWhomMostIsToldAboutWithTheirKinAndWhoIsPinned) {
    const auto model = small_history().model();
    ChronologyQuestion question;
    question.most_bodies = 2;
    question.pinned = {"quiet"};
    const auto told = tell(*model, question);
    std::vector<std::string> keys;
    for (const auto& lane : told.lanes) keys.push_back(lane.key);
    EXPECT_EQ(keys, (std::vector<std::string>{"quiet", "union"}));
    EXPECT_EQ(told.others, 3U);
    question.pinned = {};
    EXPECT_EQ(tell(*model, question).lanes.size(), 4U) << "whom “old” merged with comes along";
}

TEST(Chronology, ThePeriodAndTheFilterLeaveOut) {
    const auto model = small_history().model();
    ChronologyQuestion question;
    question.period = when("2003/2010");
    auto told = tell(*model, question);
    for (const auto& lane : told.lanes) EXPECT_NE(lane.key, "old");
    EXPECT_TRUE(told.events.empty());
    question = {};
    question.filter.text = "institute";
    told = tell(*model, question);
    ASSERT_EQ(told.lanes.size(), 2U);
    question = {};
    question.filter.hidden = {"union"};
    question.lateral = false;
    told = tell(*model, question);
    for (const auto& lane : told.lanes) EXPECT_NE(lane.key, "union");
    EXPECT_TRUE(told.ties.empty());
}

std::vector<std::string> keys_of(const Chronology& told) {
    std::vector<std::string> keys;
    for (const auto& lane : told.lanes) keys.push_back(lane.key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

TEST(Chronology, TheFilterKeepsWhatMatchesAndTheWayToItAsInAStructure) {
    auto world = small_history();
    world.draft.organizations[6].country = "KZ";  // the part of a section of the union
    world.draft.organizations[3].country = "KZ";
    const auto model = world.model();
    ChronologyQuestion question;
    EXPECT_EQ(tell(*model, question).filtered, 0U);
    question.filter.countries = {"KZ"};
    auto told = tell(*model, question);
    EXPECT_EQ(keys_of(told), (std::vector<std::string>{"new", "part", "section", "union"}));
    EXPECT_EQ(told.filtered, 3U) << "old, other and quiet have lanes without it";
    EXPECT_EQ(told.foundings.size(), 2U) << "nobody else's beginning is counted";
    question.folded = {"union"};
    told = tell(*model, question);
    EXPECT_EQ(keys_of(told), (std::vector<std::string>{"new", "union"}));
    EXPECT_EQ(told.lanes[told.lanes[0].key == "union" ? 0 : 1].hidden, 2U) << "what matches and its way";
    question = {};
    question.filter.hidden = {"old"};
    EXPECT_EQ(tell(*model, question).filtered, 1U);
    question.filter = {};
    question.filter.founded = when("1900/1930");
    EXPECT_EQ(keys_of(tell(*model, question)), (std::vector<std::string>{"union"}));
    question.filter = {};
    question.filter.text = "part";
    EXPECT_EQ(keys_of(tell(*model, question)), (std::vector<std::string>{"part", "section", "union"}));
    const auto facets = facets_of(*model, whole_of(*model, {}));
    EXPECT_EQ(facets.total, 7U) << "of all times";
}

TEST(Chronology, AFocusKeepsWhatIsNear) {
    const auto model = small_history().model();
    ChronologyQuestion question;
    question.focus = {"section", 1, {}};
    EXPECT_EQ(keys_of(tell(*model, question)), (std::vector<std::string>{"part", "section", "union"}));
    question.focus = {"union", 1, {}};
    auto told = tell(*model, question);
    ASSERT_EQ(keys_of(told), (std::vector<std::string>{"section", "union"}));
    EXPECT_EQ(told.lanes[1].hidden, 1U) << "the part is two steps away";
    EXPECT_TRUE(told.lanes[1].folded);
    question.focus.opened = {"section"};
    EXPECT_EQ(tell(*model, question).lanes.size(), 3U);
    question.focus = {"new", 1, {}};
    EXPECT_EQ(keys_of(tell(*model, question)), (std::vector<std::string>{"new", "old", "other"}))
        << "what it came from is a step away";
    question.focus = {"part", 0, {}};
    EXPECT_EQ(keys_of(tell(*model, question)), (std::vector<std::string>{"part", "section", "union"}))
        << "the way to the root";
    question.focus = {"nobody", 2, {}};
    EXPECT_TRUE(tell(*model, question).lanes.empty());
}

TEST(Chronology, RegionsAndPhasesComeFromTheData) {
    World world;
    world.body("a", "A", "1950/..").body("b", "B", "1960/..").body("c", "C", "1970/..");
    world.draft.organizations[0].country = "KZ";
    world.draft.organizations[1].country = "FR";
    world.draft.organizations[2].country = "XX";
    for (const auto& [id, countries] : {std::pair("asia", std::vector<std::string>{"KZ", "CN"}),
                                        std::pair("europe", std::vector<std::string>{"FR"}),
                                        std::pair("empty", std::vector<std::string>{})}) {
        model::Concept region;
        region.id = id;
        region.scheme = "regions";
        region.countries = countries;
        world.draft.concepts.push_back(region);
    }
    model::ConceptScheme scheme;
    scheme.id = "regions";
    world.draft.schemes.push_back(scheme);
    model::Concept stability;
    stability.id = "stability";
    stability.names.push_back({.text = "Stability", .lang = "en", .when = {}, .evidence = {}, .extras = {}});
    world.draft.concepts.push_back(stability);
    auto& told_about = world.draft.organizations[0];
    told_about.sites.push_back({"Almaty", "KZ", when("1950/.."), {}, {}});
    told_about.offices.push_back({"secretary", "A Secretary", "", when("1950/1960"), {}, {}});
    told_about.offices.push_back({"president", "Second President", "", when("1960/1970"), {}, {}});
    told_about.offices.push_back({"president", "First President", "", when("1950/1960"), {}, {}});
    told_about.figures.push_back({"members", when("1965"), ">300", {}, {}});
    world.draft.organizations[0].phases.push_back({"stability", when("1960/1980"), {}, {}});
    const auto model = world.model();
    ChronologyQuestion question;
    question.grouping = Grouping::region;
    question.rows = {true, true, true};
    const auto told = tell(*model, question);
    ASSERT_EQ(told.lanes[0].rows.size(), 3U);
    EXPECT_EQ(told.lanes[0].rows[0].notes[0].label, "Almaty");
    ASSERT_EQ(told.lanes[0].rows[1].notes.size(), 2U) << "the office that most is told about";
    EXPECT_EQ(told.lanes[0].rows[1].notes[0].label, "First President") << "by date";
    EXPECT_EQ(told.lanes[0].rows[2].notes[0].label, ">300");
    EXPECT_TRUE(told.lanes[1].rows.empty());
    EXPECT_EQ(told.regions, (std::vector<std::string>{"asia", "europe"})) << "those that hold a country";
    ASSERT_EQ(told.foundings.size(), 3U);
    EXPECT_EQ(told.foundings[0].region, 0U);
    EXPECT_EQ(told.foundings[1].region, 1U);
    EXPECT_EQ(told.foundings[2].region, 2U) << "none";
    EXPECT_EQ(told.lanes[0].group, "asia");
    ASSERT_EQ(told.lanes[0].phases.size(), 1U);
    EXPECT_EQ(told.lanes[0].phases[0].label, "Stability");
}

TEST(Chronology, BadHistoriesAreToldAsTheyAre) {
    World world;
    world.body("zero", "Year Zero", "0000/..")
        .body("deep", "Deep Past", "-9999/-0044")
        .body("far", "Far", "Y1000000000/..");
    world.body("open", "Open at both ends", "../..").body("undated", "Undated", "");
    world.body("many", "Forty spells", "");
    for (int i = 0; i < 40; ++i) {
        const auto year = std::to_string(1900 + 2 * i);
        world.last().spells.push_back({when(year + "/" + std::to_string(1901 + 2 * i)), {}, {}});
    }
    add_event(world, "late", "event-other", "2020", {"many"});
    for (int i = 0; i < 5000; ++i)
        add_event(world, "e" + std::to_string(i), "event-other", "1950-05-05", {"zero"});
    const auto told = tell(*world.model(), {});
    EXPECT_EQ(told.lanes.size(), 6U);
    EXPECT_EQ(told.events.size(), 5001U);
    EXPECT_EQ(edtf::civil_from_day(told.first).year, -9999);
    EXPECT_EQ(edtf::civil_from_day(told.last).year, 1'000'000'000);
    World nothing;
    nothing.body("a", "A", "").body("b", "B", "/");
    EXPECT_FALSE(tell(*nothing.model(), {}).dated());
    EXPECT_TRUE(tell(*World().model(), {}).lanes.empty());
}

TEST(Chronology, GoldenOfRoots) {
    const auto model = small_history().model();
    ChronologyQuestion question;
    question.grouping = Grouping::kind;
    question.roots = {"union", "old", "new", "other"};
    EXPECT_TRUE(
        shezhire::test::matches_golden("graph/chronology_roots.txt", to_text(tell(*model, question))));
}

}  // namespace
}  // namespace shezhire::graph::test
