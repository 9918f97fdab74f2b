#include "session/places.h"

#include <gtest/gtest.h>

namespace shezhire::session {
namespace {

Visited at(std::string id) {
    Visited place;
    place.selection = std::move(id);
    return place;
}

TEST(Places, GoBackAndForthLikePages) {
    Places places;
    EXPECT_FALSE(places.can_go_back(""));
    for (const char* id : {"a", "b", "c"}) places.visit(at(id), false);
    EXPECT_EQ(places.back("c")->selection, "b");
    EXPECT_EQ(places.back("b")->selection, "a");
    EXPECT_FALSE(places.back("a"));
    EXPECT_EQ(places.forward()->selection, "b");
    places.visit(at("d"), false);
    EXPECT_FALSE(places.can_go_forward()) << "what lay ahead is another way now";
    EXPECT_EQ(places.back("d")->selection, "b");
}

TEST(Places, BackFromNothingSelectedIsThePresentPlace) {
    Places places;
    places.visit(at("a"), false);
    EXPECT_EQ(places.back("")->selection, "a");
    EXPECT_FALSE(places.can_go_back("a"));
}

TEST(Places, AWalkIsOnePlace) {
    Places places;
    places.visit(at("start"), false);
    for (const char* id : {"a", "b", "c"}) places.visit(at(id), true);
    EXPECT_EQ(places.back("c")->selection, "start");
    EXPECT_EQ(places.forward()->selection, "c");
}

TEST(Places, ThePresentOneIsKeptAsItWasLeft) {
    Places places;
    places.visit(at("a"), false);
    auto later = at("a");
    later.roots = {"r"};
    places.update(later);
    places.update(at("b"));
    places.visit(at("c"), false);
    EXPECT_EQ(places.back("c"), later);
}

TEST(Places, OutliveAReload) {
    Places places;
    for (const char* id : {"a", "gone", "b", "gone too", "c"}) places.visit(at(id), false);
    EXPECT_EQ(places.back("c")->selection, "gone too");
    places.keep_if([](const std::string& id) { return id.size() == 1; });
    EXPECT_EQ(places.forward()->selection, "c");
    EXPECT_EQ(places.back("c")->selection, "b");
    EXPECT_EQ(places.back("b")->selection, "a");
}

}  // namespace
}  // namespace shezhire::session
