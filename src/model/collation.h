// The order in which readers of a language expect texts (CLDR; UTS #10), and numbers within them by value.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace shezhire::model {

/// A language without rules of its own sorts by the root's.
class Collation {
  public:
    explicit Collation(const std::string& language);
    ~Collation();
    Collation(const Collation&) = delete;
    Collation& operator=(const Collation&) = delete;

    /// Bytes whose order is that of the texts; texts that differ only in what no reader sorts by have the
    /// same.
    [[nodiscard]] std::string key(std::string_view text) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace shezhire::model
