// What the makers of tables share: names, countries and sources as cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scene/table.h"

namespace shezhire::scene {

/// Adds to a list that stands in one cell: "a; b".
void add_to_list(std::string& list, std::string_view more);

/// The name of a concept, with its id for programs; empty where there is no kind.
TableCell kind_cell(const model::Model& model, const std::string& kind, const std::string& lang);
TableCell country_cell(const std::vector<std::string>& codes, const std::string& lang);
/// How many there are, with their ids for programs.
TableCell sources_cell(const std::vector<std::string_view>& ids);
/// What there is to say against it, in words; empty: nothing.
TableCell certainty_cell(std::string_view lang, bool disputed, bool low_confidence, bool translated = false);

/// When a body began and ended: of all its spells.
struct Life {
    TableCell founded;
    TableCell ended;
};
Life life_of(const std::vector<edtf::Interval>& spells, std::string_view lang);

/// Which is most frequent; "" of none.
template <class Things, class LangOf>
std::string most_frequent(const Things& things, LangOf&& lang_of) {
    std::vector<std::pair<std::string, std::size_t>> counts;
    for (const auto& thing : things) {
        const std::string& lang = lang_of(thing);
        std::size_t at = 0;
        while (at < counts.size() && counts[at].first != lang) ++at;
        if (at == counts.size()) counts.emplace_back(lang, 0);
        ++counts[at].second;
    }
    std::string best;
    std::size_t most = 0;
    for (auto& [lang, count] : counts) {
        if (count > most) best = lang, most = count;
    }
    return best;
}

}  // namespace shezhire::scene
