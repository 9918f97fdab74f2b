// Search as you type over all names, former names, acronyms and notations, in all languages, over places and
// people (ICU; UTS #10).
// Case, accents and width do not count; Kazakh letters fold onto their Russian neighbours (қ к, і и, ә а …).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace shezhire::model {

/// What of a body matched.
enum class Matched : std::uint8_t { name, notation_or_id, place, person };

struct Hit {
    std::uint32_t organization = 0;  ///< index in Model::organizations()
    std::uint32_t name = 0;          ///< index in its names; UINT32_MAX: no name matched
    std::uint32_t first_byte = 0;    ///< of the matched part in that name; 0 where no name matched
    std::uint32_t byte_count = 0;
    /// Smaller is better: 0 the whole name; 1 the whole acronym, notation or id; 2 the name's beginning; 3
    /// beginnings of its words; 4 inside its words; 5 words of several of its names; 6 inside a place of its
    /// seat or the name of someone in office; 7 inside the id.
    int rank = 0;
    Matched matched = Matched::name;
    std::uint32_t entry = 0;  ///< index in its sites (place) or offices (person)
};

class SearchIndex {
  public:
    explicit SearchIndex(ModelPtr model);
    ~SearchIndex();
    SearchIndex(const SearchIndex&) = delete;
    SearchIndex& operator=(const SearchIndex&) = delete;
    /// Every word of the query must match; best first, at most `limit`, one hit an organization. Equal ranks:
    /// the shorter name first, then by id.
    [[nodiscard]] std::vector<Hit> find(std::string_view query, std::size_t limit = 50) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The folding used by search: "Қазақстан" -> "казакстан"; words with one blank between them, no punctuation.
/// For filters and type-to-jump as well.
std::string search_key(std::string_view text);

}  // namespace shezhire::model
