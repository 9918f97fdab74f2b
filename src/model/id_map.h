// Ids to things. The ids are those of the things themselves, so an entry is their place and a part of the
// hash: eight bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/facts.h"
#include "model/model.h"

namespace shezhire::model {

struct ThingRef {
    ThingType type = ThingType::organization;
    std::uint32_t index = 0;
};

/// Looks into the draft that it was made for, whose things must stay where they are.
class IdMap {
  public:
    IdMap() = default;
    explicit IdMap(const Draft& draft);

    /// False, and nothing changed, where a thing with the id of this one is there already.
    bool add(ThingRef ref);
    [[nodiscard]] std::optional<ThingRef> find(std::string_view id) const;
    [[nodiscard]] bool contains(std::string_view id) const { return find(id).has_value(); }
    /// Of an id that is there.
    [[nodiscard]] ThingRef at(std::string_view id) const;

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t ref = 0;  ///< type in the highest bits and index + 1; 0: empty
    };
    [[nodiscard]] std::size_t slot_of(std::string_view id, std::uint32_t hash) const;

    const Draft* draft_ = nullptr;
    std::vector<Slot> slots_;  ///< open addressing; their number is a power of two
};

}  // namespace shezhire::model
