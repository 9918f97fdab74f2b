#include "base/browser.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <thread>

#include "base/utf8.h"

namespace shezhire::base {
namespace {

constexpr std::size_t longest = 4096;

bool starts_with_scheme(std::string_view url, std::string_view scheme) {
    return url.size() > scheme.size() &&
           std::equal(scheme.begin(), scheme.end(), url.begin(),
                      [](char want, char is) { return want == (is >= 'A' && is <= 'Z' ? is + 32 : is); });
}

bool harmless(char c) {
    const auto byte = static_cast<unsigned char>(c);
    constexpr std::string_view never = "\"`<>\\^{}|";  // RFC 3986 allows none of them
    return byte > 0x20 && byte != 0x7F && never.find(c) == std::string_view::npos;
}

}  // namespace

bool is_web_address(std::string_view url) {
    if (url.size() > longest || !std::all_of(url.begin(), url.end(), harmless)) return false;
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!starts_with_scheme(url, scheme)) continue;
        const auto rest = url.substr(scheme.size());
        const auto host = rest.substr(0, rest.find_first_of("/?#"));
        // "user@host" shows one place and goes to another; nothing a source names needs it.
        return !host.empty() && host.front() != ':' && host.find('@') == std::string_view::npos;
    }
    return false;
}

Status open_in_browser(const std::string& url) {
    if (!is_web_address(url)) {
        return failure("browser.not-a-web-address",
                       fmt::format("“{}” is no web address, so it is not opened", visible(url)));
    }
    std::string program = "xdg-open";
    std::string address = url;
    const std::array<char*, 3> arguments{program.data(), address.data(), nullptr};
    posix_spawnattr_t attributes{};
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);  // it outlives the window that asked for it
    pid_t child = 0;
    const int error = posix_spawnp(&child, program.c_str(), nullptr, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    if (error != 0) {
        return failure("browser.not-started",
                       fmt::format("xdg-open did not start: {}", std::generic_category().message(error)));
    }
    // Some browsers keep xdg-open until they are closed; somebody has to take its exit status then.
    std::thread([child] {
        while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
        }
    }).detach();
    return {};
}

}  // namespace shezhire::base
