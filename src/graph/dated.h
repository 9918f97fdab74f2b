// What of a period's union is there at one date. What differs between two dates is found at the cost of what
// changes between them, so that a slider can be dragged over very much.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/index_set.h"
#include "graph/graph.h"

namespace shezhire::graph {

struct DatedFacts;

class DatedGraph {
  public:
    /// `question.when` is the period: its answer has every node that any date in it has.
    DatedGraph(model::ModelPtr model, const Question& question);

    /// The union's nodes and edges in the union's order, with the presences, names, places (an edge of the
    /// kind `part` leads to whom it hangs on) and counts of what is folded that hold at the date; at first
    /// those of the period itself.
    [[nodiscard]] const Graph& graph() const { return graph_; }
    [[nodiscard]] const edtf::Interval& period() const;

    /// Indexes of the nodes and edges that are not as they were, ascending.
    struct Step {
        std::vector<std::uint32_t> nodes;
        std::vector<std::uint32_t> edges;
    };
    /// Presence at a date is edtf::presence; over a period, edtf::presence_over.
    const Step& move_to(const edtf::Interval& when);

  private:
    void judge_all();
    void judge_between(edtf::Bounds from, edtf::Bounds to);
    void judge(std::uint32_t owner);
    void place();
    bool place(std::uint32_t member);
    bool count(std::uint32_t member);
    void settle_edges();
    void rename(std::uint32_t node);
    void queue(std::uint32_t member);
    void count_filtered();
    [[nodiscard]] edtf::Presence presence_of(std::uint32_t owner) const;

    std::shared_ptr<const DatedFacts> facts_;
    Graph graph_;
    edtf::Bounds at_;
    bool instant_ = false;
    bool judged_ = false;
    std::vector<edtf::Presence> held_;       ///< by owner of lives
    std::vector<edtf::Presence> presence_;   ///< by member
    std::vector<std::uint32_t> hangs_on_;    ///< by member: which of all holds
    std::vector<std::uint32_t> counted_in_;  ///< by member: the node whose `hidden` counts it now
    std::vector<std::uint32_t> queue_;
    std::vector<bool> queued_;      ///< by member
    base::IndexSet touched_nodes_;  ///< of the step that is being made
    base::IndexSet touched_edges_;
    std::vector<bool> seen_;  ///< by owner, while one step is made
    std::vector<std::uint32_t> turned_;
    Step step_;
    std::vector<DatedGraph> unfiltered_;  ///< the same without the filter, where there is one
};

}  // namespace shezhire::graph
