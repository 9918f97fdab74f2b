#include "scene/lane_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>

namespace shezhire::scene {
namespace {

using edtf::Day;
using graph::Chronology;

constexpr std::size_t most_lanes = 300;
constexpr std::size_t most_cells = 5000;  // lanes times ranks: what dot does within a second

struct Relation {
    std::uint32_t from;
    std::uint32_t to;
    Day day;
    double weight;
};

Day middle_of(const edtf::Interval& when) {
    const auto start = when.start_bounds();
    if (start.earliest <= edtf::beginning_of_time || start.latest >= edtf::end_of_time) return 0;
    return start.earliest + (start.latest - start.earliest) / 2;
}

std::vector<Relation> relations_of(const Chronology& chronology) {
    std::vector<Relation> relations;
    for (const auto& joint : chronology.joints) {
        for (const auto from : joint.from) {
            for (const auto to : joint.to) {
                if (from != to) relations.push_back({from, to, middle_of(joint.when), 8});
            }
        }
    }
    for (const auto& tie : chronology.ties) {
        const double weight = tie.kind == graph::TieKind::part ? 4 : tie.kind == graph::TieKind::link ? 2 : 1;
        relations.push_back({tie.from, tie.to, middle_of(tie.when), weight});
    }
    return relations;
}

/// One rank a distinct year, or a distinct span of years where there would be too many.
std::map<std::int64_t, std::uint32_t> ranks_of(const std::vector<Relation>& relations, std::size_t lanes,
                                               std::int64_t& years) {
    for (years = 1;; years *= 2) {
        std::set<std::int64_t> spans;
        for (const auto& one : relations) spans.insert(edtf::civil_from_day(one.day).year / years);
        if (spans.size() * 2 * lanes > most_cells && spans.size() > 1 && years < edtf::largest_year) continue;
        std::map<std::int64_t, std::uint32_t> ranks;
        for (const auto span : spans) ranks.emplace(span, static_cast<std::uint32_t>(2 * ranks.size() + 2));
        return ranks;
    }
}

Day begin_of(const graph::Lane& lane) {
    auto first = edtf::end_of_time;
    for (const auto& spell : lane.spells) {
        if (spell.when.start_kind() == edtf::EndKind::date)
            first = std::min(first, spell.when.start_bounds().earliest);
    }
    return first;
}

/// Brothers in one order, with the relations between them.
class Sifting {
  public:
    Sifting(std::vector<std::uint32_t> order, const std::vector<Day>& begins)
        : order_(std::move(order)), begins_(begins), near_(order_.size()) {}

    void relate(std::size_t a, std::size_t b, double weight) {
        near_[a].push_back({b, weight});
        near_[b].push_back({a, weight});
    }

    std::vector<std::uint32_t> sifted() {
        const std::size_t n = order_.size();
        line_.resize(n);
        std::iota(line_.begin(), line_.end(), std::size_t{0});
        place_ = line_;
        for (int pass = 0; pass < 8; ++pass) {
            bool better = false;
            for (std::size_t item = 0; item < n; ++item) better = sift(item) || better;
            if (!better) break;
        }
        std::vector<std::uint32_t> found;
        for (const auto item : line_) found.push_back(order_[item]);
        return found;
    }

  private:
    struct Near {
        std::size_t other;
        double weight;
    };

    /// What swapping the items at `place` and the next would cost (negative: spare).
    [[nodiscard]] double cost_of_swap(std::size_t place) const {
        constexpr double a_little = 0.1;  // older lanes above, where nothing else speaks
        const auto a = line_[place];
        const auto b = line_[place + 1];
        double cost = 0;
        for (const auto& near : near_[a]) {
            if (near.other != b) cost += place_[near.other] > place ? -near.weight : near.weight;
        }
        for (const auto& near : near_[b]) {
            if (near.other != a) cost += place_[near.other] > place ? near.weight : -near.weight;
        }
        const auto begin_a = begins_[order_[a]];
        const auto begin_b = begins_[order_[b]];
        return cost + (begin_a < begin_b ? a_little : begin_b < begin_a ? -a_little : 0);
    }
    void swap(std::size_t place) {
        std::swap(line_[place], line_[place + 1]);
        place_[line_[place]] = place;
        place_[line_[place + 1]] = place + 1;
    }

    /// Moves one item through all places and leaves it at the best.
    bool sift(std::size_t item) {
        const auto home = place_[item];
        double cost = 0;
        double best = 0;
        auto best_place = home;
        for (auto at = home; at + 1 < line_.size(); ++at) {
            cost += cost_of_swap(at);
            swap(at);
            if (cost < best - 1e-9) {
                best = cost;
                best_place = at + 1;
            }
        }
        for (auto at = line_.size() - 1; at > 0; --at) {
            cost += cost_of_swap(at - 1);
            swap(at - 1);
            if (at - 1 < home && cost < best - 1e-9) {
                best = cost;
                best_place = at - 1;
            }
        }
        for (std::size_t at = 0; at < best_place; ++at) swap(at);
        return best_place != home;
    }

    std::vector<std::uint32_t> order_;
    const std::vector<Day>& begins_;
    std::vector<std::vector<Near>> near_;
    std::vector<std::size_t> line_;
    std::vector<std::size_t> place_;
};

class Ordering {
  public:
    explicit Ordering(const Chronology& chronology)
        : lanes_(chronology.lanes), relations_(relations_of(chronology)), units_(lanes_.size()) {
        for (std::uint32_t i = 0; i < lanes_.size(); ++i) {
            begins_.push_back(begin_of(lanes_[i]));
            if (lanes_[i].parent == UINT32_MAX) {
                tops_.push_back(i);
            } else {
                units_[lanes_[i].parent].push_back(i);
            }
        }
    }

    std::vector<std::uint32_t> made(const layout::Layout& layout) {
        heights_.assign(lanes_.size(), 0);
        if (layout.nodes.empty()) {
            std::stable_sort(tops_.begin(), tops_.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return begins_[a] < begins_[b]; });
        } else {
            read(layout);
            std::stable_sort(tops_.begin(), tops_.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return heights_[a] < heights_[b]; });
        }
        std::vector<std::uint32_t> order;
        for (const auto& group : groups()) append(sifted(group), order);
        return order;
    }

  private:
    /// Mean height of each lane's nodes ("number@rank").
    void read(const layout::Layout& layout) {
        std::vector<double> counts(lanes_.size());
        for (const auto& node : layout.nodes) {
            const auto at = node.key.find('@');
            if (at == std::string::npos) continue;
            const auto lane = static_cast<std::size_t>(std::stoul(node.key.substr(0, at)));
            if (lane >= lanes_.size()) continue;
            heights_[lane] += node.centre.y;
            ++counts[lane];
        }
        for (std::size_t i = 0; i < lanes_.size(); ++i) {
            if (counts[i] > 0) heights_[i] /= counts[i];
        }
    }

    /// Tops by group, the group with the earliest beginning first; those without a group last.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> groups() const {
        std::map<std::string, Day> begin;
        for (const auto top : tops_) {
            const auto [at, fresh] = begin.emplace(lanes_[top].group, begins_[top]);
            if (!fresh) at->second = std::min(at->second, begins_[top]);
        }
        std::vector<std::pair<Day, std::string>> names;
        for (const auto& [name, day] : begin)
            names.emplace_back(name.empty() ? edtf::end_of_time : day, name);
        std::sort(names.begin(), names.end());
        std::vector<std::vector<std::uint32_t>> groups;
        for (const auto& [day, name] : names) {
            groups.emplace_back();
            for (const auto top : tops_) {
                if (lanes_[top].group == name) groups.back().push_back(top);
            }
        }
        return groups;
    }

    [[nodiscard]] std::uint32_t ancestor_among(std::uint32_t lane,
                                               const std::map<std::uint32_t, std::size_t>& in) const {
        while (!in.contains(lane)) {
            lane = lanes_[lane].parent;
            if (lane == UINT32_MAX) break;
        }
        return lane;
    }

    [[nodiscard]] std::vector<std::uint32_t> sifted(const std::vector<std::uint32_t>& brothers) const {
        std::map<std::uint32_t, std::size_t> place;
        for (std::size_t i = 0; i < brothers.size(); ++i) place.emplace(brothers[i], i);
        Sifting sifting(brothers, begins_);
        for (const auto& one : relations_) {
            const auto from = ancestor_among(one.from, place);
            const auto to = ancestor_among(one.to, place);
            if (from == UINT32_MAX || to == UINT32_MAX || from == to) continue;
            sifting.relate(place.at(from), place.at(to), one.weight);
        }
        return sifting.sifted();
    }

    void append(const std::vector<std::uint32_t>& brothers, std::vector<std::uint32_t>& order) const {
        std::vector<std::uint32_t> open(brothers.rbegin(), brothers.rend());
        while (!open.empty()) {
            const auto lane = open.back();
            open.pop_back();
            order.push_back(lane);
            if (units_[lane].empty()) continue;
            const auto units = sifted(units_[lane]);
            open.insert(open.end(), units.rbegin(), units.rend());
        }
    }

    const std::vector<graph::Lane>& lanes_;
    std::vector<Relation> relations_;
    std::vector<std::vector<std::uint32_t>> units_;
    std::vector<std::uint32_t> tops_;
    std::vector<Day> begins_;
    std::vector<double> heights_;
};

}  // namespace

layout::LayoutRequest lane_request(const Chronology& chronology) {
    layout::LayoutRequest request;
    request.engine = layout::Engine::dot;
    request.direction = layout::Direction::right;
    request.routing = layout::Routing::none;
    request.node_separation = 6;
    request.rank_separation = 6;
    const auto relations = relations_of(chronology);
    const auto lanes = chronology.lanes.size();
    if (lanes < 3 || lanes > most_lanes || relations.empty()) return request;
    std::int64_t years = 1;
    const auto ranks = ranks_of(relations, lanes, years);
    const auto last = static_cast<std::uint32_t>(2 * ranks.size() + 2);
    const auto rank_of = [&](const Relation& one) {
        return ranks.at(edtf::civil_from_day(one.day).year / years);
    };
    // A relation leaves at its date's rank and arrives at the next: dot orders by edges between ranks.
    std::vector<std::map<std::uint32_t, std::uint32_t>> nodes(lanes);
    for (auto& of_lane : nodes) of_lane = {{1, 0}, {last, 0}};
    for (const auto& one : relations) {
        nodes[one.from].emplace(rank_of(one), 0);
        nodes[one.to].emplace(rank_of(one) + 1, 0);
    }
    const base::Size size{4, 12};
    request.nodes.push_back({"time", size, "", 1});
    const auto add = [&](std::uint32_t from, std::uint32_t to, std::uint32_t length, double weight,
                         bool ranking) {
        request.edges.push_back({fmt::format("{}", request.edges.size()), from, to, length, weight, ranking});
    };
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        std::uint32_t before = 0;
        std::uint32_t rank_before = 0;
        for (auto& [rank, number] : nodes[lane]) {
            number = static_cast<std::uint32_t>(request.nodes.size());
            request.nodes.push_back({fmt::format("{}@{}", lane, rank), size, "", 1});
            add(before, number, rank - rank_before, before == 0 ? 1 : 100, true);
            before = number;
            rank_before = rank;
        }
    }
    // Whom an edge that ranks nothing leaves is not held to the order in which the lanes were named.
    add(0, 1, 1, 1, false);
    for (const auto& one : relations) {
        add(nodes[one.from].at(rank_of(one)), nodes[one.to].at(rank_of(one) + 1), 1, one.weight, false);
    }
    return request;
}

std::vector<std::uint32_t> lane_order(const Chronology& chronology, const layout::Layout& layout) {
    return Ordering(chronology).made(layout);
}

}  // namespace shezhire::scene
