#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "model/checks.h"

namespace shezhire::model {
namespace {

template <class T>
void keep_marked(std::vector<T>& things, const std::vector<bool>& dropped) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (dropped[i]) continue;
        if (kept != i) things[kept] = std::move(things[i]);
        ++kept;
    }
    things.erase(things.begin() + static_cast<std::ptrdiff_t>(kept), things.end());
}

IdMap map_of(const Draft& draft) {
    IdMap ids(draft);
    for_each_thing(draft, [&](const Thing&, ThingRef ref) { ids.add(ref); });
    return ids;
}

std::string told(const base::Place& place) {
    return place.line == 0 ? std::string("earlier") : fmt::format("at {}:{}", place.file.str(), place.line);
}

}  // namespace

std::string in_quotes(std::string_view text) {
    return "“" + base::shortened(base::visible(text.substr(0, 400)), 80) + "”";
}

std::string_view article_and_name(ThingType type) {
    switch (type) {
        case ThingType::organization:
            return "an organization";
        case ThingType::change:
            return "a change";
        case ThingType::event:
            return "an event";
        case ThingType::concept_:
            return "a concept";
        case ThingType::scheme:
            return "a concept scheme";
        case ThingType::source:
            return "a source";
        case ThingType::statement:
            return "a statement";
    }
    return "a thing";
}

IdMap drop_duplicate_ids(Draft& draft, base::Diagnostics& diagnostics) {
    IdMap ids(draft);
    std::unordered_map<std::string_view, const Thing*> first;
    std::array<std::vector<bool>, 7> dropped;
    bool any = false;
    const auto marks = [&](ThingType type) -> std::vector<bool>& {
        return dropped[static_cast<std::size_t>(type)];
    };
    for_each_thing(draft, [&](const Thing& thing, ThingRef ref) {
        auto& here = marks(ref.type);
        here.push_back(false);
        if (ids.add(ref)) return;
        any = here.back() = true;
        first.try_emplace(thing.id, nullptr);
    });
    if (!any) return ids;
    for_each_thing(draft, [&](const Thing& thing, ThingRef ref) {
        const auto found = first.find(thing.id);
        if (found == first.end()) return;
        if (!marks(ref.type)[ref.index]) {
            found->second = &thing;
            return;
        }
        diagnostics.add(
            base::Severity::error, thing.place, "model.duplicate-id",
            fmt::format("{} is the id of {} {} already; this {} is left out; give it another id",
                        in_quotes(thing.id), article_and_name(ids.at(thing.id).type),
                        told(found->second->place),
                        article_and_name(ref.type).substr(article_and_name(ref.type).find(' ') + 1)));
    });
    keep_marked(draft.organizations, marks(ThingType::organization));
    keep_marked(draft.changes, marks(ThingType::change));
    keep_marked(draft.events, marks(ThingType::event));
    keep_marked(draft.concepts, marks(ThingType::concept_));
    keep_marked(draft.schemes, marks(ThingType::scheme));
    keep_marked(draft.sources, marks(ThingType::source));
    keep_marked(draft.statements, marks(ThingType::statement));
    return map_of(draft);
}

}  // namespace shezhire::model
