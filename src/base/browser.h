// The one place that hands an address to the browser: only http and https, never through a shell.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace shezhire::base {

/// An absolute http or https address with a host and without blanks, quotes or control characters (RFC 3986;
/// letters of other scripts are let through, as RFC 3987 does). `javascript:`, `file:`, `data:` are none.
bool is_web_address(std::string_view url);

/// Starts `xdg-open URL` and does not wait for it. Ask the user before. Errors: browser.not-a-web-address,
/// browser.not-started.
Status open_in_browser(const std::string& url);

}  // namespace shezhire::base
