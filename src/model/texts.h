// Many folded texts in one buffer, as the search scans them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/fold.h"
#include "model/scan.h"

namespace shezhire::model {

/// All folded names behind one another, each as "\n word word …": so "\n word" is the beginning of a name and
/// " word" that of a word, and both are found by looking for bytes.
inline constexpr std::string_view before_name = "\n ";

/// Texts of things in one buffer, each with its beginning.
struct Texts {
    ScannedText all;
    std::vector<std::size_t> starts;  ///< and the end of the last

    [[nodiscard]] std::string_view text(std::size_t i) const {
        return all.view().substr(starts[i], starts[i + 1] - starts[i]);
    }
    /// The text that `at` lies in; not before `from`, from where it is looked for in growing steps.
    [[nodiscard]] std::size_t index_at(std::size_t at, std::size_t from) const {
        std::size_t step = 1;
        while (from + step < starts.size() && starts[from + step] <= at) {
            from += step;
            step *= 2;
        }
        const auto begin = starts.begin() + static_cast<std::ptrdiff_t>(from);
        const auto end = starts.begin() + static_cast<std::ptrdiff_t>(std::min(from + step, starts.size()));
        return static_cast<std::size_t>(std::upper_bound(begin, end, at) - starts.begin()) - 1;
    }
    /// Calls `found(index, offset behind the needle)` for the first `needle` in each text that has one.
    template <class Found>
    void each_with(std::string_view needle, Found found) const {
        std::size_t index = 0;
        for (auto at = all.find(needle, 0); at != std::string_view::npos;
             at = all.find(needle, starts[index + 1])) {
            index = index_at(at, index);
            found(index, at + needle.size());
        }
    }
};

/// Collects the texts of things while they are put into one buffer.
struct TextsBuilder {
    std::string all;
    std::vector<std::size_t> starts;

    /// False when nothing is left of the text.
    bool add(std::string_view text) {
        const std::size_t start = all.size();
        all += before_name;
        append_folded(text, all);
        if (all.size() == start + before_name.size()) {
            all.resize(start);
            return false;
        }
        starts.push_back(start);
        return true;
    }
    Texts done() && {
        starts.push_back(all.size());
        all += '\n';
        return {ScannedText(std::move(all)), std::move(starts)};
    }
};

}  // namespace shezhire::model
