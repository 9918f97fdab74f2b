// A question to the model about history, and its answer: life-lines (lanes) with what they were called, what
// happened on them, and what ties them to each other. No sizes, no positions. Keys are the data's ids. Equal
// questions to equal models give equal answers.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "edtf/edtf.h"
#include "graph/graph.h"
#include "model/model.h"

namespace shezhire::graph {

/// What lanes stand together by.
enum class Grouping : std::uint8_t { none, kind, country, region, parent };

/// Rows of their own under a life-line.
struct LaneRows {
    bool offices = false;  ///< holders of the office that most is told about
    bool seats = false;
    bool figures = false;  ///< values of the measure that most is told about
    bool operator==(const LaneRows&) const = default;
};

struct ChronologyQuestion {
    std::vector<std::string> roots;  ///< empty: the bodies that most is told about
    /// Lanes and events wholly outside it are left out; "/" is all time.
    edtf::Interval period;
    std::size_t most_bodies = 20;    ///< how many, where there are no roots; their nearest kin comes along
    std::set<std::string> pinned;    ///< bodies shown whatever the choice
    std::set<std::string> unfolded;  ///< bodies whose units have lanes of their own
    std::set<std::string> folded;    ///< roots that are folded all the same
    Grouping grouping = Grouping::none;
    LaneRows rows;
    Filter filter;  ///< as of a structure: keeps what matches and the way to it
    Focus focus;    ///< as of a structure, over all of the period; successions are steps too
    std::vector<std::string> languages{"en"};
    bool lateral = true;  ///< memberships, agreements, links
    bool operator==(const ChronologyQuestion&) const = default;
};

/// A name as long as it held.
struct LaneLabel {
    std::string text;
    std::string lang;
    std::string acronym;  ///< empty where there is none or it is the text
    edtf::Day first = edtf::beginning_of_time;
    bool operator==(const LaneLabel&) const = default;
};

struct LaneSpell {
    edtf::Interval when;
    bool disputed = false;
    bool low_confidence = false;
    bool operator==(const LaneSpell&) const = default;
};

/// A stretch of a life with a name of its own: a phase, an office and its holder.
struct LanePhase {
    std::string label;
    std::string lang;
    std::string kind;  ///< concept id; may be empty
    edtf::Interval when;
    bool operator==(const LanePhase&) const = default;
};

/// A row under a life-line: who, where, how many, and when.
struct LaneRow {
    std::string title;  ///< "president"; empty for seats
    std::string lang;
    std::vector<LanePhase> notes;
    bool operator==(const LaneRow&) const = default;
};

struct Lane {
    std::string key;  ///< the organization's id
    std::string kind;
    std::string country;
    std::string group;  ///< by ChronologyQuestion::grouping: a concept, country or organization; may be empty
    int depth = 0;      ///< 0: a body of its own; more: a unit under the lane before it
    std::uint32_t parent = UINT32_MAX;  ///< lane that it is nested under
    double weight = 0;                  ///< how much is told about it
    std::uint32_t hidden = 0;           ///< units below that a fold hides
    bool foldable = false;
    bool folded = false;
    std::vector<LaneSpell> spells;  ///< none: nothing known
    std::vector<LaneLabel> labels;  ///< ascending, at least one
    std::vector<LanePhase> phases;
    std::vector<LaneRow> rows;  ///< those asked for
    bool operator==(const Lane&) const = default;
};

/// What happened on one lane or several.
struct LaneEvent {
    std::string key;
    std::string kind;
    std::string label;
    std::string lang;
    std::string place;
    edtf::Interval when;
    int importance = 5;  ///< 1 (first to be told) to 5
    bool disputed = false;
    std::vector<std::uint32_t> lanes;
    bool operator==(const LaneEvent&) const = default;
};

/// org:ChangeEvent between lanes: n originals become m results.
struct Joint {
    std::string key;
    std::string kind;
    edtf::Interval when;
    std::vector<std::uint32_t> from;
    std::vector<std::uint32_t> to;
    bool operator==(const Joint&) const = default;
};

enum class TieKind : std::uint8_t { membership, link, part };

/// A relation that begins at a date.
struct Tie {
    std::string key;  ///< "from-relation>to", numbered where it begins anew
    TieKind kind = TieKind::link;
    std::string relation;  ///< concept id: the role or the link's kind; may be empty
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    edtf::Interval when;
    bool operator==(const Tie&) const = default;
};

/// A stretch of history behind all lanes.
struct Era {
    std::string key;
    std::string label;
    std::string lang;
    edtf::Interval when;
    bool operator==(const Era&) const = default;
};

/// One body's beginning, for the histogram.
struct Founding {
    edtf::Day day = 0;
    std::uint32_t region = 0;  ///< index in Chronology::regions; their count: no region
    bool operator==(const Founding&) const = default;
};

struct Chronology {
    edtf::Interval period;
    std::vector<Lane> lanes;  ///< units behind the body they are nested under
    std::vector<LaneEvent> events;
    std::vector<Joint> joints;
    std::vector<Tie> ties;
    std::vector<Era> eras;
    std::vector<std::string> regions;  ///< concept ids
    std::vector<Founding> foundings;   ///< of all that the question could show, by day
    std::uint32_t others = 0;          ///< bodies that the choice left out
    std::uint32_t filtered = 0;        ///< bodies that would have lanes but for the filter
    std::uint32_t undated = 0;         ///< shown or not, bodies without any known date
    /// First and last day known of anything in it; first > last: nothing is dated.
    edtf::Day first = edtf::end_of_time;
    edtf::Day last = edtf::beginning_of_time;

    [[nodiscard]] bool dated() const { return first <= last; }
    bool operator==(const Chronology&) const = default;
};

Chronology tell(const model::Model& model, const ChronologyQuestion& question);

/// The structure over all of the question's period, from every body of its own where there are no roots: whom
/// its filter and focus speak of, and what facets_of() counts.
Question whole_of(const model::Model& model, const ChronologyQuestion& question);

/// The country's region by the concepts of scheme `regions`; empty when none holds it.
std::string region_of(const model::Model& model, const std::string& country);

std::string to_text(const Chronology& chronology);
std::string_view to_text(Grouping grouping);
std::optional<Grouping> grouping_from(std::string_view text);

}  // namespace shezhire::graph
