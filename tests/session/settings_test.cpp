#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/file.h"
#include "session/settings.h"

namespace shezhire::session {
namespace {

namespace fs = std::filesystem;

Settings read(std::string_view json, std::vector<std::string>& faults) {
    bool newer = false;
    return settings_from(json, "settings.json", {}, faults, newer);
}

Place a_place() {
    Place place;
    place.view.when = edtf::parse_interval("2005-08/..")->value;
    place.view.roots = {"ifla"};
    place.view.depth = 3;
    place.view.folded = {"a", "b \"quoted\""};
    place.view.unfolded = {"c"};
    place.view.filter.hidden = {"d"};
    place.view.filter.hidden_kinds = {"kind"};
    place.view.filter.certainty = graph::Certainty::likely;
    place.view.lateral = false;
    place.view.view = View::timeline;
    place.view.table = true;
    place.view.choices[View::structure] = {{"name", "id"}, "founded", true, "two words"};
    place.view.choices[View::timeline] = {{}, "what", false, ""};
    place.selection = "Қазақ";
    place.centre = {12.5, -3};
    place.scale = 1.25;
    return place;
}

class InFolder : public testing::Test {
  protected:
    void SetUp() override {
        folder = fs::path(testing::TempDir()) / "settings" /
                 testing::UnitTest::GetInstance()->current_test_info()->name();
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    void write(const fs::path& name, std::string_view text) const { std::ofstream(folder / name) << text; }
    fs::path folder;
};

TEST(Settings, AreReadAsTheyWereWritten) {
    Settings settings;
    settings.look.language = "kk";
    settings.look.label_languages = {"ru", "kk", "en"};
    settings.look.theme = scene::ThemeName::dark;
    settings.look.engine = layout::Engine::twopi;
    settings.look.direction = layout::Direction::right;
    settings.look.reduce_motion = true;
    settings.look.scale_percent = 150;
    settings.look.outline_pane = settings.look.details_pane = settings.look.date_pane = false;
    settings.look.sizes = {300, 400, 200};
    settings.look.dates = Dates::compact;
    settings.look.ghosts = false;
    settings.look.play_seconds = 1.5;
    settings.look.loop = true;
    settings.keys = {{"fit", "Ctrl+0"}, {"zoom-to", ""}};
    std::vector<std::string> faults;
    EXPECT_EQ(read(to_json(settings, {}), faults), settings);
    EXPECT_EQ(faults, std::vector<std::string>());
}

TEST(Settings, OnlyWhatWasChosenIsWritten) {
    EXPECT_EQ(to_json(Settings{}, {}), "{\n  \"version\": 1\n}\n");
    Settings settings;
    settings.look.theme = scene::ThemeName::dark;
    EXPECT_EQ(to_json(settings, {}), "{\n  \"version\": 1,\n  \"theme\": \"dark\"\n}\n");
    EXPECT_EQ(to_json(settings, settings.look), "{\n  \"version\": 1\n}\n");
}

TEST(Settings, AWrongValueIsToldWithItsLineAndTheOthersCount) {
    std::vector<std::string> faults;
    const auto settings = read(R"({
  "version": 1,
  "theme": "pink",
  "scalePercent": 1000,
  "labels": ["ru", 7],
  "outlinePane": "yes",
  "colour": 1,
  "language": "ru"
})",
                               faults);
    EXPECT_EQ(settings.look.language, "ru");
    EXPECT_EQ(settings.look.scale_percent, 100);
    EXPECT_EQ(settings.look.label_languages, std::vector<std::string>{"ru"});
    ASSERT_EQ(faults.size(), 5U);
    EXPECT_TRUE(std::any_of(faults.begin(), faults.end(),
                            [](const auto& f) { return f.starts_with("settings.json:3: “theme”"); }));
}

TEST(State, IsReadAsItWasWritten) {
    LastState state;
    state.window = {1280, 720};
    remember(state, {{"/data/one.jsonld", "/data/two.jsonld"}, a_place()});
    remember(state, {{"/data/ifla"}, {}});
    std::vector<std::string> faults;
    bool newer = false;
    EXPECT_EQ(state_from(to_json(state), "state.json", faults, newer), state);
    EXPECT_EQ(faults, std::vector<std::string>());
}

TEST(State, RemembersTheNewestFirstAndOnce) {
    LastState state;
    for (int i = 0; i < 20; ++i) remember(state, {{"/" + std::to_string(i)}, {}});
    remember(state, {{"/15"}, a_place()});
    ASSERT_EQ(state.recent.size(), most_recent);
    EXPECT_EQ(state.recent.front().data.front(), "/15");
    EXPECT_EQ(find_recent(state, {"/15"})->place, a_place());
    EXPECT_EQ(find_recent(state, {"/3"}), nullptr);
    EXPECT_EQ(std::count_if(state.recent.begin(), state.recent.end(),
                            [](const auto& r) { return r.data.front() == "/15"; }),
              1);
}

TEST_F(InFolder, NothingThereIsNoFault) {
    std::vector<std::string> said;
    EXPECT_EQ(load_settings(folder / "none" / "settings.json", {}, said), Settings());
    EXPECT_EQ(load_state({}, said), LastState());
    EXPECT_TRUE(said.empty());
}

TEST_F(InFolder, ANewerFileIsSetAsideUnread) {
    write("settings.json", R"({"version": 2, "theme": "dark", "what": {}})");
    write("settings.json.newer", "taken");
    std::vector<std::string> said;
    EXPECT_EQ(load_settings(folder / "settings.json", {}, said), Settings());
    ASSERT_EQ(said.size(), 1U);
    EXPECT_NE(said[0].find("newer version"), std::string::npos) << said[0];
    EXPECT_NE(said[0].find("settings.json.newer-2"), std::string::npos) << said[0];
    EXPECT_FALSE(fs::exists(folder / "settings.json"));
    EXPECT_EQ(base::read_file(folder / "settings.json.newer").value(), "taken");
    EXPECT_EQ(base::read_file(folder / "settings.json.newer-2").value(),
              R"({"version": 2, "theme": "dark", "what": {}})");
}

TEST_F(InFolder, ABrokenFileIsSetAsideAndSaidOnce) {
    for (const char* text :
         {"", "{", "[1]", "\xFF\xFE{", R"({"version": 1, "theme": )", R"({"version": "x"})"}) {
        write("state.json", text);
        std::vector<std::string> said;
        load_state(folder / "state.json", said);
        ASSERT_EQ(said.size(), 1U) << text;
        EXPECT_NE(said[0].find("state.json.broken"), std::string::npos) << said[0];
        EXPECT_FALSE(fs::exists(folder / "state.json"));
        said.clear();
        load_state(folder / "state.json", said);
        EXPECT_TRUE(said.empty());
    }
}

TEST_F(InFolder, SavingMakesTheFolderOrSaysWhyNot) {
    ASSERT_TRUE(save(folder / "a" / "b" / "settings.json", "{}"));
    EXPECT_EQ(base::read_file(folder / "a" / "b" / "settings.json").value(), "{}");
    write("file", "");
    const auto refused = save(folder / "file" / "settings.json", "{}");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "file.cannot-write");
}

}  // namespace
}  // namespace shezhire::session
