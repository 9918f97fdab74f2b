#include "graphviz/ways.h"

#include <algorithm>
#include <map>
#include <utility>

namespace shezhire::graphviz {
namespace {

/// A level line in a channel, and who runs on it.
struct Piece {
    double left;
    double right;
    std::vector<std::size_t*> lanes;
};

// By channel, and in it by owner: the parent of a trunk's first piece, else the edge itself.
using Pieces = std::vector<std::map<std::pair<bool, std::size_t>, Piece>>;

Pieces pieces_of(std::vector<Way>& ways, std::size_t channels, bool trunks) {
    Pieces pieces(channels);
    for (auto& way : ways) {
        if (way.trunk != trunks) continue;
        for (std::size_t k = 0; k < way.channels.size(); ++k) {
            const double left = std::min(way.enters(k), way.leaves(k));
            const double right = std::max(way.enters(k), way.leaves(k));
            const bool shared = trunks && k == 0;
            const std::pair owner{shared, shared ? way.from : way.edge};
            auto& piece = pieces[way.channels[k]].try_emplace(owner, Piece{left, right, {}}).first->second;
            piece.left = std::min(piece.left, left);
            piece.right = std::max(piece.right, right);
            piece.lanes.push_back(&way.lanes[k]);
        }
    }
    return pieces;
}

// From the left, each piece takes the first lane that is free there; returns how many lanes that needs.
std::size_t share_lanes(std::vector<Piece> pieces, std::size_t first) {
    constexpr double apart = 4;
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.left < b.left; });
    std::vector<double> reached;  // by lane
    for (const auto& piece : pieces) {
        const auto lane = std::find_if(reached.begin(), reached.end(),
                                       [&](double right) { return right + apart < piece.left; });
        const auto index = static_cast<std::size_t>(lane - reached.begin());
        if (lane == reached.end()) reached.push_back(0);
        reached[index] = piece.right;
        for (auto* chosen : piece.lanes) *chosen = first + index;
    }
    return reached.size();
}

}  // namespace

std::vector<std::size_t> choose_lanes(std::vector<Way>& ways, std::size_t channels) {
    std::vector<std::size_t> lanes(channels, 0);
    for (const bool trunks : {true, false}) {
        auto pieces = pieces_of(ways, channels, trunks);
        for (std::size_t channel = 0; channel < channels; ++channel) {
            std::vector<Piece> row;
            for (auto& [owner, piece] : pieces[channel]) row.push_back(std::move(piece));
            lanes[channel] += share_lanes(std::move(row), lanes[channel]);
        }
    }
    return lanes;
}

}  // namespace shezhire::graphviz
