// Arguments of commands: texts that people type, made into values or refused.
#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "session/command.h"

namespace shezhire::session {

inline std::optional<double> number_from(std::string_view text) {
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

inline std::optional<bool> switch_from(std::string_view text) {
    if (text == "on") return true;
    if (text == "off") return false;
    return std::nullopt;
}

/// The argument at `i`; empty where there is none.
inline std::string argument(const Command& command, std::size_t i = 0) {
    return i < command.arguments.size() ? command.arguments[i] : std::string();
}

}  // namespace shezhire::session
