// All spans that a dated graph depends on, packed and sorted by the days at which they begin or cease to
// count. Internal to graph.
#pragma once

#include <span>
#include <vector>

#include "graph/dated.h"
#include "graph/view.h"

namespace shezhire::graph {

/// The outermost readings of one span, as edtf::presence reckons with them.
struct Life {
    edtf::Day first_start = INT64_MIN;
    edtf::Day last_start = INT64_MIN;  ///< INT64_MAX: never `yes`
    edtf::Day first_end = INT64_MAX;
    edtf::Day last_end = INT64_MAX;
};

struct DatedFacts {
    DatedFacts(model::ModelPtr model, const Question& question);

    enum class Of : std::uint8_t { body, hold, link, name };
    /// Something that holds while one of its lives does: lives[first .. end); without any it may always.
    struct Owner {
        Of of = Of::body;
        std::uint32_t index = 0;  ///< of the member, hold, edge or node
        std::uint32_t first = 0;
        std::uint32_t end = 0;
    };
    struct Turn {
        edtf::Day day = 0;
        std::uint32_t owner = 0;
    };
    struct Hold {
        std::uint32_t member = 0;
        std::uint32_t parent = 0;
        std::uint32_t owner = 0;
        std::uint32_t edge = nobody;  ///< nobody: not shown
        bool primary = true;
    };
    /// Numbers filed under numbers: of(k) are those filed under k.
    struct Lists {
        std::vector<std::uint32_t> starts;
        std::vector<std::uint32_t> items;
        [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t key) const {
            return std::span(items).subspan(starts[key], starts[key + 1] - starts[key]);
        }
        void file(std::size_t keys, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs);
    };
    model::ModelPtr model;
    Question question;
    Graph graph;  ///< the union
    std::vector<Life> lives;
    std::vector<Owner> owners;              ///< of members first, by their numbers
    std::vector<Turn> by_first_day;         ///< what the first day of a date decides
    std::vector<Turn> by_last_day;          ///< what its last day does
    std::vector<std::uint32_t> bodies;      ///< by member; the graph's nodes are the first members
    std::vector<std::uint32_t> member_of;   ///< by organization, or nobody
    std::vector<std::uint32_t> counted_in;  ///< by member: the node it is folded into, or nobody
    std::vector<bool> tops;                 ///< by member: stands for itself where it hangs on nothing
    std::vector<Hold> holds;
    Lists holds_of;  ///< by member
    Lists held_by;   ///< members, by member
    Lists edges_of;  ///< by node
    Lists holds_of_edge;
    std::vector<std::uint32_t> owner_of_edge;  ///< of links; else nobody
    bool counts_hidden = false;                ///< what is folded has members of its own
    bool circular = false;                     ///< at different dates A is part of B and B of A

    [[nodiscard]] const model::Organization& body(std::uint32_t member) const {
        return model->organizations()[bodies[member]];
    }

  private:
    void find_members();
    void add_holds();
    void add_links();
    void add_names();
    void find_turns();
    std::uint32_t add_owner(Of of, std::uint32_t index);
    void add_life(const edtf::Interval& when, bool part);
    [[nodiscard]] bool trusted(const model::Evidence& evidence) const;
};

/// How a body is called at a date.
Naming naming_at(const model::Organization& body, edtf::Bounds at, const std::vector<std::string>& languages);

}  // namespace shezhire::graph
