// JSON as the exports write it: everything in the order of the document, numbers to 0.01. RFC 8259.
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <string>
#include <string_view>

#include "base/geometry.h"
#include "base/utf8.h"

namespace shezhire::exporting {

/// Appends JSON values; the caller writes in the order of the document.
class Json {
  public:
    /// `,` between members, then the name.
    Json& key(std::string_view name) {
        separate();
        text(name);
        out_ += ':';
        fresh_ = true;
        return *this;
    }
    Json& open(char bracket) {
        separate();
        out_ += bracket;
        fresh_ = true;
        return *this;
    }
    Json& close(char bracket) {
        out_ += bracket;
        fresh_ = false;
        return *this;
    }
    Json& line() {
        if (!fresh_) out_ += ',';
        out_ += '\n';
        fresh_ = true;
        return *this;
    }
    Json& string(std::string_view value) {
        separate();
        text(value);
        return *this;
    }
    /// To 0.01; what is no number in JSON becomes 0.
    Json& number(double value) {
        separate();
        const double rounded = std::isfinite(value) ? std::round(value * 100) / 100 : 0;
        fmt::format_to(std::back_inserter(out_), "{}", rounded == 0 ? 0 : rounded);
        return *this;
    }
    Json& truth(bool value) {
        separate();
        out_ += value ? "true" : "false";
        return *this;
    }
    Json& point(base::Point p) { return open('[').number(p.x).number(p.y).close(']'); }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    void separate() {
        if (!fresh_) out_ += ',';
        fresh_ = false;
    }

    void text(std::string_view value) {
        out_ += '"';
        for (const char c : base::cleaned(value)) {
            switch (c) {
                case '"':
                    out_ += "\\\"";
                    break;
                case '\\':
                    out_ += "\\\\";
                    break;
                case '\n':
                    out_ += "\\n";
                    break;
                case '\t':
                    out_ += "\\t";
                    break;
                case '<':
                    out_ += "\\u003c";
                    break;  // stays harmless within a page's <script>
                default:
                    out_ += c;
            }
        }
        out_ += '"';
    }

    std::string out_;
    bool fresh_ = true;
};

}  // namespace shezhire::exporting
