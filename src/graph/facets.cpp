#include "graph/facets.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "graph/view.h"

namespace shezhire::graph {
namespace {

void keep_once(std::vector<std::string_view>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::optional<std::int64_t> founding_decade(const model::Organization& body) {
    auto first = edtf::end_of_time;
    for (const auto& spell : body.spells) {
        const auto start = spell.when.start_bounds();
        if (start.earliest > edtf::beginning_of_time) first = std::min(first, start.earliest);
    }
    if (first == edtf::end_of_time) return std::nullopt;
    const auto year = edtf::civil_from_day(first).year;
    return (year - (year % 10 + 10) % 10) / 10;
}

/// "1970/1979"; beyond the years of four digits as EDTF writes them.
std::string decade_text(std::int64_t decade) {
    return edtf::Date::from_year(decade * 10).text() + "/" + edtf::Date::from_year(decade * 10 + 9).text();
}

bool low(const model::Organization& body, const Seat& seat, const model::Spell* spell) {
    using model::Confidence;
    return body.evidence->confidence == Confidence::low ||
           (spell != nullptr && spell->evidence->confidence == Confidence::low) ||
           (seat.holder != nobody && body.parents[seat.parent].evidence->confidence == Confidence::low);
}

class Counter {
  public:
    void see(std::string_view value, bool counts) { counts_[value] += counts ? 1U : 0U; }
    [[nodiscard]] std::vector<FacetValue> values() const {
        std::vector<FacetValue> all;
        all.reserve(counts_.size());
        for (const auto& [value, count] : counts_) all.push_back({std::string(value), count});
        std::sort(all.begin(), all.end(), [](const FacetValue& a, const FacetValue& b) {
            return a.count != b.count ? a.count > b.count : a.value < b.value;
        });
        return all;
    }

  private:
    std::unordered_map<std::string_view, std::uint32_t> counts_;
};

/// Which of the filters a body meets; each facet is counted as if its own were not set.
struct Met {
    bool kind, country, scope, source, founded, certainty;

    [[nodiscard]] int failed() const { return !kind + !country + !scope + !source + !founded + !certainty; }
    /// All others are met.
    [[nodiscard]] bool but(bool own) const { return failed() == (own ? 0 : 1); }
};

/// Before the filter for kinds and certainty removed anything: those are facets too.
View view_before(const model::Model& model, const Question& question, const Moment& moment) {
    Filter before;
    before.hidden = question.filter.hidden;
    auto view = view_of(model, question, before, moment);
    if (question.filter.text.empty()) return view;
    before.text = question.filter.text;
    keep_matching(view, model, before, moment);
    return view;
}

}  // namespace

std::vector<std::string_view> countries_of(const model::Organization& body, const Moment& moment) {
    std::vector<std::string_view> countries;
    if (!body.country.empty()) countries.push_back(body.country);
    for (const auto& site : body.sites) {
        if (!site.country.empty() && moment.of_part(site.when) != edtf::Presence::no)
            countries.push_back(site.country);
    }
    keep_once(countries);
    return countries;
}

std::vector<std::string_view> sources_of(const model::Organization& body) {
    std::vector<std::string_view> sources;
    const auto add = [&](const model::Evidence& evidence) {
        sources.insert(sources.end(), evidence.sources.begin(), evidence.sources.end());
    };
    add(body.evidence);
    for (const auto& name : body.names) add(name.evidence);
    for (const auto& spell : body.spells) add(spell.evidence);
    for (const auto& parent : body.parents) add(parent.evidence);
    for (const auto& membership : body.memberships) add(membership.evidence);
    for (const auto& link : body.links) add(link.evidence);
    for (const auto& site : body.sites) add(site.evidence);
    for (const auto& office : body.offices) add(office.evidence);
    for (const auto& figure : body.figures) add(figure.evidence);
    keep_once(sources);
    return sources;
}

Facets facets_of(const model::Model& model, const Question& question) {
    const Moment moment(question.when);
    const auto& filter = question.filter;
    const auto view = view_before(model, question, moment);
    Facets facets;
    Counter kinds;
    Counter countries;
    Counter scopes;
    Counter sources;
    std::map<std::int64_t, std::uint32_t> decades;
    std::uint32_t all = 0;
    std::uint32_t likely = 0;
    std::uint32_t certain = 0;
    for (const auto index : view.descent) {
        const auto& body = model.organizations()[index];
        const auto& seat = view.seats[index];
        const model::Spell* spell = nullptr;
        auto presence = moment.of(body, &spell);
        if (seat.holder != nobody)
            presence = std::min(presence, moment.of_part(body.parents[seat.parent].when));
        const bool is_likely = !low(body, seat, spell);
        const bool is_certain = is_likely && presence == edtf::Presence::yes;
        const Met met{!filter.hidden_kinds.contains(body.kind),
                      in_countries(body, filter, moment),
                      in_scopes(body, filter),
                      in_sources(body, filter),
                      !filter.founded || may_begin_in(body, *filter.founded),
                      filter.certainty == Certainty::all ||
                          (filter.certainty == Certainty::likely ? is_likely : is_certain)};
        ++facets.total;
        if (!body.kind.empty()) kinds.see(body.kind, met.but(met.kind));
        for (const auto country : countries_of(body, moment)) countries.see(country, met.but(met.country));
        if (!body.scope.empty()) scopes.see(body.scope, met.but(met.scope));
        for (const auto source : sources_of(body)) sources.see(source, met.but(met.source));
        if (const auto decade = founding_decade(body)) decades[*decade] += met.but(met.founded) ? 1U : 0U;
        if (!met.but(met.certainty)) continue;
        ++all;
        likely += is_likely ? 1U : 0U;
        certain += is_certain ? 1U : 0U;
    }
    facets.kinds = kinds.values();
    facets.countries = countries.values();
    facets.scopes = scopes.values();
    facets.sources = sources.values();
    for (const auto& [decade, count] : decades) facets.decades.push_back({decade_text(decade), count});
    facets.certainty = {{"all", all}, {"likely", likely}, {"certain", certain}};
    return facets;
}

}  // namespace shezhire::graph
