// A question to the model (root, date, depth, folds, filters) and its answer: a graph with stable keys, in
// outline order. No sizes, no positions, no colours here. Equal questions to equal models give equal graphs.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "edtf/edtf.h"
#include "model/model.h"

namespace shezhire::graph {

/// Which uncertain things are shown.
enum class Certainty : std::uint8_t {
    all,
    likely,
    certain
};  ///< likely: no low confidence; certain: presence "yes" only

struct Filter {
    std::set<std::string> hidden_kinds;  ///< concept ids
    std::set<std::string> hidden;        ///< organization ids
    std::string text;                    ///< keeps what matches (model::search_key) and the way to it
    Certainty certainty = Certainty::all;
    // The rest keeps what matches all of them, and the way to it; empty: everything.
    std::set<std::string> countries;  ///< of the body or of a seat of it, as the data writes them
    std::set<std::string> scopes;
    std::set<std::string> sources;          ///< source ids that anything about the body rests on
    std::optional<edtf::Interval> founded;  ///< a period in which it may have begun
    bool operator==(const Filter&) const = default;
};

/// What is near one body: everything within `hops` relations of it, whatever is folded. No hops: the way from
/// a root down to it.
struct Focus {
    std::string around;  ///< organization id; empty: no focus
    int hops = 0;
    std::set<std::string> opened;  ///< of what is near, those whose units are all shown
    [[nodiscard]] bool any() const { return !around.empty(); }
    bool operator==(const Focus&) const = default;
};

struct Question {
    std::vector<std::string> roots;  ///< empty: the model's roots
    /// A date ("2005-08") or a period ("1977/2009": the union of what was there at any time).
    edtf::Interval when;
    int depth = 64;                ///< levels below the roots that are unfolded of themselves; more is folded
    std::set<std::string> folded;  ///< explicitly folded organizations
    std::set<std::string> unfolded;  ///< explicitly unfolded ones, also below `depth`
    Filter filter;
    Focus focus;
    std::vector<std::string> languages{"en"};  ///< of labels, in order of preference
    bool lateral = true;                       ///< links and further parents as well
    bool successions = false;                  ///< what a body came from and became is near it as well
    bool operator==(const Question&) const = default;
};

/// How a body is called at some date.
struct Naming {
    std::string label;
    std::string lang;  ///< of the label
    std::string acronym;
    bool translated = false;
    bool operator==(const Naming&) const = default;
};

struct Node {
    std::string key;      ///< stable over dates, folds and languages: the organization's id
    std::string label;    ///< the name that held at the date, in the best language
    std::string lang;     ///< of the label
    std::string acronym;  ///< where one held; empty when it is the label
    std::string notation;
    std::string kind;  ///< concept id; may be empty
    edtf::Presence presence = edtf::Presence::yes;
    bool disputed = false;  ///< its existence or placing is
    bool low_confidence = false;
    bool translated = false;  ///< the label is a translation, not attested
    int depth = 0;
    std::uint32_t hidden = 0;  ///< descendants not shown because of a fold here, or as too far from the focus
    bool folded = false;
    bool foldable = false;  ///< it has children at the date
    /// All that it is called at any date of a period, where its picture has to have room for each
    /// (DatedGraph).
    std::vector<Naming> namings{};
    bool operator==(const Node&) const = default;
};

enum class EdgeKind : std::uint8_t {
    part,
    other_part,
    lateral
};  ///< primary parent; a further parent; a link

struct Edge {
    std::string key;  ///< "parent>child", "from-kind>to"
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    EdgeKind kind = EdgeKind::part;
    std::string relation;  ///< concept id of a link
    edtf::Presence presence = edtf::Presence::yes;
    bool disputed = false;
    bool operator==(const Edge&) const = default;
};

struct Graph {
    edtf::Interval when;
    std::vector<Node>
        nodes;  ///< outline order: a parent, then its children by kind, notation number, founding, name
    std::vector<Edge> edges;     ///< `part` edges first, in the order of their children
    std::uint32_t filtered = 0;  ///< organizations that only the filter hides
    bool operator==(const Graph&) const = default;
};

Graph ask(const model::Model& model, const Question& question);

/// The deepest `depth` at which at most `limit` nodes are shown: how far to unfold on first open. At least 1;
/// 0 where many roots would make far more of that.
int depth_for(const model::Model& model, const Question& question, std::size_t limit);

/// Everything that anything about the body rests on, each once.
std::vector<std::string_view> sources_of(const model::Organization& body);

/// "2" < "10", "II" < "IX" where every letter notation among the given is a Roman numeral, else by letter: an
/// order of the notations as ranks (equal notations, equal ranks; an empty one comes last).
std::vector<std::uint32_t> notation_ranks(const std::vector<std::string_view>& notations);

std::string to_text(const Graph& graph);

}  // namespace shezhire::graph
