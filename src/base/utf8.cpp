#include "base/utf8.h"

#include <fmt/format.h>

#include <iterator>

namespace shezhire::base {
namespace {

struct Decoded {
    char32_t code_point;
    std::size_t length;  // 0 = malformed
};

Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) return {first, 1};
    std::size_t length = 0;
    char32_t value = 0;
    char32_t least = 0;
    if (first >= 0xC2 && first <= 0xDF) {
        length = 2, value = first & 0x1FU, least = 0x80;
    } else if ((first & 0xF0U) == 0xE0) {
        length = 3, value = first & 0x0FU, least = 0x800;
    } else if (first >= 0xF0 && first <= 0xF4) {
        length = 4, value = first & 0x07U, least = 0x10000;
    } else {
        return {0xFFFD, 0};
    }
    if (at + length > text.size()) return {0xFFFD, 0};
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80) return {0xFFFD, 0};
        value = (value << 6U) | (byte(at + i) & 0x3FU);
    }
    if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {0xFFFD, 0};
    return {value, length};
}

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

bool is_bidi_control(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F ||
           c == 0x061C;
}

// Line and paragraph separators, noncharacters: nothing that an XML or JSON reader may refuse gets through.
bool is_unsafe(char32_t c) {
    return c == 0x2028 || c == 0x2029 || c == 0xFEFF || (c & 0xFFFEU) == 0xFFFE ||
           (c >= 0xFDD0 && c <= 0xFDEF);
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto decoded = decode(text, at);
        if (decoded.length == 0) return at;
        at += decoded.length;
    }
    return std::string_view::npos;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
    const auto decoded = decode(text, offset);
    offset += decoded.length == 0 ? 1 : decoded.length;
    return decoded.code_point;
}

void append_utf8(std::string& text, char32_t c) {
    const auto put = [&](char32_t byte) {
        text.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
    };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U)), put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U)), put(0x80U | ((c >> 6U) & 0x3FU)), put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U)), put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU)), put(0x80U | (c & 0x3FU));
    }
}

std::size_t clean_start(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    std::size_t end = 0;
    while (end < text.size()) {
        if (byte(end) >= 0x20 && byte(end) < 0x7F) {
            end += 1;
        } else if (byte(end) >= 0xC3 && byte(end) <= 0xD7 && end + 1 < text.size() &&
                   (byte(end + 1) & 0xC0U) == 0x80) {
            end += 2;  // U+00C0 to U+05FF
        } else {
            break;
        }
    }
    return end;
}

std::string cleaned(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (const auto good = clean_start(text.substr(at)); good > 0) {
            result.append(text, at, good);
            at += good;
            continue;
        }
        const char32_t c = next_code_point(text, at);
        if (c == '\n' || c == '\t') {
            result.push_back(static_cast<char>(c));
        } else if (!is_control(c) && !is_bidi_control(c) && !is_unsafe(c)) {
            append_utf8(result, c);
        }
    }
    return result;
}

std::string visible(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto decoded = decode(text, at);
        if (decoded.length == 0) {
            fmt::format_to(std::back_inserter(result), "\\x{:02x}", static_cast<unsigned char>(text[at]));
            ++at;
            continue;
        }
        at += decoded.length;
        const char32_t c = decoded.code_point;
        if (is_control(c) || is_bidi_control(c) || is_unsafe(c)) {
            fmt::format_to(std::back_inserter(result), "\\u{{{:x}}}", static_cast<std::uint32_t>(c));
        } else {
            append_utf8(result, c);
        }
    }
    return result;
}

std::string shortened(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return std::string(text);
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

std::string shortened_to_letters(std::string_view text, std::size_t letters) {
    std::size_t end = 0;
    for (std::size_t letter = 0; end < text.size(); ++letter) {
        if (letter == letters) return std::string(text.substr(0, end)) + "…";
        next_code_point(text, end);
    }
    return std::string(text);
}

}  // namespace shezhire::base
