#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "paint/painter.h"

namespace shezhire::paint {
namespace {

class Recorder final : public Painter {
  public:
    void background(base::Colour, base::Size size) override {
        said.push_back("paper " + pair({size.width, size.height}));
    }
    void begin(const scene::Element& element, const base::Rect& box) override {
        said.push_back("begin " + element.key + " " + pair(box.top_left()) + " " +
                       pair({box.right, box.bottom}));
    }
    void end(const scene::Element& element) override { said.push_back("end " + element.key); }
    void path(const scene::PathShape& shape, const Placement& placement, float opacity) override {
        said.push_back("path " + pair(shape.points.front() * placement.scale + placement.offset) + " at " +
                       std::to_string(static_cast<int>(opacity * 100)));
    }
    void text(const scene::TextShape& shape, const Placement& placement, float) override {
        said.push_back("text " + pair(shape.top_left * placement.scale + placement.offset));
    }

    std::vector<std::string> said;

  private:
    static std::string pair(base::Point p) {
        return std::to_string(static_cast<int>(p.x)) + "," + std::to_string(static_cast<int>(p.y));
    }
};

scene::PathShape dot(scene::Detail detail = {}) {
    scene::PathShape shape;
    shape.verbs = {scene::Verb::move};
    shape.points = {{1, 2}};
    shape.detail = detail;
    return shape;
}

scene::Element thing(std::string key, base::Point at) {
    scene::Element element;
    element.key = std::move(key);
    element.origin = at;
    element.box = base::Rect::at(at, {10, 10});
    element.paths = {dot()};
    return element;
}

scene::Scene three() {
    scene::Scene scene;
    scene.size = {300, 100};
    scene.elements = {thing("a", {0, 0}), thing("b", {100, 0}), thing("c", {200, 0})};
    return scene;
}

TEST(Play, PlacesShapesAndBoxesOnTheScreen) {
    Recorder recorder;
    auto scene = three();
    scene.elements[1].opacity = 0.5F;
    const auto stats = play(scene, {{90, -10}, 2, {100, 60}}, recorder);
    EXPECT_EQ(recorder.said,
              (std::vector<std::string>{"paper 100,60", "begin b 20,20 40,40", "path 22,24 at 50", "end b"}));
    EXPECT_EQ(stats.tested, 3U);
    EXPECT_EQ(stats.drawn, 1U);
}

TEST(Play, LooksOnlyAtWhatTheIndexFinds) {
    const auto scene = three();
    const scene::HitIndex index(scene);
    const scene::Viewport view{{90, -10}, 2, {100, 60}};
    Recorder all;
    Recorder found;
    play(scene, view, all);
    const auto stats = play(scene, view, found, &index);
    EXPECT_EQ(found.said, all.said);
    EXPECT_EQ(stats.drawn, 1U);
    EXPECT_LE(stats.tested, 3U);
}

TEST(Play, KeepsTheOrderOfTheScene) {
    const auto scene = three();
    const scene::HitIndex index(scene);
    Recorder recorder;
    EXPECT_EQ(play(scene, {{0, 0}, 1, {300, 100}}, recorder, &index).drawn, 3U);
    EXPECT_EQ(recorder.said[1].substr(0, 7), "begin a");
    EXPECT_EQ(recorder.said[4].substr(0, 7), "begin b");
    EXPECT_EQ(recorder.said[7].substr(0, 7), "begin c");
}

TEST(Play, ExactlyOneOfTextAndItsStandInShowsAtAnyScale) {
    auto scene = three();
    scene.elements.resize(1);
    scene.elements[0].paths = {dot({0, 0.5F}), dot({0.5F, 1e9F})};
    scene.elements[0].box = {0, 0, 1000, 1000};
    for (const double scale : {0.1, 0.4999, 0.5, 0.7, 1.0, 40.0}) {
        Recorder recorder;
        play(scene, {{0, 0}, scale, {3000, 3000}}, recorder);
        EXPECT_EQ(recorder.said.size(), 4U) << scale;
    }
}

TEST(Play, PaperShowsWhatEverShowsCloseUpAndNoStandIns) {
    auto scene = three();
    scene.elements.resize(1);
    scene.elements[0].paths = {dot({0, 0.5F}), dot({0.5F, 1e9F}), dot({3, 1e9F}), dot({0, 1})};
    Recorder recorder;
    play_whole(scene, recorder);
    EXPECT_EQ(recorder.said.size(), 5U);
}

TEST(Play, LeavesOutWhatIsFadedAwayOrCannotBePlaced) {
    auto scene = three();
    for (auto& element : scene.elements) element.opacity = 0;
    Recorder recorder;
    EXPECT_EQ(play_whole(scene, recorder).drawn, 0U);
    for (const double scale : {0.0, -1.0, std::nan("")}) {
        EXPECT_EQ(play(three(), {{0, 0}, scale, {100, 100}}, recorder).drawn, 0U);
    }
    scene = three();
    scene.elements[0].texts.push_back({nullptr, {}, {}, {}});
    EXPECT_EQ(play_whole(scene, recorder).drawn, 3U);
}

}  // namespace
}  // namespace shezhire::paint
