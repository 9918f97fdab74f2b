// The reference data as pictures: every epoch, language and page.
#include <gtest/gtest.h>

#include <algorithm>

#include "graphs.h"
#include "io/dataset.h"
#include "support/golden.h"

namespace shezhire::scene {
namespace {

class Ifla : public ::testing::Test {
  protected:
    static const model::ModelPtr& data() {
        static const model::ModelPtr model = [] {
            base::Diagnostics diagnostics;
            const std::vector<std::filesystem::path> paths{test::source_dir() / "data"};
            return io::open_data(paths, diagnostics);
        }();
        return model;
    }
    static std::shared_ptr<const graph::Graph> at(const char* date, const char* lang = "en", int depth = 64) {
        graph::Question question;
        question.roots = {"ifla"};
        question.when = edtf::parse_interval(date)->value;
        question.languages = {lang};
        question.depth = depth;
        return std::make_shared<graph::Graph>(graph::ask(*data(), question));
    }
};

TEST_F(Ifla, golden_2005) {
    const auto graph = at("2005-08");
    const auto drawn = draw(graph, data());
    expect_sound(drawn.scene, *graph, true, "2005-08");
    EXPECT_TRUE(test::matches_golden("scene/ifla_2005_request.txt", layout::to_text(drawn.request)));
    EXPECT_TRUE(test::matches_golden("scene/ifla_2005_layout.txt", layout::to_text(drawn.layout)));
    EXPECT_TRUE(test::matches_golden("scene/ifla_2005_scene.txt", to_text(drawn.scene)));
}

TEST_F(Ifla, every_epoch_is_sound) {
    for (const char* date : {"1930", "1966", "1984-06", "1994-06", "2005-08", "2012", "2018-02", "2024-01"}) {
        const auto graph = at(date);
        const auto drawn = draw(graph, data());
        expect_sound(drawn.scene, *graph, true, date);
    }
}

TEST_F(Ifla, fills_screens_and_sheets_in_every_language) {
    for (const char* lang : {"en", "kk", "ru", "zh"}) {
        for (const double aspect : {16.0 / 9, 0.707}) {
            StructureStyle style;
            style.lang = lang;
            style.aspect = aspect;
            const auto graph = at("2005-08", lang);
            const auto drawn = draw(graph, data(), style);
            const std::string where = std::string(lang) + " " + std::to_string(aspect);
            expect_sound(drawn.scene, *graph, true, where);
            const double shape = drawn.scene.size.width / drawn.scene.size.height;
            EXPECT_GT(shape, aspect * 0.8) << where;
            EXPECT_LT(shape, aspect * 1.25) << where;
        }
    }
}

TEST_F(Ifla, folded_divisions_show_what_they_hide) {
    const auto graph = at("2005-08", "en", 1);
    const auto drawn = draw(graph, data());
    expect_sound(drawn.scene, *graph, true, "folded");
    const auto badge = std::find_if(drawn.scene.elements.begin(), drawn.scene.elements.end(),
                                    [](const Element& e) { return e.key == "ifla-div-1977-4#fold"; });
    ASSERT_NE(badge, drawn.scene.elements.end());
    EXPECT_EQ(badge->owner, "ifla-div-1977-4");
    EXPECT_EQ(badge->texts.front().text->text, "+3");
}

}  // namespace
}  // namespace shezhire::scene
