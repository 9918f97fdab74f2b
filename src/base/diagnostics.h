// Many faults in one input: collected with their places, then said in order. Reading goes on after each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/shared.h"

namespace shezhire::base {

enum class Severity : std::uint8_t { note, warning, error };

std::string_view to_text(Severity severity);

/// A place in a file; line and column count from 1 (column in bytes), 0 = unknown.
struct Place {
    Word file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    auto operator<=>(const Place&) const = default;
};

struct Diagnostic {
    Place place;
    Severity severity = Severity::error;
    std::string code;      ///< stable, "module.fault", for filters and tests
    std::string sentence;  ///< for people; names the value and what to do

    bool operator==(const Diagnostic&) const = default;
};

/// `file:line:col: severity: code: sentence`, the form that editors jump to; control characters escaped.
std::string to_text(const Diagnostic& diagnostic);

class Diagnostics {
  public:
    /// Keeps at most `limit` diagnostics; what comes after is counted, not kept (a hostile file has no end).
    explicit Diagnostics(std::size_t limit = 10'000) : limit_(limit) {}

    void add(Severity severity, Place place, std::string code, std::string sentence);
    void add(Diagnostic diagnostic);
    /// All of another's, as if they had been found here after one's own.
    void append(Diagnostics more);

    /// In order of file, line and column; equal places keep the order in which they were found.
    [[nodiscard]] std::vector<Diagnostic> sorted() const;
    [[nodiscard]] const std::vector<Diagnostic>& as_found() const { return diagnostics_; }
    [[nodiscard]] std::size_t count(Severity severity) const;
    [[nodiscard]] bool has_errors() const { return errors_ > 0; }
    [[nodiscard]] bool empty() const { return diagnostics_.empty(); }
    [[nodiscard]] std::size_t left_out() const { return left_out_; }

  private:
    std::vector<Diagnostic> diagnostics_;
    std::size_t limit_;
    std::size_t left_out_ = 0;
    std::size_t errors_ = 0;
};

}  // namespace shezhire::base
