// Two dates beside each other: one layout, drawn once for each.
#include "scene/plan_state.h"
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
    side = Side::before;
    Content both = content(answer);
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
