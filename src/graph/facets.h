// What one can filter by, and how many bodies each choice would show: the counts beside the filters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/graph.h"

namespace shezhire::graph {

struct FacetValue {
    std::string value;        ///< a concept's, country's or source's id; "1970/1979" of a founding decade
    std::uint32_t count = 0;  ///< bodies there at the date that meet all other filters
    bool operator==(const FacetValue&) const = default;
};

/// Values that some body has at the date, whether or not they are shown just now. Most frequent first, then
/// by value; decades in their order.
struct Facets {
    std::uint32_t total = 0;  ///< bodies at the date below the roots
    std::vector<FacetValue> kinds, countries, scopes, sources, decades;
    std::vector<FacetValue> certainty;  ///< "all", "likely", "certain"
    bool operator==(const Facets&) const = default;
};

/// Folds and the focus do not matter: this is about all that is there. The filter's text counts.
Facets facets_of(const model::Model& model, const Question& question);

}  // namespace shezhire::graph
