// JSON text: first without blanks, then laid out for people to read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace shezhire::io {

/// Appends JSON without blanks. The caller opens and closes; commas come by themselves.
class JsonWriter {
  public:
    void open(char bracket);
    void close(char bracket);
    void key(std::string_view name);
    void text(std::string_view value);
    void raw(std::string_view json);

    /// `"name": "value"`, or nothing where the value is empty.
    void field(std::string_view name, std::string_view value);

    [[nodiscard]] const std::string& written() const { return json_; }
    void clear();

  private:
    void comma();
    std::string json_;
    bool first_ = true;
};

/// `"…"` with what JSON wants escaped.
void append_quoted(std::string& json, std::string_view text);

/// Appends `minified` laid out: what fits on the rest of a line of 110 columns stays on it, other objects and
/// lists have a member on each line, two blanks deeper. `column` is where the value begins; `broken` breaks
/// the outermost in any case.
void append_laid_out(std::string& out, std::string_view minified, std::size_t indent, std::size_t column,
                     bool broken);

}  // namespace shezhire::io
