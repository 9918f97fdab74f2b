// What a filter keeps: bodies that match it, and the way to them.
#include <algorithm>
#include <string>

#include "graph/view.h"
#include "model/search.h"

namespace shezhire::graph {
namespace {

std::vector<std::string> words_of(const std::string& key) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < key.size();) {
        const auto end = std::min(key.find(' ', at), key.size());
        if (end > at) words.push_back(key.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

bool holds_all(const std::string& text, const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

bool meet(const std::set<std::string>& wanted, const std::vector<std::string_view>& has) {
    return wanted.empty() || std::any_of(has.begin(), has.end(), [&](std::string_view value) {
               return wanted.contains(std::string(value));
           });
}

}  // namespace

MatchWords::MatchWords(std::string_view text) : words_(words_of(model::search_key(text))) {}

/// Former names count too.
bool MatchWords::found_in(const model::Organization& organization) const {
    const auto hit = [&](std::string_view text) { return holds_all(model::search_key(text), words_); };
    return hit(organization.id) || (!organization.notation.empty() && hit(organization.notation)) ||
           std::any_of(organization.names.begin(), organization.names.end(),
                       [&](const model::Name& name) { return hit(name.text); });
}

bool keeps_only_matches(const Filter& filter) {
    return !filter.text.empty() || !filter.countries.empty() || !filter.scopes.empty() ||
           !filter.sources.empty() || filter.founded.has_value();
}

bool may_begin_in(const model::Organization& body, const edtf::Interval& period) {
    const edtf::Bounds wanted{period.start_bounds().earliest, period.end_bounds().latest};
    return std::any_of(body.spells.begin(), body.spells.end(), [&](const model::Spell& spell) {
        const auto start = spell.when.start_bounds();
        const bool known = start.earliest > edtf::beginning_of_time;
        return known && start.earliest <= wanted.latest && start.latest >= wanted.earliest;
    });
}

bool in_countries(const model::Organization& body, const Filter& filter, const Moment& moment) {
    return filter.countries.empty() || meet(filter.countries, countries_of(body, moment));
}

bool in_scopes(const model::Organization& body, const Filter& filter) {
    return filter.scopes.empty() || filter.scopes.contains(body.scope);
}

bool in_sources(const model::Organization& body, const Filter& filter) {
    return filter.sources.empty() || meet(filter.sources, sources_of(body));
}

void keep_matching(View& view, const model::Model& model, const Filter& filter, const Moment& moment) {
    const MatchWords words(filter.text);
    const auto matches = [&](const model::Organization& body) {
        return in_scopes(body, filter) && in_countries(body, filter, moment) && in_sources(body, filter) &&
               (!filter.founded || may_begin_in(body, *filter.founded)) &&
               (words.empty() || words.found_in(body));
    };
    std::vector<bool> kept(view.seats.size());
    for (auto at = view.descent.rbegin(); at != view.descent.rend(); ++at) {
        if (!kept[*at] && !matches(model.organizations()[*at])) continue;
        kept[*at] = true;
        if (view.seats[*at].holder != nobody) kept[view.seats[*at].holder] = true;
    }
    const auto gone = [&](std::uint32_t index) { return !kept[index]; };
    for (const auto index : view.descent) view.seats[index].placed = kept[index];
    std::erase_if(view.descent, gone);
    std::erase_if(view.tops, gone);
    view.index_children(view.descent);
}

}  // namespace shezhire::graph
