// Two dates of one structure as one picture and as two.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "graphs.h"
#include "graphviz/graphviz.h"
#include "io/dataset.h"
#include "scene/structure.h"
#include "support/golden.h"

namespace shezhire::scene {
namespace {

constexpr const char* reform = R"({
  "@context": "context.jsonld", "format": "shezhire/1", "roots": ["u"],
  "@graph": [
    { "id": "u", "type": "Organization", "prefLabel": { "en": "Union" }, "existence": "1900/.." },
    { "id": "i", "type": "OrganizationalUnit", "notation": "I", "prefLabel": { "en": "Old Division" }, "existence": "1950/2009-03", "unitOf": "u" },
    { "id": "ii", "type": "OrganizationalUnit", "notation": "II", "prefLabel": { "en": "New Division" }, "existence": "2009-03/..", "unitOf": "u" },
    { "id": "moved", "type": "OrganizationalUnit", "notation": "1", "prefLabel": { "en": "Moved" }, "existence": "1950/..",
      "unitOf": [{ "organization": "i", "when": "1950/2009-03" }, { "organization": "ii", "when": "2009-03/.." }] },
    { "id": "named", "type": "OrganizationalUnit",
      "labels": [{ "label": { "en": "Reading" }, "when": "1950/2009-03" }, { "label": { "en": "Literacy" }, "when": "2009-03/.." }],
      "existence": "1950/..", "unitOf": "u" },
    { "id": "ends", "type": "OrganizationalUnit", "prefLabel": { "en": "Ends" }, "existence": "1950/2009-03", "unitOf": "u" },
    { "id": "stays", "type": "OrganizationalUnit", "prefLabel": { "en": "Stays" }, "existence": "1950/..", "unitOf": "u" },
    { "id": "ch", "type": "ChangeEvent", "when": "2009-03", "originalOrganization": "i", "resultingOrganization": "ii" }
  ]
})";

struct ComparedPicture : ::testing::Test {
    static edtf::Interval date(const char* text) { return edtf::parse_interval(text)->value; }

    static model::ModelPtr read(const std::string& text = reform) {
        model::Draft draft;
        base::Diagnostics diagnostics;
        io::read_native(text, "reform.jsonld", draft, diagnostics);
        auto model = model::Model::build(std::move(draft), diagnostics);
        EXPECT_FALSE(diagnostics.has_errors())
            << (diagnostics.sorted().empty() ? "" : to_text(diagnostics.sorted().front()));
        return model;
    }

    Scene drawn(bool sides, const char* lang = "en", layout::Engine engine = layout::Engine::dot) {
        graph::Question question;
        question.when = date("2010");
        question.languages = {"en"};
        comparison = std::make_shared<graph::Comparison>(graph::compare(
            *model, question, date("2008"), sides ? graph::Places::both : graph::Places::later));
        StructureStyle style;
        style.sides = sides;
        style.engine = engine;
        style.lang = lang;
        static const text::Typesetter typesetter;
        const StructurePlan plan(comparison, model, theme(ThemeName::light), style, typesetter);
        const auto layout = graphviz::lay_out(plan.request());
        EXPECT_TRUE(layout);
        return plan.scene(*layout);
    }

    model::ModelPtr model = read();
    std::shared_ptr<const graph::Comparison> comparison;
};

const Element* find(const Scene& scene, const std::string& key) {
    const auto found = std::find_if(scene.elements.begin(), scene.elements.end(),
                                    [&](const Element& element) { return element.key == key; });
    return found == scene.elements.end() ? nullptr : &*found;
}

std::string texts(const Element* element) {
    std::string all;
    if (element == nullptr) return "(none)";
    for (const auto& text : element->texts) all += (all.empty() ? "" : " | ") + text.text->text;
    return all;
}

TEST_F(ComparedPicture, one_picture_says_what_became_of_whom) {
    const auto scene = drawn(false);
    EXPECT_TRUE(test::matches_golden("scene/compared.txt", to_text(scene)));
    EXPECT_EQ(texts(find(scene, "i")), "I | Old Division | → II New Division");
    EXPECT_EQ(texts(find(scene, "ii")), "II | New Division | ← I Old Division");
    EXPECT_EQ(texts(find(scene, "moved")), "1 | Moved | from: I Old Division");
    EXPECT_EQ(texts(find(scene, "named")), "Literacy | was: Reading");
    EXPECT_EQ(texts(find(scene, "stays")), "Stays");
}

TEST_F(ComparedPicture, marks_differ_in_shape_line_and_colour) {
    const auto scene = drawn(false);
    const auto outline = [&](const char* key) {
        for (const auto& path : find(scene, key)->paths) {
            if (path.stroke.width > 0) return path.stroke;
        }
        return Stroke{};
    };
    EXPECT_EQ(outline("ends").dash, Dash::dashed);
    EXPECT_EQ(outline("stays").dash, Dash::solid);
    EXPECT_GT(outline("ii").width, outline("stays").width);
    EXPECT_NE(outline("ends").colour, outline("moved").colour);
    // One path more than what stays as it was: the mark.
    EXPECT_GT(find(scene, "ends")->paths.size(), find(scene, "stays")->paths.size());
}

TEST_F(ComparedPicture, words_are_in_the_language_asked_for) {
    EXPECT_NE(texts(find(drawn(false, "kk"), "named")).find("бұрын: Reading"), std::string::npos);
    EXPECT_NE(find(drawn(false, "ru"), "ends")->description.find("упразднено"), std::string::npos);
}

TEST_F(ComparedPicture, two_pictures_have_the_same_places) {
    const auto scene = drawn(true);
    EXPECT_TRUE(test::matches_golden("scene/compared-sides.txt", to_text(scene)));
    const auto* earlier = find(scene, "stays#before");
    const auto* later = find(scene, "stays");
    ASSERT_NE(earlier, nullptr);
    ASSERT_NE(later, nullptr);
    const auto* root_earlier = find(scene, "u#before");
    const auto* root_later = find(scene, "u");
    ASSERT_NE(root_earlier, nullptr);
    EXPECT_DOUBLE_EQ(later->box.top, earlier->box.top);
    EXPECT_NEAR(later->box.left - earlier->box.left, root_later->box.left - root_earlier->box.left, 1e-9);
    EXPECT_EQ(texts(find(scene, "named#before")), "Reading");
    EXPECT_EQ(texts(find(scene, "named")), "Literacy");
    // What is gone stands on the earlier side alone, what is new on the later.
    EXPECT_NE(find(scene, "ends"), nullptr);
    EXPECT_EQ(find(scene, "ends#before"), nullptr);
    EXPECT_LT(find(scene, "ends")->box.right, find(scene, "ii")->box.left);
    // Who moved stands under the old head on the one side and under the new one on the other.
    EXPECT_LT(find(scene, "moved#before")->box.right, root_later->box.left);
}

TEST_F(ComparedPicture, former_names_are_as_long_in_every_script) {
    const std::string former = "Халықаралық кітапханалар бөлімі және мұрағаттар";  // 47 letters, 91 bytes
    std::string text = reform;
    text.replace(text.find("Old Division"), std::string("Old Division").size(), former);
    model = read(text);
    const auto scene = drawn(false);
    EXPECT_EQ(texts(find(scene, "moved")), "1 | Moved | from: I " + former);
    for (const auto& set : find(scene, "moved")->texts) EXPECT_FALSE(set.text->shortened) << set.text->text;
}

TEST_F(ComparedPicture, a_panel_keeps_its_line_without_its_first_member) {
    std::string family =
        R"({ "@context": "context.jsonld", "format": "shezhire/1", "roots": ["u"], "@graph": [
        { "id": "u", "type": "Organization", "prefLabel": { "en": "Union" }, "existence": "1900/.." })";
    for (int i = 0; i < 9; ++i) {
        family += fmt::format(R"(, {{ "id": "m{0}", "type": "OrganizationalUnit", "notation": "{0}",
            "prefLabel": {{ "en": "Member {0}" }}, "existence": "{1}", "unitOf": "u" }})",
                              i, i == 0 ? "1950/2009" : "1950/..");
    }
    model = read(family + "]}");
    const auto scene = drawn(true, "en", layout::Engine::fdp);
    std::size_t before = 0;
    std::size_t after = 0;
    for (const auto& element : scene.elements) {
        if (element.key.find("#stem") == std::string::npos || element.paths.empty()) continue;
        ++(element.key.ends_with(graph::earlier_suffix) ? before : after);
    }
    EXPECT_GT(before, 0U);
    EXPECT_EQ(after, before);
}

}  // namespace
}  // namespace shezhire::scene
