// The steps of reading, for this module only: one date, a set of dates, and the key to Date's private parts.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "edtf/edtf.h"

namespace shezhire::edtf {

/// The one place that fills a Date.
struct Builder {
    std::string text;
    Bounds bounds;
    Precision precision = Precision::none;
    bool approximate = false;
    bool uncertain = false;
    bool is_set = false;

    [[nodiscard]] Date date() &&;
    /// The word of a date that needs no text of its own, where its text is what these fields say; else 0.
    [[nodiscard]] std::uint64_t packed() const;
};

/// A date and whether the 2012 draft's spelling was met on the way. Errors here say only why; the doors add
/// the text.
struct Reading {
    Date date;
    bool draft = false;
};

base::Result<Reading> read_plain_date(std::string_view text);
/// In brackets or braces.
base::Result<Reading> read_set(std::string_view text);
base::Result<Reading> read_date(std::string_view text);

/// `text` for a sentence: short, nothing invisible in it, between quotation marks.
std::string quoted(std::string_view text);
/// “19uu” -> "2012 draft: 19uu written as 19XX"; without the first words where it was no draft spelling.
std::string rewriting_note(std::string_view from, std::string_view to, bool draft);

}  // namespace shezhire::edtf
