// Pages of the tutorial's data set, which has each feature of the format once, as the text that copying
// gives.
#include "session/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/words.h"
#include "io/dataset.h"
#include "session/article.h"
#include "session/page_dates.h"
#include "support/golden.h"

namespace shezhire::session {
namespace {

model::ModelPtr choirs() {
    base::Diagnostics diagnostics;
    const std::vector<std::filesystem::path> paths{test::source_dir() / "data" / "examples"};
    auto model = io::open_data(paths, diagnostics);
    for (const auto& each : diagnostics.sorted()) ADD_FAILURE() << to_text(each);
    return model;
}

Reading reading(std::string language = "en", std::string_view when = "1982") {
    return {{language}, language, edtf::parse_interval(when)->value};
}

std::string text_of(const model::Model& model, std::string_view id, const Reading& in = reading()) {
    const auto page = page_of(model, id, in);
    return page ? to_text(*page, model) : std::string("nothing");
}

struct Pages : ::testing::Test {
    void SetUp() override { base::set_interface_language("en"); }
    model::ModelPtr model = choirs();
};

TEST_F(Pages, SayEverythingThatIsKnown) {
    for (const auto* id : {"union", "throat-singing", "festival-1971", "succession-2001", "phase-growth",
                           "words", "jubilee-book", "statement-1", "region-central-asia", "era-radio"}) {
        EXPECT_TRUE(test::matches_golden(std::string("session/page-") + id + ".txt", text_of(*model, id)));
    }
}

TEST_F(Pages, OfEveryThingOfTheExample) {
    std::vector<std::string> ids;
    for (const auto& each : model->organizations()) ids.push_back(each.id);
    for (const auto& each : model->changes()) ids.push_back(each.id);
    for (const auto& each : model->events()) ids.push_back(each.id);
    for (const auto& each : model->concepts()) ids.push_back(each.id);
    for (const auto& each : model->schemes()) ids.push_back(each.id);
    for (const auto& each : model->sources()) ids.push_back(each.id);
    for (const auto& each : model->statements()) ids.push_back(each.id);
    for (const auto& id : ids) {
        const auto page = page_of(*model, id, reading());
        ASSERT_TRUE(page) << id;
        EXPECT_FALSE(page->title.empty()) << id;
        for (const auto& block : page->blocks) {
            EXPECT_FALSE(block.lines.empty()) << id << ": " << block.heading;
            for (const auto& line : block.lines) {
                for (const auto cited : line.cited) EXPECT_LT(cited, page->sources.size()) << id;
                if (!line.go || line.go->verb != Verb::select) continue;
                EXPECT_NE(model->thing(line.go->arguments.at(0)), nullptr) << id << " leads nowhere";
            }
        }
    }
    EXPECT_FALSE(page_of(*model, "nothing", reading()));
}

TEST_F(Pages, AreInTheReadersLanguage) {
    base::set_interface_language("kk");
    EXPECT_TRUE(test::matches_golden("session/page-union-kk.txt", text_of(*model, "union", reading("kk"))));
    base::set_interface_language("en");
}

TEST_F(Pages, HaveOneScaleForAllTheirLives) {
    const auto page = page_of(*model, "union", reading());
    ASSERT_TRUE(page);
    EXPECT_EQ(edtf::civil_from_day(page->first_day).year, 1921);
    EXPECT_GE(edtf::civil_from_day(page->last_day).year, 2001)
        << "an open end reaches as far as anything dated";
    const auto source = page_of(*model, "jubilee-book", reading());
    EXPECT_EQ(source->first_day, source->last_day) << "nothing lives on a source's page";
}

TEST_F(Pages, KnowTheirPlaceInTheStructure) {
    EXPECT_EQ(place_in_structure(*model, "youth"), "youth");
    EXPECT_EQ(place_in_structure(*model, "festival-1971"), "union");
    EXPECT_EQ(place_in_structure(*model, "succession-2001"), "overtones");
    EXPECT_EQ(place_in_structure(*model, "statement-3"), "union");
    EXPECT_EQ(place_in_structure(*model, "jubilee-book"), "");
    EXPECT_EQ(place_in_structure(*model, "kinds"), "");
    EXPECT_EQ(place_in_structure(*model, "nothing"), "");
}

TEST_F(Pages, SayDatesToTheDay) {
    const auto in = [](scene::WordLang lang, std::string_view date) {
        return exact_in_words(lang, edtf::parse_interval(date)->value);
    };
    using enum scene::WordLang;
    EXPECT_EQ(in(en, "1945-11-16"), "16 November 1945");
    EXPECT_EQ(in(ru, "1945-11-16"), "16 ноября 1945 года");
    EXPECT_EQ(in(kk, "1945-11-16"), "1945 жылғы 16 қараша");
    EXPECT_EQ(in(en, "1971-07"), "July 1971");
    EXPECT_EQ(in(ru, "1971-07"), "июль 1971 года");
    EXPECT_EQ(in(kk, "2021-08-26/.."), "2021 жылғы 26 тамыздан бастап");
    EXPECT_EQ(in(ru, "2021-08/.."), "с августа 2021 года");
    EXPECT_EQ(in(en, "/2009-08-20"), "until 20 August 2009");
    EXPECT_EQ(in(kk, "/2009-08"), "2009 жылғы тамызға дейін");
    EXPECT_EQ(in(en, "1971-07-02/1971-07-05"), "2 July 1971 – 5 July 1971");
    EXPECT_EQ(in(en, "2009/2021-08-25"), "2009 – 25 August 2021");
    EXPECT_EQ(in(en, "1977~/2009"), "c. 1977 to 2009") << "years are said as in the picture";
    EXPECT_EQ(in(en, "1977-05~"), "c. 1977");
    EXPECT_EQ(in(en, "1927-09-30/1927-09-30"), "30 September 1927");
    EXPECT_EQ(in(en, "/"), "");
}

TEST_F(Pages, CiteTheirSources) {
    const auto page = page_of(*model, "union", reading());
    EXPECT_EQ(citations(*page, *model),
              "A. Serikova. Fifty Years of Singing. Steppe Press, 1971. https://example.org/fifty-years\n"
              "A choir for every valley. The Evening News, 1972-06-13\n");
    model::Source bare;
    bare.id = "bare";
    EXPECT_EQ(citation(bare), "bare");
}

TEST_F(Pages, AnArticleIsReadInItsOwnOrder) {
    const auto all = article_of(*model, "jubilee-book", std::nullopt, reading());
    EXPECT_TRUE(test::matches_golden("session/article.txt", to_text(all)));
    EXPECT_EQ(all.count, 3U);
    EXPECT_EQ(all.counts[static_cast<std::size_t>(model::Verdict::contradicted)], 1U);
    const auto some = article_of(*model, "jubilee-book", model::Verdict::confirmed, reading());
    EXPECT_EQ(some.count, 3U) << "what is filtered away is still counted";
    ASSERT_EQ(some.sections.size(), 1U);
    ASSERT_EQ(some.sections[0].rows.size(), 1U);
    EXPECT_EQ(some.sections[0].rows[0].id, "statement-2");
    EXPECT_EQ(most_stating_source(*model), "jubilee-book");
    EXPECT_TRUE(article_of(*model, "evening-news", std::nullopt, reading()).sections.empty());
}

}  // namespace
}  // namespace shezhire::session
