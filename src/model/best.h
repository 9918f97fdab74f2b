// The best of very many candidates, kept while they are found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/search.h"

namespace shezhire::model {

inline constexpr std::uint32_t no_name = UINT32_MAX;

struct Candidate {
    int rank = 0;
    std::size_t length = 0;
    std::uint32_t id_order = 0;
    std::uint32_t organization = 0;
    std::uint32_t name = no_name;
    Matched matched = Matched::name;
    std::uint32_t entry = 0;

    [[nodiscard]] bool before(const Candidate& other) const;
};

/// The best candidates of one pass over the texts, one an organization. They come in the order of
/// organizations.
class Best {
  public:
    /// What `taken` names was found by an earlier pass, counts towards `limit` and is not taken again.
    Best(std::size_t limit, const std::vector<Candidate>& taken);
    void offer(const Candidate& candidate);
    /// Appends what was kept, best first.
    void move_to(std::vector<Candidate>& result);

  private:
    void keep_current();

    std::size_t limit_;
    std::vector<std::uint32_t> taken_;
    std::vector<Candidate> kept_;
    std::optional<Candidate> current_;
    std::optional<Candidate> bar_;  ///< what is not better need not be kept
};

}  // namespace shezhire::model
