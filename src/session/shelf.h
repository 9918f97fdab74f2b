// Pictures that were made and may be wanted again: a date that was looked at costs no second layout.
#pragma once

#include <cstddef>
#include <list>

#include "session/picture.h"

namespace shezhire::session {

class Shelf {
  public:
    /// The newest stays longest.
    void put(PicturePtr picture);
    /// The same but for the date; nullptr: none is there.
    [[nodiscard]] PicturePtr find(const PictureRequest& request);
    [[nodiscard]] bool has(const PictureRequest& request) const;
    void clear() { pictures_.clear(); }

  private:
    static constexpr std::size_t most = 64;
    static constexpr std::size_t most_elements = 120'000;
    std::list<PicturePtr> pictures_;
};

}  // namespace shezhire::session
