#include "scene/shared_lines.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace shezhire::scene {
namespace {

using base::Point;

constexpr double touching = 0.35;  // points

/// All paths of a line in one: a line that is partly dashed is two.
PathShape joined(const Element& element) {
    PathShape whole;
    for (const auto& path : element.paths) {
        const bool goes_on = !whole.points.empty() && !path.points.empty() &&
                             std::hypot(whole.points.back().x - path.points.front().x,
                                        whole.points.back().y - path.points.front().y) < touching;
        const std::size_t skip = goes_on ? 1 : 0;
        whole.verbs.insert(whole.verbs.end(), path.verbs.begin() + static_cast<std::ptrdiff_t>(skip),
                           path.verbs.end());
        whole.points.insert(whole.points.end(), path.points.begin() + static_cast<std::ptrdiff_t>(skip),
                            path.points.end());
    }
    return whole;
}

std::size_t takes(Verb verb) {
    return verb == Verb::cubic ? 3 : verb == Verb::close ? 0 : 1;
}

/// Where on a path: after `verb` verbs and, if the next is a straight piece, that share of it.
struct Cut {
    std::size_t verb = 0;
    double share = 0;
    bool operator<(const Cut& other) const {
        return verb != other.verb ? verb < other.verb : share < other.share;
    }
};

/// Where the path passes `p`; nothing at its very beginning.
bool passes(const PathShape& path, Point p, Cut& where) {
    Point pen;
    std::size_t at = 0;
    for (std::size_t v = 0; v < path.verbs.size(); ++v) {
        const Verb verb = path.verbs[v];
        const std::size_t count = takes(verb);
        if (count == 0 || at + count > path.points.size()) return false;
        const Point to = path.points[at + count - 1];
        if (verb == Verb::line) {
            const Point way = to - pen;
            const double length = std::hypot(way.x, way.y);
            if (length > 0) {
                const double along = ((p.x - pen.x) * way.x + (p.y - pen.y) * way.y) / length;
                const double beside = std::fabs((p.x - pen.x) * way.y - (p.y - pen.y) * way.x) / length;
                const bool begins = v == 1 && along < touching;
                if (beside < touching && along > -touching && along < length + touching && !begins) {
                    where = {v, std::clamp(along / length, 0.0, 1.0)};
                    return true;
                }
            }
        } else if (v > 0 && std::hypot(p.x - to.x, p.y - to.y) < touching) {
            where = {v, 1};
            return true;
        }
        pen = to;
        at += count;
    }
    return false;
}

/// The path in pieces that end at the cuts, which ascend.
std::vector<PathShape> pieces_of(const PathShape& path, const std::vector<Cut>& cuts) {
    std::vector<PathShape> pieces;
    PathShape piece;
    Point pen;
    std::size_t at = 0;
    std::size_t next = 0;
    const auto end_piece = [&](Point here) {
        pieces.push_back(std::move(piece));
        piece = {};
        piece.verbs.push_back(Verb::move);
        piece.points.push_back(here);
    };
    for (std::size_t v = 0; v < path.verbs.size(); ++v) {
        const Verb verb = path.verbs[v];
        const std::size_t count = takes(verb);
        const Point to = count == 0 ? pen : path.points[at + count - 1];
        const Point from = pen;
        for (; next < cuts.size() && cuts[next].verb == v && cuts[next].share < 1; ++next) {
            const Point here = from + (to - from) * cuts[next].share;
            piece.verbs.push_back(Verb::line);
            piece.points.push_back(here);
            end_piece(here);
        }
        piece.verbs.push_back(verb);
        for (std::size_t k = 0; k < count; ++k) piece.points.push_back(path.points[at + k]);
        for (; next < cuts.size() && cuts[next].verb == v; ++next) end_piece(to);
        pen = to;
        at += count;
    }
    pieces.push_back(std::move(piece));
    return pieces;
}

/// The beginning of the last corner: what comes after it is one child's alone.
bool last_corner(const PathShape& path, Cut& where) {
    for (std::size_t v = path.verbs.size(); v-- > 1;) {
        if (path.verbs[v] != Verb::cubic || path.verbs[v - 1] != Verb::line) continue;
        where = {v - 1, 1};
        return true;
    }
    return false;
}

struct Way {
    PathShape path;
    std::vector<std::pair<Cut, std::uint32_t>> riders;
};

/// True where `line` is carried, over however many others, by `by`.
bool carried(const std::vector<SharedLine>& lines, std::uint32_t line, std::uint32_t by) {
    for (auto at = line; at != no_index; at = lines[at].carrier) {
        if (at == by) return true;
    }
    return false;
}

}  // namespace

void share(const Scene& scene, const graph::Graph& graph, std::vector<SharedLine>& lines) {
    std::vector<Way> ways(lines.size());
    std::map<std::uint32_t, std::vector<std::uint32_t>> of_parent;
    for (std::uint32_t l = 0; l < lines.size(); ++l) {
        const auto& edge = graph.edges[lines[l].edge];
        ways[l].path = joined(scene.elements[lines[l].element]);
        if (edge.kind == graph::EdgeKind::part && !ways[l].path.points.empty())
            of_parent[edge.from].push_back(l);
    }
    for (const auto& [parent, family] : of_parent) {
        for (std::size_t r = 0; r < family.size(); ++r) {
            const auto rider = family[r];
            const Point start = ways[rider].path.points.front();
            const auto rides_on = [&](std::uint32_t carrier) {
                Cut where;
                if (!passes(ways[carrier].path, start, where) || carried(lines, carrier, rider)) return false;
                lines[rider].carrier = carrier;
                ways[carrier].riders.emplace_back(where, rider);
                return true;
            };
            // Mostly on the one before it.
            bool found = false;
            for (std::size_t k = r; k-- > 0 && !found;) found = rides_on(family[k]);
            for (std::size_t k = r + 1; k < family.size() && !found; ++k) found = rides_on(family[k]);
        }
    }
    for (std::uint32_t l = 0; l < lines.size(); ++l) {
        auto& way = ways[l];
        std::vector<Cut> cuts;
        for (const auto& [where, rider] : way.riders) cuts.push_back(where);
        if (Cut corner; last_corner(way.path, corner)) cuts.push_back(corner);
        std::sort(cuts.begin(), cuts.end());
        const auto same = [](const Cut& a, const Cut& b) {
            return a.verb == b.verb && std::fabs(a.share - b.share) < 1e-6;
        };
        cuts.erase(std::unique(cuts.begin(), cuts.end(), same), cuts.end());
        lines[l].pieces = pieces_of(way.path, cuts);
        for (const auto& [where, rider] : way.riders) {
            const auto beyond = std::find_if(cuts.begin(), cuts.end(),
                                             [&, at = where](const Cut& cut) { return same(cut, at); });
            lines[l].riders.push_back({rider, static_cast<std::size_t>(beyond - cuts.begin()) + 1});
        }
    }
}

}  // namespace shezhire::scene
