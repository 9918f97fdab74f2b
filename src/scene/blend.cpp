// Between two pictures: what both hold glides, what only one holds fades. Called per frame, so nothing is
// shaped or measured here; outlines of equal build are interpolated point by point, others cross-fade.
#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "scene/scene.h"

namespace shezhire::scene {
namespace {

using base::Colour;
using base::Point;
using base::Rect;

double between(double a, double b, double share) {
    return a + (b - a) * share;
}
Point between(Point a, Point b, double share) {
    return {between(a.x, b.x, share), between(a.y, b.y, share)};
}
Rect between(const Rect& a, const Rect& b, double share) {
    return {between(a.left, b.left, share), between(a.top, b.top, share), between(a.right, b.right, share),
            between(a.bottom, b.bottom, share)};
}

Colour faded(Colour c, double share) {
    return c.with_alpha(static_cast<std::uint8_t>(std::lround(c.alpha * share)));
}

void append_faded(const PathShape& path, Point shift, double share, std::vector<PathShape>& out) {
    PathShape shape = path;
    shape.fill = faded(shape.fill, share);
    shape.stroke.colour = faded(shape.stroke.colour, share);
    for (Point& p : shape.points) p = p + shift;
    out.push_back(std::move(shape));
}

bool same_build(const PathShape& a, const PathShape& b) {
    return a.verbs == b.verbs && a.points.size() == b.points.size() && a.detail == b.detail &&
           (a.fill.alpha == 0) == (b.fill.alpha == 0);
}

PathShape between(const PathShape& a, const PathShape& b, double share) {
    PathShape path = b;
    for (std::size_t k = 0; k < path.points.size(); ++k) {
        path.points[k] = between(a.points[k], b.points[k], share);
    }
    path.fill = base::mixed(a.fill, b.fill, share);
    path.stroke.colour = base::mixed(a.stroke.colour, b.stroke.colour, share);
    path.stroke.width = between(a.stroke.width, b.stroke.width, share);
    return path;
}

bool same_text(const text::SetText& a, const text::SetText& b) {
    return &a == &b || (a.text == b.text && a.style == b.style && a.size == b.size && a.lang == b.lang);
}

void blend_texts(const Element& from, const Element& to, double share, Element& out) {
    for (std::size_t k = 0; k < std::max(from.texts.size(), to.texts.size()); ++k) {
        const TextShape* a = k < from.texts.size() ? &from.texts[k] : nullptr;
        const TextShape* b = k < to.texts.size() ? &to.texts[k] : nullptr;
        if (a != nullptr && b != nullptr && same_text(*a->text, *b->text)) {
            TextShape text = *b;
            text.top_left = between(a->top_left, b->top_left, share);
            text.colour = base::mixed(a->colour, b->colour, share);
            out.texts.push_back(std::move(text));
            continue;
        }
        for (const TextShape* one : {a, b}) {
            if (one == nullptr) continue;
            TextShape text = *one;
            text.colour = faded(text.colour, one == a ? 1 - share : share);
            if (text.colour.alpha > 0) out.texts.push_back(std::move(text));
        }
    }
}

Element between(const Element& from, const Element& to, double share) {
    Element out;
    out.key = to.key;
    out.owner = to.owner;
    out.role = to.role;
    out.kind = to.kind;
    out.title = to.title;
    out.description = to.description;
    out.href = to.href;
    out.origin = between(from.origin, to.origin, share);
    out.box = between(from.box, to.box, share);
    out.opacity = static_cast<float>(between(from.opacity, to.opacity, share));
    const std::size_t common = std::min(from.paths.size(), to.paths.size());
    out.paths.reserve(std::max(from.paths.size(), to.paths.size()));
    for (std::size_t k = 0; k < common; ++k) {
        if (same_build(from.paths[k], to.paths[k])) {
            out.paths.push_back(between(from.paths[k], to.paths[k], share));
        } else {
            append_faded(from.paths[k], {}, 1 - share, out.paths);
            append_faded(to.paths[k], {}, share, out.paths);
        }
    }
    for (std::size_t k = common; k < from.paths.size(); ++k) {
        append_faded(from.paths[k], {}, 1 - share, out.paths);
    }
    for (std::size_t k = common; k < to.paths.size(); ++k) append_faded(to.paths[k], {}, share, out.paths);
    blend_texts(from, to, share, out);
    return out;
}

/// Edges of different build do not melt into each other: both are drawn, each where it belongs.
bool must_cross_fade(const Element& from, const Element& to) {
    if (to.role != Role::edge && to.role != Role::lateral_edge) return false;
    if (from.paths.size() != to.paths.size()) return true;
    for (std::size_t k = 0; k < to.paths.size(); ++k) {
        if (!same_build(from.paths[k], to.paths[k])) return true;
    }
    return false;
}

struct Place {
    std::string_view key;
    Role role;
    bool operator==(const Place&) const = default;
};

struct PlaceHash {
    std::size_t operator()(const Place& place) const {
        return std::hash<std::string_view>{}(place.key) * 31 + static_cast<std::size_t>(place.role);
    }
};

using Places = std::unordered_map<Place, const Element*, PlaceHash>;

Places places_of(const Scene& scene) {
    Places places;
    places.reserve(scene.elements.size());
    for (const auto& element : scene.elements) places.emplace(Place{element.key, element.role}, &element);
    return places;
}

Element with_opacity(const Element& element, double factor) {
    Element out = element;
    out.opacity = static_cast<float>(element.opacity * factor);
    return out;
}

}  // namespace

Scene blended(const Scene& from, const Scene& to, double share) {
    return blended(from, to, Stages{share, share, share});
}

Scene blended(const Scene& from, const Scene& to, const Stages& stages) {
    const double share = stages.moved;
    if (stages.gone <= 0 && share <= 0 && stages.come <= 0) return from;
    if (stages.gone >= 1 && share >= 1 && stages.come >= 1) return to;
    Scene out;
    out.size = {between(from.size.width, to.size.width, share),
                between(from.size.height, to.size.height, share)};
    out.background = base::mixed(from.background, to.background, share);
    out.title = to.title;
    out.description = to.description;
    out.lang = to.lang;
    out.elements.reserve(from.elements.size() + to.elements.size());
    const Places before = places_of(from);
    const Places after = places_of(to);
    // What goes lies beneath what stays.
    for (const auto& element : from.elements) {
        const auto stays = after.find({element.key, element.role});
        if (stays == after.end() || must_cross_fade(element, *stays->second)) {
            out.elements.push_back(with_opacity(element, 1 - stages.gone));
        }
    }
    for (const auto& element : to.elements) {
        const auto was = before.find({element.key, element.role});
        if (was == before.end() || must_cross_fade(*was->second, element)) {
            out.elements.push_back(with_opacity(element, stages.come));
        } else {
            out.elements.push_back(between(*was->second, element, share));
        }
    }
    return out;
}

}  // namespace shezhire::scene
