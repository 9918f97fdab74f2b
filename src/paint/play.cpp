#include <algorithm>
#include <cmath>

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

// Less than this is not drawn in detail; a line as short as the boxes at its ends are wide then says nothing.
constexpr double least_px = 2;
constexpr double least_line_px = 8;
constexpr double speck_scale = 0.06;  // where common boxes, about 36 pt high, begin to be specks

bool is_line(const scene::Element& element) {
    return element.role == scene::Role::edge || element.role == scene::Role::lateral_edge;
}

bool has_end_in(const scene::Element& line, const base::Rect& area) {
    if (line.paths.empty() || line.paths.front().points.empty() || line.paths.back().points.empty())
        return true;
    return area.contains(line.origin + line.paths.front().points.front()) ||
           area.contains(line.origin + line.paths.back().points.back());
}

bool is_too_small(const scene::Element& element, double scale) {
    const double width = element.box.width() * scale;
    const double height = element.box.height() * scale;
    if (is_line(element)) return std::max(width, height) < (scale < speck_scale ? least_line_px : least_px);
    const bool boxed = element.role == scene::Role::node || element.role == scene::Role::badge;
    return boxed && (width < least_px || height < least_px);
}

// The box in one colour: of its first fill, darkened by its outline as a hairline would.
void draw_speck(const scene::Element& element, const scene::Viewport& view, Painter& painter) {
    constexpr double hairline = 0.45;
    base::Colour colour{0, 0, 0, 0};
    for (const auto& shape : element.paths) {
        if (shape.fill.alpha > 0 && colour.alpha == 0) colour = shape.fill;
        if (shape.stroke.width <= 0) continue;
        colour = colour.alpha == 0 ? shape.stroke.colour : base::mixed(colour, shape.stroke.colour, hairline);
        break;
    }
    if (colour.alpha == 0) return;
    const auto from = view.screen_from_scene(element.box.top_left());
    const auto to = view.screen_from_scene({element.box.right, element.box.bottom});
    painter.speck({from.x, from.y, to.x, to.y}, colour, element.opacity);
}

// Of a crowd of lines a share is drawn that halves as they double, always of the same ones, so that little
// comes and goes while one pans.
class Crowd {
  public:
    explicit Crowd(double enough) : enough_(enough) {}
    void add(double amount) { amount_ += amount; }
    [[nodiscard]] bool keeps(std::uint32_t number) const {
        std::uint32_t halvings = 0;
        for (double left = amount_; left > enough_ && halvings < 16; left /= 2) ++halvings;
        const std::uint32_t mixed = number * 0x9E3779B1U;
        return halvings == 0 || (mixed >> (32 - halvings)) == 0;
    }

  private:
    double enough_;
    double amount_ = 0;
};

// The lines that are no one's in particular: those that cross the view from outside to outside (some dozens
// are drawn), and lateral ones where boxes are specks (as many as colour a thirtieth of the screen).
class Thinning {
  public:
    enum class Why : std::uint8_t { none, crossing, far };

    Thinning(const scene::Viewport& view, const base::Rect& area)
        : view_(view), area_(area), far_(view.screen.width * view.screen.height / 32) {}

    Why add(const scene::Element& line) {
        if (!area_.contains(line.box) && !has_end_in(line, area_)) {
            crossing_.add(1);
            return Why::crossing;
        }
        if (view_.scale >= speck_scale || line.role != scene::Role::lateral_edge) return Why::none;
        const double width = std::min(line.box.right, area_.right) - std::max(line.box.left, area_.left);
        const double height = std::min(line.box.bottom, area_.bottom) - std::max(line.box.top, area_.top);
        far_.add(std::hypot(width, height) * view_.scale);
        return Why::far;
    }
    [[nodiscard]] bool keeps(std::uint32_t number, Why why) const {
        return why == Why::none || (why == Why::far ? far_ : crossing_).keeps(number);
    }

  private:
    const scene::Viewport& view_;
    const base::Rect& area_;
    Crowd crossing_{96};
    Crowd far_;
};

// What to draw, in order; kept between frames: no allocation while panning.
struct Visible {
    std::uint32_t number;
    Thinning::Why thinned;
};

// In a far view most of the time went into waiting for memory: what comes next is asked for early.
void fetch_ahead(const scene::Scene& scene, const std::vector<Visible>& visible, std::size_t at) {
    constexpr std::size_t ahead = 6;
    if (at + ahead >= visible.size()) return;
    const auto& paths = scene.elements[visible[at + ahead].number].paths;
    if (paths.empty()) return;
    constexpr std::size_t line = 64;  // bytes
    const auto* const first = reinterpret_cast<const char*>(paths.data());
    const std::size_t bytes = std::min<std::size_t>(paths.size() * sizeof(scene::PathShape), 6 * line);
    for (std::size_t k = 0; k < bytes; k += line) __builtin_prefetch(first + k);
}

}  // namespace

void Painter::speck(const base::Rect& box, base::Colour colour, float opacity) {
    scene::PathShape shape;
    shape.verbs = {scene::Verb::move, scene::Verb::line, scene::Verb::line, scene::Verb::line,
                   scene::Verb::close};
    shape.points = {
        {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
    shape.fill = colour;
    path(shape, {}, opacity);
}

PlayStats play(const scene::Scene& scene, const scene::Viewport& view, Painter& painter,
               const scene::HitIndex* index, Lines lines) {
    painter.background(scene.background, view.screen);
    PlayStats stats;
    if (!(view.scale > 0)) return stats;
    const auto area = view.visible();
    thread_local std::vector<std::uint32_t> found;
    thread_local std::vector<Visible> visible;
    visible.clear();
    Thinning thinning(view, area);
    const auto look_at = [&](std::uint32_t number) {
        const auto& element = scene.elements[number];
        ++stats.tested;
        if (!(element.opacity > 0) || !seen(element.box, area)) return;
        if (is_line(element) && is_too_small(element, view.scale)) return;
        const bool thin = lines == Lines::thinned && is_line(element);
        visible.push_back({number, thin ? thinning.add(element) : Thinning::Why::none});
    };
    if (index == nullptr) {
        for (std::uint32_t number = 0; number < scene.elements.size(); ++number) look_at(number);
    } else {
        index->within(area, found);
        for (const auto number : found) {
            base::ensure(number < scene.elements.size(), "play: the index belongs to another scene");
            look_at(number);
        }
    }
    for (std::size_t i = 0; i < visible.size(); ++i) {
        const auto [number, thinned] = visible[i];
        fetch_ahead(scene, visible, i);
        const auto& element = scene.elements[number];
        if (!thinning.keeps(number, thinned)) continue;
        if (is_too_small(element, view.scale)) {
            draw_speck(element, view, painter);
        } else {
            draw(element, view, AtScale{view.scale}, painter);
        }
        ++stats.drawn;
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
