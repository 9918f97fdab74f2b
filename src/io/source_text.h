// One file's text in memory of its own: checked for its encoding, padded as simdjson wants it, repaired in
// place where a small repair keeps the rest readable, and able to say line and column of any byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace shezhire::io {

/// Bytes [begin, end) of a text.
struct TextSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] std::size_t size() const { return end - begin; }
};

class SourceText {
  public:
    /// A byte order mark is left out. Malformed bytes are told and become "?"; UTF-16 and UTF-32 are told,
    /// and the text is empty.
    SourceText(std::string bytes, std::string file, base::Diagnostics& diagnostics);

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool readable() const { return readable_; }
    /// Offsets up to size() may be asked: '\0' stands at the end.
    [[nodiscard]] char operator[](std::size_t offset) const { return text_[offset]; }
    [[nodiscard]] std::string_view view(TextSpan span) const {
        return std::string_view(text_).substr(span.begin, span.size());
    }
    [[nodiscard]] std::string_view all() const { return {text_.data(), size_}; }
    /// Bytes that may be read behind any offset of the text, beyond its end.
    [[nodiscard]] std::size_t capacity_from(std::size_t offset) const { return text_.size() - offset; }

    void repair(std::size_t offset, char byte) { text_[offset] = byte; }

    /// Quick where offsets mostly grow from call to call.
    [[nodiscard]] base::Place place(std::size_t offset) const;
    [[nodiscard]] const base::Word& file() const { return file_; }

  private:
    void repair_malformed(base::Diagnostics& diagnostics);

    std::string text_;
    base::Word file_;
    std::size_t size_ = 0;
    bool readable_ = true;
    struct Cursor {
        std::size_t offset = 0;
        std::size_t line_start = 0;
        std::uint32_t line = 1;
    };
    mutable Cursor cursor_;
};

/// Something read, for a sentence: in quotes, printable, and short.
std::string in_quotes(std::string_view text);

}  // namespace shezhire::io
