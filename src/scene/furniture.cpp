#include "scene/furniture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "scene/card.h"
#include "scene/fate_look.h"
#include "scene/legend.h"
#include "scene/shapes.h"
#include "scene/words.h"

namespace shezhire::scene {
namespace {

using base::Point;
using base::Rect;

std::string label_of(const model::Thing& thing, edtf::Bounds at, const std::string& lang) {
    const std::array<std::string, 1> languages{lang};
    const model::Name* name = model::name_at(thing, at, languages);
    return name != nullptr ? name->text : thing.id;
}

/// The days that a question spans, for the names that held then.
edtf::Bounds bounds_of(const edtf::Interval& when) {
    return {when.start_bounds().earliest, when.end_bounds().latest};
}

void add_text(Furniture& out, const text::Typesetter& typesetter, const text::TextRequest& request, Point at,
              base::Colour colour) {
    auto set = typesetter.set(request);
    out.size.width = std::max(out.size.width, at.x + set->size.width);
    out.size.height = std::max(out.size.height, at.y + set->size.height);
    const auto readable = static_cast<float>(5.0 / request.style.size);
    out.element.texts.push_back({std::move(set), at, colour, {readable, 1e9F}});
}

LegendEntry kind_entry(const Drawing& d, const std::string& kind, std::size_t count) {
    KindLook look = look_of(d.theme, d.model, kind, 2);
    if (d.comparison != nullptr) look = look_in_fate(d.theme, look, graph::Fate::unchanged);
    LegendEntry entry;
    const Rect box{0.5, 0, 0.5 + swatch_width, swatch_height};
    PathShape fill = box_outline(look.shape, box);
    fill.fill = look.fill;
    fill.stroke = {look.outline, 0.8, Dash::solid};
    entry.swatch.push_back(std::move(fill));
    if (look.mark != Mark::none)
        entry.swatch.push_back(mark_outline(look.mark, box.centre(), 5.6, look.accent));
    entry.label = kind_name(d.model, kind, d.style.lang);
    entry.count = number_of(word_lang(d.style.lang), count);
    return entry;
}

LegendEntry box_entry(const Theme& theme, Dash dash, std::string_view label) {
    LegendEntry entry;
    PathShape box = rounded_rectangle({0.5, 0, 0.5 + swatch_width, swatch_height}, 2);
    box.stroke = {theme.quiet_ink, 0.9, dash};
    entry.swatch.push_back(std::move(box));
    entry.label = label;
    return entry;
}

/// Kinds in the order in which they are met, then what the lines say.
std::vector<LegendEntry> entries_of(const Drawing& d) {
    const auto& graph = d.graph;
    const auto& theme = d.theme;
    const auto* comparison = d.comparison;
    std::vector<std::pair<std::string, std::size_t>> kinds;
    std::map<std::string, std::size_t> place;
    bool maybe = false;
    bool disputed = false;
    bool weak = false;
    std::size_t translated = 0;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (comparison != nullptr && comparison->earlier_place[i]) continue;  // counted at its later place
        const auto& node = graph.nodes[i];
        const auto [found, fresh] = place.emplace(node.kind, kinds.size());
        if (fresh) kinds.emplace_back(node.kind, 0);
        if (node.presence != edtf::Presence::no) ++kinds[found->second].second;
        maybe = maybe || node.presence == edtf::Presence::maybe;
        disputed = disputed || node.disputed;
        weak = weak || (node.low_confidence && node.presence != edtf::Presence::maybe);
        translated += node.translated ? 1U : 0U;
    }
    bool other_part = false;
    bool lateral = false;
    for (const auto& edge : graph.edges) {
        other_part = other_part || edge.kind == graph::EdgeKind::other_part;
        lateral = lateral || edge.kind == graph::EdgeKind::lateral;
    }
    const WordLang lang = word_lang(d.style.lang);
    std::vector<LegendEntry> entries;
    if (comparison != nullptr) {
        entries = fate_entries(*comparison, theme, lang);
        maybe = weak = false;  // lines say what became of it
    }
    for (const auto& [kind, count] : kinds) entries.push_back(kind_entry(d, kind, count));
    if (other_part) {
        entries.push_back(line_entry(theme.line, 0.9, Dash::dashed, word(lang, Word::other_part)));
    }
    if (lateral) {
        entries.push_back(line_entry(theme.quiet_line, 1.1, Dash::dotted, word(lang, Word::lateral)));
    }
    const bool ghosts = d.style.dated && d.style.ghosts;
    if (maybe || ghosts) entries.push_back(box_entry(theme, Dash::dashed, word(lang, Word::uncertain)));
    if (weak) entries.push_back(box_entry(theme, Dash::dotted, word(lang, Word::low_confidence)));
    if (ghosts) {
        auto entry = box_entry(theme, Dash::solid, word(lang, Word::absent));
        for (auto& path : entry.swatch) path.stroke.colour = base::mixed(theme.paper, theme.quiet_ink, 0.4);
        entries.push_back(std::move(entry));
    }
    if (disputed) {
        LegendEntry entry;
        entry.swatch.push_back(dispute_mark({swatch_width / 2, swatch_height / 2}, theme));
        entry.label = word(lang, Word::disputed);
        entries.push_back(std::move(entry));
    }
    if (translated > 0) {
        LegendEntry entry;
        entry.label = word(lang, Word::translated);
        entry.count = number_of(lang, translated);
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace

Heading heading_of(const graph::Graph& graph, const model::Model& model, const StructureStyle& style) {
    const graph::Node* root = nullptr;
    for (const auto& node : graph.nodes) {
        if (node.depth == 0) {
            if (root != nullptr) {
                // Several roots: the data set itself is the subject.
                const auto lang = std::string(to_text(word_lang(style.lang)));
                for (const auto& file : model.files()) {
                    for (const auto& [of, title] : file.titles) {
                        if (of == lang) return {title, ""};
                    }
                }
                break;
            }
            root = &node;
        }
    }
    if (root == nullptr) return {};
    const model::Organization* body = model.organization(root->key);
    if (body == nullptr)
        return {root->acronym.empty() ? root->label : root->acronym,
                root->acronym.empty() ? "" : root->label};
    const std::array<std::string, 1> languages{style.lang};
    const edtf::Bounds at = bounds_of(graph.when);
    const model::Name* name = model::name_at(*body, at, languages);
    const model::Name* acronym = model::acronym_at(*body, at, languages);
    const std::string full = name != nullptr ? name->text : root->label;
    if (acronym == nullptr || acronym->text == full) return {full, ""};
    return {acronym->text, full};
}

std::string kind_name(const model::Model& model, const std::string& kind, const std::string& lang) {
    const model::Concept* found = model.find_concept(kind);
    if (found == nullptr) return std::string(word(word_lang(lang), Word::other_kind));
    return label_of(*found, {}, lang);
}

namespace {

std::string date_of(const Drawing& d) {
    const WordLang lang = word_lang(d.style.lang);
    return d.comparison == nullptr ? structure_at(lang, d.graph.when)
                                   : compared_dates(lang, d.comparison->before, d.comparison->after);
}

}  // namespace

std::string title_in_words(const Drawing& d) {
    const Heading heading = heading_of(d.graph, d.model, d.style);
    const std::string date = date_of(d);
    return heading.strong.empty() ? date : heading.strong + ". " + date;
}

Furniture make_title(const Drawing& d, const text::Typesetter& typesetter, double width) {
    const auto& graph = d.graph;
    const auto& model = d.model;
    const auto& theme = d.theme;
    const auto& style = d.style;
    const auto* comparison = d.comparison;
    const WordLang lang = word_lang(style.lang);
    const std::string words_lang(to_text(lang));
    const Heading heading = heading_of(graph, model, style);
    Furniture out;
    out.element.key = "#title";
    out.element.owner = "#title";
    out.element.role = Role::title;
    double y = 0;
    const auto line = [&](const std::string& text, const std::string& of, text::Style how,
                          base::Colour colour, int lines) {
        if (text.empty()) return;
        add_text(out, typesetter, {text, of, how, width, lines, text::Align::start}, {0, y}, colour);
        y = out.size.height;
    };
    const std::string strong = heading.strong.empty() ? date_of(d) : heading.strong;
    line(strong, style.lang, {type_scale::title, text::Weight::bold, false}, theme.ink, 2);
    // The root's own box says its name already, if in the same language.
    const bool said = std::any_of(graph.nodes.begin(), graph.nodes.end(), [&](const graph::Node& node) {
        return node.depth == 0 && node.label == heading.plain;
    });
    if (!said)
        line(heading.plain, style.lang, {type_scale::body, text::Weight::regular, false}, theme.ink, 2);
    y += 2;
    if (!heading.strong.empty()) {
        line(date_of(d), words_lang, {type_scale::body, text::Weight::bold, false}, theme.quiet_ink,
             comparison == nullptr ? 1 : 2);
    }
    std::size_t folded = 0;
    std::size_t there = 0;
    for (const auto& node : graph.nodes) {
        folded += node.hidden;
        there += node.presence != edtf::Presence::no ? 1U : 0U;
    }
    const std::string count = there == 0              ? std::string(word(lang, Word::empty))
                              : comparison != nullptr ? fates_in_words(lang, *comparison)
                                                      : count_in_words(lang, there, folded, graph.filtered);
    line(count, words_lang, {type_scale::small, text::Weight::regular, false}, theme.quiet_ink,
         comparison == nullptr ? 2 : 5);
    out.element.title = title_in_words(d);
    out.element.description = count;
    return out;
}

Furniture make_legend(const Drawing& d, const text::Typesetter& typesetter, double width) {
    auto entries = entries_of(d);
    const bool few = translations_are_few(d.graph);
    for (auto& entry : entries) entry.italic = entry.swatch.empty() && few;
    return lay_legend(std::move(entries), d.theme, d.style.lang, typesetter, width);
}

}  // namespace shezhire::scene
