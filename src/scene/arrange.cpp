#include "scene/arrange.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace shezhire::scene {
namespace {

constexpr double furniture_height = 64;  ///< roughly what heading and legend take

/// Goes through `extents` in rows of at most `capacity` and tells `ends_at` where each but the last ends.
template <class EndsAt>
void fill_rows(const std::vector<double>& extents, double capacity, EndsAt ends_at) {
    double used = 0;
    for (std::size_t k = 0; k < extents.size(); ++k) {
        if (used > 0 && used + slot_gap + extents[k] > capacity) {
            ends_at(k);
            used = 0;
        }
        used += (used > 0 ? slot_gap : 0) + extents[k];
    }
}

std::size_t count_rows(const std::vector<double>& extents, double capacity) {
    std::size_t rows = 1;
    fill_rows(extents, capacity, [&](std::size_t) { ++rows; });
    return rows;
}

/// Breaks `extents` into the fewest rows that fit `limit`, of widths as equal as may be; the rows' ends go to
/// `ends`.
void break_rows(const std::vector<double>& extents, double limit, std::vector<std::size_t>& ends) {
    ends.clear();
    if (extents.empty()) return;
    double capacity = limit;
    if (const auto rows = count_rows(extents, limit); rows > 1) {
        double low = *std::max_element(extents.begin(), extents.end());
        for (int step = 0; step < 20 && capacity - low > 1; ++step) {
            const double middle = (low + capacity) / 2;
            (count_rows(extents, middle) <= rows ? capacity : low) = middle;
        }
    }
    fill_rows(extents, capacity, [&](std::size_t k) { ends.push_back(k); });
    ends.push_back(extents.size());
}

/// One try: how high a list may be, how wide a row.
struct Limits {
    double list_height = 1e9;
    double row_extent = 1e9;
};

class Search {
  public:
    Search(Arrangement& arrangement, const StructureStyle& style, bool wrap)
        : slots_(arrangement.slots),
          wrap_(wrap),
          sideways_(is_sideways(style.direction)),
          aspect_(std::isfinite(style.aspect) && style.aspect > 0.01 ? style.aspect : 1),
          furniture_((style.title ? 0.55 : 0) + (style.legend ? 0.45 : 0)) {}

    /// Leaves the best choice in the slots; returns its cost.
    double run() {
        double best = 1e300;
        Limits choice;
        for (const double height : list_heights()) {
            choose_columns(height);
            for (const double extent : row_extents()) {
                const double cost = cost_of(extent);
                if (cost < best * 0.9995) {
                    best = cost;
                    choice = {height, extent};
                }
            }
        }
        choose_columns(choice.list_height);
        best = improve(choice.row_extent, cost_of(choice.row_extent));
        return cost_of(choice.row_extent);
    }

  private:
    [[nodiscard]] double across(const base::Size& size) const { return sideways_ ? size.height : size.width; }
    [[nodiscard]] double along(const base::Size& size) const { return sideways_ ? size.width : size.height; }
    [[nodiscard]] const base::Size& size_of(const Slot& slot) const { return slot.sizes[slot.choice].size; }

    /// The heights that lists can have at all, thinned out.
    [[nodiscard]] std::vector<double> list_heights() const {
        std::vector<double> heights{1e9};
        for (const auto& slot : slots_) {
            for (const auto& way : slot.sizes) heights.push_back(way.size.height);
        }
        std::sort(heights.begin(), heights.end());
        std::vector<double> thin;
        for (const double height : heights) {
            if (thin.empty() || height > thin.back() * 1.06) thin.push_back(height);
        }
        return thin;
    }

    void choose_columns(double height) {
        for (auto& slot : slots_) {
            slot.choice = 0;
            while (slot.choice + 1 < slot.sizes.size() && slot.sizes[slot.choice].size.height > height) {
                ++slot.choice;
            }
        }
    }

    /// One list at a time is set wider or narrower, as long as the whole gains by it.
    double improve(double extent, double best) {
        if (slots_.size() > 200) return best;
        for (int round = 0; round < 3; ++round) {
            const double before = best;
            for (auto& slot : slots_) {
                for (const int step : {1, -1}) {
                    const auto next = static_cast<std::ptrdiff_t>(slot.choice) + step;
                    if (next < 0 || next >= static_cast<std::ptrdiff_t>(slot.sizes.size())) continue;
                    const std::size_t was = std::exchange(slot.choice, static_cast<std::size_t>(next));
                    const double cost = cost_of(extent);
                    if (cost < best - 0.01) {
                        best = cost;
                    } else {
                        slot.choice = was;
                    }
                }
            }
            if (best == before) break;
        }
        return best;
    }

    [[nodiscard]] std::vector<double> row_extents() const {
        if (!wrap_) return {1e9};
        double widest = 0;
        double total = 0;
        for (const auto& slot : slots_) {
            widest = std::max(widest, across(size_of(slot)));
            total += across(size_of(slot)) + slot_gap;
        }
        std::vector<double> extents{1e9};
        for (double extent = total; extent > widest && extents.size() < 40; extent /= 1.09)
            extents.push_back(extent);
        return extents;
    }

    /// Sets columns, rows and ranks and says what the page must be scaled down by.
    double cost_of(double row_extent) {
        const std::size_t count = slots_.size();
        auto& extent = extent_;
        extent.assign(count, 0);
        auto& ranks = ranks_;
        ranks.assign(count, 1);
        double extra_rows = 0;
        for (std::size_t s = count; s-- > 0;) {
            Slot& slot = slots_[s];
            extents_.clear();
            for (const auto child : slot.children) extents_.push_back(extent[child]);
            break_rows(extents_, row_extent, slot.row_ends);
            slot.extent = extent[s] = std::max(across(size_of(slot)), rows_extent(extents_, slot.row_ends));
            for (std::size_t r = 0, first = 0; r < slot.row_ends.size(); first = slot.row_ends[r++]) {
                std::uint32_t deepest = 0;
                for (std::size_t k = first; k < slot.row_ends[r]; ++k) {
                    deepest = std::max(deepest, ranks[slot.children[k]]);
                }
                ranks[s] += deepest;
            }
            if (!slot.row_ends.empty()) extra_rows += static_cast<double>(slot.row_ends.size() - 1);
        }
        const double depth = set_ranks(ranks);
        double width = -slot_gap;
        for (std::size_t s = 0; s < count; ++s) {
            if (slots_[s].parent == no_index) width += extent[s] + slot_gap;
        }
        double w = sideways_ ? depth : width;
        double h = sideways_ ? width : depth;
        w += 40;
        h += 40 + furniture_ * furniture_height;
        // The page that holds it all, and a little for what is harder to read or leaves holes.
        double long_names = 0;
        for (const auto& slot : slots_) long_names += static_cast<double>(slot.sizes[slot.choice].long_names);
        const double page = std::max(w / aspect_, h) + 0.08 * std::min(w / aspect_, h);
        return page * (1 + 0.02 * std::min(extra_rows, 12.0) + 0.004 * std::min(long_names, 40.0));
    }

    [[nodiscard]] static double rows_extent(const std::vector<double>& extents,
                                            const std::vector<std::size_t>& ends) {
        double widest = 0;
        std::size_t first = 0;
        for (std::size_t r = 0; r < ends.size(); first = ends[r++]) {
            double row = -slot_gap;
            for (std::size_t k = first; k < ends[r]; ++k) row += extents[k] + slot_gap;
            widest = std::max(widest, row);
        }
        return widest;
    }

    /// Ranks from the top; returns what all ranks and the gaps between them take.
    double set_ranks(const std::vector<std::uint32_t>& deep) {
        auto& thickness = thickness_;
        thickness.clear();
        for (auto& slot : slots_) {
            if (slot.parent == no_index) slot.rank = 0;
            std::uint32_t rank = slot.rank + 1;
            std::size_t first = 0;
            for (const std::size_t end : slot.row_ends) {
                std::uint32_t deepest = 0;
                for (std::size_t k = first; k < end; ++k) {
                    slots_[slot.children[k]].rank = rank;
                    deepest = std::max(deepest, deep[slot.children[k]]);
                }
                rank += deepest;
                first = end;
            }
            if (thickness.size() <= slot.rank) thickness.resize(slot.rank + 1, 0);
            thickness[slot.rank] = std::max(thickness[slot.rank], along(size_of(slot)));
        }
        double sum = 0;
        for (const double t : thickness) sum += t + rank_gap;
        return sum - rank_gap;
    }

    std::vector<Slot>& slots_;
    bool wrap_;
    bool sideways_;
    double aspect_;
    double furniture_;
    // Of one try: thousands are made, so their memory is kept.
    std::vector<double> extent_;
    std::vector<double> extents_;
    std::vector<double> thickness_;
    std::vector<std::uint32_t> ranks_;
};

double root_width(double box_width) {
    return std::clamp(box_width * 1.6, 170.0, 240.0);
}

double head_width_for(const Slot& slot, double box_width) {
    return slot.content.has_head && slot.content.head_tier == Tier::root ? root_width(box_width) : 0;
}

/// Heads of one rank are equally high, so that the lists below them begin on one line.
void make_blocks(Arrangement& out, const CardMaker& cards, const StructureStyle& style) {
    const bool sideways = is_sideways(style.direction);
    const auto block_of = [&](const Slot& slot, double head_height) {
        return make_block(slot.content, cards, out.box_width, head_width_for(slot, out.box_width),
                          slot.sizes[slot.choice].columns, head_height, sideways);
    };
    std::map<std::uint32_t, double> head_height;
    for (auto& slot : out.slots) {
        if (slot.anchor) {
            slot.block.size = {1, 1};
            continue;
        }
        slot.block = block_of(slot, 0);
        if (!slot.content.has_head || slot.content.head_tier == Tier::root) continue;
        double& height = head_height[slot.rank];
        height = std::max(height, slot.block.boxes.front().card.size.height);
    }
    for (auto& slot : out.slots) {
        if (slot.content.has_head && slot.content.head_tier != Tier::root && !sideways) {
            slot.block = block_of(slot, head_height[slot.rank]);
        }
        slot.block.mirror(style.direction == layout::Direction::left,
                          style.direction == layout::Direction::up);
    }
}

}  // namespace

bool is_sideways(layout::Direction direction) {
    return direction == layout::Direction::right || direction == layout::Direction::left;
}

Arrangement arrange(const graph::Graph& graph, const CardMaker& cards, const StructureStyle& style,
                    bool wrap) {
    Arrangement out;
    out.tree = part_tree(graph);
    cut_into_slots(graph, out, is_sideways(style.direction));
    std::vector<std::uint32_t> all;
    for (const auto node : out.tree.order) {
        if (out.tree.parent[node] != no_index) all.push_back(node);
    }
    const double good = cards.good_width(all);
    const auto measure = [&](double width, bool guessed) {
        out.box_width = std::round(width);
        for (auto& slot : out.slots) {
            slot.sizes = slot.anchor ? std::vector<BlockSize>{{1, {1, 1}, 0}}
                                     : block_sizes(slot.content, cards, out.box_width,
                                                   head_width_for(slot, out.box_width), guessed);
        }
        return Search(out, style, wrap).run();
    };
    // Narrower and wider boxes are tried by judging; only what is chosen is measured.
    double width = good;
    if (all.size() <= 400) {
        double best = 1e300;
        for (const double share : {1.0, 0.9, 1.1, 1.2}) {
            const double cost = measure(good * share, true);
            if (cost < best * 0.99) {
                best = cost;
                width = good * share;
            }
        }
    }
    measure(width, false);
    make_blocks(out, cards, style);
    return out;
}

}  // namespace shezhire::scene
