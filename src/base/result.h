// Result<T>: a value or one Error. For what the world can do to us; many faults in one file go to
// Diagnostics.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace shezhire::base {

/// One failure, said once: a stable code for programs ("io.cannot-read") and a sentence for people.
struct Error {
    std::string code;
    std::string sentence;

    bool operator==(const Error&) const = default;
};

template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
  public:
    using tl::expected<T, Error>::expected;
};

using Status = Result<void>;

/// `return failure("io.cannot-read", "…");` from any function that returns a Result.
inline tl::unexpected<Error> failure(std::string code, std::string sentence) {
    return tl::unexpected<Error>(Error{std::move(code), std::move(sentence)});
}

/// Passes on the error of another Result.
inline tl::unexpected<Error> failure(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace shezhire::base
