#include <algorithm>

#include "scene/route.h"

namespace shezhire::scene {
namespace {

class Aligner {
  public:
    Aligner(const Arrangement& arrangement, layout::Direction direction, std::vector<RoutedSlot>& placed)
        : slots_(arrangement.slots),
          sideways_(is_sideways(direction)),
          placed_(placed),
          rank_(ranks_of(placed, direction)) {
        for (std::uint32_t s = 0; s < slots_.size(); ++s) {
            if (rank_[s] >= on_rank_.size()) on_rank_.resize(rank_[s] + 1, 0);
            ++on_rank_[rank_[s]];
        }
    }

    void run() {
        std::vector<std::vector<std::uint32_t>> rows;
        for (std::uint32_t s = 0; s < slots_.size(); ++s) {
            if (slots_[s].parent == no_index || slots_[s].row_ends.size() > 1) add_if_alone({s}, rows);
            std::size_t first = 0;
            for (const std::size_t end : slots_[s].row_ends) {
                std::vector<std::uint32_t> row(
                    slots_[s].children.begin() + static_cast<std::ptrdiff_t>(first),
                    slots_[s].children.begin() + static_cast<std::ptrdiff_t>(end));
                add_if_alone(with_all_below(std::move(row)), rows);
                first = end;
            }
        }
        // The widest row stays where it is, the others come to it.
        double line = 0;
        double widest = -1;
        for (const auto& row : rows) {
            const auto [low, high] = extent(row);
            if (high - low > widest) {
                widest = high - low;
                line = sideways_ ? low : (low + high) / 2;
            }
        }
        for (const auto& row : rows) {
            const auto [low, high] = extent(row);
            const double shift = line - (sideways_ ? low : (low + high) / 2);
            for (const auto s : row) (sideways_ ? placed_[s].centre.y : placed_[s].centre.x) += shift;
        }
    }

  private:
    [[nodiscard]] std::vector<std::uint32_t> with_all_below(std::vector<std::uint32_t> row) const {
        for (std::size_t k = 0; k < row.size(); ++k) {
            row.insert(row.end(), slots_[row[k]].children.begin(), slots_[row[k]].children.end());
        }
        return row;
    }

    void add_if_alone(std::vector<std::uint32_t> row, std::vector<std::vector<std::uint32_t>>& rows) const {
        std::vector<std::size_t> own(on_rank_.size(), 0);
        for (const auto s : row) ++own[rank_[s]];
        for (std::size_t r = 0; r < own.size(); ++r) {
            if (own[r] > 0 && own[r] != on_rank_[r]) return;
        }
        if (!row.empty()) rows.push_back(std::move(row));
    }

    [[nodiscard]] std::pair<double, double> extent(const std::vector<std::uint32_t>& row) const {
        double low = 1e300;
        double high = -1e300;
        for (const auto s : row) {
            const double centre = sideways_ ? placed_[s].centre.y : placed_[s].centre.x;
            const double half = (sideways_ ? placed_[s].size.height : placed_[s].size.width) / 2;
            low = std::min(low, centre - half);
            high = std::max(high, centre + half);
        }
        return {low, high};
    }

    const std::vector<Slot>& slots_;
    bool sideways_;
    std::vector<RoutedSlot>& placed_;
    std::vector<std::size_t> rank_;
    std::vector<std::size_t> on_rank_;
};

}  // namespace

std::vector<std::size_t> ranks_of(const std::vector<RoutedSlot>& placed, layout::Direction direction) {
    const bool backwards = direction == layout::Direction::up || direction == layout::Direction::left;
    std::vector<std::pair<double, std::size_t>> by_u;
    for (std::size_t p = 0; p < placed.size(); ++p) {
        const double u = is_sideways(direction) ? placed[p].centre.x : placed[p].centre.y;
        by_u.emplace_back(backwards ? -u : u, p);
    }
    std::sort(by_u.begin(), by_u.end());
    std::vector<std::size_t> ranks(placed.size(), 0);
    std::size_t rank = 0;
    for (std::size_t k = 0; k < by_u.size(); ++k) {
        if (k > 0 && by_u[k].first - by_u[k - 1].first > 1) ++rank;
        ranks[by_u[k].second] = rank;
    }
    return ranks;
}

void align_rows(const Arrangement& arrangement, layout::Direction direction,
                std::vector<RoutedSlot>& placed) {
    const bool broken = std::any_of(arrangement.slots.begin(), arrangement.slots.end(),
                                    [](const Slot& slot) { return slot.row_ends.size() > 1; });
    if (broken) Aligner(arrangement, direction, placed).run();
}

}  // namespace shezhire::scene
