#include "cairo/links.h"

#include <fmt/format.h>

#include <iterator>

#include "paint/svg_text.h"

namespace shezhire::cairo {

std::string link_target(std::string_view href) {
    std::string target;
    if (!paint::is_safe_link(href)) return target;
    constexpr std::string_view kept = "-._~:/?#[]@!$&*+,;=%";
    for (const char c : href) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain || kept.find(c) != std::string_view::npos) {
            target += c;
        } else {
            fmt::format_to(std::back_inserter(target), "%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return target;
}

}  // namespace shezhire::cairo
