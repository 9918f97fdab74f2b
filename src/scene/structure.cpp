#include "scene/structure.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/ensure.h"
#include "scene/furniture.h"
#include "scene/plan_state.h"
#include "scene/shapes.h"

namespace shezhire::scene {

using base::Point;
using base::Rect;

namespace {

constexpr double margin = 18;
constexpr double furniture_gap = 16;

}  // namespace

void StructurePlan::State::plan() {
    cards = std::make_unique<CardMaker>(*graph, *model, theme, *typesetter, comparison.get(),
                                        word_lang(style.lang), style.sides);
    if (patchwork()) {
        arrangement.tree = part_tree(*graph);
        asked = ask_patchwork(*graph, arrangement.tree, style);
        return;
    }
    StructureStyle blocks = style;
    if (comparison != nullptr && style.sides) blocks.aspect /= 2;
    if (!layered()) blocks.direction = layout::Direction::down;
    arrangement = arrange(*graph, *cards, blocks, layered());
    asked = layered() ? ask_layered(*graph, arrangement, style) : ask_free(*graph, arrangement, style);
}

Scene StructurePlan::State::framed(Content content, Frame* frame) const {
    Frame stands;
    Scene scene;
    scene.background = theme.paper;
    scene.lang = style.lang;
    scene.title = title_in_words(drawing());
    double width = std::max(content.size.width, 220.0);
    Point at{margin + (width - content.size.width) / 2, margin};
    std::vector<Element> furniture;
    if (style.title) {
        // Beside the topmost boxes where there is room, else above them.
        double room = width;
        double free_height = 0;
        if (layered() && style.direction == layout::Direction::down && !content.nodes.empty()) {
            const Rect& top = content.nodes.front().box;
            if (content.nodes.front().box.top < 1 && at.x - margin + top.left > 200) {
                room = at.x - margin + top.left - 2 * furniture_gap;
                free_height = top.height();
            }
        }
        Furniture title = make_title(drawing(), *typesetter, room);
        if (title.size.height > free_height + 40 && room < width) {
            room = width;
            title = make_title(drawing(), *typesetter, room);
            free_height = 0;
        }
        title.element.origin = stands.title = {margin, margin};
        stands.title_room = room;
        at.y += std::max(0.0, title.size.height + (free_height > 0 ? 4 : furniture_gap) - free_height);
        fit_box(title.element);
        scene.description = title.element.description;
        furniture.push_back(std::move(title.element));
    }
    double bottom = at.y + content.size.height;
    if (style.legend && !graph->nodes.empty()) {
        Furniture legend = make_legend(drawing(), *typesetter, width);
        legend.element.origin = stands.legend = {margin, bottom + furniture_gap};
        stands.legend_room = width;
        fit_box(legend.element);
        bottom += furniture_gap + legend.size.height;
        scene.description += (scene.description.empty() ? "" : ": ") + legend.element.description;
        furniture.push_back(std::move(legend.element));
    }
    scene.size = {width + 2 * margin, bottom + margin};
    for (const auto& element : furniture) {
        scene.size.width = std::max(scene.size.width, element.box.right + margin);
    }
    for (auto* part :
         {&content.panels, &content.laterals, &content.lines, &content.nodes, &content.badges, &furniture}) {
        for (auto& element : *part) {
            if (part != &furniture) move_by(element, at);
            scene.elements.push_back(std::move(element));
        }
    }
    stands.picture = at;
    if (frame != nullptr) *frame = stands;
    return scene;
}

StructurePlan::StructurePlan(std::shared_ptr<const graph::Graph> graph, model::ModelPtr model,
                             const Theme& theme, const StructureStyle& style,
                             const text::Typesetter& typesetter)
    : state_(std::make_unique<State>()) {
    state_->graph = std::move(graph);
    plan(std::move(model), theme, style, typesetter);
}

StructurePlan::StructurePlan(std::shared_ptr<const graph::Comparison> comparison, model::ModelPtr model,
                             const Theme& theme, const StructureStyle& style,
                             const text::Typesetter& typesetter)
    : state_(std::make_unique<State>()) {
    base::ensure(comparison != nullptr, "a plan needs a comparison");
    state_->graph = std::shared_ptr<const graph::Graph>(comparison, &comparison->graph);
    state_->comparison = std::move(comparison);
    plan(std::move(model), theme, style, typesetter);
}

void StructurePlan::plan(model::ModelPtr model, const Theme& theme, const StructureStyle& style,
                         const text::Typesetter& typesetter) {
    base::ensure(state_->graph != nullptr && model != nullptr, "a plan needs a graph and a model");
    state_->model = std::move(model);
    state_->theme = theme;
    state_->style = style;
    state_->typesetter = &typesetter;
    state_->plan();
}

StructurePlan::~StructurePlan() = default;
StructurePlan::StructurePlan(StructurePlan&&) noexcept = default;
StructurePlan& StructurePlan::operator=(StructurePlan&&) noexcept = default;

const layout::LayoutRequest& StructurePlan::request() const {
    return state_->asked.request;
}

base::Size StructurePlan::least_size() const {
    if (!state_->layered()) return {};
    const bool sideways = is_sideways(state_->style.direction);
    std::map<std::uint32_t, base::Size> ranks;  // across, along
    for (const auto& slot : state_->arrangement.slots) {
        const auto& size = slot.block.size;
        auto& rank = ranks[slot.rank];
        rank.width += sideways ? size.height : size.width;
        rank.height = std::max(rank.height, sideways ? size.width : size.height);
    }
    base::Size all;
    for (const auto& [number, rank] : ranks) {
        all.width = std::max(all.width, rank.width);
        all.height += rank.height;
    }
    return sideways ? base::Size{all.height, all.width} : all;
}

double StructurePlan::smallest_label() const {
    double smallest = 0;
    for (const auto& slot : state_->arrangement.slots) {
        for (const auto& box : slot.block.boxes) {
            const double size = box.card.name->style.size;
            if (smallest == 0 || size < smallest) smallest = size;
        }
    }
    return smallest;
}

Scene StructurePlan::scene(const layout::Layout& answer) const {
    const State& s = *state_;
    base::ensure(answer.nodes.size() == s.asked.request.nodes.size() &&
                     (s.layered() || s.patchwork() || answer.edges.size() == s.asked.request.edges.size()),
                 "a layout answers the request of another plan");
    const bool sides = s.comparison != nullptr && s.style.sides;
    Scene scene = s.framed(s.graph->nodes.empty() ? Content{}
                           : sides                ? s.two_sides(answer)
                                                  : s.content(answer));
    thicken(scene, s.theme.line_weight);
    return scene;
}

}  // namespace shezhire::scene
