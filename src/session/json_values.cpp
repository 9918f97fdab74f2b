#include "session/json_values.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace shezhire::session {
namespace {

constexpr std::array certainties{std::pair{graph::Certainty::all, "all"},
                                 std::pair{graph::Certainty::likely, "likely"},
                                 std::pair{graph::Certainty::certain, "certain"}};

std::vector<std::string> list(const std::set<std::string>& texts) {
    return {texts.begin(), texts.end()};
}

std::set<std::string> take_set(JsonFields& fields, std::string_view key) {
    std::vector<std::string> texts;
    fields.take(key, texts);
    return {texts.begin(), texts.end()};
}

}  // namespace

void put(io::JsonWriter& json, std::string_view key, int value) {
    json.key(key);
    json.raw(std::to_string(value));
}

void put(io::JsonWriter& json, std::string_view key, bool value) {
    json.key(key);
    json.raw(value ? "true" : "false");
}

void put(io::JsonWriter& json, std::string_view key, double value) {
    json.key(key);
    json.raw(fmt::format("{:.6g}", value));
}

void put(io::JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.key(key);
    json.open('[');
    for (const auto& text : texts) json.text(text);
    json.close(']');
}

std::string laid_out(const io::JsonWriter& json) {
    std::string text;
    io::append_laid_out(text, json.written(), 0, 0, true);
    return text + "\n";
}

namespace {

void write_choices(io::JsonWriter& json, const std::map<View, scene::TableChoice>& choices) {
    for (const auto& [view, choice] : choices) {
        if (choice == scene::TableChoice{}) continue;
        json.key(fmt::format("{}Table", to_text(view)));
        json.open('{');
        if (!choice.columns.empty()) put(json, "columns", choice.columns);
        if (!choice.sort.empty()) json.field("sort", choice.sort);
        if (choice.descending) put(json, "descending", true);
        if (!choice.match.empty()) json.field("match", choice.match);
        json.close('}');
    }
}

void read_choices(JsonFields& fields, std::map<View, scene::TableChoice>& choices) {
    for (const auto view : {View::structure, View::timeline}) {
        const auto* node = fields.take(fmt::format("{}Table", to_text(view)), io::JsonKind::object);
        if (node == nullptr) continue;
        auto within = fields.within(*node);
        auto& choice = choices[view];
        within.take("columns", choice.columns);
        within.take("sort", choice.sort);
        within.take("descending", choice.descending);
        within.take("match", choice.match);
        within.finish();
    }
}

}  // namespace

void write_place(io::JsonWriter& json, const Place& place) {
    const auto& view = place.view;
    json.open('{');
    json.field("date", view.when.text());
    if (view.before) json.field("comparedWith", view.before->text());
    if (view.sides) put(json, "sides", true);
    if (view.steady.kind == SteadyPeriod::Kind::whole) json.field("steady", "whole");
    if (view.steady.kind == SteadyPeriod::Kind::chosen) json.field("steady", view.steady.chosen.text());
    if (!view.roots.empty()) put(json, "roots", view.roots);
    put(json, "depth", view.depth);
    if (!view.folded.empty()) put(json, "folded", list(view.folded));
    if (!view.unfolded.empty()) put(json, "unfolded", list(view.unfolded));
    if (!view.filter.hidden.empty()) put(json, "hidden", list(view.filter.hidden));
    if (!view.filter.hidden_kinds.empty()) put(json, "hiddenKinds", list(view.filter.hidden_kinds));
    for (const auto& [certainty, name] : certainties) {
        if (certainty == view.filter.certainty && certainty != graph::Certainty::all)
            json.field("certainty", name);
    }
    if (!view.lateral) put(json, "lateral", false);
    if (view.view != View::structure) json.field("view", to_text(view.view));
    if (view.table) put(json, "table", true);
    write_choices(json, view.choices);
    json.field("selection", place.selection);
    if (place.scale > 0) {
        put(json, "x", place.centre.x);
        put(json, "y", place.centre.y);
        put(json, "scale", place.scale);
    }
    json.close('}');
}

Place read_place(JsonFields fields) {
    Place place;
    auto& view = place.view;
    const auto interval_from = [](std::string_view text) -> std::optional<edtf::Interval> {
        auto read = edtf::parse_interval(text);
        if (!read) return std::nullopt;
        return read->value;
    };
    fields.take_as("date", view.when, interval_from);
    edtf::Interval before;
    fields.take_as("comparedWith", before, interval_from);
    if (!(before == edtf::Interval())) view.before = before;
    fields.take("sides", view.sides);
    fields.take_as("steady", view.steady, steady_period_from);
    constexpr int deepest = 64;
    fields.take("roots", view.roots);
    fields.take("depth", view.depth, 0, deepest);
    view.folded = take_set(fields, "folded");
    view.unfolded = take_set(fields, "unfolded");
    view.filter.hidden = take_set(fields, "hidden");
    view.filter.hidden_kinds = take_set(fields, "hiddenKinds");
    fields.take_as("certainty", view.filter.certainty,
                   [](std::string_view text) -> std::optional<graph::Certainty> {
                       for (const auto& [certainty, name] : certainties) {
                           if (text == name) return certainty;
                       }
                       return std::nullopt;
                   });
    fields.take("lateral", view.lateral);
    fields.take_as("view", view.view, view_from);
    fields.take("table", view.table);
    read_choices(fields, view.choices);
    fields.take("selection", place.selection);
    fields.take("x", place.centre.x);
    fields.take("y", place.centre.y);
    fields.take("scale", place.scale);
    if (place.scale < 0) place.scale = 0;
    fields.finish();
    return place;
}

}  // namespace shezhire::session
