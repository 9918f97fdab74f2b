#include "paint/xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/hash.h"
#include "base/utf8.h"

namespace shezhire::paint::xml {
namespace {

constexpr std::array<bool, 256> plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t c = ' '; c < 0x7F; ++c) plain[c] = c != '&' && c != '<' && c != '>' && c != '"';
    return plain;
}();

bool is_plain(char c) {
    return plain_bytes[static_cast<unsigned char>(c)];
}

std::string_view entity_of(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        default:
            return " ";  // line breaks and tabs
    }
}

void append_escaped(Buffer& out, std::string_view clean) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < clean.size(); ++i) {
        if (is_plain(clean[i]) || static_cast<unsigned char>(clean[i]) >= 0x80) continue;
        out.put(clean.substr(from, i - from)).put(entity_of(clean[i]));
        from = i + 1;
    }
    out.put(clean.substr(from));
}

constexpr std::size_t longest_name = 256;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool stays(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
}

}  // namespace

void append_text(Buffer& out, std::string_view text) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    out.put(text.substr(0, plain));
    if (plain < text.size()) append_escaped(out, base::cleaned(text.substr(plain)));
}

void append_hundredths(Buffer& out, std::int64_t value) {
    constexpr std::size_t longest = 24;
    char* to = out.room(longest);
    const char* const start = to;
    if (value < 0) *to++ = '-';
    const auto all = static_cast<std::uint64_t>(value < 0 ? -value : value);
    auto whole = all / 100;
    const auto part = static_cast<unsigned>(all % 100);
    if (whole != 0 || part == 0) {
        std::size_t digits = 1;
        for (auto rest = whole / 10; rest != 0; rest /= 10) ++digits;
        for (auto at = digits; at > 0; whole /= 10) to[--at] = static_cast<char>('0' + whole % 10);
        to += digits;
    }
    if (part != 0) {
        *to++ = '.';
        *to++ = static_cast<char>('0' + part / 10);
        if (part % 10 != 0) *to++ = static_cast<char>('0' + part % 10);
    }
    out.wrote(static_cast<std::size_t>(to - start));
}

void append_base64(std::string& out, std::string_view bytes) {
    static constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto start = out.size();
    out.resize(start + (bytes.size() + 2) / 3 * 4, '=');
    auto* to = out.data() + start;
    const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(bytes[i])}; };
    std::size_t i = 0;
    for (; i + 3 <= bytes.size(); i += 3) {
        const std::uint32_t three = byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2);
        *to++ = alphabet[three >> 18U];
        *to++ = alphabet[three >> 12U & 63U];
        *to++ = alphabet[three >> 6U & 63U];
        *to++ = alphabet[three & 63U];
    }
    if (i == bytes.size()) return;
    const bool two = i + 2 == bytes.size();
    const std::uint32_t last = byte(i) << 16U | (two ? byte(i + 1) << 8U : 0U);
    *to++ = alphabet[last >> 18U];
    *to++ = alphabet[last >> 12U & 63U];
    if (two) *to = alphabet[last >> 6U & 63U];
}

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= longest_name && is_letter(text.front()) &&
           std::all_of(text.begin(), text.end(), stays);
}

std::string name_of(std::string_view text) {
    if (text.empty()) return "_";
    if (text.size() > longest_name) return "__" + base::to_text(base::hash_of(text));
    std::string name;
    name.reserve(text.size() + 8);
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (at == 0 ? is_letter(c) : stays(c)) {
            name.push_back(c);
            ++at;
            continue;
        }
        const auto code_point = static_cast<std::uint32_t>(base::next_code_point(text, at));
        fmt::format_to(std::back_inserter(name), "_{:x}_", code_point);
    }
    return name;
}

}  // namespace shezhire::paint::xml
