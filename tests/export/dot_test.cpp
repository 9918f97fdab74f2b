// Held by Graphviz itself: neato reads what we write, keeps every position, and shows every name as it is.
#include "export/dot.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <regex>

#include "support/golden.h"
#include "support/scenes.h"
#include "support/tools.h"

namespace shezhire::exporting {
namespace {

const text::Typesetter& typesetter() {
    static const text::Typesetter instance;
    return instance;
}

TEST(Dot, EscapesWhatItsLanguageReads) {
    EXPECT_EQ(dot_label("a\\N \"b\" &amp;\nc"), "\"a\\\\N \\\"b\\\" &amp;amp;\\nc\"");
    EXPECT_EQ(dot_string("end\\"), "\"end\\\\\"");
    EXPECT_EQ(dot_string("x\n\x01y"), "\"x y\"");
    EXPECT_LT(dot_label(std::string(100'000, '&')).size(), 16'384U);
}

TEST(Dot, OfASmallSceneIsAsAgreed) {
    auto scene = test::small_scene(typesetter());
    EXPECT_TRUE(test::matches_golden("export/small.dot", to_dot(scene, {}, typesetter())));
}

TEST(Dot, GraphvizKeepsThePositions) {
    const auto scene = test::small_scene(typesetter());
    const auto dot = to_dot(scene, {}, typesetter());
    const auto back = test::run_tool({"neato", "-n2", "-Tplain"}, dot);
    ASSERT_EQ(back.status, 0) << back.output;
    // plain: node NAME X Y WIDTH HEIGHT …, inches, y upwards; edge TAIL HEAD N X1 Y1 …
    const std::regex node(R"(node (\S+) (\S+) (\S+) (\S+) (\S+) )");
    std::size_t found = 0;
    for (std::sregex_iterator it(back.output.begin(), back.output.end(), node), end; it != end;
         ++it, ++found) {
        const auto element = std::find_if(
            scene.elements.begin(), scene.elements.end(),
            [&](const scene::Element& e) { return e.key == it->str(1) && e.role == scene::Role::node; });
        ASSERT_NE(element, scene.elements.end()) << it->str(1);
        const auto centre = element->box.centre();
        EXPECT_NEAR(std::stod(it->str(2)) * 72, centre.x, 0.05);
        EXPECT_NEAR(std::stod(it->str(3)) * 72, scene.size.height - centre.y, 0.05);
        EXPECT_NEAR(std::stod(it->str(4)) * 72, element->box.width() - 1, 0.05);
        EXPECT_NEAR(std::stod(it->str(5)) * 72, element->box.height() - 1, 0.05);
    }
    EXPECT_EQ(found, 3U);
    EXPECT_NE(back.output.find("edge ifla cat 4 2.5 1.9444 2.5 1.5278 1.25 1.5278 1.25 1.1111"),
              std::string::npos)
        << back.output;
}

TEST(Dot, GraphvizDrawsHostileNamesAsTheyAre) {
    const auto scene = test::hostile_scene(typesetter());
    const auto dot = to_dot(scene, {}, typesetter());
    const auto svg = test::run_tool({"neato", "-q", "-n2", "-Tsvg"}, dot);
    ASSERT_EQ(svg.status, 0) << svg.output.substr(0, 2000);
    EXPECT_EQ(svg.output.find("Error"), std::string::npos) << svg.output.substr(0, 2000);
    for (const auto* shown : {">\\N \\G \\E \\n \\<", ">&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;<", ">]]&gt;<",
                              ">{a|b}\\l &lt;html&gt;<", ">&amp;amp; &amp;#0; &amp;lt; %00<"}) {
        EXPECT_NE(svg.output.find(shown), std::string::npos) << shown;
    }
    EXPECT_EQ(svg.output.find("<script"), std::string::npos);
    const auto again = test::run_tool({"neato", "-n2", "-Tdot"}, dot);
    EXPECT_EQ(again.status, 0);
}

TEST(Dot, LabelsReadAsTheBoxReads) {
    auto node = test::node(typesetter(), "n", {0, 0, 120, 40}, "Cataloguing Section");
    const auto number =
        typesetter().set({"13", "", {8, text::Weight::bold, false}, 0, 1, text::Align::start});
    const auto acronym =
        typesetter().set({"CATS", "", {8, text::Weight::bold, false}, 0, 1, text::Align::start});
    const double baseline = node.texts[0].top_left.y + node.texts[0].text->lines[0].baseline;
    node.texts.push_back({acronym, {20, -4}, {}, {}});
    node.texts.push_back({number, {2, baseline - number->lines[0].baseline + 0.5}, {}, {}});
    scene::Scene scene;
    scene.size = {120, 40};
    scene.elements = {node};
    const auto dot = to_dot(scene, {}, typesetter());
    EXPECT_NE(dot.find("label=\"CATS\\n13 Cataloguing Section\""), std::string::npos) << dot;
    EXPECT_NE(dot.find("fontsize=10"), std::string::npos) << dot;
    EXPECT_NE(dot.find("style=\"filled,rounded\""), std::string::npos) << dot;
}

TEST(Dot, EdgesAreJoinedAsSaidOrByTheirKey) {
    scene::Scene scene;
    scene.size = {200, 200};
    scene.elements = {test::node(typesetter(), "a>b", {0, 0, 50, 20}, "A"),
                      test::node(typesetter(), "c", {0, 50, 50, 70}, "C"),
                      test::edge("a>b>c", {25, 20}, {25, 50}), test::edge("link-7", {25, 20}, {25, 50}),
                      test::edge("a>nobody", {25, 20}, {25, 50})};
    const Joins joins{{"link-7", "c", "a>b"}, {"a>nobody", "a>b", "nobody"}};
    const auto dot = to_dot(scene, joins, typesetter());
    EXPECT_NE(dot.find("\"a>b\" -> \"c\" [id=\"a>b>c\""), std::string::npos) << dot;
    EXPECT_NE(dot.find("\"c\" -> \"a>b\" [id=\"link-7\""), std::string::npos) << dot;
    EXPECT_EQ(dot.find("nobody"), std::string::npos) << dot;
}

// A life-line is as long as it lasted, with its name over it; what happened on it is tied to it.
scene::Element life(const std::string& key, double y) {
    scene::Element line = test::node(typesetter(), key, {20, y, 220, y + 5}, "Name of " + key);
    line.texts.front().top_left = {0, -12};
    return line;
}

TEST(Dot, OfLifeLinesTheirEventsAndWhatJoinsThemIsAsAgreed) {
    scene::Scene scene;
    scene.size = {240, 120};
    auto founded = test::node(typesetter(), "founded", {40, 18, 48, 26}, "2");
    founded.role = scene::Role::event;
    founded.owner = "a";
    founded.title = "Founded";
    founded.description = "1927";
    auto merger = test::edge("merger", {200, 22}, {200, 102});
    scene::PathShape head;
    head.verbs = {scene::Verb::move, scene::Verb::line, scene::Verb::line, scene::Verb::close};
    head.points = {{200, 102}, {198, 97}, {202, 97}};
    head.fill = base::rgb(0x000000);
    merger.paths.push_back(head);
    auto second = test::edge("merger@2", {200, 22}, {200, 102});
    scene.elements = {merger,         second,  life("a", 20),   life("b", 60),
                      life("c", 100), founded, life("a@2", 20), life("c@2", 100)};
    const Joins joins{{"merger", "a", "c"}, {"merger", "b", "c"}};
    const auto dot = to_dot(scene, joins, typesetter());
    EXPECT_TRUE(test::matches_golden("export/life-lines.dot", dot));
    const auto svg = test::run_tool({"neato", "-n2", "-Tsvg"}, dot);
    ASSERT_EQ(svg.status, 0) << svg.output;
    EXPECT_NE(svg.output.find(">Name of a<"), std::string::npos) << svg.output;
}

}  // namespace
}  // namespace shezhire::exporting
