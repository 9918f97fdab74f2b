// The outermost shape of a native file: the members of its head and the elements of "@graph", each as a piece
// of text. A fault inside one piece costs that piece; a fault between two is told and stepped over.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "io/json_scanner.h"
#include "io/source_text.h"

namespace shezhire::io {

struct OutlineHandler {
    /// A member of the head but "@graph": its key (with quotes) and its value.
    std::function<void(TextSpan key, TextSpan value)> member;
    /// An element of "@graph".
    std::function<void(TextSpan element)> element;
};

class JsonOutline {
  public:
    JsonOutline(SourceText& text, base::Diagnostics& diagnostics, OutlineHandler handler)
        : text_(text), scan_(text, diagnostics), handler_(std::move(handler)) {}

    /// Walks the whole text; false: there was no "@graph" (which may have been told as a fault of the
    /// syntax).
    bool walk();

  private:
    void head();
    void head_member();
    void elements();
    void element();
    bool resume_at_next_like(std::size_t begin, std::size_t limit);
    void step_over();
    void truncated();

    SourceText& text_;
    JsonScanner scan_;
    OutlineHandler handler_;
    bool graph_seen_ = false;
    bool needs_comma_ = false;
    std::size_t last_element_ = 0;
    std::size_t scanned_twice_ = 0;
};

}  // namespace shezhire::io
