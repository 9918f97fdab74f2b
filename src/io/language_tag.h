// Language tags as BCP 47 writes them (RFC 5646, section 2.1); well-formed, not registered.
#pragma once

#include <string_view>

namespace shezhire::io {

bool is_language_tag(std::string_view tag);

}  // namespace shezhire::io
