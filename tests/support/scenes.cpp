#include "support/scenes.h"

#include <fmt/format.h>

#include <utility>

namespace shezhire::test {

scene::PathShape box_path(base::Rect b, double radius, base::Colour fill, scene::Stroke stroke) {
    using scene::Verb;
    scene::PathShape shape;
    shape.fill = fill;
    shape.stroke = stroke;
    if (radius <= 0) {
        shape.verbs = {Verb::move, Verb::line, Verb::line, Verb::line, Verb::close};
        shape.points = {{b.left, b.top}, {b.right, b.top}, {b.right, b.bottom}, {b.left, b.bottom}};
        return shape;
    }
    const double r = radius;
    const double k = r * (1 - 0.5523);
    shape.verbs = {Verb::move, Verb::line,  Verb::cubic, Verb::line,  Verb::cubic,
                   Verb::line, Verb::cubic, Verb::line,  Verb::cubic, Verb::close};
    shape.points = {{b.left + r, b.top},     {b.right - r, b.top},    {b.right - k, b.top},
                    {b.right, b.top + k},    {b.right, b.top + r},    {b.right, b.bottom - r},
                    {b.right, b.bottom - k}, {b.right - k, b.bottom}, {b.right - r, b.bottom},
                    {b.left + r, b.bottom},  {b.left + k, b.bottom},  {b.left, b.bottom - k},
                    {b.left, b.bottom - r},  {b.left, b.top + r},     {b.left, b.top + k},
                    {b.left + k, b.top},     {b.left + r, b.top}};
    return shape;
}

scene::Element node(const text::Typesetter& typesetter, std::string key, base::Rect box,
                    std::string_view label, std::string lang) {
    scene::Element element;
    element.key = key;
    element.owner = std::move(key);
    element.role = scene::Role::node;
    element.kind = "section";
    element.title = std::string(label);
    element.origin = box.top_left();
    element.box = box.grown(0.5);
    const base::Rect own{0, 0, box.width(), box.height()};
    element.paths.push_back(
        box_path(own, 5, base::rgb(0xDDEEF8), {base::okabe_ito::blue, 1, scene::Dash::solid}));
    text::TextRequest request;
    request.text = std::string(label);
    request.lang = std::move(lang);
    request.width = box.width() - 12;
    request.max_lines = 2;
    request.align = text::Align::centre;
    const auto set = typesetter.set(request);
    const base::Point middle = own.centre() - base::Point{set->size.width / 2, set->size.height / 2};
    element.texts.push_back({set, middle, base::rgb(0x102030), {}});
    return element;
}

scene::Element edge(std::string key, base::Point from, base::Point to, scene::Dash dash) {
    scene::Element element;
    element.key = std::move(key);
    element.role = scene::Role::edge;
    element.origin = from;
    const base::Point way = to - from;
    scene::PathShape line;
    line.verbs = {scene::Verb::move, scene::Verb::cubic};
    line.points = {{0, 0}, {0, way.y / 2}, {way.x, way.y / 2}, way};
    line.stroke = {base::rgb(0x556677), 1.25, dash};
    element.box = base::Rect{from.x, from.y, from.x, from.y}.united(to).grown(1);
    element.paths.push_back(std::move(line));
    return element;
}

scene::Scene small_scene(const text::Typesetter& typesetter) {
    scene::Scene scene;
    scene.size = {360, 200};
    scene.background = base::rgb(0xFFFFFF);
    scene.title = "A federation & its sections";
    scene.description = "Three bodies in 2005";
    scene.lang = "en";
    scene.elements.push_back(edge("ifla>cat", {180, 60}, {90, 120}));
    scene.elements.push_back(edge("ifla>ar", {180, 60}, {270, 120}, scene::Dash::dashed));
    auto root =
        node(typesetter, "ifla", {100, 20, 260, 60}, "International Federation of Library Associations");
    root.kind = "federation";
    root.description = "federation, founded 1927";
    root.href = "https://www.ifla.org/?a=1&b=2";
    scene.elements.push_back(std::move(root));
    auto kazakh = node(typesetter, "cat", {20, 120, 160, 170}, "Каталогтау секциясы (ұйым әңгімесі)", "kk");
    kazakh.opacity = 0.5F;
    scene.elements.push_back(std::move(kazakh));
    scene.elements.push_back(node(typesetter, "ar", {200, 120, 340, 170},
                                  "الاتحاد الدولي لجمعيات المكتبات (IFLA) 国际图联", "ar"));
    scene::Element badge = node(typesetter, "cat", {140, 160, 170, 180}, "+9");
    badge.role = scene::Role::badge;
    badge.kind.clear();
    badge.href = "#ar";
    scene.elements.push_back(std::move(badge));
    return scene;
}

scene::Scene hostile_scene(const text::Typesetter& typesetter) {
    using namespace std::string_literals;
    const std::string labels[] = {"<b>&\"'</b>",
                                  "]]>",
                                  "\\N \\G \\E \\n \\",
                                  "one\ntwo\ttab",
                                  "control \x01\x02\x1F\x7F\0 end"s,
                                  "bidi \u202Edrawkcab\u202C \u2066isolate",
                                  "</text></svg><script>alert(1)</script>",
                                  "--><!-- <![CDATA[",
                                  "lone surrogate \xED\xA0\x80 and \xFF\xFE bytes",
                                  "\uFFFE\uFFFF\uFDD0 nonchars",
                                  "emoji 👩‍👩‍👧 🇰🇿 ok",
                                  "&amp; &#0; &lt; %00",
                                  "",
                                  "   ",
                                  "javascript:alert(1)",
                                  "\" onload=\"alert(1)",
                                  "\xF4\x90\x80\x80",
                                  std::string(100'000, 'x'),
                                  "қазақ " + std::string(5'000, '&'),
                                  "{a|b}\\l <html>"};
    scene::Scene scene;
    scene.background = base::rgb(0xFFFFFF);
    scene.title = labels[0] + labels[4];
    scene.description = labels[1];
    scene.lang = "en\" onload=\"x";
    double y = 10;
    for (const auto& label : labels) {
        auto element = node(typesetter, label, {10, y, 210, y + 40}, label, "x\"y");
        element.kind = label;
        element.description = label;
        element.href = label;
        scene.elements.push_back(std::move(element));
        y += 50;
    }
    scene.size = {220, y};
    return scene;
}

scene::Scene large_scene(const text::Typesetter& typesetter, int count) {
    scene::Scene scene;
    scene.background = base::rgb(0xFFFFFF);
    scene.title = "Many";
    scene.lang = "en";
    constexpr int columns = 100;
    const auto corner = [](int i) {
        return base::Point{10.0 + i % columns * 130.5, 10.0 + i / columns * 70.25};
    };
    for (int i = 0; i < count; ++i) {
        const auto at = corner(i);
        if (i > 0) scene.elements.push_back(edge(fmt::format("n{}>n{}", i - 1, i), corner(i - 1), at));
        scene.elements.push_back(node(typesetter, fmt::format("n{}", i), base::Rect::at(at, {110, 36}),
                                      fmt::format("Organization number {} of many", i)));
    }
    scene.size = {columns * 130.5 + 20, (count / columns + 1) * 70.25 + 20};
    return scene;
}

}  // namespace shezhire::test
