#include "paint/xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

#include "base/hash.h"
#include "base/utf8.h"

namespace shezhire::paint::xml {
namespace {

// Of clean text: what may not stand for itself.
constexpr std::array<bool, 256> escaped_bytes = [] {
    std::array<bool, 256> escaped{};
    for (std::size_t c = 0; c < ' '; ++c) escaped[c] = true;
    for (const char c : {'&', '<', '>', '"'}) escaped[static_cast<unsigned char>(c)] = true;
    return escaped;
}();

constexpr std::array<char, 200> digit_pairs = [] {
    std::array<char, 200> pairs{};
    for (std::size_t n = 0; n < 100; ++n) {
        pairs[2 * n] = static_cast<char>('0' + n / 10);
        pairs[2 * n + 1] = static_cast<char>('0' + n % 10);
    }
    return pairs;
}();

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
        if (!escaped_bytes[static_cast<unsigned char>(clean[i])]) continue;
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
    const auto clean = base::clean_start(text);
    append_escaped(out, text.substr(0, clean));
    if (clean < text.size()) append_escaped(out, base::cleaned(text.substr(clean)));
}

void append_hundredths(Buffer& out, std::int64_t value) {
    constexpr std::size_t longest = 24;
    char* to = out.room(longest);
    const char* const start = to;
    if (value < 0) *to++ = '-';
    const auto all = static_cast<std::uint64_t>(value < 0 ? -value : value);
    auto whole = all / 100;
    const auto part = static_cast<std::size_t>(all % 100);
    const auto put_pair = [&to](std::uint64_t below_hundred) {
        std::memcpy(to, &digit_pairs[2 * below_hundred], 2);
        to += 2;
    };
    const auto put_first = [&](std::uint64_t below_hundred) {
        if (below_hundred < 10) {
            *to++ = static_cast<char>('0' + below_hundred);
        } else {
            put_pair(below_hundred);
        }
    };
    if (whole == 0) {
        if (part == 0) *to++ = '0';
    } else if (whole < 100) {
        put_first(whole);
    } else if (whole < 10'000) {
        put_first(whole / 100);
        put_pair(whole % 100);
    } else {
        std::array<std::uint64_t, 10> pairs{};
        std::size_t count = 0;
        for (; whole >= 100; whole /= 100) pairs[count++] = whole % 100;
        put_first(whole);
        while (count > 0) put_pair(pairs[--count]);
    }
    if (part != 0) {
        *to++ = '.';
        std::memcpy(to, &digit_pairs[2 * part], 2);
        to += digit_pairs[2 * part + 1] == '0' ? 1 : 2;
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
