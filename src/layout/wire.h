// The protocol between us and the worker process `shezhire-layout`: one versioned request on stdin, one answer on
// stdout, both self-delimiting; strings are length-prefixed, so no label, key or escape can break out of its field.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "layout/layout.h"

namespace shezhire::layout {

inline constexpr int wire_version = 1;

std::string encode(const LayoutRequest&);
/// Errors: layout.bad-request (with the offset), layout.version.
base::Result<LayoutRequest> decode_request(std::string_view bytes);

/// An answer is a layout or the engine's own error.
std::string encode(const base::Result<Layout>&);
/// Never trusts the bytes: sizes are bounded by what is there. Errors: layout.bad-answer, layout.version, or the encoded error.
base::Result<Layout> decode_answer(std::string_view bytes);

}  // namespace shezhire::layout
