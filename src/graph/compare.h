// One structure at two dates: a graph of what was there at either, and what became of each body between them,
// from the facts alone (W3C ORG: ChangeEvent; names and parents with their dates).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/graph.h"

namespace shezhire::graph {

/// What became of a body, the most telling first where several hold. Of a body that is gone, merged, split
/// and became say what it went into; of a new one, what it came out of.
enum class Fate : std::uint8_t {
    unchanged,
    renamed,
    moved,   ///< it has another parent
    added,   ///< nothing is known that it came out of
    gone,    ///< nothing is known that it went into
    merged,  ///< n -> 1
    split,   ///< 1 -> m, or n -> m
    became   ///< 1 -> 1: another body took its place
};
inline constexpr std::size_t fate_count = 8;
std::string_view to_text(Fate);

/// A body as it was at one of the dates.
struct Standing {
    edtf::Presence presence = edtf::Presence::no;  ///< no: it was not there
    std::string label;
    std::string lang;
    std::string parent;  ///< id; empty for a root
    [[nodiscard]] bool there() const { return presence != edtf::Presence::no; }
    bool operator==(const Standing&) const = default;
};

struct Compared {
    std::string id;
    std::string kind;
    std::string notation;
    Fate fate = Fate::unchanged;
    bool renamed = false;
    bool moved = false;
    Standing before;
    Standing after;
    /// Only of names that changed, in one language at both dates.
    std::string old_name;
    std::string new_name;
    std::vector<std::string> into;     ///< what it went into, ids of bodies there at the later date
    std::vector<std::string> from;     ///< what it came out of, ids of bodies there at the earlier date
    std::vector<std::string> changes;  ///< ids of the change events that say so
    bool operator==(const Compared&) const = default;
};

/// Where a body that moved stands in the graph.
enum class Places : std::uint8_t { later, both };
inline constexpr std::string_view earlier_suffix = "#before";

struct Comparison {
    edtf::Interval before;
    edtf::Interval after;
    /// What was there at either date and no fold hides; each under its later parent, what is gone beside what
    /// stood beside it. Labels are the later ones, of what is gone the earlier. `when` is `after`.
    Graph graph;
    std::vector<Compared> bodies;                          ///< all of them, folded or not, in the same order
    std::unordered_map<std::string, std::uint32_t> place;  ///< id -> index in bodies
    std::vector<std::uint32_t> body_of_node;
    /// By node: not the body's later place but, a second time, its earlier one (Places::both); its key ends
    /// in earlier_suffix.
    std::vector<bool> earlier_place;
    /// nullptr: it was there at neither date.
    [[nodiscard]] const Compared* find(const std::string& id) const {
        const auto found = place.find(id);
        return found == place.end() ? nullptr : &bodies[found->second];
    }
    [[nodiscard]] const Compared& of_node(std::size_t node) const { return bodies[body_of_node[node]]; }
};

/// `question.when` is the later date; links and further parents are left out. Dates in the wrong order are
/// taken as they are: then things go backwards.
Comparison compare(const model::Model& model, const Question& question, const edtf::Interval& before,
                   Places places = Places::later);

/// Its graph with every body once, at its later place.
Graph each_once(const Comparison& comparison);

/// How many bodies have each fate.
std::vector<std::size_t> count_fates(const Comparison& comparison);

/// A line for each body; the graph prints itself.
std::string to_text(const Comparison& comparison);

}  // namespace shezhire::graph
