#include <algorithm>
#include <map>

#include "graph/telling.h"

namespace shezhire::graph {
namespace {

constexpr std::string_view scheme = "regions";

/// Countries by region, as the concepts of the scheme say.
std::map<std::string, std::string> regions_by_country(const model::Model& model) {
    std::map<std::string, std::string> found;
    for (const auto& term : model.concepts()) {
        if (term.scheme != scheme) continue;
        for (const auto& country : term.countries) found.emplace(country, term.id);
    }
    return found;
}

/// Beginnings that are known to about a decade; what is vaguer would stand in a decade of its own making.
bool is_known_enough(edtf::Bounds start) {
    constexpr edtf::Day decade = 3653;
    return start.earliest > edtf::beginning_of_time && start.latest < edtf::end_of_time &&
           start.latest - start.earliest <= decade;
}

}  // namespace

std::string region_of(const model::Model& model, const std::string& country) {
    const auto regions = regions_by_country(model);
    const auto found = regions.find(country);
    return found == regions.end() ? std::string() : found->second;
}

void tell_foundings(Telling& telling) {
    auto& out = telling.chronology;
    const auto by_country = regions_by_country(telling.model);
    for (const auto& term : telling.model.concepts()) {
        const bool holds_some = std::any_of(by_country.begin(), by_country.end(),
                                            [&](const auto& one) { return one.second == term.id; });
        if (term.scheme == scheme && holds_some) out.regions.push_back(term.id);
    }
    const bool all = telling.question.roots.empty();
    for (std::size_t i = 0; i < telling.model.organizations().size(); ++i) {
        const auto& body = telling.model.organizations()[i];
        const bool shown = telling.lane_of[i] != UINT32_MAX;
        if (all ? body.is_unit && !body.parents.empty() : !shown) continue;
        if (!telling.kept.empty() && !telling.kept[i]) continue;
        auto first = edtf::Bounds{edtf::end_of_time, edtf::end_of_time};
        for (const auto& spell : body.spells) {
            if (spell.when.start_kind() == edtf::EndKind::date)
                first = std::min(first, spell.when.start_bounds());
        }
        if (!is_known_enough(first)) continue;
        const auto region = by_country.find(body.country);
        const auto place = region == by_country.end()
                               ? out.regions.end()
                               : std::find(out.regions.begin(), out.regions.end(), region->second);
        out.foundings.push_back({first.earliest, static_cast<std::uint32_t>(place - out.regions.begin())});
    }
    const auto none = static_cast<std::uint32_t>(out.regions.size());
    const bool placed = std::any_of(out.foundings.begin(), out.foundings.end(),
                                    [&](const Founding& founding) { return founding.region != none; });
    if (!placed) {  // units have no countries: nothing to stack
        out.regions.clear();
        for (auto& founding : out.foundings) founding.region = 0;
    }
    std::sort(out.foundings.begin(), out.foundings.end(), [](const Founding& a, const Founding& b) {
        return std::pair(a.day, a.region) < std::pair(b.day, b.region);
    });
}

}  // namespace shezhire::graph
