#include "model/language.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace shezhire::model {
namespace {

std::vector<std::string> subtags_of(std::string_view tag) {
    std::vector<std::string> parts(1);
    for (const char c : tag) {
        if (c == '-') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::string in_case(std::string text, int (*change)(int)) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [change](char c) { return static_cast<char>(change(static_cast<unsigned char>(c))); });
    return text;
}

bool is_among(const char* const* list, const std::string& code) {
    for (; *list != nullptr; ++list) {
        if (code == *list) return true;
    }
    return false;
}

bool is_country(const std::string& code) {
    return is_among(uloc_getISOCountries(), in_case(code, std::toupper));
}

std::string unknown_language(const std::string& code) {
    const auto language = in_case(code, std::tolower);
    if (language == "und" || language == "mul" || language == "zxx" || language == "mis") return {};
    if (language.size() > 3) return fmt::format("no language is called “{}”", code);
    // Withdrawn from ISO 639, still registered for BCP 47.
    constexpr std::array<std::string_view, 6> deprecated{"in", "iw", "ji", "jw", "mo", "sh"};
    const bool known = is_among(uloc_getISOLanguages(), language) ||
                       std::find(deprecated.begin(), deprecated.end(), language) != deprecated.end();
    if (language.size() == 3) {
        std::array<char, 16> canonical{};
        UErrorCode fault = U_ZERO_ERROR;
        uloc_canonicalize(language.c_str(), canonical.data(), static_cast<std::int32_t>(canonical.size()),
                          &fault);
        const std::string_view shorter = canonical.data();
        if (U_FAILURE(fault) == 0 && shorter.size() == 2) {
            return fmt::format("“{}” is written “{}”", code, shorter);
        }
        return {};
    }
    if (known) return {};
    if (!is_country(code)) return fmt::format("no language is called “{}”", code);
    return fmt::format("“{}” is a country, not a language", code);
}

bool is_alphabetic(const std::string& part) {
    return std::all_of(part.begin(), part.end(),
                       [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

}  // namespace

std::string unknown_in_language_tag(std::string_view tag) {
    const auto parts = subtags_of(tag);
    if (parts[0].size() < 2) return {};  // private use
    if (auto unknown = unknown_language(parts[0]); !unknown.empty()) return unknown;
    for (std::size_t i = 1; i < parts.size() && parts[i].size() > 1; ++i) {
        if (!is_alphabetic(parts[i])) continue;
        const auto part = in_case(parts[i], std::tolower);
        if (part.size() == 4 && !part.starts_with("qa") &&
            u_getPropertyValueEnum(UCHAR_SCRIPT, part.c_str()) == UCHAR_INVALID_CODE) {
            return fmt::format("no script is called “{}”", parts[i]);
        }
        if (part.size() == 2 && part != "xk" && !part.starts_with('q') && !is_country(part)) {
            return fmt::format("no country is called “{}”", parts[i]);
        }
    }
    return {};
}

namespace {

/// ICU answers for these with the state that has followed, which is another one.
struct FormerState {
    std::string_view code, kk, ru, en;
};
constexpr std::array former_states{
    FormerState{"CS", "Чехословакия", "Чехословакия", "Czechoslovakia"},
    FormerState{"DD", "Герман Демократиялық Республикасы", "Германская Демократическая Республика",
                "German Democratic Republic"},
    FormerState{"SU", "КСРО", "СССР", "USSR"}, FormerState{"YU", "Югославия", "Югославия", "Yugoslavia"}};

}  // namespace

std::string language_name(std::string_view tag, const std::string& language) {
    icu::UnicodeString name;
    std::string text;
    icu::Locale(std::string(tag).c_str()).getDisplayName(icu::Locale(language.c_str()), name);
    name.toUTF8String(text);
    return text.empty() ? std::string(tag) : text;
}

std::string country_name(std::string_view code, const std::string& language) {
    const auto* former = std::find_if(former_states.begin(), former_states.end(),
                                      [code](const FormerState& state) { return state.code == code; });
    if (former != former_states.end()) {
        return std::string(language == "kk" ? former->kk : language == "ru" ? former->ru : former->en);
    }
    icu::UnicodeString name;
    std::string text;
    icu::Locale("", std::string(code).c_str()).getDisplayCountry(icu::Locale(language.c_str()), name);
    name.toUTF8String(text);
    return text.empty() ? std::string(code) : text;
}

std::string sentence_case(std::string_view text, const std::string& language) {
    auto all = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    if (all.isEmpty()) return {};
    const auto first = all.moveIndex32(0, 1);
    icu::UnicodeString letter(all, 0, first);
    letter.toUpper(icu::Locale(language.c_str()));
    all.replace(0, first, letter);
    std::string result;
    all.toUTF8String(result);
    return result;
}

}  // namespace shezhire::model
