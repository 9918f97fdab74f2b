#include <algorithm>
#include <compare>
#include <numeric>
#include <string>
#include <unordered_map>

#include "base/numbers.h"
#include "graph/view.h"
#include "model/search.h"

namespace shezhire::graph {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Runs of digits count as numbers of any length, and stand before everything else.
std::strong_ordering natural(std::string_view a, std::string_view b) {
    const auto take_number = [](std::string_view& text) {
        const auto length = std::find_if_not(text.begin(), text.end(), is_digit) - text.begin();
        auto number = text.substr(0, static_cast<std::size_t>(length));
        text.remove_prefix(number.size());
        number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
        return number;
    };
    while (!a.empty() && !b.empty()) {
        if (is_digit(a.front()) && is_digit(b.front())) {
            const auto left = take_number(a);
            const auto right = take_number(b);
            if (const auto by_length = left.size() <=> right.size(); by_length != 0) return by_length;
            if (const auto by_digits = left <=> right; by_digits != 0) return by_digits;
            continue;
        }
        if (is_digit(a.front()) != is_digit(b.front())) {
            return is_digit(a.front()) ? std::strong_ordering::less : std::strong_ordering::greater;
        }
        if (a.front() != b.front()) {
            return static_cast<unsigned char>(a.front()) <=> static_cast<unsigned char>(b.front());
        }
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.size() <=> b.size();
}

/// "C" and "D" are numerals beside "CI", and letters beside "A": only the family can tell.
bool are_roman(const std::vector<std::string_view>& notations) {
    std::size_t letters = 0;
    bool longer = false;
    for (const auto notation : notations) {
        if (notation.empty() || !std::all_of(notation.begin(), notation.end(), is_capital)) continue;
        if (base::from_roman(notation) == 0) return false;
        ++letters;
        longer = longer || notation.size() > 1;
    }
    return longer || letters == 1;
}

edtf::Day founding(const model::Organization& organization) {
    auto first = edtf::end_of_time;
    for (const auto& spell : organization.spells) first = std::min(first, spell.when.start_bounds().earliest);
    return first == edtf::beginning_of_time ? edtf::end_of_time : first;
}

struct Sibling {
    std::uint32_t index = 0;
    std::uint32_t group = 0;  ///< of its kind
    std::uint32_t rank = 0;
    edtf::Day founded = 0;
    std::string name;

    [[nodiscard]] bool ties_with(const Sibling& other) const {
        return group == other.group && rank == other.rank && founded == other.founded;
    }
};

/// Places of the siblings' kinds: those that have numbers by their first number, the others by the kind's own
/// notation, then in the vocabulary's order; a body without a known kind comes last.
std::vector<std::uint32_t> kind_groups(const std::vector<std::uint32_t>& units, const model::Model& model,
                                       const std::vector<std::uint32_t>& ranks) {
    struct Group {
        std::string_view kind;
        std::uint32_t first_rank = UINT32_MAX;  ///< of a number
        const model::Concept* what = nullptr;
    };
    std::vector<Group> groups;
    std::unordered_map<std::string_view, std::uint32_t> group_of;
    std::vector<std::uint32_t> of_unit(units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto& body = model.organizations()[units[i]];
        const auto [at, fresh] = group_of.try_emplace(body.kind, static_cast<std::uint32_t>(groups.size()));
        if (fresh) groups.push_back({body.kind, UINT32_MAX, model.find_concept(body.kind)});
        of_unit[i] = at->second;
        auto& group = groups[at->second];
        if (!body.notation.empty()) group.first_rank = std::min(group.first_rank, ranks[i]);
    }
    std::vector<std::string_view> notations;
    for (const auto& group : groups)
        notations.push_back(group.what != nullptr ? std::string_view(group.what->notation) : "");
    const auto notation_order = notation_ranks(notations);
    std::vector<std::uint32_t> order(groups.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (groups[a].first_rank != groups[b].first_rank) return groups[a].first_rank < groups[b].first_rank;
        if ((groups[a].what == nullptr) != (groups[b].what == nullptr)) return groups[b].what == nullptr;
        if (notation_order[a] != notation_order[b]) return notation_order[a] < notation_order[b];
        return groups[a].what < groups[b].what;  // both in the one array of concepts
    });
    std::vector<std::uint32_t> place(groups.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    for (auto& group : of_unit) group = place[group];
    return of_unit;
}

}  // namespace

std::vector<std::uint32_t> notation_ranks(const std::vector<std::string_view>& notations) {
    const bool as_roman = are_roman(notations);
    std::vector<std::string> keys;
    keys.reserve(notations.size());
    for (const auto notation : notations) {
        const auto value = as_roman ? base::from_roman(notation) : 0;
        keys.push_back(value != 0 ? std::to_string(value) : std::string(notation));
    }
    const auto compare = [&](std::uint32_t a, std::uint32_t b) {
        if (keys[a].empty() != keys[b].empty()) {
            return keys[a].empty() ? std::strong_ordering::greater : std::strong_ordering::less;
        }
        return natural(keys[a], keys[b]);
    };
    std::vector<std::uint32_t> order(notations.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return compare(a, b) < 0; });
    std::vector<std::uint32_t> ranks(notations.size());
    for (std::size_t i = 1; i < order.size(); ++i) {
        ranks[order[i]] = ranks[order[i - 1]] + (compare(order[i - 1], order[i]) == 0 ? 0U : 1U);
    }
    return ranks;
}

void sort_siblings(std::vector<std::uint32_t>& units, const model::Model& model, const Question& question,
                   const Moment& moment) {
    if (units.size() < 2) return;
    std::vector<std::string_view> notations;
    notations.reserve(units.size());
    for (const auto unit : units) notations.push_back(model.organizations()[unit].notation);
    const auto ranks = notation_ranks(notations);
    const auto groups = kind_groups(units, model, ranks);
    std::vector<Sibling> siblings(units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        siblings[i] = {units[i], groups[i], ranks[i], founding(model.organizations()[units[i]]), {}};
    }
    std::stable_sort(siblings.begin(), siblings.end(), [](const Sibling& a, const Sibling& b) {
        if (a.group != b.group) return a.group < b.group;
        return a.rank != b.rank ? a.rank < b.rank : a.founded < b.founded;
    });
    // Names cost a look-up and a folding: only where nothing else tells siblings apart.
    for (auto first = siblings.begin(); first != siblings.end();) {
        const auto last =
            std::find_if_not(first, siblings.end(), [&](const Sibling& s) { return s.ties_with(*first); });
        if (last - first > 1) {
            for (auto at = first; at != last; ++at) {
                const auto& body = model.organizations()[at->index];
                const auto* name = model::name_at(body, moment.label_bounds(body), question.languages);
                at->name = model::search_key(name != nullptr ? name->text : body.id);
            }
            std::stable_sort(first, last, [](const Sibling& a, const Sibling& b) { return a.name < b.name; });
        }
        first = last;
    }
    for (std::size_t i = 0; i < units.size(); ++i) units[i] = siblings[i].index;
}

}  // namespace shezhire::graph
