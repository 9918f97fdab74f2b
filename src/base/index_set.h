// Numbers of a known range, each once: put in in any order, taken out ascending without sorting.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace shezhire::base {

class IndexSet {
  public:
    /// Of the numbers below `count`; it holds none.
    explicit IndexSet(std::size_t count = 0) : words_((count + 63) / 64) {}

    void insert(std::uint32_t number) { words_[number / 64] |= std::uint64_t{1} << (number % 64); }

    /// Puts all into `out`, ascending, in place of what that held, and is empty then.
    void take(std::vector<std::uint32_t>& out) {
        out.clear();
        for (std::size_t at = 0; at < words_.size(); ++at) {
            for (auto word = words_[at]; word != 0; word &= word - 1)
                out.push_back(static_cast<std::uint32_t>(64 * at) +
                              static_cast<std::uint32_t>(std::countr_zero(word)));
            words_[at] = 0;
        }
    }

  private:
    std::vector<std::uint64_t> words_;
};

}  // namespace shezhire::base
