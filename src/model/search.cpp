#include "model/search.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "model/best.h"
#include "model/fold.h"
#include "model/texts.h"

namespace shezhire::model {
namespace {

struct Query {
    std::string joined;
    std::vector<std::string_view> words;  ///< of `joined`
    /// Looked for first in names: so which name is shown does not depend on what else there is.
    std::string_view longest;

    explicit Query(std::string_view text) {
        append_folded(text, joined);
        for (std::string_view rest = joined; !rest.empty();) {
            const auto blank = std::min(rest.find(' '), rest.size());
            words.push_back(rest.substr(0, blank));
            if (words.back().size() > longest.size()) longest = words.back();
            rest.remove_prefix(std::min(blank + 1, rest.size()));
        }
    }
    /// The word that the fewest of the texts have: where it is, the others are looked for.
    [[nodiscard]] std::string_view rarest_in(const Texts& texts) const {
        return *std::min_element(words.begin(), words.end(), [&](std::string_view a, std::string_view b) {
            const auto common = std::pair(texts.all.commonness(a), texts.all.commonness(b));
            return common.first != common.second ? common.first < common.second : a.size() > b.size();
        });
    }
    [[nodiscard]] bool all_inside(std::string_view text) const {
        return std::all_of(words.begin(), words.end(), [text](std::string_view word) {
            return text.find(word) != std::string_view::npos;
        });
    }
    [[nodiscard]] bool all_begin_words(std::string_view text) const {
        return std::all_of(words.begin(), words.end(), [text](std::string_view word) {
            for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
                if (at > 0 && text[at - 1] == ' ') return true;
            }
            return false;
        });
    }
};

/// Where the query is seen in a folded name: as a whole, else its first word that is there.
std::pair<std::size_t, std::size_t> place_in(std::string_view folded, const Query& query) {
    const auto place = [folded](std::string_view part) {
        if (folded.starts_with(part)) return std::size_t{0};
        const auto word = folded.find(" " + std::string(part));
        return word == std::string_view::npos ? folded.find(part) : word + 1;
    };
    if (const auto at = place(query.joined); at != std::string_view::npos) return {at, query.joined.size()};
    for (const auto word : query.words) {
        if (const auto at = place(word); at != std::string_view::npos) return {at, word.size()};
    }
    return {0, 0};
}

/// For every organization its place in the order of ids.
std::vector<std::uint32_t> order_of_ids(const std::vector<Organization>& organizations) {
    std::vector<std::uint32_t> sorted(organizations.size());
    std::iota(sorted.begin(), sorted.end(), 0U);
    const auto by_id = [&](std::uint32_t a, std::uint32_t b) {
        return organizations[a].id < organizations[b].id;
    };
    if (std::is_sorted(sorted.begin(), sorted.end(), by_id)) return sorted;
    std::sort(sorted.begin(), sorted.end(), by_id);
    std::vector<std::uint32_t> order(organizations.size());
    for (std::uint32_t i = 0; i < sorted.size(); ++i) order[sorted[i]] = i;
    return order;
}

}  // namespace

struct SearchIndex::State {
    struct Entry {
        std::uint32_t organization = 0;
        std::uint32_t name = no_name;
        bool short_form = false;  ///< an acronym or a notation
    };

    explicit State(ModelPtr of) : model(std::move(of)), id_order(order_of_ids(model->organizations())) {
        TextsBuilder name_texts;
        TextsBuilder id_texts;
        TextsBuilder other_texts;
        const auto& organizations = model->organizations();
        for (std::uint32_t o = 0; o < organizations.size(); ++o) {
            const auto& organization = organizations[o];
            first_entry.push_back(static_cast<std::uint32_t>(entries.size()));
            for (std::uint32_t n = 0; n < organization.names.size(); ++n) {
                const auto& name = organization.names[n];
                if (name_texts.add(name.text)) entries.push_back({o, n, name.role == NameRole::acronym});
            }
            if (name_texts.add(organization.notation)) entries.push_back({o, no_name, true});
            if (id_texts.add(organization.id)) id_owners.push_back(o);
            for (std::uint32_t i = 0; i < organization.sites.size(); ++i) {
                if (other_texts.add(organization.sites[i].place)) others_of.push_back({o, Matched::place, i});
            }
            for (std::uint32_t i = 0; i < organization.offices.size(); ++i) {
                if (other_texts.add(organization.offices[i].person))
                    others_of.push_back({o, Matched::person, i});
            }
        }
        first_entry.push_back(static_cast<std::uint32_t>(entries.size()));
        names = std::move(name_texts).done();
        ids = std::move(id_texts).done();
        others = std::move(other_texts).done();
    }

    [[nodiscard]] Candidate candidate(std::size_t entry, int rank) const {
        const Entry& e = entries[entry];
        return {rank,
                names.text(entry).size(),
                id_order[e.organization],
                e.organization,
                e.name,
                e.name == no_name ? Matched::notation_or_id : Matched::name,
                0};
    }
    /// All names of an organization, behind one another.
    [[nodiscard]] std::string_view all_names_of(std::uint32_t organization) const {
        const auto first = names.starts[first_entry[organization]];
        return names.all.view().substr(first, names.starts[first_entry[organization + 1]] - first);
    }

    void find_beginnings(const Query& query, Best& best) const {
        names.each_with(std::string(before_name) + query.joined, [&](std::size_t entry, std::size_t behind) {
            const bool whole = names.all.view()[behind] == '\n';
            const int rank = !whole ? 2 : (entries[entry].short_form ? 1 : 0);
            best.offer(candidate(entry, rank));
        });
    }
    void find_in_names(const Query& query, Best& best) const {
        const auto rank_of = [&](std::size_t entry, std::size_t at) {
            const auto text = names.text(entry);
            if (query.words.size() > 1 && !query.all_inside(text)) {
                return query.all_inside(all_names_of(entries[entry].organization)) ? 5 : 0;
            }
            const bool begins = query.words.size() == 1 && names.all.view()[at - 1] == ' ';
            return begins || query.all_begin_words(text) ? 3 : 4;
        };
        names.each_with(query.longest, [&](std::size_t entry, std::size_t behind) {
            if (const int rank = rank_of(entry, behind - query.longest.size()); rank > 0) {
                best.offer(candidate(entry, rank));
            }
        });
    }
    void find_in_ids(const Query& query, Best& best) const {
        ids.each_with(query.rarest_in(ids), [&](std::size_t entry, std::size_t) {
            const auto text = ids.text(entry);
            if (!query.all_inside(text)) return;
            const auto organization = id_owners[entry];
            best.offer(
                {7, text.size(), id_order[organization], organization, no_name, Matched::notation_or_id, 0});
        });
    }
    void find_in_others(const Query& query, Best& best) const {
        others.each_with(query.rarest_in(others), [&](std::size_t entry, std::size_t) {
            const auto text = others.text(entry);
            if (!query.all_inside(text)) return;
            const auto& [organization, matched, index] = others_of[entry];
            best.offer({6, text.size(), id_order[organization], organization, no_name, matched, index});
        });
    }

    [[nodiscard]] Hit hit(const Candidate& candidate, const Query& query) const {
        Hit hit{candidate.organization, candidate.name, 0, 0, candidate.rank,
                candidate.matched,      candidate.entry};
        if (candidate.name == no_name) return hit;
        std::string folded;
        std::vector<Origin> origins;
        append_folded(model->organizations()[hit.organization].names[hit.name].text, folded, &origins);
        const auto [at, size] = place_in(folded, query);
        if (size == 0) return hit;
        hit.first_byte = origins[at].first;
        hit.byte_count = origins[at + size - 1].last - hit.first_byte;
        return hit;
    }

    ModelPtr model;
    std::vector<std::uint32_t> id_order;
    Texts names;
    std::vector<Entry> entries;              ///< of `names`, in the order of organizations
    std::vector<std::uint32_t> first_entry;  ///< of each organization, and the end of the last
    struct Other {
        std::uint32_t organization;
        Matched matched;
        std::uint32_t entry;  ///< of its sites or offices
    };
    Texts others;                  ///< places and people
    std::vector<Other> others_of;  ///< of `others`, in the order of organizations
    Texts ids;
    std::vector<std::uint32_t> id_owners;  ///< of `ids`
};

SearchIndex::SearchIndex(ModelPtr model) : state_(std::make_unique<State>(std::move(model))) {}
SearchIndex::~SearchIndex() = default;

std::vector<Hit> SearchIndex::find(std::string_view text, std::size_t limit) const {
    const State& state = *state_;
    const Query query(text);
    std::vector<Candidate> found;
    limit = std::min(limit, state.model->organizations().size());
    if (limit == 0) return {};
    const auto exact = state.model->organization_index(text);
    if (!query.words.empty()) {
        // From the best kind of match to the worst; each pass only while there is room.
        constexpr std::array passes{&State::find_beginnings, &State::find_in_names, &State::find_in_others,
                                    &State::find_in_ids};
        for (const auto pass : passes) {
            if (found.size() >= limit) break;
            Best best(limit, found);
            (state.*pass)(query, best);
            best.move_to(found);
        }
    }
    if (exact) {
        // Whoever pastes an id means it: before all but those whose whole name is that text.
        const Candidate by_id{1, 0, state.id_order[*exact], *exact, no_name, Matched::notation_or_id, 0};
        const auto same = std::find_if(found.begin(), found.end(),
                                       [&](const Candidate& c) { return c.organization == *exact; });
        if (same == found.end() || by_id.rank < same->rank) {
            if (same != found.end()) found.erase(same);
            const auto place =
                std::find_if(found.begin(), found.end(), [&](const Candidate& c) { return by_id.before(c); });
            found.insert(place, by_id);
            found.resize(std::min(found.size(), limit));
        }
    }
    std::vector<Hit> hits;
    hits.reserve(found.size());
    for (const auto& candidate : found) hits.push_back(state.hit(candidate, query));
    return hits;
}

std::string search_key(std::string_view text) {
    std::string folded;
    append_folded(text, folded);
    return folded;
}

}  // namespace shezhire::model
