#include "base/numbers.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/words.h"

namespace shezhire::base {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

struct Signs {
    std::string_view between_groups;
    char before_decimals;
    std::string_view before_percent;
};

Signs signs_of(std::string_view lang) {
    const auto is = [lang](std::string_view code) {
        return lang.starts_with(code) && (lang.size() == code.size() || lang[code.size()] == '-');
    };
    if (is("kk")) return {no_break_space, ',', ""};
    if (is("ru")) return {no_break_space, ',', no_break_space};
    return {",", '.', ""};
}

/// Digits alone, with something between their groups of three.
std::string in_groups(std::string digits, std::string_view between) {
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), between);
    return digits;
}

}  // namespace

std::string number_in(std::string_view lang, std::int64_t number) {
    auto digits = fmt::format_int(number).str();
    const bool negative = digits.front() == '-';
    if (negative) digits.erase(0, 1);
    return (negative ? "-" : "") + in_groups(std::move(digits), signs_of(lang).between_groups);
}

std::string decimal_in(std::string_view lang, double number, int places) {
    const auto signs = signs_of(lang);
    auto text = fmt::format("{:.{}f}", number, std::clamp(places, 0, 6));
    const auto point = text.find('.');
    const auto decimals = point == std::string::npos ? std::string() : text.substr(point + 1);
    auto whole = text.substr(0, point);
    const bool negative = whole.front() == '-';
    if (negative) whole.erase(0, 1);
    text = (negative ? "-" : "") + in_groups(std::move(whole), signs.between_groups);
    if (!decimals.empty()) text += signs.before_decimals + decimals;
    return text;
}

std::string percent_in(std::string_view lang, std::int64_t percent) {
    return number_in(lang, percent).append(signs_of(lang).before_percent) + "%";
}

std::string number(std::uint64_t number) {
    return number_in(interface_language(), static_cast<std::int64_t>(number));
}

std::string decimal(double number, int places) {
    return decimal_in(interface_language(), number, places);
}

std::string percent(std::int64_t percent) {
    return percent_in(interface_language(), percent);
}

}  // namespace shezhire::base
