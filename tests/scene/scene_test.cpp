#include "scene/scene.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace shezhire::scene {
namespace {

PathShape box_path(double width, double height) {
    PathShape path;
    path.verbs = {Verb::move, Verb::line, Verb::line, Verb::line, Verb::close};
    path.points = {{0, 0}, {width, 0}, {width, height}, {0, height}};
    path.fill = base::rgb(0x336699);
    return path;
}

Element node(std::string key, base::Rect box) {
    Element element;
    element.key = element.owner = std::move(key);
    element.role = Role::node;
    element.origin = box.top_left();
    element.box = box;
    element.paths.push_back(box_path(box.width(), box.height()));
    return element;
}

Element edge(std::string key, std::vector<base::Point> points) {
    Element element;
    element.key = element.owner = std::move(key);
    element.role = Role::edge;
    PathShape path;
    element.box = base::Rect::nothing();
    for (const auto p : points) {
        path.verbs.push_back(path.verbs.empty() ? Verb::move : Verb::line);
        path.points.push_back(p);
        element.box = element.box.united(p);
    }
    path.stroke = {base::rgb(0x000000), 1, Dash::solid};
    element.paths.push_back(path);
    return element;
}

Scene grid_of(int side) {
    Scene scene;
    scene.size = {side * 20.0, side * 20.0};
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            scene.elements.push_back(node(std::to_string(x) + "/" + std::to_string(y),
                                          base::Rect::at({x * 20.0 + 2, y * 20.0 + 2}, {16, 16})));
        }
    }
    return scene;
}

TEST(HitIndex, finds_the_topmost_box) {
    Scene scene;
    scene.elements = {node("below", {0, 0, 100, 100}), node("above", {50, 50, 150, 150})};
    const HitIndex index(scene);
    EXPECT_EQ(index.at(scene, {10, 10}, 0), 0);
    EXPECT_EQ(index.at(scene, {75, 75}, 0), 1);
    EXPECT_EQ(index.at(scene, {10, 140}, 0), -1);
    EXPECT_EQ(index.at(scene, {-500, 9000}, 3), -1);
}

TEST(HitIndex, an_edge_is_found_within_the_slack_and_never_before_a_box) {
    Scene scene;
    scene.elements = {edge("e", {{0, 50}, {200, 50}}), node("n", {90, 40, 110, 60})};
    const HitIndex index(scene);
    EXPECT_EQ(index.at(scene, {20, 53}, 4), 0);
    EXPECT_EQ(index.at(scene, {20, 56}, 4), -1);
    EXPECT_EQ(index.at(scene, {100, 50}, 4), 1);
}

TEST(HitIndex, an_edge_costs_nothing_where_its_box_is_empty) {
    Scene scene = grid_of(50);
    scene.elements.push_back(edge("bent", {{0, 0}, {0, 1000}, {1000, 1000}}));
    const HitIndex index(scene);
    std::vector<std::uint32_t> found;
    index.within({600, 100, 640, 140}, found);
    EXPECT_EQ(std::count(found.begin(), found.end(), 2500U), 0);
    index.within({600, 990, 640, 1010}, found);
    EXPECT_EQ(std::count(found.begin(), found.end(), 2500U), 1);
}

TEST(HitIndex, looks_at_few_elements_at_any_size) {
    for (const int side : {10, 100, 300}) {
        const Scene scene = grid_of(side);
        const HitIndex index(scene);
        for (const base::Point p :
             {base::Point{5, 5}, {side * 10.0 + 5, side * 10.0 + 5}, {side * 20.0 - 7, 5}}) {
            std::uint32_t tested = 0;
            const auto hit = index.at(scene, p, 1e6, &tested);
            EXPECT_GE(hit, 0);
            EXPECT_LE(tested, 64U) << side;
        }
    }
}

TEST(HitIndex, within_agrees_with_looking_at_every_box) {
    const Scene scene = grid_of(30);
    const HitIndex index(scene);
    const base::Rect area{95, 33, 255, 81};
    std::vector<std::uint32_t> found;
    index.within(area, found);
    EXPECT_TRUE(std::is_sorted(found.begin(), found.end()));
    for (std::uint32_t k = 0; k < scene.elements.size(); ++k) {
        if (scene.elements[k].box.overlaps(area)) {
            EXPECT_TRUE(std::binary_search(found.begin(), found.end(), k)) << k;
        }
    }
    EXPECT_LT(found.size(), 120U);
}

TEST(HitIndex, empty_and_broken_scenes_are_no_trouble) {
    Scene scene;
    EXPECT_EQ(HitIndex(scene).at(scene, {0, 0}, 5), -1);
    EXPECT_EQ(HitIndex().at(scene, {0, 0}, 5), -1);
    scene.elements.push_back(node("nan", {0, 0, std::nan(""), 10}));
    EXPECT_EQ(HitIndex(scene).at(scene, {0, 0}, 5), -1);
}

TEST(Blend, ends_are_the_scenes_themselves) {
    Scene from = grid_of(2);
    Scene to = grid_of(3);
    EXPECT_EQ(to_text(blended(from, to, 0)), to_text(from));
    EXPECT_EQ(to_text(blended(from, to, 1)), to_text(to));
}

TEST(Blend, moved_glide_gone_fade_new_appear) {
    Scene from;
    Scene to;
    from.elements = {node("stays", {0, 0, 10, 10}), node("gone", {50, 0, 60, 10})};
    to.elements = {node("stays", {100, 20, 130, 30}), node("new", {0, 50, 10, 60})};
    const Scene half = blended(from, to, 0.25);
    ASSERT_EQ(half.elements.size(), 3U);
    EXPECT_EQ(half.elements[0].key, "gone");
    EXPECT_FLOAT_EQ(half.elements[0].opacity, 0.75F);
    EXPECT_EQ(half.elements[1].key, "stays");
    EXPECT_DOUBLE_EQ(half.elements[1].origin.x, 25);
    EXPECT_DOUBLE_EQ(half.elements[1].box.width(), 15);
    EXPECT_DOUBLE_EQ(half.elements[1].paths[0].points[1].x, 15);
    EXPECT_EQ(half.elements[2].key, "new");
    EXPECT_FLOAT_EQ(half.elements[2].opacity, 0.25F);
}

TEST(Blend, edges_of_equal_build_bend_others_cross_fade) {
    Scene from;
    Scene to;
    from.elements = {edge("a", {{0, 0}, {10, 0}}), edge("b", {{0, 0}, {10, 0}})};
    to.elements = {edge("a", {{0, 10}, {30, 10}}), edge("b", {{0, 0}, {5, 5}, {10, 0}})};
    const Scene half = blended(from, to, 0.5);
    ASSERT_EQ(half.elements.size(), 3U);
    EXPECT_EQ(half.elements[0].key, "b");
    EXPECT_EQ(half.elements[1].key, "a");
    EXPECT_EQ(half.elements[1].paths[0].points[1], (base::Point{20, 5}));
    EXPECT_EQ(half.elements[2].key, "b");
    EXPECT_FLOAT_EQ(half.elements[2].opacity, 0.5F);
}

TEST(Viewport, fits_centred_within_the_margin) {
    const auto view = Viewport::fitted({0, 0, 100, 50}, {840, 640}, 20);
    EXPECT_DOUBLE_EQ(view.scale, 8);
    EXPECT_EQ(view.screen_from_scene({50, 25}), (base::Point{420, 320}));
    EXPECT_EQ(view.screen_from_scene({0, 0}).x, 20);
}

TEST(Viewport, zooms_about_the_pointer) {
    const auto view = Viewport::fitted({0, 0, 100, 50}, {840, 640}, 20);
    const base::Point fixed{123, 456};
    const auto closer = view.zoomed(1.7, fixed);
    const auto before = view.scene_from_screen(fixed);
    const auto after = closer.scene_from_screen(fixed);
    EXPECT_NEAR(before.x, after.x, 1e-9);
    EXPECT_NEAR(before.y, after.y, 1e-9);
    EXPECT_DOUBLE_EQ(closer.scale, view.scale * 1.7);
}

TEST(Scene, prints_rounded_and_without_minus_zero) {
    Scene scene;
    scene.elements = {node("n", {-0.01, 0.04, 10.06, 20})};
    const std::string text = to_text(scene);
    EXPECT_NE(text.find("node n [0.0,0.0 10.1x20.0]"), std::string::npos) << text;
    EXPECT_EQ(text.find("-0.0"), std::string::npos);
}

}  // namespace
}  // namespace shezhire::scene
