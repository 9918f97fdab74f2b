#include "export/json.h"

#include <array>

#include "export/json_text.h"

namespace shezhire::exporting {
namespace {

void write_detail(Json& json, const scene::Detail& detail) {
    if (detail.min_scale > 0) json.key("minScale").number(static_cast<double>(detail.min_scale));
    if (detail.max_scale < 1e8F) json.key("maxScale").number(static_cast<double>(detail.max_scale));
}

void write_path(Json& json, const scene::PathShape& path) {
    constexpr std::array<char, 4> letters{'M', 'L', 'C', 'Z'};
    json.open('{').key("verbs");
    std::string verbs;
    for (const auto verb : path.verbs) verbs += letters.at(static_cast<std::size_t>(verb));
    json.string(verbs).key("points").open('[');
    for (const auto& p : path.points) json.number(p.x).number(p.y);
    json.close(']');
    if (path.fill.alpha > 0) json.key("fill").string(base::to_text(path.fill));
    if (path.stroke.width > 0) {
        json.key("stroke").open('{').key("colour").string(base::to_text(path.stroke.colour));
        json.key("width").number(path.stroke.width).key("dash").string(to_text(path.stroke.dash)).close('}');
    }
    write_detail(json, path.detail);
    json.close('}');
}

void write_text(Json& json, const scene::TextShape& shape, const text::Typesetter& typesetter) {
    if (shape.text == nullptr) return;
    const auto& set = *shape.text;
    json.open('{').key("text").string(set.text);
    if (!set.lang.empty()) json.key("lang").string(set.lang);
    json.key("topLeft").point(shape.top_left);
    json.key("size").open('[').number(set.size.width).number(set.size.height).close(']');
    json.key("fontSize").number(set.style.size);
    if (!set.runs.empty()) json.key("fontFamily").string(typesetter.font(set.runs.front().font).family);
    if (set.style.weight == text::Weight::bold) json.key("bold").truth(true);
    if (set.style.italic) json.key("italic").truth(true);
    if (set.right_to_left) json.key("rightToLeft").truth(true);
    if (set.shortened) json.key("shortened").truth(true);
    json.key("colour").string(base::to_text(shape.colour));
    json.key("lines").open('[');
    for (const auto& line : set.lines) {
        const auto shown = std::string_view(set.text).substr(line.first_byte, line.byte_count);
        json.open('{').key("text").string(shown).key("x").number(line.left);
        json.key("baseline").number(line.baseline).key("width").number(line.width).close('}');
    }
    json.close(']');
    write_detail(json, shape.detail);
    json.close('}');
}

void write_element(Json& json, const scene::Element& element, const text::Typesetter& typesetter) {
    json.line().open('{').key("key").string(element.key).key("role").string(scene::to_text(element.role));
    const auto unless_empty = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) json.key(name).string(value);
    };
    if (element.owner != element.key) unless_empty("owner", element.owner);
    unless_empty("kind", element.kind);
    unless_empty("title", element.title);
    unless_empty("description", element.description);
    unless_empty("href", element.href);
    json.key("origin").point(element.origin);
    json.key("box").open('[').number(element.box.left).number(element.box.top);
    json.number(element.box.right).number(element.box.bottom).close(']');
    if (element.opacity < 1) json.key("opacity").number(static_cast<double>(element.opacity));
    if (!element.paths.empty()) {
        json.key("paths").open('[');
        for (const auto& path : element.paths) write_path(json, path);
        json.close(']');
    }
    if (!element.texts.empty()) {
        json.key("texts").open('[');
        for (const auto& shape : element.texts) write_text(json, shape, typesetter);
        json.close(']');
    }
    json.close('}');
}

}  // namespace

std::string to_json(const scene::Scene& scene, const text::Typesetter& typesetter) {
    Json json;
    json.open('{').key("format").string("shezhire-scene/1").key("unit").string("pt");
    json.key("size").open('[').number(scene.size.width).number(scene.size.height).close(']');
    json.key("background").string(base::to_text(scene.background));
    json.key("title").string(scene.title).key("description").string(scene.description);
    json.key("lang").string(scene.lang).key("elements").open('[');
    for (const auto& element : scene.elements) write_element(json, element, typesetter);
    json.close(']').close('}');
    return json.take() + "\n";
}

}  // namespace shezhire::exporting
