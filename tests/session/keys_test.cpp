#include "session/keys.h"

#include <gtest/gtest.h>

#include <set>

namespace shezhire::session {
namespace {

using Pairs = std::vector<KeyMap::Pair>;

std::vector<std::string> codes(const base::Diagnostics& faults) {
    std::vector<std::string> all;
    for (const auto& fault : faults.as_found()) all.push_back(fault.code);
    return all;
}
using Codes = std::vector<std::string>;

TEST(Keys, AreWrittenInOneWay) {
    EXPECT_EQ(canonical_chord("shift+CTRL+f"), "Ctrl+Shift+F");
    EXPECT_EQ(canonical_chord("esc"), "Escape");
    EXPECT_EQ(canonical_chord("alt+left"), "Alt+Left");
    EXPECT_EQ(canonical_chord("+"), "+");
    EXPECT_EQ(canonical_chord("Ctrl++"), "Ctrl++");
    EXPECT_EQ(canonical_chord("f12"), "F12");
    for (const char* none : {"", "Ctrl+", "Hyper+A", "FF", "F13", "ә", "Ctrl+Ctrl", " "})
        EXPECT_FALSE(canonical_chord(none)) << none;
}

TEST(Keys, EveryDefaultIsCanonicalAndOne) {
    const KeyMap map;
    std::set<std::string> seen;
    for (const auto& binding : map.bindings()) {
        EXPECT_EQ(canonical_chord(binding.chord), binding.chord);
        EXPECT_TRUE(seen.insert(binding.chord).second) << binding.chord;
        EXPECT_EQ(*map.command(binding.chord), binding.command);
    }
    EXPECT_EQ(map.chords_of(Verb::hops), "1, 2, 3, 4");
    EXPECT_EQ(map.chords_of(Command{Verb::hops, {"2"}}), "2");
    EXPECT_EQ(map.command("Ctrl+Alt+Q"), nullptr);
}

TEST(Keys, AreChanged) {
    base::Diagnostics faults;
    const auto map = KeyMap::with(Pairs{{"fit", "ctrl+9 F"}, {"hops 2", "Ctrl+2"}, {"quit", ""}}, faults);
    EXPECT_TRUE(faults.empty());
    EXPECT_EQ(map.command("Ctrl+9")->verb, Verb::fit);
    EXPECT_EQ(map.chords_of(Verb::fit), "Ctrl+9, F");
    EXPECT_EQ(map.command("2"), nullptr) << "the key that it had is free";
    EXPECT_EQ(map.chords_of(Verb::quit), "");
}

TEST(Keys, ConflictsAreSaid) {
    base::Diagnostics faults;
    const auto map = KeyMap::with(Pairs{{"fit", "Ctrl+F"}, {"zoom-to", "ctrl+f"}}, faults);
    EXPECT_EQ(codes(faults), (Codes{"keys.conflict", "keys.conflict"})) << "search has none left";
    EXPECT_EQ(map.command("Ctrl+F")->verb, Verb::fit);
    EXPECT_EQ(map.chords_of(Verb::zoom_to), "");
    base::Diagnostics more;
    const auto taken = KeyMap::with(Pairs{{"fit", "Ctrl+Q"}}, more);
    EXPECT_EQ(codes(more), (Codes{"keys.conflict"}));
    EXPECT_NE(more.as_found().front().sentence.find("quit"), std::string::npos);
}

TEST(Keys, WhatIsUnknownIsSaidAndTheRestHolds) {
    base::Diagnostics faults;
    const auto map =
        KeyMap::with(Pairs{{"dance", "J"}, {"fit", "Hyper+F"}, {"undo", "U"}, {"date", "J"}}, faults);
    EXPECT_EQ(codes(faults), (Codes{"keys.unknown-command", "keys.unreadable", "keys.conflict"}));
    EXPECT_EQ(map.command("U")->verb, Verb::undo);
    EXPECT_EQ(map.command("J")->verb, Verb::date) << "its argument is asked for";
}

}  // namespace
}  // namespace shezhire::session
