// Small worlds for the tests of graph, written by hand in a few words each.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "graph/graph.h"
#include "model/model.h"

namespace shezhire::graph::test {

inline edtf::Interval when(std::string_view text) {
    auto read = edtf::parse_interval(text);
    EXPECT_TRUE(read) << text;
    return read ? read->value : edtf::Interval{};
}

class World {
  public:
    /// A body with an English name, alive over `life` ("" = nothing known).
    World& body(std::string id, std::string name, std::string_view life = "1900/..") {
        model::Organization organization;
        organization.id = std::move(id);
        organization.names.push_back(
            {.text = std::move(name), .lang = "en", .when = {}, .evidence = {}, .extras = {}});
        if (!life.empty()) organization.spells.push_back({when(life), {}, {}});
        draft.organizations.push_back(std::move(organization));
        return *this;
    }
    World& notation(std::string text) { return last().notation = std::move(text), *this; }
    World& kind(std::string id) { return last().kind = std::move(id), *this; }
    World& under(std::string parent, std::string_view span = "/", bool primary = true) {
        last().parents.push_back({std::move(parent), when(span), primary, {}, {}});
        return *this;
    }
    World& link(std::string relation, std::string to, std::string_view span = "/") {
        last().links.push_back({std::move(relation), std::move(to), when(span), {}, {}});
        return *this;
    }
    World& named(std::string text, std::string lang, std::string_view span = "/",
                 model::NameRole role = model::NameRole::preferred) {
        last().names.push_back({std::move(text), std::move(lang), role, {}, when(span), {}, {}});
        return *this;
    }
    model::Organization& last() { return draft.organizations.back(); }

    [[nodiscard]] model::ModelPtr model() const {
        base::Diagnostics diagnostics;
        return model::Model::build(draft, diagnostics);
    }

    model::Draft draft;
};

inline Question at(std::string_view date, std::vector<std::string> roots = {}) {
    Question question;
    question.when = when(date);
    question.roots = std::move(roots);
    return question;
}

inline std::vector<std::string> keys(const Graph& graph) {
    std::vector<std::string> all;
    for (const auto& node : graph.nodes) all.push_back(node.key);
    return all;
}

inline std::vector<std::string> edge_keys(const Graph& graph, EdgeKind kind) {
    std::vector<std::string> all;
    for (const auto& edge : graph.edges) {
        if (edge.kind == kind) all.push_back(edge.key);
    }
    return all;
}

inline const Node& node(const Graph& graph, std::string_view key) {
    for (const auto& one : graph.nodes) {
        if (one.key == key) return one;
    }
    static const Node none;
    ADD_FAILURE() << "no node " << key;
    return none;
}

/// A federation with two divisions and sections that came, went, moved and were renamed.
inline World federation() {
    World world;
    world.body("fed", "The Federation", "1927-09-30/..")
        .kind("federation")
        .named("FED", "en", "/", model::NameRole::acronym);
    world.body("div-2", "Second Division", "1977/2009").kind("division").notation("II").under("fed");
    world.body("div-1", "First Division", "1977/2009").kind("division").notation("I").under("fed");
    world.body("sec-10", "Tenth Section", "1980/..")
        .kind("section")
        .notation("10")
        .under("div-1", "1980/1995");
    world.under("div-2", "1996/2009").named("Section of Old Things", "en", "1980/1990");
    world.body("sec-2", "Second Section", "1977/..")
        .kind("section")
        .notation("2")
        .under("div-1", "1977/2009");
    world.body("sec-9", "Ninth Section", "1977~/").kind("section").notation("9").under("div-1", "1977/2009");
    world.under("div-2", "1990/2009", false);
    world.body("table", "Round Table", "1985?/2002")
        .kind("round-table")
        .under("sec-2")
        .link("partner", "sec-10", "1990/2000");
    return world;
}

}  // namespace shezhire::graph::test
