#include "scene/scene.h"

#include <fmt/format.h>

#include <cmath>

namespace shezhire::scene {
namespace {

/// To 0.1 pt, and never "-0.0".
std::string number(double value) {
    const double rounded = std::round(value * 10) / 10;
    return fmt::format("{:.1f}", rounded == 0 ? 0.0 : rounded);
}

std::string point(base::Point p) {
    return number(p.x) + "," + number(p.y);
}

std::string rectangle(const base::Rect& r) {
    return fmt::format("{},{} {}x{}", number(r.left), number(r.top), number(r.width()), number(r.height()));
}

std::string detail_text(const Detail& detail) {
    std::string text;
    if (detail.min_scale > 0) text += fmt::format(" from x{:.2f}", detail.min_scale);
    if (detail.max_scale < 1e8F) text += fmt::format(" below x{:.2f}", detail.max_scale);
    return text;
}

std::string path_text(const PathShape& path) {
    std::string text = "  path";
    std::size_t at = 0;
    for (const Verb verb : path.verbs) {
        static constexpr std::array<char, 4> letters{'M', 'L', 'C', 'Z'};
        static constexpr std::array<std::size_t, 4> takes{1, 1, 3, 0};
        const auto v = static_cast<std::size_t>(verb);
        text += fmt::format(" {}", letters[v]);
        for (std::size_t k = 0; k < takes[v] && at < path.points.size(); ++k, ++at) {
            text += (k == 0 ? "" : " ") + point(path.points[at]);
        }
    }
    if (path.fill.alpha > 0) text += " fill " + base::to_text(path.fill);
    if (path.stroke.width > 0) {
        text += fmt::format(" stroke {} {} {}", base::to_text(path.stroke.colour), number(path.stroke.width),
                            to_text(path.stroke.dash));
    }
    return text + detail_text(path.detail) + "\n";
}

std::string set_text(const TextShape& shape) {
    std::string text = fmt::format("  text {} {}{}{}", point(shape.top_left), number(shape.text->style.size),
                                   shape.text->style.weight == text::Weight::bold ? " bold" : "",
                                   shape.text->style.italic ? " italic" : "");
    text += " " + base::to_text(shape.colour) + detail_text(shape.detail);
    for (const auto& line : shape.text->lines) {
        text += " | " + shape.text->text.substr(line.first_byte, line.byte_count);
    }
    return text + (shape.text->shortened ? " …" : "") + "\n";
}

}  // namespace

std::string_view to_text(Dash dash) {
    switch (dash) {
        case Dash::solid:
            return "solid";
        case Dash::dashed:
            return "dashed";
        case Dash::dotted:
            return "dotted";
    }
    return "solid";
}

std::string_view to_text(Role role) {
    switch (role) {
        case Role::background:
            return "background";
        case Role::edge:
            return "edge";
        case Role::lateral_edge:
            return "lateral-edge";
        case Role::node:
            return "node";
        case Role::badge:
            return "badge";
        case Role::event:
            return "event";
        case Role::title:
            return "title";
        case Role::legend:
            return "legend";
    }
    return "background";
}

std::string to_text(const Scene& scene) {
    std::string text = fmt::format("scene {}x{} {} lang {}\n", number(scene.size.width),
                                   number(scene.size.height), base::to_text(scene.background), scene.lang);
    text += fmt::format("title: {}\ndescription: {}\n", scene.title, scene.description);
    for (const auto& element : scene.elements) {
        text += fmt::format("{} {} [{}]", to_text(element.role), element.key, rectangle(element.box));
        if (element.owner != element.key) text += " owner " + element.owner;
        if (!element.kind.empty()) text += " kind " + element.kind;
        if (element.opacity < 1) text += fmt::format(" opacity {:.2f}", element.opacity);
        if (!element.href.empty()) text += " href " + element.href;
        text += " at " + point(element.origin) + "\n";
        if (!element.title.empty()) text += "  title: " + element.title + "\n";
        if (!element.description.empty()) text += "  description: " + element.description + "\n";
        for (const auto& path : element.paths) text += path_text(path);
        for (const auto& shape : element.texts) text += set_text(shape);
    }
    return text;
}

Viewport Viewport::fitted(const base::Rect& area, base::Size screen, double margin) {
    const double width = std::max(area.width(), 1e-6);
    const double height = std::max(area.height(), 1e-6);
    const double free_width = std::max(screen.width - 2 * margin, 1.0);
    const double free_height = std::max(screen.height - 2 * margin, 1.0);
    Viewport view;
    view.scale = std::min(free_width / width, free_height / height);
    view.screen = screen;
    const base::Point centre = area.centre();
    view.origin = {centre.x - screen.width / 2 / view.scale, centre.y - screen.height / 2 / view.scale};
    return view;
}

Viewport Viewport::zoomed(double factor, base::Point fixed_px) const {
    const base::Point fixed = scene_from_screen(fixed_px);
    Viewport view = *this;
    view.scale = scale * factor;
    view.origin = fixed - fixed_px * (1 / view.scale);
    return view;
}

}  // namespace shezhire::scene
