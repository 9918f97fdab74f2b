#include "paint/xml.h"

#include <fmt/format.h>

#include <array>
#include <iterator>

#include "base/hash.h"
#include "base/utf8.h"

namespace shezhire::paint::xml {
namespace {

bool is_plain(char c) {
    return c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"';
}

void append_escaped(std::string& out, std::string_view clean) {
    std::size_t from = 0;
    const auto replace = [&](std::size_t at, std::string_view by) {
        out.append(clean, from, at - from).append(by);
        from = at + 1;
    };
    for (std::size_t i = 0; i < clean.size(); ++i) {
        switch (clean[i]) {
            case '&':
                replace(i, "&amp;");
                break;
            case '<':
                replace(i, "&lt;");
                break;
            case '>':
                replace(i, "&gt;");
                break;
            case '"':
                replace(i, "&quot;");
                break;
            case '\n':
            case '\t':
                replace(i, " ");
                break;
            default:
                break;
        }
    }
    out.append(clean, from);
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

void append_text(std::string& out, std::string_view text) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    out.append(text, 0, plain);
    if (plain < text.size()) append_escaped(out, base::cleaned(text.substr(plain)));
}

void append_hundredths(std::string& out, std::int64_t value) {
    std::array<char, 24> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled from the end
    auto* const end = buffer.data() + buffer.size();
    auto* at = end;
    const bool negative = value < 0;
    auto rest = static_cast<std::uint64_t>(negative ? -value : value);
    const auto digit = [&] {
        *--at = static_cast<char>('0' + rest % 10);
        rest /= 10;
    };
    if (rest % 100 == 0) {
        rest /= 100;
    } else {
        if (rest % 10 == 0) {
            rest /= 10;
        } else {
            digit();
        }
        digit();
        *--at = '.';
    }
    do digit();
    while (rest != 0);
    if (negative) *--at = '-';
    out.append(at, static_cast<std::size_t>(end - at));
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

std::string name_of(std::string_view text) {
    if (text.empty()) return "_";
    constexpr std::size_t longest = 256;
    if (text.size() > longest) return "__" + base::to_text(base::hash_of(text));
    std::string name;
    name.reserve(text.size() + 8);
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (is_letter(c) || (at > 0 && ((c >= '0' && c <= '9') || c == '-'))) {
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
