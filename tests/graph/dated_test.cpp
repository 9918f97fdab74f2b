// What of a union is there at a date: the same as if the date had been asked for.
#include "graph/dated.h"

#include <array>
#include <map>
#include <random>

#include "graph/world.h"
#include "io/dataset.h"
#include "model/days.h"
#include "support/golden.h"

namespace shezhire::graph::test {
namespace {

model::ModelPtr ifla() {
    static const model::ModelPtr model = [] {
        const auto data = shezhire::test::source_dir() / "data";
        const std::array<std::filesystem::path, 3> files{data / "ifla.jsonld", data / "vocabulary.jsonld",
                                                         data / "sources.jsonld"};
        base::Diagnostics diagnostics;
        return io::open_data(files, diagnostics);
    }();
    return model;
}

/// What a reader is told of each body that is there: presence, name, folds, and under whom it stands.
std::map<std::string, std::string> told(const Graph& graph) {
    std::map<std::string, std::string> lines;
    std::map<std::string, std::string> parents;
    for (const auto& edge : graph.edges) {
        if (edge.kind == EdgeKind::part && edge.presence != edtf::Presence::no)
            parents[graph.nodes[edge.to].key] = graph.nodes[edge.from].key;
    }
    for (const auto& node : graph.nodes) {
        if (node.presence == edtf::Presence::no) continue;
        lines[node.key] = std::string(edtf::to_text(node.presence)) + " " + node.label + " (" + node.acronym +
                          ") +" + std::to_string(node.hidden) + " under " + parents[node.key];
    }
    return lines;
}

std::set<std::string> links(const Graph& graph) {
    std::set<std::string> keys;
    for (const auto& edge : graph.edges) {
        if (edge.kind == EdgeKind::lateral && edge.presence != edtf::Presence::no)
            keys.insert(edge.key + " " + std::string(edtf::to_text(edge.presence)));
    }
    return keys;
}

void expect_same(const model::ModelPtr& model, DatedGraph& dated, Question question,
                 const std::string& date) {
    question.when = when(date);
    dated.move_to(question.when);
    const auto asked = ask(*model, question);
    if (question.depth < 64) {
        // A union places each once: who is nobody's at one date and folded at another may be the one or the
        // other.
        std::size_t elsewhere = 0;
        std::map<std::string, edtf::Presence> shown;
        for (const auto& node : dated.graph().nodes) shown[node.key] = node.presence;
        for (const auto& node : asked.nodes) {
            if (!shown.contains(node.key)) {
                ++elsewhere;
                continue;
            }
            ASSERT_EQ(shown[node.key], node.presence) << node.key << " at " << date;
        }
        ASSERT_LE(elsewhere, 1U) << date;
        return;
    }
    const auto is = told(dated.graph());
    const auto wanted = told(asked);
    for (const auto& [key, line] : wanted) {
        const auto found = is.find(key);
        ASSERT_NE(found, is.end()) << key << ": " << line << " at " << date;
        ASSERT_EQ(found->second, line) << key << " at " << date;
    }
    for (const auto& [key, line] : is) ASSERT_TRUE(wanted.contains(key)) << key << " at " << date;
    ASSERT_EQ(links(dated.graph()), links(asked)) << date;
}

std::vector<std::string> dates_of(const model::Model& model, unsigned seed, int count) {
    std::vector<std::string> dates;
    for (const auto day : model::change_days_of(model.facts())) {
        dates.push_back(edtf::Date::from_day(day).text());
        dates.push_back(edtf::Date::from_day(day - 1).text());
    }
    std::mt19937 random(seed);
    std::shuffle(dates.begin(), dates.end(), random);
    if (dates.size() > static_cast<std::size_t>(count)) dates.resize(static_cast<std::size_t>(count));
    for (const char* date : {"1950", "1985-03", "2005-08", "2009", "1970/1980", "1000", "3000-01"})
        dates.emplace_back(date);
    std::shuffle(dates.begin(), dates.end(), random);
    return dates;
}

TEST(Dated, AUnionAtADateIsTheAnswerForThatDate) {
    const auto world = federation().model();
    auto question = at("1900/2030");
    for (const int depth : {64, 1}) {
        question.depth = depth;
        DatedGraph dated(world, question);
        for (const auto& date : dates_of(*world, 7, 200)) expect_same(world, dated, question, date);
    }
}

TEST(Dated, WhatIsFoldedIsCountedWhereItHangs) {
    auto question = at("1900/2030");
    question.depth = 1;
    const auto world = federation().model();
    DatedGraph dated(world, question);
    for (const auto& date : dates_of(*world, 3, 200)) {
        dated.move_to(when(date));
        auto asked = question;
        asked.when = when(date);
        ASSERT_EQ(told(dated.graph()), told(ask(*world, asked))) << date;
    }
}

TEST(Dated, SoItIsForTheReferenceDataInAnyOrderOfDates) {
    auto question = at("1900/2100", {"ifla"});
    for (const auto certainty : {Certainty::all, Certainty::certain}) {
        for (const int depth : {64, 1}) {
            question.depth = depth;
            question.filter.certainty = certainty;
            question.languages = {depth == 1 ? "kk" : "en"};
            DatedGraph dated(ifla(), question);
            for (const auto& date : dates_of(*ifla(), 11, 60)) {
                expect_same(ifla(), dated, question, date);
                if (HasFatalFailure()) return;
            }
        }
    }
}

TEST(Dated, AStepTellsWhatIsAnother) {
    DatedGraph dated(ifla(), at("1900/2100", {"ifla"}));
    dated.move_to(when("1985"));
    const auto before = dated.graph();
    const auto step = dated.move_to(when("2012-03"));
    const std::set<std::uint32_t> nodes(step.nodes.begin(), step.nodes.end());
    const std::set<std::uint32_t> edges(step.edges.begin(), step.edges.end());
    for (std::uint32_t i = 0; i < before.nodes.size(); ++i) {
        if (nodes.contains(i)) continue;
        EXPECT_EQ(before.nodes[i], dated.graph().nodes[i]);
    }
    for (std::uint32_t i = 0; i < before.edges.size(); ++i) {
        if (edges.contains(i)) continue;
        EXPECT_EQ(before.edges[i], dated.graph().edges[i]);
    }
    EXPECT_LT(nodes.size(), before.nodes.size());
    EXPECT_TRUE(dated.move_to(when("2012-03")).nodes.empty());
    EXPECT_TRUE(dated.move_to(when("2012-04")).nodes.empty()) << "nothing changed in that month";
}

TEST(Dated, AllThatABodyIsCalledInThePeriodIsKnown) {
    World world;
    world.body("a", "Always", "1900/..")
        .named("Early", "en", "1900/1950")
        .named("Late", "en", "1950/1999-06")
        .named("E", "en", "1900/1930", model::NameRole::acronym);
    DatedGraph dated(world.model(), at("1920/1960"));
    std::set<std::string> namings;
    for (const auto& naming : dated.graph().nodes[0].namings) namings.insert(naming.label + naming.acronym);
    EXPECT_EQ(namings, (std::set<std::string>{"Always", "Early", "EarlyE", "Late"}))
        << "in 1950 neither of the dated names holds for certain";
    dated.move_to(when("1940"));
    EXPECT_EQ(dated.graph().nodes[0].label, "Early");
    dated.move_to(when("1960"));
    EXPECT_EQ(dated.graph().nodes[0].label, "Late");
}

TEST(Dated, WhoChangesPlacesInACircleIsThereOnlyWhenItHangsOnSomebody) {
    World world;
    world.body("r", "Root", "1900/..");
    world.body("a", "A", "1900/..").under("r", "1900/1950").under("b", "1960/..");
    world.body("b", "B", "1900/..").under("a", "1900/1950").under("r", "1960/..");
    const auto model = world.model();
    const auto question = at("1900/2000", {"r"});
    DatedGraph dated(model, question);
    for (const char* date : {"1920", "1955", "1980", "1920", "1955-05"}) {
        expect_same(model, dated, question, date);
    }
}

TEST(Dated, HopsAndFiltersHoldAtEveryDate) {
    auto question = at("1900/2030");
    question.focus = {"sec-10", 1, {}};
    DatedGraph near(federation().model(), question);
    near.move_to(when("1990"));
    EXPECT_EQ(node(near.graph(), "sec-10").presence, edtf::Presence::yes);
    near.move_to(when("1970"));
    EXPECT_EQ(node(near.graph(), "sec-10").presence, edtf::Presence::no);
    auto hidden = at("1900/2030");
    hidden.filter.hidden = {"div-1"};
    DatedGraph rest(federation().model(), hidden);
    rest.move_to(when("1985"));
    EXPECT_EQ(rest.graph().filtered, ask(*federation().model(),
                                         [&] {
                                             auto date = hidden;
                                             date.when = when("1985");
                                             return date;
                                         }())
                                         .filtered);
}

TEST(Dated, golden_federation) {
    DatedGraph dated(federation().model(), at("1970/2020"));
    std::string text;
    for (const char* date : {"1970", "1985-06", "1996", "2010"}) {
        dated.move_to(when(date));
        text += to_text(dated.graph());
    }
    EXPECT_TRUE(shezhire::test::matches_golden("graph/dated-federation.txt", text));
}

TEST(Dated, golden_ifla) {
    auto question = at("1927/2026", {"ifla"});
    question.lateral = false;
    DatedGraph dated(ifla(), question);
    for (const char* date : {"1950", "1985", "2005-08", "2024-01"}) {
        dated.move_to(when(date));
        EXPECT_TRUE(shezhire::test::matches_golden("graph/dated-ifla-" + std::string(date) + ".txt",
                                                   to_text(dated.graph())));
    }
}

}  // namespace
}  // namespace shezhire::graph::test
