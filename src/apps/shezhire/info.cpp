#include <algorithm>
#include <map>
#include <optional>

#include "command_line.h"

#include <fmt/format.h>

namespace shezhire::cli {
namespace {

using Counts = std::map<std::string, std::size_t>;

struct Info {
    std::string title;
    std::string as_of;  ///< empty: all that the data hold, whenever
    std::string span;
    Counts organizations;
    Counts changes;
    Counts events;
    std::vector<std::string> languages;
    std::size_t sources = 0;
    std::size_t concepts = 0;
    Counts statements;
};

/// A kind under its concept's notation, else its id; "" is said as "unstated".
std::string kind_key(const model::Model& model, const model::Id& kind) {
    const auto* concept_ = model.find_concept(kind);
    if (concept_ != nullptr && !concept_->notation.empty()) return concept_->notation;
    return kind.empty() ? "unstated" : kind;
}

/// What happens counts from the first day on which it may have begun.
template <class Happening>
Counts happened(const model::Model& model, const std::vector<Happening>& all, edtf::Day until) {
    Counts counts;
    for (const auto& one : all) {
        if (one.when.start_bounds().earliest <= until) ++counts[kind_key(model, one.kind)];
    }
    return counts;
}

edtf::Presence presence_at(const model::Model& model, const model::Organization& body,
                           const edtf::Interval& when) {
    const edtf::Bounds bounds{when.start_bounds().earliest, when.end_bounds().latest};
    if (when.is_instant()) return model.presence(body, bounds);
    auto best = body.spells.empty() ? edtf::Presence::maybe : edtf::Presence::no;
    for (const auto& spell : body.spells) best = std::max(best, edtf::presence_over(spell.when, when));
    return best;
}

std::string verdict_key(model::Verdict verdict) {
    switch (verdict) {
        case model::Verdict::unstated:
            break;
        case model::Verdict::confirmed:
            return "confirmed";
        case model::Verdict::contradicted:
            return "contradicted";
        case model::Verdict::not_found:
            return "not-found";
    }
    return "unstated";
}

Info info_of(const model::Model& model, const edtf::Interval* when) {
    Info info;
    for (const auto& file : model.files()) {
        if (!info.title.empty() || file.titles.empty()) continue;
        const auto english = std::find_if(file.titles.begin(), file.titles.end(),
                                          [](const auto& title) { return title.first == "en"; });
        info.title = english != file.titles.end() ? english->second : file.titles.front().second;
    }
    if (const auto span = model.span()) info.span = span->text();
    if (when != nullptr) info.as_of = when->text();
    for (const auto& body : model.organizations()) {
        const bool there = when == nullptr || presence_at(model, body, *when) != edtf::Presence::no;
        if (there) ++info.organizations[kind_key(model, body.kind)];
    }
    const auto until = when != nullptr ? when->end_bounds().latest : edtf::end_of_time;
    info.changes = happened(model, model.changes(), until);
    info.events = happened(model, model.events(), until);
    info.languages = model.languages();
    info.sources = model.sources().size();
    info.concepts = model.concepts().size();
    for (const auto& statement : model.statements()) ++info.statements[verdict_key(statement.verdict)];
    return info;
}

std::size_t sum(const Counts& counts) {
    std::size_t all = 0;
    for (const auto& [kind, count] : counts) all += count;
    return all;
}

std::string as_json(const Counts& counts) {
    std::string json;
    for (const auto& [kind, count] : counts) {
        json += fmt::format("{}{}: {}", json.empty() ? "" : ", ", json_text(kind), count);
    }
    return "{" + json + "}";
}

std::string as_json(const Info& info) {
    std::string languages;
    for (const auto& language : info.languages)
        languages += (languages.empty() ? "" : ", ") + json_text(language);
    return fmt::format(
        "{{\n  \"title\": {},\n  \"asOf\": {},\n  \"span\": {},\n  \"organizations\": {},\n  \"changes\": "
        "{},\n"
        "  \"events\": {},\n  \"concepts\": {},\n  \"sources\": {},\n  \"statements\": {},\n  \"languages\": "
        "[{}]\n}}\n",
        json_text(info.title), info.as_of.empty() ? "null" : json_text(info.as_of),
        info.span.empty() ? "null" : json_text(info.span), as_json(info.organizations), as_json(info.changes),
        as_json(info.events), info.concepts, info.sources, as_json(info.statements), languages);
}

std::string as_text(std::string_view heading, const Counts& counts) {
    auto text = fmt::format("{:<34}{:>7}\n", heading, sum(counts));
    for (const auto& [kind, count] : counts) text += fmt::format("  {:<32}{:>7}\n", kind, count);
    return text;
}

std::string as_text(const Info& info) {
    auto text = fmt::format("{}\n", info.title.empty() ? "(no title)" : info.title);
    text += fmt::format("as of {}, dates {}\n\n", info.as_of.empty() ? "any time" : info.as_of,
                        info.span.empty() ? "none" : info.span);
    text += as_text("organizations", info.organizations) + as_text("changes", info.changes) +
            as_text("events", info.events);
    text += fmt::format("{:<34}{:>7}\n{:<34}{:>7}\n", "concepts", info.concepts, "sources", info.sources);
    text += as_text("statements", info.statements);
    std::string languages;
    for (const auto& language : info.languages) languages += ' ' + language;
    return text + "languages" + languages + '\n';
}

}  // namespace

int info(const InfoWords& options) {
    edtf::Interval when;
    if (options.as_of) {
        auto read = read_when(*options.as_of);
        if (!read) return wrong_use("--as-of: " + read.error().sentence);
        when = *read;
    }
    const auto model = open_and_say(options.data);
    if (!model) return exit_data_has_errors;
    const auto facts = info_of(*model, options.as_of ? &when : nullptr);
    return put(options.json ? as_json(facts) : as_text(facts));
}

}  // namespace shezhire::cli
