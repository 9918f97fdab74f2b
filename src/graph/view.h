// What a question sees before folds are thought of: who is there at the date, and under whom each one is
// placed. Internal to graph. Everything is by index into Model::organizations(), so the cost follows what the
// roots reach.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace shezhire::graph {

/// The answer of a life to the question's date or period; "/" (as long as the body itself) is `yes`.
class Moment {
  public:
    explicit Moment(const edtf::Interval& when);

    [[nodiscard]] edtf::Presence of(const edtf::Interval& life) const;
    /// A part of a body (a parent, a link) whose "/" means "as long as the body".
    [[nodiscard]] edtf::Presence of_part(const edtf::Interval& life) const;
    /// The best of all spells and the spell that gave it (nullptr where none is known: `maybe`).
    [[nodiscard]] edtf::Presence of(const model::Organization&, const model::Spell** best = nullptr) const;
    /// When the label is wanted: the date, or in a period the last day that the body saw of it.
    [[nodiscard]] edtf::Bounds label_bounds(const model::Organization&) const;
    [[nodiscard]] const edtf::Interval& when() const { return when_; }

  private:
    edtf::Interval when_;
    edtf::Bounds bounds_;
};

inline constexpr std::uint32_t nobody = UINT32_MAX;

/// One organization that is there.
struct Seat {
    edtf::Presence existence = edtf::Presence::no;
    bool reached = false;
    bool placed = false;
    std::uint32_t holder = nobody;  ///< the organization that it is placed under; nobody: a root
    std::uint32_t parent = nobody;  ///< which of its `parents` places it
};

/// A forest over the organizations that the roots reach at the date and the filter lets through.
struct View {
    std::vector<std::uint32_t> tops;  ///< the roots that stand for themselves, in the order asked for
    std::vector<Seat> seats;          ///< by organization
    std::vector<std::uint32_t>
        starts;  ///< children of organization i: units[starts[i] .. starts[i + 1]), in data order
    std::vector<std::uint32_t> units;
    std::vector<std::uint32_t> descent;  ///< everything placed, each after its holder
    /// With a focus, by organization: how many descendants are too far away to be shown. Else empty.
    std::vector<std::uint32_t> beyond;

    [[nodiscard]] std::uint32_t child_count(std::uint32_t organization) const {
        return starts[organization + 1] - starts[organization];
    }
    [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t organization) const {
        return std::span(units).subspan(starts[organization], child_count(organization));
    }
    /// Fills `starts` and `units` from the holders of `members`.
    void index_children(std::vector<std::uint32_t> members);
};

View view_of(const model::Model&, const Question&, const Filter&, const Moment&);

/// The same with all of the filter and the focus heeded.
View filtered_view(const model::Model&, const Question&, const Filter&, const Moment&);

/// Drops from the view what neither matches the filter's text, countries, scopes, sources and founding nor
/// leads to a match.
void keep_matching(View&, const model::Model&, const Filter&, const Moment&);

/// Words that a body must have, as search finds them: every word in one of its names, its notation or its id.
class MatchWords {
  public:
    explicit MatchWords(std::string_view text);
    [[nodiscard]] bool empty() const { return words_.empty(); }
    [[nodiscard]] bool found_in(const model::Organization&) const;

  private:
    std::vector<std::string> words_;
};

/// Drops from the view what is not near the focus, which must be one. What is cut off is counted in `beyond`.
void keep_near(View&, const model::Model&, const Question&, const Moment&);

/// Keeps matches and the way to them, rather than only leaving things out.
bool keeps_only_matches(const Filter& filter);

/// Countries of the body itself and of its seats at that moment, each once.
std::vector<std::string_view> countries_of(const model::Organization& body, const Moment& moment);

bool in_countries(const model::Organization& body, const Filter& filter, const Moment& moment);
bool in_scopes(const model::Organization& body, const Filter& filter);
bool in_sources(const model::Organization& body, const Filter& filter);
/// Some known beginning may lie in the period.
bool may_begin_in(const model::Organization& body, const edtf::Interval& period);

/// How many are placed below each organization.
std::vector<std::uint32_t> count_below(const View&);

/// Sorts siblings: by kind (those with numbers first, then as the vocabulary lists them), within a kind by
/// notation in natural order, founding (earliest bound; unknown last), label; ties keep their order.
void sort_siblings(std::vector<std::uint32_t>& units, const model::Model&, const Question&, const Moment&);

}  // namespace shezhire::graph
