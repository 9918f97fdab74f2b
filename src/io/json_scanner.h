// Finds where JSON values end, without reading them: brackets and strings only. What simdjson refuses for a
// whole text is mended or told here with its place: raw control characters and lone surrogates in strings,
// strings that do not end on their line, brackets that do not match, nesting beyond 1024 levels, a text that
// is cut off.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "io/source_text.h"

namespace shezhire::io {

struct ScannedValue {
    TextSpan span;
    bool sound = true;   ///< may be handed to simdjson
    bool closed = true;  ///< false: its brackets were never closed
};

class JsonScanner {
  public:
    JsonScanner(SourceText& text, base::Diagnostics& diagnostics) : text_(text), diagnostics_(diagnostics) {}

    [[nodiscard]] std::size_t position() const { return at_; }
    void go_to(std::size_t offset) { at_ = offset; }
    void skip_space();
    /// After the blanks: the next byte, '\0' at the end.
    char peek();
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    void advance() { ++at_; }

    /// The value that begins here, which may be anything but a closing bracket, a comma or a colon.
    /// `outer_depth`: how deep it stands in the file.
    ScannedValue value(int outer_depth);
    /// The string that begins here; the position is behind its closing quote.
    bool string();

    /// Says a fault of the syntax; what was said once is not said again when a part is scanned twice.
    void fault(std::size_t offset, std::string_view code, std::string sentence);

  private:
    void nested(ScannedValue& value, int outer_depth);
    void close(ScannedValue& value, char bracket);
    void escape();
    void control_character(std::size_t& first_control);

    SourceText& text_;
    base::Diagnostics& diagnostics_;
    std::size_t at_ = 0;
    std::size_t told_until_ = 0;  // offset behind the last fault
    std::string open_;            // closing brackets that are awaited
    std::size_t too_deep_ = 0;    // brackets open beyond the limit
};

/// A sound value as it is written, without the blanks between its parts; it begins at `offset`.
std::string minified(std::string_view text, std::size_t offset);

}  // namespace shezhire::io
