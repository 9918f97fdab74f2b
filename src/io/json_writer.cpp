#include "io/json_writer.h"

#include <fmt/format.h>

#include <iterator>

namespace shezhire::io {
namespace {

constexpr std::size_t line_width = 110;

std::size_t columns(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80 ? 1U : 0U;
    return count;
}

/// Lays out JSON without blanks. Recursion goes as deep as the value is nested, which reading limits.
class Layout {
  public:
    Layout(std::string& out, std::string_view json) : out_(out), json_(json) {}

    void value(std::size_t indent, std::size_t column, bool broken) {
        const char c = json_[at_];
        if (c != '{' && c != '[') {
            out_ += scalar();
        } else if (!broken && fits(column)) {
            on_one_line();
        } else {
            on_many_lines(indent);
        }
    }

  private:
    std::string_view scalar() {
        const auto begin = at_;
        if (json_[at_] == '"') {
            for (++at_; json_[at_] != '"'; ++at_) {
                if (json_[at_] == '\\') ++at_;
            }
            ++at_;
        } else {
            while (at_ < json_.size() && std::string_view(",:]}").find(json_[at_]) == std::string_view::npos)
                ++at_;
        }
        return json_.substr(begin, at_ - begin);
    }

    /// Blanks that a line has around a byte which is no part of a scalar.
    static std::string_view spaced(char c, char next) {
        switch (c) {
            case '{':
                return next == '}' ? "{" : "{ ";
            case ',':
                return ", ";
            case ':':
                return ": ";
            default:
                return {};
        }
    }

    /// Goes over the value here as it stands on one line; the function gets each piece and says whether to go
    /// on.
    template <class Function>
    void pieces(Function take) {
        std::size_t depth = 0;
        do {
            const char c = json_[at_];
            if (c == '"' || std::string_view("{}[],:").find(c) == std::string_view::npos) {
                if (!take(scalar())) return;
                continue;
            }
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') --depth;
            const char next = at_ + 1 < json_.size() ? json_[at_ + 1] : '\0';
            const char before = at_ > 0 ? json_[at_ - 1] : '\0';
            auto piece = spaced(c, next);
            if (c == '}') piece = before == '{' ? "}" : " }";
            if (piece.empty()) piece = json_.substr(at_, 1);
            ++at_;
            if (!take(piece)) return;
        } while (depth > 0);
    }

    bool fits(std::size_t column) {
        const auto begin = at_;
        bool room = true;
        pieces([&](std::string_view piece) {
            column += columns(piece);
            return room = column < line_width;  // a comma may follow
        });
        at_ = begin;
        return room;
    }

    void on_one_line() {
        pieces([&](std::string_view piece) {
            out_ += piece;
            return true;
        });
    }

    void on_many_lines(std::size_t indent) {
        const char open = json_[at_++];
        const char shut = open == '{' ? '}' : ']';
        out_ += open;
        while (json_[at_] != shut) {
            if (json_[at_] == ',') out_ += json_[at_++];
            out_ += '\n';
            out_.append(indent + 2, ' ');
            auto column = indent + 2;
            if (open == '{') {
                const auto key = scalar();
                ++at_;  // the colon
                out_ += key;
                out_ += ": ";
                column += columns(key) + 2;
            }
            value(indent + 2, column, false);
        }
        if (out_.back() != open) {
            out_ += '\n';
            out_.append(indent, ' ');
        }
        out_ += json_[at_++];
    }

    std::string& out_;
    std::string_view json_;
    std::size_t at_ = 0;
};

}  // namespace

void append_quoted(std::string& json, std::string_view text) {
    json += '"';
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
        json += text.substr(begin, at - begin);
        begin = at + 1;
        switch (c) {
            case '"':
                json += "\\\"";
                break;
            case '\\':
                json += "\\\\";
                break;
            case '\n':
                json += "\\n";
                break;
            case '\r':
                json += "\\r";
                break;
            case '\t':
                json += "\\t";
                break;
            default:
                fmt::format_to(std::back_inserter(json), "\\u{:04x}", static_cast<unsigned>(c));
        }
    }
    json += text.substr(begin);
    json += '"';
}

void JsonWriter::comma() {
    if (!first_) json_ += ',';
    first_ = false;
}

void JsonWriter::open(char bracket) {
    comma();
    json_ += bracket;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    json_ += bracket;
    first_ = false;
}

void JsonWriter::key(std::string_view name) {
    comma();
    append_quoted(json_, name);
    json_ += ':';
    first_ = true;
}

void JsonWriter::text(std::string_view value) {
    comma();
    append_quoted(json_, value);
}

void JsonWriter::raw(std::string_view json) {
    comma();
    json_ += json;
}

void JsonWriter::field(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    text(value);
}

void JsonWriter::clear() {
    json_.clear();
    first_ = true;
}

void append_laid_out(std::string& out, std::string_view minified, std::size_t indent, std::size_t column,
                     bool broken) {
    Layout(out, minified).value(indent, column, broken);
}

}  // namespace shezhire::io
