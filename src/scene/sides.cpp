// Two dates beside each other: one layout, drawn once for each.
#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "scene/plan_state.h"
#include "scene/shared_lines.h"
#include "scene/time_words.h"

namespace shezhire::scene {
namespace {

using base::Point;

constexpr double gap = 30;
constexpr double heading_gap = 8;

/// Adds what has shapes, moved.
void append(std::vector<Element>& to, std::vector<Element> from, Point by) {
    for (auto& element : from) {
        if (element.paths.empty() && element.texts.empty()) continue;
        move_by(element, by);
        to.push_back(std::move(element));
    }
}

/// The lines of a picture in which everybody stands, and who rides on whom.
std::vector<SharedLine> shared_lines(std::vector<Element> lines, const graph::Graph& graph) {
    std::unordered_map<std::string_view, std::uint32_t> edge_of;
    for (std::uint32_t e = 0; e < graph.edges.size(); ++e) edge_of.emplace(graph.edges[e].key, e);
    Scene scene;
    scene.elements = std::move(lines);
    std::vector<SharedLine> shared;
    for (std::uint32_t i = 0; i < scene.elements.size(); ++i) {
        const auto edge = edge_of.find(scene.elements[i].key);
        if (edge != edge_of.end()) shared.push_back({i, edge->second, {}, {}, no_index});
    }
    share(scene, graph, shared);
    return shared;
}

/// Where somebody is not there, siblings further on still hang on the rail that it would hang on.
void add_rails(const Drawing& d, const std::vector<SharedLine>& shared, std::vector<Element>& lines) {
    const auto stand_both = [&](const SharedLine& line) {
        const auto& edge = d.graph.edges[line.edge];
        return stands(d, edge.from) && stands(d, edge.to);
    };
    std::vector<bool> needed(shared.size(), false);
    for (std::uint32_t l = 0; l < shared.size(); ++l) {
        if (!stand_both(shared[l])) continue;
        for (auto on = l; on != no_index && !needed[on]; on = shared[on].carrier) needed[on] = true;
    }
    for (std::uint32_t l = 0; l < shared.size(); ++l) {
        const auto& line = shared[l];
        if (!needed[l] || stand_both(line)) continue;
        auto stroke = stroke_of(d, d.graph.edges[line.edge]);
        stroke.dash = Dash::solid;
        std::size_t pieces = 0;
        for (const auto& rider : line.riders) {
            if (needed[rider.line]) pieces = std::max(pieces, rider.needs);
        }
        auto& element = lines[line.element];
        for (std::size_t k = 0; k < std::min(pieces, line.pieces.size()); ++k) {
            element.paths.push_back(line.pieces[k]);
            element.paths.back().stroke = stroke;
        }
        fit_box(element);
    }
}

}  // namespace

Content StructurePlan::State::content(const layout::Layout& answer) const {
    return layered()     ? layered_content(answer)
           : patchwork() ? patchwork_content(answer)
                         : free_content(answer);
}

Content StructurePlan::State::two_sides(const layout::Layout& answer) const {
    const WordLang lang = word_lang(style.lang);
    const auto heading = [&](const edtf::Interval& when, Point at, const char* key, Content& content) {
        const auto set = typesetter->set({when_in_words(lang, when),
                                          std::string(to_text(lang)),
                                          {type_scale::heading, text::Weight::bold, false},
                                          0,
                                          1,
                                          {}});
        Element element;
        element.key = element.owner = key;
        element.role = Role::background;
        element.title = set->text;
        element.origin = at;
        element.texts.push_back({set, {0, 0}, theme.ink, {}});
        fit_box(element);
        content.panels.push_back(std::move(element));
        return set->size.height + heading_gap;
    };
    side = Side::both;
    const auto shared = shared_lines(content(answer).lines, *graph);
    side = Side::before;
    Content both = content(answer);
    add_rails(drawing(), shared, both.lines);
    // Who is there at both dates is found by its key on the later side.
    for (auto& element : both.nodes) {
        const auto* body = comparison->find(element.owner);
        if (element.role == Role::node && element.key == element.owner && body != nullptr &&
            body->after.there())
            element.key += graph::earlier_suffix;
    }
    for (auto* lines : {&both.lines, &both.badges}) {
        for (auto& element : *lines) element.key += graph::earlier_suffix;
    }
    side = Side::after;
    Content later = content(answer);
    add_rails(drawing(), shared, later.lines);
    side = Side::both;
    const double right = both.size.width + gap;
    const double top = heading(comparison->before, {0, 0}, "#earlier", both);
    static_cast<void>(heading(comparison->after, {right, 0}, "#later", later));
    Content sides;
    append(sides.panels, std::move(both.panels), {0, 0});
    append(sides.panels, std::move(later.panels), {0, 0});
    for (const auto part : {&Content::laterals, &Content::lines, &Content::nodes, &Content::badges}) {
        append(sides.*part, std::move(both.*part), {0, top});
        append(sides.*part, std::move(later.*part), {right, top});
    }
    sides.size = {right + later.size.width, top + std::max(both.size.height, later.size.height)};
    return sides;
}

}  // namespace shezhire::scene
