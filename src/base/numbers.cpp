#include "base/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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

struct RomanSign {
    std::string_view letters;
    std::int64_t value;
};
constexpr auto roman_signs = std::to_array<RomanSign>({{"M", 1000},
                                                       {"CM", 900},
                                                       {"D", 500},
                                                       {"CD", 400},
                                                       {"C", 100},
                                                       {"XC", 90},
                                                       {"L", 50},
                                                       {"XL", 40},
                                                       {"X", 10},
                                                       {"IX", 9},
                                                       {"V", 5},
                                                       {"IV", 4},
                                                       {"I", 1}});

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

std::string roman(std::int64_t number) {
    if (number < 1 || number > 3999) return fmt::format_int(number).str();
    std::string text;
    for (const auto& sign : roman_signs) {
        for (; number >= sign.value; number -= sign.value) text += sign.letters;
    }
    return text;
}

std::int64_t from_roman(std::string_view text) {
    std::int64_t value = 0;
    auto rest = text;
    for (const auto& sign : roman_signs) {
        for (; rest.starts_with(sign.letters); rest.remove_prefix(sign.letters.size())) value += sign.value;
    }
    return rest.empty() && value <= 3999 && value > 0 && roman(value) == text ? value : 0;
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
