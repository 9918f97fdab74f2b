// Folding for search: text without what a searcher leaves out, and the way back to the bytes that were
// folded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shezhire::model {

/// Where a byte of the folded text comes from in the original: the code point [first, last).
struct Origin {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// Words of letters and digits, one blank between them, case, accents, width and points gone. Appended to
/// `folded`; with `origins`, one for every byte appended.
void append_folded(std::string_view text, std::string& folded, std::vector<Origin>* origins = nullptr);

}  // namespace shezhire::model
