#include "input_scene.h"

#include <string>
#include <utility>

#include "scene/elements.h"
#include "scene/shapes.h"
#include "scene/theme.h"

namespace bench {
namespace {

using namespace shezhire;

struct Look {
    scene::BoxShape shape;
    scene::Mark mark;
    base::Colour hue;
};

const Look looks[] = {{scene::BoxShape::rectangle, scene::Mark::globe, base::rgb(0xE69F00)},
                      {scene::BoxShape::rounded, scene::Mark::square, base::rgb(0x0072B2)},
                      {scene::BoxShape::rounded, scene::Mark::book, base::rgb(0x009E73)},
                      {scene::BoxShape::pill, scene::Mark::disc, base::rgb(0xCC79A7)},
                      {scene::BoxShape::cut_corner, scene::Mark::diamond, base::rgb(0x56B4E9)}};

scene::Element node_element(const Node& node, std::size_t number, const text::Typesetter& typesetter) {
    const Look& look = looks[node.kind];
    const auto& theme = scene::theme(scene::ThemeName::light);
    scene::Element element;
    element.key = element.owner = "n" + std::to_string(number);
    element.title = node.label;
    element.origin = {static_cast<double>(node.x), static_cast<double>(node.y)};
    constexpr double weight = 0.8;
    const auto inner = base::Rect{0, 0, node_width, node_height}.grown(-weight / 2);
    auto fill = scene::box_outline(look.shape, inner);
    fill.fill = base::mixed(look.hue, theme.paper, 0.8);
    element.paths.push_back(fill);
    auto strip = scene::box_strip(look.shape, inner, 3, look.hue);
    strip.detail.min_scale = 0.25F;
    element.paths.push_back(std::move(strip));
    auto outline = std::move(fill);
    const auto paper = std::exchange(outline.fill, base::Colour{0, 0, 0, 0});
    outline.stroke = {base::mixed(look.hue, theme.ink, 0.4), weight, scene::Dash::solid};
    element.paths.push_back(std::move(outline));
    auto mark = scene::mark_outline(look.mark, {12, 14}, 9, look.hue);
    mark.detail.min_scale = 3.5F / 9;
    element.paths.push_back(std::move(mark));
    text::TextRequest request;
    request.text = node.label;
    request.style.size = 11;
    request.width = node_width - 26;
    request.max_lines = 2;
    const auto label = typesetter.set(request);
    element.paths.push_back(scene::text_bars(*label, {20, 6}, base::mixed(paper, theme.ink, 0.35)));
    element.texts.push_back({label, {20, 6}, theme.ink, {static_cast<float>(5.0 / 11), 1e9F}});
    scene::fit_box(element);
    return element;
}

scene::Element edge_element(const Input& input, const Edge& edge, std::size_t number) {
    const auto& theme = scene::theme(scene::ThemeName::light);
    const Node& a = input.nodes[edge.from];
    const Node& b = input.nodes[edge.to];
    const base::Point from{static_cast<double>(a.x + node_width / 2), static_cast<double>(a.y + node_height)};
    const base::Point to{static_cast<double>(b.x + node_width / 2), static_cast<double>(b.y)};
    const double bend = (to.y - from.y) / 2;
    scene::Element element;
    element.key = element.owner = "e" + std::to_string(number);
    element.role = edge.kind == 0 ? scene::Role::edge : scene::Role::lateral_edge;
    scene::PathShape line;
    line.verbs = {scene::Verb::move, scene::Verb::cubic};
    line.points = {from, {from.x, from.y + bend}, {to.x, to.y - bend}, to};
    line.stroke = edge.kind == 0 ? scene::Stroke{theme.line, 1, scene::Dash::solid}
                                 : scene::Stroke{theme.quiet_line, 1.1, scene::Dash::dotted};
    element.paths.push_back(std::move(line));
    scene::fit_box(element);
    return element;
}

}  // namespace

scene::Scene scene_of(const Input& input, const text::Typesetter& typesetter) {
    scene::Scene scene;
    scene.size = {static_cast<double>(input.right - input.left),
                  static_cast<double>(input.bottom - input.top)};
    scene.background = scene::theme(scene::ThemeName::light).paper;
    scene.title = input.name;
    scene.lang = "en";
    scene.elements.reserve(input.nodes.size() + input.edges.size());
    for (std::size_t i = 0; i < input.edges.size(); ++i) {
        scene.elements.push_back(edge_element(input, input.edges[i], i));
    }
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        scene.elements.push_back(node_element(input.nodes[i], i, typesetter));
    }
    return scene;
}

}  // namespace bench
