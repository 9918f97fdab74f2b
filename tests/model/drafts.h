// Small drafts for tests: bodies with dated parents and names in a line each.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "model/facts.h"
#include "model/model.h"

namespace shezhire::test {

inline edtf::Interval when(std::string_view text) {
    const auto read = edtf::parse_interval(text);
    return read ? read->value : edtf::Interval{};
}

inline edtf::Bounds at(std::string_view text) {
    const auto read = edtf::parse_date(text);
    return read ? read->value.bounds() : edtf::Bounds{};
}

inline model::Organization body(std::string id, std::string_view existence = "") {
    model::Organization result;
    result.place = {"test.jsonld", 0, 1};
    result.id = std::move(id);
    if (!existence.empty()) result.spells.push_back({when(existence), {}, {}});
    return result;
}

inline model::Parent part_of(std::string id, std::string_view dates = "/") {
    model::Parent result;
    result.organization = std::move(id);
    result.when = when(dates);
    return result;
}

inline model::Name name(std::string text, std::string lang = "en", std::string_view dates = "/",
                        model::NameRole role = model::NameRole::preferred) {
    model::Name result;
    result.text = std::move(text);
    result.lang = std::move(lang);
    result.when = when(dates);
    result.role = role;
    return result;
}

/// Bodies in the given order, each on a line of its own.
template <class... Bodies>
model::Draft draft_of(Bodies... bodies) {
    model::Draft draft;
    (draft.organizations.push_back(std::move(bodies)), ...);
    std::uint32_t line = 0;
    for (auto& each : draft.organizations) each.place.line = ++line;
    return draft;
}

inline model::Organization with(model::Organization result, model::Parent parent) {
    result.parents.push_back(std::move(parent));
    return result;
}

inline model::Organization with(model::Organization result, model::Name a_name) {
    result.names.push_back(std::move(a_name));
    return result;
}

inline std::string told(const base::Diagnostics& diagnostics) {
    std::string lines;
    for (const auto& each : diagnostics.sorted()) lines += to_text(each) + "\n";
    return lines;
}

}  // namespace shezhire::test
