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

}  // namespace

MatchWords::MatchWords(std::string_view text) : words_(words_of(model::search_key(text))) {}

/// Former names count too.
bool MatchWords::found_in(const model::Organization& organization) const {
    const auto hit = [&](std::string_view text) { return holds_all(model::search_key(text), words_); };
    return hit(organization.id) || (!organization.notation.empty() && hit(organization.notation)) ||
           std::any_of(organization.names.begin(), organization.names.end(),
                       [&](const model::Name& name) { return hit(name.text); });
}

void keep_matching(View& view, const model::Model& model, std::string_view text) {
    const MatchWords words(text);
    if (words.empty()) return;
    std::vector<bool> kept(view.seats.size());
    for (auto at = view.descent.rbegin(); at != view.descent.rend(); ++at) {
        if (!kept[*at] && !words.found_in(model.organizations()[*at])) continue;
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
