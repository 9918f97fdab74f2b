// Statements in the orders in which they are read: on a thing's page, and as their source goes on.
#include <algorithm>
#include <charconv>
#include <climits>
#include <tuple>

#include "model/statements.h"

namespace shezhire::model {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Reads the digits at the beginning, and takes them and what stands before the next digits away.
std::uint64_t take_number(std::string_view& text) {
    std::uint64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return fault == std::errc{} ? number : UINT64_MAX;
}

std::string_view notation_of(const Draft& draft, const IdMap& ids, const Id& id) {
    const auto found = ids.find(id);
    if (!found || found->type != ThingType::concept_) return id;
    const auto& entry = draft.concepts[found->index];
    return entry.notation.empty() ? std::string_view(entry.id) : entry.notation;
}

std::uint32_t place_of(const IdMap& ids, const Id& id) {
    const auto found = ids.find(id);
    return !found || found->type != ThingType::concept_ ? UINT32_MAX : found->index;
}

}  // namespace

bool before_by_number(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        if (is_digit(a[0]) && is_digit(b[0])) {
            const auto x = take_number(a);
            const auto y = take_number(b);
            if (x != y) return x < y;
            continue;
        }
        if (a[0] != b[0]) return a[0] < b[0];
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.size() < b.size();
}

StatementLists statement_lists(const Draft& draft, const IdMap& ids) {
    StatementLists lists;
    const auto& all = draft.statements;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (!all[i].stated_in.empty()) lists.in[all[i].stated_in].push_back(i);
        for (const auto& id : all[i].about) lists.about[id].push_back(i);
        for (const auto& reference : all[i].represented_by) {
            auto& here = lists.represented[reference.thing];
            if (here.empty() || here.back() != i) here.push_back(i);
        }
    }
    const auto as_read = [&](std::uint32_t a, std::uint32_t b) {
        const auto first = notation_of(draft, ids, all[a].section);
        const auto second = notation_of(draft, ids, all[b].section);
        if (first != second) return before_by_number(first, second);
        return before_by_number(all[a].notation, all[b].notation);
    };
    const auto on_a_page = [&](std::uint32_t a, std::uint32_t b) {
        const auto key = [&](const Statement& s) {
            return std::tuple(place_of(ids, s.kind), s.order == 0 ? INT_MAX : s.order);
        };
        if (key(all[a]) != key(all[b])) return key(all[a]) < key(all[b]);
        return before_by_number(all[a].notation, all[b].notation);
    };
    for (auto& [id, list] : lists.in) std::stable_sort(list.begin(), list.end(), as_read);
    for (auto& [id, list] : lists.represented) std::stable_sort(list.begin(), list.end(), as_read);
    for (auto& [id, list] : lists.about) std::stable_sort(list.begin(), list.end(), on_a_page);
    return lists;
}

}  // namespace shezhire::model
