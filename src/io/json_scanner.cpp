#include "io/json_scanner.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace shezhire::io {
namespace {

constexpr std::size_t deepest = 1024;
constexpr std::string_view value_ends = ",:]}[{\"";  ///< and blanks: where a number or word ends

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// What a quick loop over a string or over the parts between strings has to stop at.
enum Stop : unsigned char { in_string = 1, in_structure = 2 };

constexpr auto stops = [] {
    std::array<unsigned char, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c) table[c] |= in_string;
    table['"'] = in_string | in_structure;
    table['\\'] |= in_string;
    for (const char c : {'{', '}', '[', ']', '\0'}) table[static_cast<unsigned char>(c)] |= in_structure;
    return table;
}();

bool stops_at(char c, Stop where) {
    return (stops[static_cast<unsigned char>(c)] & where) != 0;
}

/// The value of four hexadecimal digits, or -1.
int hex4(std::string_view digits) {
    if (digits.size() < 4) return -1;
    int value = 0;
    for (const char c : digits.substr(0, 4)) {
        int digit = 0;
        if (c >= '0' && c <= '9') {
            digit = c - '0';
        } else if (c >= 'a' && c <= 'f') {
            digit = c - 'a' + 10;
        } else if (c >= 'A' && c <= 'F') {
            digit = c - 'A' + 10;
        } else {
            return -1;
        }
        value = value * 16 + digit;
    }
    return value;
}

}  // namespace

void JsonScanner::fault(std::size_t offset, std::string_view code, std::string sentence) {
    if (offset < told_until_) return;
    told_until_ = offset + 1;
    diagnostics_.add(base::Severity::error, text_.place(offset), std::string(code), std::move(sentence));
}

void JsonScanner::skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
}

char JsonScanner::peek() {
    skip_space();
    return at_end() ? '\0' : text_[at_];
}

ScannedValue JsonScanner::value(int outer_depth) {
    ScannedValue value{{at_, at_}, true, true};
    const char first = peek();
    value.span.begin = at_;
    if (first == '"') {
        value.sound = string();
    } else if (first == '{' || first == '[') {
        nested(value, outer_depth);
    } else {
        while (!at_end() && !is_space(text_[at_]) && value_ends.find(text_[at_]) == std::string_view::npos)
            ++at_;
    }
    value.span.end = at_;
    return value;
}

void JsonScanner::nested(ScannedValue& value, int outer_depth) {
    open_.clear();
    too_deep_ = 0;
    const auto limit = deepest - static_cast<std::size_t>(outer_depth);
    do {
        while (!stops_at(text_[at_], in_structure)) ++at_;
        const char c = text_[at_];
        if (at_end()) {
            fault(text_.size(), "json.truncated",
                  fmt::format("the file ends in the middle of what begins in line {}, which is left out; it "
                              "was cut off, "
                              "or a closing bracket is missing",
                              text_.place(value.span.begin).line));
            value.sound = value.closed = false;
            return;
        }
        if (c == '"') {
            value.sound = string() && value.sound;
            continue;
        }
        if (c == '{' || c == '[') {
            if (open_.size() < limit) {
                open_.push_back(c == '{' ? '}' : ']');
            } else if (++too_deep_ == 1) {
                fault(at_, "json.too-deep",
                      fmt::format("nested more than {} levels deep; what begins in line {} is left out",
                                  deepest, text_.place(value.span.begin).line));
                value.sound = false;
            }
        } else if (c != '\0') {
            close(value, c);
            if (!value.closed) return;
        }
        ++at_;
    } while (!open_.empty());
}

void JsonScanner::close(ScannedValue& value, char bracket) {
    if (too_deep_ > 0) {
        --too_deep_;
        return;
    }
    if (open_.back() == bracket) {
        open_.pop_back();
        return;
    }
    fault(at_, "json.syntax",
          fmt::format("“{}” is missing before this “{}”; what begins in line {} is left out", open_.back(),
                      bracket, text_.place(value.span.begin).line));
    value.sound = false;
    const auto opened = open_.rfind(bracket);
    if (opened == std::string::npos) {
        value.closed = false;
    } else {
        open_.resize(opened);
    }
}

bool JsonScanner::string() {
    const auto begin = at_++;
    std::size_t first_control = std::string_view::npos;
    for (;;) {
        while (!stops_at(text_[at_], in_string)) ++at_;
        const char c = text_[at_];
        if (c == '"') {
            ++at_;
            return true;
        }
        if (at_end() || c == '\n' || c == '\r') {
            fault(begin, "json.syntax",
                  "this string has no closing quote on its line; what it stands in is left out");
            return false;
        }
        if (c == '\\') {
            escape();
        } else {
            control_character(first_control);
        }
    }
}

void JsonScanner::control_character(std::size_t& first_control) {
    if (first_control == std::string_view::npos) {
        first_control = at_;
        fault(at_, "json.control-character",
              fmt::format("a control character (0x{:02X}) stands in a string and is read as a blank; write "
                          "it as \\u{:04x}",
                          static_cast<unsigned>(text_[at_]), static_cast<unsigned>(text_[at_])));
    }
    text_.repair(at_++, ' ');
}

/// At a backslash. Half a surrogate pair becomes U+FFFD, in the six bytes that it has.
void JsonScanner::escape() {
    const auto begin = at_++;
    if (at_end() || text_[at_] != 'u') {
        if (!at_end() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
        return;
    }
    const auto unit = hex4(text_.view({begin + 2, text_.size()}));
    if (unit < 0) return;
    at_ = begin + 6;
    if (unit < 0xD800 || unit > 0xDFFF) return;
    const bool high = unit < 0xDC00;
    if (high && !at_end() && text_[at_] == '\\' && text_[at_ + 1] == 'u') {
        const auto low = hex4(text_.view({at_ + 2, text_.size()}));
        if (low >= 0xDC00 && low <= 0xDFFF) {
            at_ += 6;
            return;
        }
    }
    fault(begin, "json.lone-surrogate",
          fmt::format("\\u{:04x} is half a character without its other half and is read as U+FFFD", unit));
    for (std::size_t i = 0; i < 4; ++i) text_.repair(begin + 2 + i, "fffd"[i]);
}

std::string minified(std::string_view text, std::size_t offset) {
    std::string result;
    std::size_t depth = 0;
    for (auto at = offset; at < text.size(); ++at) {
        const char c = text[at];
        // A number or word ends at anything that JsonScanner::value ends it at, also where a comma is
        // missing.
        if (depth == 0 && !result.empty() && value_ends.find(c) != std::string_view::npos) break;
        if (c == '"') {
            const auto begin = at++;
            while (text[at] != '"') at += text[at] == '\\' ? 2 : 1;
            result += text.substr(begin, at + 1 - begin);
        } else if (is_space(c)) {
            if (depth == 0) break;
            continue;
        } else {
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') --depth;
            result += c;
        }
        if (depth == 0 && (c == '"' || c == '}' || c == ']')) break;
    }
    return result;
}

}  // namespace shezhire::io
