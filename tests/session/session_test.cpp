#include "session_fixture.h"

namespace shezhire::session {
namespace {

TEST_F(SessionTest, OpensFittedAndUnfolded) {
    open();
    EXPECT_TRUE(shows("a1"));
    const auto& size = session_->shown().size;
    EXPECT_TRUE(session_->viewport().visible().contains(base::Rect{0, 0, size.width, size.height}));
}

TEST_F(SessionTest, FoldingKeepsTheBodyWhereItIs) {
    open();
    run("zoom 1.3; pan 40 20");
    const auto box_of = [&](const char* key) {
        for (const auto& element : session_->shown().elements) {
            if (element.role == scene::Role::node && element.key == key)
                return session_->viewport().screen_from_scene(element.box.centre());
        }
        return base::Point{-1, -1};
    };
    const auto before = box_of("a");
    ASSERT_NE(before, (base::Point{-1, -1}));
    session_->execute({Verb::fold, {"a"}}, clock_);
    for (int i = 0; i < 20'000 && session_->laying_out(); ++i) {
        session_->tick(clock_ += 0.001);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    ASSERT_TRUE(session_->moving());
    for (int i = 0; i < 40; ++i) {  // all the way, not only at the end
        session_->tick(clock_ += 0.02);
        EXPECT_NEAR(box_of("a").x, before.x, 1.0);
        EXPECT_NEAR(box_of("a").y, before.y, 1.0);
    }
    settle();
    EXPECT_FALSE(shows("a1"));
    EXPECT_EQ(session_->node("a")->hidden, 2U);
}

TEST_F(SessionTest, UndoBringsFoldsAndDatesBack) {
    open();
    run("date 2000");
    run("fold a; date 1960");
    EXPECT_TRUE(shows("b"));
    EXPECT_FALSE(shows("a1"));
    run("undo");
    EXPECT_FALSE(shows("b"));
    run("undo");
    EXPECT_TRUE(shows("a1"));
    run("redo; redo");
    EXPECT_TRUE(shows("b"));
    EXPECT_FALSE(shows("a1"));
    run("undo; undo; undo; undo");
    ASSERT_FALSE(session_->messages().empty());
}

TEST_F(SessionTest, NamesFollowTheLanguageUnlessTheyHaveTheirOwn) {
    open();
    using Languages = std::vector<std::string>;
    run("labels en ru kk; language kk");
    EXPECT_EQ(session_->presentation().label_languages, (Languages{"kk", "en", "ru"}));
    run("labels zh kk en; language ru");
    EXPECT_EQ(session_->presentation().label_languages, (Languages{"zh", "kk", "en"}));
    run("labels ru; language en");
    EXPECT_EQ(session_->presentation().label_languages, (Languages{"ru"})) << "there is no English to go to";
}

TEST_F(SessionTest, VisitingWhatIsFarAwayBringsItToTheMiddle) {
    open();
    run("zoom 6; pan 3000 3000; visit a2");
    const auto& element = *session_->picture()->element("a2");
    const auto middle = session_->viewport().screen_from_scene(element.box.centre());
    const auto seen = session_->viewport().visible();
    EXPECT_TRUE(seen.contains(element.box.centre()));
    const auto centre = session_->viewport().screen_from_scene(seen.centre());
    EXPECT_NEAR(middle.x, centre.x, 1);
    EXPECT_NEAR(middle.y, centre.y, 1);
}

TEST_F(SessionTest, SelectingWhatIsFoldedUnfoldsTheWay) {
    open();
    run("fold a; select a2");
    EXPECT_TRUE(shows("a2"));
    EXPECT_EQ(session_->selection(), "a2");
}

TEST_F(SessionTest, SelectingWhatIsGoneOffersItsTime) {
    open();
    run("date 2000; select b");
    ASSERT_FALSE(session_->messages().empty());
    const auto& message = session_->messages().back();
    ASSERT_TRUE(message.offer);
    EXPECT_EQ(message.offer->verb, Verb::visit);
    session_->execute(*message.offer, clock_);
    settle();
    EXPECT_TRUE(shows("b"));
}

TEST_F(SessionTest, AFailedLayoutKeepsThePictureAndOffersASimplerOne) {
    open();
    run("dates compact");
    const auto before = session_->picture();
    engine_->broken = true;
    run("date 1960");
    EXPECT_EQ(session_->picture(), before);
    ASSERT_FALSE(session_->messages().empty());
    EXPECT_EQ(session_->messages().back().severity, base::Severity::error);
    ASSERT_TRUE(session_->messages().back().offer);
    engine_->broken = false;
    run("date 1961");
    EXPECT_NE(session_->picture(), before);
}

TEST_F(SessionTest, OnlyTheNewestQuestionIsAnswered) {
    open();
    run("dates compact");
    const int before = engine_->runs;
    engine_->hold = true;
    for (int year = 1950; year < 1970; ++year)
        session_->execute({Verb::date, {std::to_string(year)}}, clock_);
    EXPECT_TRUE(session_->laying_out());
    engine_->hold = false;
    settle();
    EXPECT_EQ(session_->view().when.text(), "1969");
    EXPECT_TRUE(shows("b"));
    EXPECT_LE(engine_->runs - before, 2);
}

TEST_F(SessionTest, ADragOfTheDateIsOneStepBack) {
    open();
    const auto begin = session_->view().when;
    for (int year = 1950; year < 1960; ++year)
        session_->execute({Verb::date, {std::to_string(year)}}, clock_);
    session_->finish_gesture();
    settle();
    run("undo");
    EXPECT_EQ(session_->view().when, begin);
}

TEST_F(SessionTest, SaysWhatItCannotDo) {
    open();
    for (const char* text :
         {"date 2005-13", "select nobody", "fold nobody", "engine warp", "theme pink", "zoom minus",
          "fold-to 0", "pane roof", "export out.gif", "certainty perhaps", "lateral maybe", "root nobody"}) {
        run("dismiss; dismiss; dismiss; dismiss; dismiss; dismiss");
        const auto view = session_->view();
        run(text);
        EXPECT_FALSE(session_->messages().empty()) << text;
        EXPECT_EQ(session_->view(), view) << text;
    }
}

TEST_F(SessionTest, ExportsWhatItShows) {
    open();
    const auto file = (dir_ / "out.svg").string();
    run("export " + file + " view");
    const auto bytes = base::read_file(file);
    ASSERT_TRUE(bytes);
    EXPECT_NE(bytes->find("Alpha two"), std::string::npos);
    run("fold a; export " + file + " whole");
    EXPECT_NE(base::read_file(file)->find("Alpha two"), std::string::npos);
    run("dismiss; export " + (dir_ / "missing" / "out.svg").string());
    EXPECT_EQ(session_->messages().back().severity, base::Severity::error);
}

TEST_F(SessionTest, AMissingFileLeavesAnEmptySessionThatSaysSo) {
    session_->open({dir_ / "none.jsonld"});
    settle();
    ASSERT_FALSE(session_->loaded().diagnostics.empty());
    EXPECT_FALSE(session_->messages().empty());
    run("fit; fold; select x; zoom 2; undo; date 2000; export " + (dir_ / "x.svg").string());
}

TEST_F(SessionTest, FirstOpenFoldsUntilLabelsCanBeRead) {
    std::string data =
        R"({"@context":"context.jsonld","format":"shezhire/1","roots":["r"],"@graph":[{"id":"r","type":"Organization","prefLabel":{"en":"R"}})";
    for (int i = 0; i < 30; ++i) {
        data +=
            R"(,{"id":"d)" + std::to_string(i) +
            R"(","type":"OrganizationalUnit","prefLabel":{"en":"Division of something rather long"},"unitOf":"r"})";
        for (int k = 0; k < 20; ++k) {
            data +=
                R"(,{"id":"s)" + std::to_string(i) + "-" + std::to_string(k) +
                R"(","type":"OrganizationalUnit","prefLabel":{"en":"Section of something rather long"},"unitOf":"d)" +
                std::to_string(i) + "\"}";
        }
    }
    data += "]}";
    ASSERT_TRUE(base::write_file_atomically(dir_ / "wide.jsonld", data));
    session_->open({dir_ / "wide.jsonld"});
    settle();
    ASSERT_NE(session_->picture(), nullptr);
    EXPECT_FALSE(shows("s0-0"));
    EXPECT_TRUE(shows("d0"));
    EXPECT_EQ(session_->node("d0")->hidden, 20U);
}

TEST_F(SessionTest, AnythingIsSelectedReadAndShown) {
    ASSERT_TRUE(base::write_file_atomically(dir_ / "small.jsonld", R"({
      "@context": "context.jsonld", "format": "shezhire/1", "roots": ["root"], "@graph": [
      { "id": "root", "type": "Organization", "existence": "1900/.." },
      { "id": "b", "type": "OrganizationalUnit", "existence": "1950/1980", "unitOf": "root" },
      { "id": "meeting", "type": "Event", "when": "1960", "organization": "b" },
      { "id": "book", "type": "Source", "title": "A book" },
      { "id": "s1", "type": "Statement", "statedIn": "book", "verdict": "confirmed", "representedBy": "b" }] })"));
    open();
    run("date 2000; select meeting");
    EXPECT_EQ(session_->selection(), "meeting");
    EXPECT_TRUE(session_->messages().empty()) << "an event need not stand in the picture";
    run("article");
    EXPECT_EQ(session_->article().source, "book");
    run("article book contradicted");
    EXPECT_EQ(session_->article().only, model::Verdict::contradicted);
    run("article book wrong");
    EXPECT_EQ(session_->article().only, model::Verdict::contradicted);
    EXPECT_FALSE(session_->messages().empty());
    run("dismiss; select s1; show");
    settle();
    EXPECT_EQ(session_->article().source, "") << "showing in the structure closes what is read";
    EXPECT_EQ(session_->selection(), "b");
    EXPECT_NE(session_->node("b"), nullptr) << "shown at a date at which it was there";
    run("article; article");
    EXPECT_EQ(session_->article().source, "") << "the same command goes back";
    run("show book");
    EXPECT_FALSE(session_->messages().empty()) << "a source has no place in the structure";
    run("dismiss; select nothing");
    EXPECT_EQ(session_->selection(), "b");
}

}  // namespace
}  // namespace shezhire::session
