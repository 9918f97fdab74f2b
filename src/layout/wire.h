// The protocol between us and the worker process `shezhire-layout`: one versioned request on stdin, one
// answer on stdout, both self-delimiting; strings are length-prefixed, so no label, key or escape can break
// out of its field.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "layout/layout.h"

namespace shezhire::layout {

inline constexpr int wire_version = 1;

/// Raised whenever the same question gets another answer than before: what caches kept under a lower one is
/// void.
inline constexpr int answer_revision = 1;

/// What either side refuses to read beyond.
inline constexpr std::size_t longest_message = std::size_t{256} << 20U;

std::string encode(const LayoutRequest&);
/// Errors: layout.bad-request (with the offset), layout.version.
base::Result<LayoutRequest> decode_request(std::string_view bytes);

/// An answer is a layout or the engine's own error.
std::string encode(const base::Result<Layout>&);
/// Never trusts the bytes: sizes are bounded by what is there. Errors: layout.bad-answer, layout.version, or
/// the encoded error.
base::Result<Layout> decode_answer(std::string_view bytes);

/// True once `bytes` starts with a whole message of any kind and version: a reader need not wait for more.
bool is_whole_message(std::string_view bytes);

}  // namespace shezhire::layout
