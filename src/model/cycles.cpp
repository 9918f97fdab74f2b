// Most data has no cycle at all, whatever the dates: peeling nodes that lead nowhere leaves nothing, and that
// was it. What is left is halved by date until a part is empty or has a single day; there a depth-first walk
// cuts what points back. A common day of several spans can always be found at the beginning of one of them
// (Helly, 1923), so only beginnings are tried.
#include "model/cycles.h"

#include <algorithm>

namespace shezhire::model {
namespace {

struct Adjacent {
    std::uint32_t other = 0;
    std::uint32_t edge = 0;
};

/// Edges at each node, one array for all.
class Adjacency {
  public:
    template <class KeyOf, class OtherOf>
    Adjacency(const std::vector<CycleEdge>& edges, std::size_t nodes, KeyOf key_of, OtherOf other_of)
        : starts_(nodes + 1), links_(edges.size()) {
        for (const auto& edge : edges) ++starts_[key_of(edge) + 1];
        for (std::size_t i = 0; i < nodes; ++i) starts_[i + 1] += starts_[i];
        auto next = starts_;
        for (std::uint32_t e = 0; e < edges.size(); ++e)
            links_[next[key_of(edges[e])]++] = {other_of(edges[e]), e};
    }
    [[nodiscard]] std::uint32_t begin(std::uint32_t node) const { return starts_[node]; }
    [[nodiscard]] std::uint32_t end(std::uint32_t node) const { return starts_[node + 1]; }
    [[nodiscard]] const Adjacent& operator[](std::uint32_t at) const { return links_[at]; }

  private:
    std::vector<std::uint32_t> starts_;
    std::vector<Adjacent> links_;
};

Adjacency outgoing(const std::vector<CycleEdge>& edges, std::size_t nodes) {
    return {edges, nodes, [](const CycleEdge& e) { return e.from; }, [](const CycleEdge& e) { return e.to; }};
}

Adjacency incoming(const std::vector<CycleEdge>& edges, std::size_t nodes) {
    return {edges, nodes, [](const CycleEdge& e) { return e.to; }, [](const CycleEdge& e) { return e.from; }};
}

/// Indices [first, last] into the list of days.
struct DayRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

class Finder {
  public:
    Finder(std::size_t nodes, const std::function<std::vector<edtf::Bounds>(const CycleEdge&)>& days_of)
        : local_of_(nodes), days_of_(days_of) {}

    std::vector<ClosedCycle> find(std::vector<CycleEdge> edges) {
        edges = peeled(std::move(edges));
        if (edges.empty()) return {};
        budget_ = 250'000 + 16 * edges.size();
        take_days(edges);
        cut_.assign(edges.size(), false);
        for (std::uint32_t i = 0; i < edges.size(); ++i) {
            caller_ids_.push_back(edges[i].id);
            edges[i].id = i;
        }
        if (!days_.empty()) search(edges, 0, static_cast<std::uint32_t>(days_.size()));
        return std::move(found_);
    }

  private:
    /// Numbers the nodes that the edges touch from 0; `nodes_` keeps their old numbers, ascending.
    void number(std::vector<CycleEdge>& edges) {
        nodes_.clear();
        for (const auto& edge : edges) nodes_.push_back(edge.from), nodes_.push_back(edge.to);
        std::sort(nodes_.begin(), nodes_.end());
        nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
        for (std::uint32_t i = 0; i < nodes_.size(); ++i) local_of_[nodes_[i]] = i;
        for (auto& edge : edges) edge.from = local_of_[edge.from], edge.to = local_of_[edge.to];
    }

    void unnumber(std::vector<CycleEdge>& edges) const {
        for (auto& edge : edges) edge.from = nodes_[edge.from], edge.to = nodes_[edge.to];
    }

    /// What is left when nodes without a way in or without a way out are taken away, again and again.
    std::vector<CycleEdge> peeled(std::vector<CycleEdge> edges) {
        number(edges);
        const auto count = nodes_.size();
        const auto out = outgoing(edges, count);
        const auto in = incoming(edges, count);
        std::vector<std::uint32_t> ways_out(count);
        std::vector<std::uint32_t> ways_in(count);
        for (const auto& edge : edges) ++ways_out[edge.from], ++ways_in[edge.to];
        std::vector<bool> gone(edges.size());
        std::vector<std::uint32_t> ends;
        for (std::uint32_t node = 0; node < count; ++node) {
            if (ways_out[node] == 0 || ways_in[node] == 0) ends.push_back(node);
        }
        const auto take_away = [&](const Adjacency& links, std::uint32_t node,
                                   std::vector<std::uint32_t>& ways,
                                   const std::vector<std::uint32_t>& other_ways) {
            for (auto at = links.begin(node); at < links.end(node); ++at) {
                if (gone[links[at].edge]) continue;
                gone[links[at].edge] = true;
                const auto other = links[at].other;
                if (--ways[other] == 0 && other_ways[other] != 0) ends.push_back(other);
            }
        };
        while (!ends.empty()) {
            const auto node = ends.back();
            ends.pop_back();
            take_away(out, node, ways_in, ways_out);
            take_away(in, node, ways_out, ways_in);
        }
        std::vector<CycleEdge> left;
        for (std::size_t e = 0; e < edges.size(); ++e) {
            if (!gone[e]) left.push_back(edges[e]);
        }
        unnumber(left);
        return left;
    }

    void take_days(const std::vector<CycleEdge>& edges) {
        std::vector<std::vector<edtf::Bounds>> spans;
        spans.reserve(edges.size());
        for (const auto& edge : edges) {
            spans.push_back(days_of_(edge));
            for (const auto& span : spans.back()) {
                if (span.earliest <= span.latest) days_.push_back(span.earliest);
            }
        }
        std::sort(days_.begin(), days_.end());
        days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
        first_range_.push_back(0);
        for (const auto& of_edge : spans) {
            for (const auto& span : of_edge) {
                if (span.earliest > span.latest) continue;
                const auto first =
                    std::lower_bound(days_.begin(), days_.end(), span.earliest) - days_.begin();
                const auto last =
                    std::upper_bound(days_.begin(), days_.end(), span.latest) - days_.begin() - 1;
                ranges_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
            }
            first_range_.push_back(ranges_.size());
        }
    }

    [[nodiscard]] bool holds_within(const CycleEdge& edge, std::uint32_t first, std::uint32_t past) const {
        for (auto r = first_range_[edge.id]; r < first_range_[edge.id + 1]; ++r) {
            if (ranges_[r].first < past && ranges_[r].last >= first) return true;
        }
        return false;
    }

    /// Days [first, past). As deep as the logarithm of the number of days.
    void search(const std::vector<CycleEdge>& all, std::uint32_t first, std::uint32_t past) {
        std::vector<CycleEdge> edges;
        for (const auto& edge : all) {
            if (!cut_[edge.id] && holds_within(edge, first, past)) edges.push_back(edge);
        }
        const bool affordable = edges.size() <= budget_;
        budget_ -= std::min(budget_, edges.size());
        edges = peeled(std::move(edges));
        if (edges.empty()) return;
        if (!affordable) {
            cut_back_edges(std::move(edges), days_[first], false);
            return;
        }
        if (past - first == 1) {
            cut_back_edges(std::move(edges), days_[first], true);
            return;
        }
        const auto middle = first + (past - first) / 2;
        search(edges, first, middle);
        search(edges, middle, past);
    }

    /// Depth first, with a stack of our own; an edge to a node that is still being walked points back.
    void cut_back_edges(std::vector<CycleEdge> edges, edtf::Day day, bool dated) {
        number(edges);
        const auto out = outgoing(edges, nodes_.size());
        enum class State : std::uint8_t { fresh, walking, done };
        struct Step {
            std::uint32_t node;
            std::uint32_t next;
        };
        std::vector<State> states(nodes_.size(), State::fresh);
        std::vector<std::uint32_t> depth_of(nodes_.size());
        std::vector<Step> way;
        const auto enter = [&](std::uint32_t node) {
            states[node] = State::walking;
            depth_of[node] = static_cast<std::uint32_t>(way.size());
            way.push_back({node, out.begin(node)});
        };
        for (std::uint32_t start = 0; start < nodes_.size(); ++start) {
            if (states[start] != State::fresh) continue;
            enter(start);
            while (!way.empty()) {
                auto& step = way.back();
                if (step.next == out.end(step.node)) {
                    states[step.node] = State::done;
                    way.pop_back();
                    continue;
                }
                const auto link = out[step.next++];
                if (states[link.other] == State::fresh) {
                    enter(link.other);
                } else if (states[link.other] == State::walking) {
                    ClosedCycle cycle{edges[link.edge], {nodes_[way.back().node]}, 0, dated, day};
                    cycle.length = way.size() - depth_of[link.other];
                    const auto shown = std::min<std::size_t>(cycle.length - 1, 7);
                    for (std::size_t i = 0; i < shown; ++i) {
                        cycle.first_members.push_back(nodes_[way[depth_of[link.other] + i].node]);
                    }
                    tell(std::move(cycle));
                }
            }
        }
    }

    void tell(ClosedCycle cycle) {
        cut_[cycle.edge.id] = true;
        cycle.edge.from = nodes_[cycle.edge.from];
        cycle.edge.to = nodes_[cycle.edge.to];
        cycle.edge.id = caller_ids_[cycle.edge.id];
        found_.push_back(std::move(cycle));
    }

    std::vector<std::uint32_t> local_of_;
    std::vector<std::uint32_t> nodes_;
    const std::function<std::vector<edtf::Bounds>(const CycleEdge&)>& days_of_;
    std::vector<edtf::Day> days_;
    std::vector<DayRange> ranges_;
    std::vector<std::size_t> first_range_;
    std::vector<std::uint32_t> caller_ids_;
    std::vector<bool> cut_;
    std::size_t budget_ = 0;
    std::vector<ClosedCycle> found_;
};

}  // namespace

std::vector<ClosedCycle> find_cycles(
    std::vector<CycleEdge> edges, std::size_t node_count,
    const std::function<std::vector<edtf::Bounds>(const CycleEdge&)>& days_of) {
    return Finder(node_count, days_of).find(std::move(edges));
}

}  // namespace shezhire::model
