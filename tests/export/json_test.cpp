#include "export/json.h"

#include <gtest/gtest.h>

#include <limits>

#include "support/golden.h"
#include "support/scenes.h"
#include "support/tools.h"

namespace shezhire::exporting {
namespace {

const text::Typesetter& json_fonts() {
    static const text::Typesetter instance;
    return instance;
}

// Python's reader is strict about everything but NaN; the expression after it looks at what was read.
test::Ran judged(const std::string& json, const std::string& expression) {
    return test::run_tool({"python3", "-c",
                           "import json,sys\n"
                           "def odd(x): raise ValueError(x)\n"
                           "s=json.loads(sys.stdin.buffer.read().decode('utf-8'),parse_constant=odd)\n"
                           "print(" +
                               expression + ")"},
                          json);
}

TEST(Json, SaysWhatIsInTheScene) {
    const auto json = to_json(test::small_scene(json_fonts()), json_fonts());
    EXPECT_EQ(
        judged(json,
               "s['format'],s['size'],[e['key'] for e in s['elements']],s['elements'][3]['opacity'],"
               "s['elements'][1]['paths'][0]['stroke']['dash'],len(s['elements'][0]['paths'][0]['points'])")
            .output,
        "shezhire-scene/1 [360, 200] ['ifla>cat', 'ifla>ar', 'ifla', 'cat', 'ar', 'cat'] 0.5 "
        "dashed 8\n");
}

TEST(Json, OfASmallSceneIsAsAgreed) {
    auto scene = test::small_scene(json_fonts());
    for (auto& element : scene.elements)
        element.texts.clear();  // measures of type are not what is agreed on here
    EXPECT_TRUE(test::matches_golden("export/small.json", to_json(scene, json_fonts())));
}

TEST(Json, StaysJsonWhateverTheLabelsHold) {
    const auto scene = test::hostile_scene(json_fonts());
    const auto json = to_json(scene, json_fonts());
    const auto read =
        judged(json, "len(s['elements']), s['elements'][2]['title'], s['elements'][0]['title']");
    EXPECT_EQ(read.status, 0) << read.output;
    EXPECT_EQ(read.output, "20 \\N \\G \\E \\n \\ <b>&\"'</b>\n");
    EXPECT_EQ(json.find("</script"), std::string::npos);
}

TEST(Json, HasNumbersOnlyWhereThereAreNumbers) {
    scene::Scene scene;
    scene.size = {std::numeric_limits<double>::infinity(), -0.0};
    scene.elements.resize(1);
    scene.elements[0].origin = {std::numeric_limits<double>::quiet_NaN(), 1e20};
    const auto read = judged(to_json(scene, json_fonts()), "s['size'], s['elements'][0]['origin']");
    EXPECT_EQ(read.output, "[0, 0] [0, 1e+20]\n");
}

}  // namespace
}  // namespace shezhire::exporting
