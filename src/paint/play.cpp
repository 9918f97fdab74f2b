#include "base/ensure.h"
#include "paint/painter.h"

namespace shezhire::paint {
namespace {

bool seen(const base::Rect& box, const base::Rect& area) {
    return box.left <= area.right && area.left <= box.right && box.top <= area.bottom &&
           area.top <= box.bottom;
}

// Half open, so that of a text and the bar that stands for it exactly one shows at the scale where they
// change over.
struct AtScale {
    double scale;
    bool operator()(const scene::Detail& d) const { return scale >= d.min_scale && scale < d.max_scale; }
};

// A page can be looked at as closely as one likes: what only stands in at small scales is left out, all else
// shows.
struct OnPaper {
    bool operator()(const scene::Detail& d) const { return d.max_scale > 1; }
};

template <class Shows>
void draw(const scene::Element& element, const scene::Viewport& view, const Shows& shows, Painter& painter) {
    const Placement placement{view.screen_from_scene(element.origin), view.scale};
    const auto from = view.screen_from_scene(element.box.top_left());
    const auto to = view.screen_from_scene({element.box.right, element.box.bottom});
    painter.begin(element, {from.x, from.y, to.x, to.y});
    for (const auto& shape : element.paths) {
        if (shows(shape.detail)) painter.path(shape, placement, element.opacity);
    }
    for (const auto& shape : element.texts) {
        if (shape.text != nullptr && shows(shape.detail)) painter.text(shape, placement, element.opacity);
    }
    painter.end(element);
}

}  // namespace

PlayStats play(const scene::Scene& scene, const scene::Viewport& view, Painter& painter,
               const scene::HitIndex* index) {
    painter.background(scene.background, view.screen);
    PlayStats stats;
    if (!(view.scale > 0)) return stats;
    const auto area = view.visible();
    const auto take = [&](const scene::Element& element) {
        ++stats.tested;
        if (!(element.opacity > 0) || !seen(element.box, area)) return;
        draw(element, view, AtScale{view.scale}, painter);
        ++stats.drawn;
    };
    if (index == nullptr) {
        for (const auto& element : scene.elements) take(element);
        return stats;
    }
    thread_local std::vector<std::uint32_t> found;  // kept between frames: no allocation while panning
    index->within(area, found);
    for (const auto i : found) {
        base::ensure(i < scene.elements.size(), "play: the index belongs to another scene");
        take(scene.elements[i]);
    }
    return stats;
}

PlayStats play_whole(const scene::Scene& scene, Painter& painter) {
    const scene::Viewport view{{0, 0}, 1, scene.size};
    painter.background(scene.background, scene.size);
    PlayStats stats;
    for (const auto& element : scene.elements) {
        ++stats.tested;
        if (!(element.opacity > 0)) continue;
        draw(element, view, OnPaper{}, painter);
        ++stats.drawn;
    }
    return stats;
}

}  // namespace shezhire::paint
