// What a frozen model looks up: ids to things, and who names whom. Views point into the model's own facts.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/id_map.h"
#include "model/model.h"

namespace shezhire::model {

/// Every thing of a draft in one order: organizations, changes, events, concepts, schemes, sources,
/// statements. The function gets the thing and its reference.
template <class DraftType, class Function>
void for_each_thing(DraftType& draft, Function&& function) {
    const auto each = [&](auto& things, ThingType type) {
        for (std::size_t i = 0; i < things.size(); ++i) {
            function(things[i], ThingRef{type, static_cast<std::uint32_t>(i)});
        }
    };
    each(draft.organizations, ThingType::organization);
    each(draft.changes, ThingType::change);
    each(draft.events, ThingType::event);
    each(draft.concepts, ThingType::concept_);
    each(draft.schemes, ThingType::scheme);
    each(draft.sources, ThingType::source);
    each(draft.statements, ThingType::statement);
}

/// Lists of values, one list for each of n keys, in two arrays (compressed sparse rows); the order of adding
/// is kept.
template <class T>
class Rows {
  public:
    struct Entry {
        std::uint32_t row;
        T value;
    };

    Rows() = default;
    Rows(std::size_t rows, const std::vector<Entry>& entries) : values_(entries.size()) {
        if (entries.empty()) return;  // then every list is empty
        starts_.resize(rows + 1);
        for (const auto& entry : entries) ++starts_[entry.row + 1];
        for (std::size_t i = 0; i < rows; ++i) starts_[i + 1] += starts_[i];
        auto next = starts_;
        for (const auto& entry : entries) values_[next[entry.row]++] = entry.value;
    }

    [[nodiscard]] std::span<const T> operator[](std::size_t row) const {
        if (row + 1 >= starts_.size()) return {};
        return std::span<const T>(values_).subspan(starts_[row], starts_[row + 1] - starts_[row]);
    }

  private:
    std::vector<std::uint32_t> starts_;
    std::vector<T> values_;
};

using IndexLists = std::unordered_map<std::string_view, std::vector<std::uint32_t>>;

/// Statements (by index) under the ids of what they are about, of their source, and of what represents them.
struct StatementLists {
    IndexLists about;
    IndexLists in;
    IndexLists represented;
};

struct Model::Index {
    IdMap ids;
    Rows<ChildRef> children;
    Rows<std::uint32_t> changes;
    Rows<std::uint32_t> events;
    Rows<EntryRef> members;
    Rows<EntryRef> links_to;
    StatementLists statements;
};

}  // namespace shezhire::model
