#include "scene/card.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "scene/fate_look.h"

namespace shezhire::scene {
namespace {

constexpr double strip = 3;  ///< the coloured band at the left of a box
constexpr double mark_gap = 4;
constexpr double badge_gap = 5;
constexpr double dispute_width = 11;
constexpr double fate_width = 12;
constexpr double note_size = 7;
constexpr double note_gap = 1.5;
constexpr double line_height = 1.362;      ///< of Noto Sans, in ems
constexpr std::size_t short_notation = 4;  ///< characters that still make a column

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) base::next_code_point(text, at);
    return count;
}

bool has_short_notation(const graph::Node& node) {
    return !node.notation.empty() && length(node.notation) <= short_notation;
}

/// A label as long as a picture can use: what nobody can read need not be set.
std::string shown(const std::string& label) {
    return base::shortened(label, 480);
}

/// What stands before the name in the same line: an acronym, or a number too long for a column.
std::string lead_of(const graph::Node& node) {
    std::string lead = !node.acronym.empty() ? node.acronym : has_short_notation(node) ? "" : node.notation;
    if (lead.empty() || node.label.find(lead) != std::string::npos) return {};
    return base::shortened(lead, 48);
}

/// The node as it is called then.
graph::Node node_called(const graph::Node& node, const graph::Naming& naming) {
    graph::Node other = node;
    other.namings.clear();
    other.label = naming.label;
    other.lang = naming.lang;
    other.acronym = naming.acronym;
    other.translated = naming.translated;
    return other;
}

/// Some name of it has something before it in a line of its own.
bool has_lead(const graph::Node& node) {
    return !lead_of(node).empty() ||
           std::any_of(node.namings.begin(), node.namings.end(), [&](const graph::Naming& naming) {
               return !lead_of(node_called(node, naming)).empty();
           });
}

double padding_x(BoxShape shape) {
    return shape == BoxShape::hexagon || shape == BoxShape::pill ? 8.5 : 6;
}
double padding_y(Tier tier) {
    return tier == Tier::root ? 8 : tier == Tier::head ? 5 : 3.5;
}
double mark_size(Tier tier) {
    return tier == Tier::root ? 11 : tier == Tier::head ? 7 : 5.6;
}

/// The share of a text's natural width that its longest word takes, judged by its letters.
double longest_word_share(std::string_view text) {
    std::size_t word = 0;
    std::size_t longest = 0;
    std::size_t all = 0;
    for (std::size_t at = 0; at < text.size(); ++all) {
        const char32_t c = base::next_code_point(text, at);
        // Ideographs may be broken anywhere.
        word = c == U' ' || c == U'-' || c >= 0x2E80 ? 0 : word + 1;
        longest = std::max(longest, word);
    }
    return all == 0 ? 0 : static_cast<double>(longest) / static_cast<double>(all);
}

/// The value below which `share` of the values lie.
double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::lround(last * share))];
}

}  // namespace

CardMaker::CardMaker(const graph::Graph& graph, const model::Model& model, const Theme& theme,
                     const text::Typesetter& typesetter, const graph::Comparison* comparison, WordLang lang,
                     bool sides)
    : graph_(graph),
      model_(model),
      theme_(theme),
      typesetter_(typesetter),
      italic_translations_(translations_are_few(graph)),
      comparison_(comparison),
      lang_(lang),
      sides_(sides) {}

bool CardMaker::has_fate(std::uint32_t node) const {
    return comparison_ != nullptr && comparison_->of_node(node).fate != graph::Fate::unchanged;
}

std::string CardMaker::note(std::uint32_t node) const {
    return comparison_ == nullptr || sides_ ? std::string()
                                            : fate_note(lang_, *comparison_, comparison_->of_node(node));
}

bool translations_are_few(const graph::Graph& graph) {
    const auto count =
        std::count_if(graph.nodes.begin(), graph.nodes.end(), [](const auto& n) { return n.translated; });
    return static_cast<std::size_t>(count) * 2 < graph.nodes.size();
}

const KindLook& CardMaker::look(std::uint32_t node, Tier tier) const {
    const std::string& kind = graph_.nodes[node].kind;
    const auto fate = comparison_ == nullptr ? graph::Fate::unchanged : comparison_->of_node(node).fate;
    const auto found = looks_.find({kind, tier, fate});
    if (found != looks_.end()) return found->second;
    const int depth = tier == Tier::root ? 0 : tier == Tier::head ? 1 : 2;
    auto look = look_of(theme_, model_, kind, depth);
    if (comparison_ != nullptr) look = look_in_fate(theme_, look, fate);
    return looks_.emplace(std::tuple{kind, tier, fate}, look).first->second;
}

double CardMaker::good_width(const std::vector<std::uint32_t>& nodes) const {
    std::vector<double> naturals;
    std::vector<double> words;
    for (const auto node : nodes) {
        const graph::Node& n = graph_.nodes[node];
        const double natural = natural_width(node);
        double share = longest_word_share(n.label);
        for (const auto& naming : n.namings) share = std::max(share, longest_word_share(naming.label));
        const double word = natural * share * 1.12;
        if (n.foldable) {
            // As a head: larger, bold, with a number and perhaps a badge beside it.
            const double badge = n.folded ? 27 : 0;
            words.push_back(word * 1.3 + 26 + badge + (has_short_notation(n) ? 16 : 0) +
                            (n.disputed ? 9 : 0));
            if (n.folded) naturals.push_back((natural * 1.3) * 0.8 + badge);
        } else {
            naturals.push_back(natural);
            words.push_back(word + 30);
        }
    }
    const double two_lines = quantile(naturals, 0.8) * 0.56 + 30;
    return std::clamp(std::ceil(std::max(two_lines, quantile(words, 0.97))), 88.0, 168.0);
}

double CardMaker::natural_width(std::uint32_t node) const {
    const graph::Node& n = graph_.nodes[node];
    double width = natural_width(n.label, n.lang);
    for (const auto& naming : n.namings) width = std::max(width, natural_width(naming.label, naming.lang));
    return width;
}

double CardMaker::natural_width(const std::string& label, const std::string& lang) const {
    return typesetter_.set({shown(label), lang, {type_scale::small, text::Weight::regular, false}, 0, 1, {}})
        ->size.width;
}

std::string CardMaker::old_name(std::uint32_t node) const {
    if (comparison_ == nullptr || !sides_) return {};
    const auto& body = comparison_->of_node(node);
    const bool differs = body.before.there() && body.before.label != graph_.nodes[node].label;
    return differs ? shown(body.before.label) : std::string();
}

CardMaker::Guess CardMaker::guess(std::uint32_t node, Tier tier, double width, double notation_width) const {
    const graph::Node& n = graph_.nodes[node];
    const KindLook& kind = look(node, tier);
    const bool root = tier == Tier::root;
    double room = width - 2 * padding_x(kind.shape) - strip + 1 - notation_width;
    if (kind.mark != Mark::none && (notation_width == 0 || has_short_notation(n))) {
        room -= mark_size(tier) + mark_gap;
    }
    if (n.folded && n.hidden > 0) room -= 24;
    if (n.disputed) room -= dispute_width;
    if (has_fate(node)) room -= fate_width;
    const double size = root ? type_scale::body : kind.label.size;
    const double bold = !root && kind.label.weight == text::Weight::bold ? 1.1 : 1;
    // Lines are seldom full.
    const double needed = natural_width(node) * bold * size / type_scale::small * 1.08;
    Guess guess;
    guess.lines = std::clamp(static_cast<int>(std::ceil(needed / std::max(room, 24.0))), 1, 6);
    const double lead = !has_lead(n) ? 0 : root ? type_scale::title : size;
    const auto noted = note(node);
    const double note_width = natural_width(node) * static_cast<double>(noted.size()) /
                              static_cast<double>(std::max<std::size_t>(n.label.size(), 1));
    const double notes =
        noted.empty()
            ? 0
            : std::clamp(std::ceil(note_width / std::max(room, 24.0)), 1.0, 6.0) * note_size + note_gap;
    guess.height = std::ceil((guess.lines * size + lead + notes) * line_height + 2 * padding_y(tier) +
                             (kind.shape == BoxShape::folder ? 3 : 0));
    return guess;
}

double CardMaker::notation_width(const std::vector<std::uint32_t>& nodes) const {
    double width = 0;
    text::Style style;
    style.size = type_scale::small;
    style.weight = text::Weight::bold;
    for (const auto node : nodes) {
        const graph::Node& n = graph_.nodes[node];
        if (!has_short_notation(n)) continue;
        width = std::max(width, typesetter_.set({n.notation, "", style, 0, 1, {}})->size.width);
    }
    return width > 0 ? std::ceil(width) + mark_gap : 0;
}

Card CardMaker::make(std::uint32_t node, Tier tier, double width, double notation_width) const {
    const graph::Node& n = graph_.nodes[node];
    const KindLook& kind = look(node, tier);
    Card card = make_one(node, n, kind, tier, width, notation_width);
    double height = card.size.height;
    for (const auto& naming : n.namings) {
        card.others.push_back(make_one(node, node_called(n, naming), kind, tier, width, notation_width));
        height = std::max(height, card.others.back().size.height);
    }
    stretch(card, height);
    return card;
}

Card CardMaker::make_one(std::uint32_t node, const graph::Node& n, const KindLook& kind, Tier tier,
                         double width, double notation_width) const {
    Card card;
    card.look = kind;
    const bool root = tier == Tier::root;
    const double pad = padding_x(card.look.shape);
    const double top = padding_y(tier) + (card.look.shape == BoxShape::folder ? 3 : 0);
    double left = pad + (root ? 2 : strip - 1);
    double right = width - pad;
    const bool numbered = has_short_notation(n);
    if (card.look.mark != Mark::none) {
        card.mark_size = mark_size(tier);
        card.mark_at.x = left + card.mark_size / 2;
        // Where others have a number, a mark alone stands in the number's column.
        if (notation_width == 0 || numbered) left += card.mark_size + mark_gap;
    }
    text::Style style = card.look.label;
    if (root) style = {type_scale::heading, text::Weight::bold, false};
    text::Style number_style = style;
    number_style.weight = text::Weight::bold;
    if (notation_width > 0) {
        if (numbered) card.notation = typesetter_.set({n.notation, "", number_style, 0, 1, {}});
        card.notation_at.x = left;
        left += tier == Tier::leaf || card.notation == nullptr
                    ? notation_width
                    : std::max(notation_width, card.notation->size.width + mark_gap);
    }
    if (n.folded && n.hidden > 0) {
        card.badge = typesetter_.set(
            {"+" + number_of(lang_, n.hidden), "", {type_scale::small, text::Weight::bold, false}, 0, 1, {}});
        const double badge_width = std::max(card.badge->size.width + 7, 16.0);
        card.badge_box = {right - badge_width + 2, 0, right + 2, 12};
        right -= badge_width + badge_gap - 2;
    }
    if (n.disputed) {
        card.dispute_at = base::Point{right - 3.5, 0};
        right -= dispute_width;
    }
    if (has_fate(node)) {
        card.fate_at = base::Point{right - 3.5, 0};
        right -= fate_width;
    }
    const double room = std::max(right - left, 24.0);
    style.italic = n.translated && italic_translations_;
    const std::string name = shown(n.label);
    const std::string lead = lead_of(n);
    double y = top;
    const auto align = text::Align::start;
    if (!lead.empty()) {
        text::Style lead_style = style;
        lead_style.italic = false;
        lead_style.weight = text::Weight::bold;
        if (root) lead_style.size = type_scale::title;
        card.acronym = typesetter_.set({lead, "", lead_style, room, 1, align});
        card.acronym_at = {left, y};
        y += card.acronym->size.height;
        if (root) style = {type_scale::body, text::Weight::regular, style.italic};
    }
    card.name = typesetter_.set({name, n.lang, style, room, root ? 4 : 3, align});
    if (card.name->shortened) card.name = typesetter_.set({name, n.lang, style, room, 6, align});
    card.name_at = {left, y};
    double name_height = card.name->size.height;
    if (const auto older = old_name(node); !older.empty()) {
        card.old_name =
            typesetter_.set({older, comparison_->of_node(node).before.lang, style, room, 6, align});
        name_height = std::max(name_height, card.old_name->size.height);
    }
    y += name_height;
    if (const auto noted = note(node); !noted.empty()) {
        const text::Style note_style{note_size, text::Weight::regular, true};
        card.note = typesetter_.set({noted, n.lang, note_style, room, 3, align});
        if (card.note->shortened) card.note = typesetter_.set({noted, n.lang, note_style, room, 6, align});
        card.note_at = {left, y + note_gap};
        y += note_gap + card.note->size.height;
    }
    const double height = std::ceil(y + padding_y(tier));
    card.size = {width, std::max(height, root ? 34.0 : tier == Tier::head ? 22.0 : 17.0)};
    const auto& first = card.acronym != nullptr ? card.acronym : card.name;
    const double baseline = top + (first->lines.empty() ? first->style.size : first->lines.front().baseline);
    card.mark_at.y = baseline - first->style.size * 0.36;
    if (card.notation != nullptr && !card.notation->lines.empty()) {
        card.notation_at.y = baseline - card.notation->lines.front().baseline;
    }
    stretch(card, card.size.height);
    return card;
}

void CardMaker::stretch(Card& card, double height) {
    for (auto& other : card.others) stretch(other, height);
    const double name_height =
        std::max(card.name->size.height, card.old_name == nullptr ? 0 : card.old_name->size.height);
    const double before =
        card.note != nullptr ? card.note_at.y + card.note->size.height : card.name_at.y + name_height;
    const double first = card.acronym != nullptr ? card.acronym_at.y : card.name_at.y;
    const double notch = card.look.shape == BoxShape::folder ? 3 : 0;
    card.size.height = std::max(card.size.height, height);
    // What is written stands in the middle of the box.
    const double shift = (card.size.height + notch - (before - first)) / 2 - first;
    card.name_at.y += shift;
    card.acronym_at.y += shift;
    card.note_at.y += shift;
    card.notation_at.y += shift;
    card.mark_at.y += shift;
    const double middle = (card.size.height + notch) / 2;
    card.badge_box.top = middle - 6;
    card.badge_box.bottom = middle + 6;
    if (card.dispute_at) card.dispute_at->y = middle;
    if (card.fate_at) card.fate_at->y = card.mark_at.y;
}

}  // namespace shezhire::scene
