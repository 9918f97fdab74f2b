#include <algorithm>
#include <map>
#include <unordered_map>

#include "scene/lane_order.h"

namespace shezhire::scene {
namespace {

constexpr std::uint32_t no_lane = UINT32_MAX;

/// Lanes that may change places: of one parent, in one group.
using Siblings = std::vector<std::uint32_t>;

/// By parent, in the order given; groups apart.
std::map<std::uint32_t, std::vector<Siblings>> families(const graph::Chronology& chronology,
                                                        const std::vector<std::uint32_t>& order) {
    std::map<std::uint32_t, std::vector<Siblings>> found;
    for (const auto lane : order) {
        const auto& one = chronology.lanes[lane];
        auto& groups = found[one.parent];
        if (groups.empty() || chronology.lanes[groups.back().front()].group != one.group)
            groups.emplace_back();
        groups.back().push_back(lane);
    }
    return found;
}

/// Each before the lanes nested under it.
std::vector<std::uint32_t> flattened(const std::map<std::uint32_t, std::vector<Siblings>>& families) {
    std::vector<std::uint32_t> order;
    std::vector<std::uint32_t> open;
    const auto push = [&](std::uint32_t parent) {
        const auto found = families.find(parent);
        if (found == families.end()) return;
        for (auto group = found->second.rbegin(); group != found->second.rend(); ++group)
            open.insert(open.end(), group->rbegin(), group->rend());
    };
    push(no_lane);
    while (!open.empty()) {
        const auto lane = open.back();
        open.pop_back();
        order.push_back(lane);
        push(lane);
    }
    return order;
}

}  // namespace

std::vector<std::uint32_t> arranged_by_hand(const graph::Chronology& chronology,
                                            const std::vector<std::uint32_t>& order,
                                            const std::vector<std::string>& by_hand) {
    if (by_hand.empty()) return order;
    std::unordered_map<std::string_view, std::size_t> wished;
    for (std::size_t i = 0; i < by_hand.size(); ++i) wished.emplace(by_hand[i], i);
    const auto wish = [&](std::uint32_t lane) {
        const auto found = wished.find(chronology.lanes[lane].key);
        return found == wished.end() ? std::size_t{SIZE_MAX} : found->second;
    };
    auto all = families(chronology, order);
    for (auto& [parent, groups] : all) {
        for (auto& siblings : groups) {
            // Lanes that the hand has not seen keep their places.
            Siblings seen;
            std::copy_if(siblings.begin(), siblings.end(), std::back_inserter(seen),
                         [&](std::uint32_t lane) { return wish(lane) != SIZE_MAX; });
            std::stable_sort(seen.begin(), seen.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return wish(a) < wish(b); });
            auto next = seen.begin();
            for (auto& lane : siblings) {
                if (wish(lane) != SIZE_MAX) lane = *next++;
            }
        }
    }
    return flattened(all);
}

std::vector<std::string> with_lane_moved(const graph::Chronology& chronology,
                                         const std::vector<std::uint32_t>& order, const std::string& key,
                                         int steps) {
    auto all = families(chronology, order);
    for (auto& [parent, groups] : all) {
        for (auto& siblings : groups) {
            const auto at = std::find_if(siblings.begin(), siblings.end(), [&](std::uint32_t lane) {
                return chronology.lanes[lane].key == key;
            });
            if (at == siblings.end()) continue;
            const auto place = at - siblings.begin();
            const auto last = static_cast<std::ptrdiff_t>(siblings.size()) - 1;
            const auto wanted = std::clamp<std::ptrdiff_t>(place + steps, 0, last);
            if (wanted == place) return {};
            const auto lane = *at;
            siblings.erase(at);
            siblings.insert(siblings.begin() + wanted, lane);
            std::vector<std::string> keys;
            for (const auto one : flattened(all)) keys.push_back(chronology.lanes[one].key);
            return keys;
        }
    }
    return {};
}

}  // namespace shezhire::scene
