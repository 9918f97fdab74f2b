// Two dates compared in a session: commands, undo, what is kept.
#include "session/session_fixture.h"
#include "session/settings.h"

namespace shezhire::session {
namespace {

struct CompareSession : SessionTest {
    void SetUp() override {
        SessionTest::SetUp();
        open();
        run("date 1990");
    }
    [[nodiscard]] graph::Fate fate(const std::string& id) const {
        const auto* body = session_->compared(id);
        return body == nullptr ? graph::Fate::unchanged : body->fate;
    }
};

TEST_F(CompareSession, WithADateAndBack) {
    EXPECT_EQ(session_->compared("b"), nullptr);
    run("compare 1960");
    ASSERT_NE(session_->compared("b"), nullptr);
    EXPECT_EQ(fate("b"), graph::Fate::gone);
    EXPECT_NE(session_->node("b"), nullptr);
    run("compare off");
    EXPECT_EQ(session_->compared("b"), nullptr);
    EXPECT_FALSE(shows("b"));
    run("undo");
    EXPECT_EQ(fate("b"), graph::Fate::gone);
}

TEST_F(CompareSession, WithoutADateTheOneShownBefore) {
    run("date 1970; date 1990; compare");
    ASSERT_TRUE(session_->view().before);
    EXPECT_EQ(session_->view().before->text(), "1970");
    run("compare");
    EXPECT_FALSE(session_->view().before);
}

TEST_F(CompareSession, TheLaterDateMovesOn) {
    run("compare 1940; date 1960");
    EXPECT_EQ(fate("b"), graph::Fate::added);
    EXPECT_EQ(session_->view().before->text(), "1940");
}

TEST_F(CompareSession, BesideEachOther) {
    run("compare 1960; sides two");
    int bodies = 0;
    for (const auto& element : session_->shown().elements)
        bodies += element.role == scene::Role::node && element.owner == "a" ? 1 : 0;
    EXPECT_EQ(bodies, 2);
    for (const auto& node : session_->picture()->graph->nodes)
        EXPECT_NE(session_->model()->organization(node.key), nullptr) << node.key;
    run("sides one");
    EXPECT_FALSE(session_->view().sides);
}

TEST_F(CompareSession, BesideEachOtherFromTheTimeline) {
    run("view timeline; sides two");
    EXPECT_EQ(session_->view().view, View::structure);
    EXPECT_TRUE(session_->view().before);
    EXPECT_TRUE(session_->view().sides);
    run("undo");
    EXPECT_EQ(session_->view().view, View::timeline) << "one step";
    EXPECT_FALSE(session_->view().before);
}

TEST_F(CompareSession, WhatCannotBeADateIsSaid) {
    run("compare yesterday");
    EXPECT_FALSE(session_->view().before);
    EXPECT_FALSE(session_->messages().empty());
}

TEST_F(CompareSession, FromTheTimelineItComesToTheStructure) {
    run("view timeline; compare 1960");
    EXPECT_EQ(session_->view().view, View::structure);
    EXPECT_EQ(fate("b"), graph::Fate::gone);
    run("view timeline");
    EXPECT_TRUE(session_->on_timeline());
}

}  // namespace
}  // namespace shezhire::session
