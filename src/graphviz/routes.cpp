#include "graphviz/routes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "graphviz/curves.h"
#include "graphviz/rows.h"
#include "graphviz/ways.h"

namespace shezhire::graphviz {
namespace {

using base::Point;
using base::Rect;
using layout::Direction;

// To the frame in which the hierarchy grows downwards; the same step leads back.
Point turned(Point p, Direction direction) {
    switch (direction) {
        case Direction::down:
            return p;
        case Direction::up:
            return {p.x, -p.y};
        case Direction::right:
            return {p.y, p.x};
        case Direction::left:
            return {-p.y, -p.x};
    }
    return p;
}

Rect turned(const Rect& r, Direction direction) {
    const auto a = turned(Point{r.left, r.top}, direction);
    const auto b = turned(Point{r.right, r.bottom}, direction);
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

class RouteFinder {
  public:
    RouteFinder(const layout::LayoutRequest& request, std::vector<Rect> boxes)
        : request_(request), boxes_(std::move(boxes)), rows_(boxes_) {}

    [[nodiscard]] const std::vector<Rect>& boxes() const { return boxes_; }

    /// Curves by edge; none for loops, which are drawn as those of every other layout.
    std::vector<std::pair<std::size_t, Curve>> run() {
        std::vector<std::pair<std::size_t, Curve>> curves;
        std::set<std::pair<std::size_t, std::size_t>> trunks;
        for (std::size_t i = 0; i < request_.edges.size(); ++i) {
            const auto& edge = request_.edges[i];
            if (edge.from == edge.to) continue;
            const bool trunk = edge.ranking && rows_.row_of(edge.from) < rows_.row_of(edge.to) &&
                               trunks.emplace(edge.from, edge.to).second;
            if (auto curve = neighbour_curve(edge.from, edge.to); !curve.empty()) {
                curves.emplace_back(i, std::move(curve));
            } else {
                ways_.push_back(way_of(i, trunk));
            }
        }
        choose_ports();
        choose_gaps();
        lanes_ = choose_lanes(ways_, rows_.count() + 1);
        widen_channels();
        for (const auto& way : ways_) curves.emplace_back(way.edge, curve_of(way));
        return curves;
    }

  private:
    // Boxes side by side are joined directly, at the height where they face each other; once, parallels go
    // round.
    Curve neighbour_curve(std::size_t a, std::size_t b) {
        if (!rows_.neighbours(a, b) || !joined_.insert({std::min(a, b), std::max(a, b)}).second) return {};
        const double top = std::max(boxes_[a].top, boxes_[b].top);
        const double bottom = std::min(boxes_[a].bottom, boxes_[b].bottom);
        const bool rightwards = boxes_[a].left < boxes_[b].left;
        const double y = (top + bottom) / 2;
        const Point start{rightwards ? boxes_[a].right : boxes_[a].left, y};
        const Point end{rightwards ? boxes_[b].left : boxes_[b].right, y};
        if (top >= bottom || start == end) return {};
        return rounded({start, end}, 0);
    }

    [[nodiscard]] Way way_of(std::size_t index, bool trunk) const {
        const auto& edge = request_.edges[index];
        Way way{index, edge.from, edge.to, trunk, 0, 0, {}, {}, {}};
        const auto start = rows_.row_of(edge.from);
        const auto end = rows_.row_of(edge.to);
        for (auto c = start + 1; c <= end; ++c) way.channels.push_back(c);
        for (auto c = start; c > end; --c) way.channels.push_back(c);
        if (start == end) {
            // Below their row, unless that is the outside of the picture.
            const bool last = start + 1 == rows_.count();
            way.channels.push_back(last && start > 0 ? start : start + 1);
        }
        way.lanes.assign(way.channels.size(), 0);
        return way;
    }

    [[nodiscard]] bool leaves_below(std::size_t box, std::size_t channel) const {
        return channel == rows_.row_of(box) + 1;
    }

    // The middle of a side belongs to the hierarchy: links leave from the half that looks at their other end,
    // side by side.
    void choose_ports() {
        struct Port {
            double other;
            double* x;
        };
        std::map<std::tuple<std::size_t, bool, bool>, std::vector<Port>> sides;
        const auto add = [&](std::size_t box, std::size_t channel, std::size_t other, double* x) {
            const double there = boxes_[other].centre().x;
            sides[{box, leaves_below(box, channel), there > boxes_[box].centre().x}].push_back({there, x});
        };
        for (auto& way : ways_) {
            way.start_x = boxes_[way.from].centre().x;
            way.end_x = boxes_[way.to].centre().x;
            if (way.trunk) continue;
            add(way.from, way.channels.front(), way.to, &way.start_x);
            add(way.to, way.channels.back(), way.from, &way.end_x);
        }
        for (auto& [side, ports] : sides) {
            std::stable_sort(ports.begin(), ports.end(),
                             [](const Port& a, const Port& b) { return a.other < b.other; });
            const auto& box = boxes_[std::get<0>(side)];
            const double start = std::get<2>(side) ? box.centre().x : box.left;
            for (std::size_t k = 0; k < ports.size(); ++k) {
                const double share = static_cast<double>(k + 1) / static_cast<double>(ports.size() + 1);
                *ports[k].x = start + box.width() / 2 * share;
            }
        }
    }

    [[nodiscard]] Gap inner(const Gap& gap) const {
        const double inset =
            std::min(std::max(4.0, request_.node_separation / 2), (gap.right - gap.left) / 2);
        return {gap.left + inset, gap.right - inset};
    }

    // The gap of a row that leads from `here` to `there` with the least detour.
    [[nodiscard]] std::size_t gap_in(std::size_t row, double here, double there) const {
        const auto& gaps = rows_.gaps(row);
        std::size_t best = 0;
        double least = 1e300;
        for (std::size_t k = 0; k < gaps.size(); ++k) {
            const auto free = inner(gaps[k]);
            const double x = std::clamp((here + there) / 2, free.left, free.right);
            const double detour = std::abs(x - here) + std::abs(x - there);
            if (gaps[k].right - gaps[k].left >= 1 && detour < least) {
                least = detour;
                best = k;
            }
        }
        return best;
    }

    void choose_gaps() {
        struct User {
            double wanted;
            std::size_t way;
            std::size_t step;
        };
        std::map<std::pair<std::size_t, std::size_t>, std::vector<User>> users;
        for (std::size_t w = 0; w < ways_.size(); ++w) {
            auto& way = ways_[w];
            double here = way.start_x;
            for (std::size_t k = 0; k + 1 < way.channels.size(); ++k) {
                // The row between two channels is the one below the upper of them.
                const auto row = std::min(way.channels[k], way.channels[k + 1]);
                const auto gap = gap_in(row, here, way.end_x);
                users[{row, gap}].push_back({(here + way.end_x) / 2, w, k});
                const auto free = inner(rows_.gaps(row)[gap]);
                here = std::clamp((here + way.end_x) / 2, free.left, free.right);
                way.gaps.push_back(here);
            }
        }
        for (auto& [place, list] : users) {
            std::stable_sort(list.begin(), list.end(),
                             [](const User& a, const User& b) { return a.wanted < b.wanted; });
            spread(rows_.gaps(place.first)[place.second], list);
        }
    }

    // Those who pass through one gap pass side by side, as near to where they want as the others allow.
    template <class Users>
    void spread(const Gap& gap, const Users& users) {
        if (users.size() < 2) return;
        const auto free = inner(gap);
        const double step = std::min(6.0, (free.right - free.left) / static_cast<double>(users.size()));
        double middle = 0;
        for (const auto& user : users)
            middle += ways_[user.way].gaps[user.step] / static_cast<double>(users.size());
        const double half = step * static_cast<double>(users.size() - 1) / 2;
        middle = std::clamp(middle, free.left + half, std::max(free.left + half, free.right - half));
        for (std::size_t k = 0; k < users.size(); ++k) {
            ways_[users[k].way].gaps[users[k].step] = middle - half + step * static_cast<double>(k);
        }
    }

    // A channel crowded with links pushes the rows below it away; nothing moves sideways.
    void widen_channels() {
        constexpr double lane_height = 4;
        std::vector<double> down(rows_.count(), 0);
        double sum = 0;
        for (std::size_t row = 1; row < rows_.count(); ++row) {
            const auto room = rows_.channel(row, 0);
            sum +=
                std::max(0.0, lane_height * static_cast<double>(lanes_[row] + 1) - (room.right - room.left));
            down[row] = sum;
        }
        if (sum == 0) return;
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            const double shift = down[rows_.row_of(i)];
            boxes_[i].top += shift;
            boxes_[i].bottom += shift;
        }
        rows_ = Rows(boxes_);
    }

    [[nodiscard]] double lane_y(std::size_t channel, std::size_t lane) const {
        const auto room = rows_.channel(channel, std::max(18.0, request_.rank_separation));
        const double share = static_cast<double>(lane + 1) / static_cast<double>(lanes_[channel] + 1);
        return room.left + (room.right - room.left) * share;
    }

    [[nodiscard]] Curve curve_of(const Way& way) const {
        const auto port = [&](std::size_t box, std::size_t channel, double x) {
            return Point{x, leaves_below(box, channel) ? boxes_[box].bottom : boxes_[box].top};
        };
        std::vector<Point> corners{port(way.from, way.channels.front(), way.start_x)};
        for (std::size_t k = 0; k < way.channels.size(); ++k) {
            const double y = lane_y(way.channels[k], way.lanes[k]);
            // Straight down needs no corner.
            if (std::abs(way.enters(k) - way.leaves(k)) < 0.01) continue;
            corners.push_back({way.enters(k), y});
            corners.push_back({way.leaves(k), y});
        }
        corners.push_back(port(way.to, way.channels.back(), way.end_x));
        return rounded(corners, 8);
    }

    const layout::LayoutRequest& request_;
    std::vector<Rect> boxes_;
    Rows rows_;
    std::vector<Way> ways_;
    std::vector<std::size_t> lanes_;  // used in each channel
    std::set<std::pair<std::size_t, std::size_t>> joined_;
};

}  // namespace

void add_hierarchy_curves(const layout::LayoutRequest& request, Drawing& drawing) {
    std::vector<Rect> boxes;
    for (const auto& box : drawing.boxes) boxes.push_back(turned(box, request.direction));
    RouteFinder router(request, std::move(boxes));
    auto curves = router.run();
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
        drawing.boxes[i] = turned(router.boxes()[i], request.direction);
    }
    for (auto& [edge, curve] : curves) {
        for (auto& p : curve) p = turned(p, request.direction);
        drawing.curves[edge] = std::move(curve);
    }
}

}  // namespace shezhire::graphviz
