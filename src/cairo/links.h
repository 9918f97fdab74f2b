// Addresses as Cairo 1.16 and PDF take them: Cairo writes a link's address between parentheses as it is, so
// whatever could end a string there is percent-encoded first.
#pragma once

#include <string>
#include <string_view>

namespace shezhire::cairo {

/// An address in ASCII without quotes, parentheses and backslashes (RFC 3986, section 2.1), or "" for one
/// that is not let out (paint::is_safe_link).
std::string link_target(std::string_view href);

}  // namespace shezhire::cairo
