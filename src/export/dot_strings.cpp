// Strings as the DOT language reads them.
#include "base/utf8.h"
#include "export/dot.h"

namespace shezhire::exporting {
namespace {

std::string quoted_in_dot(std::string_view text, bool is_label) {
    std::string out = "\"";
    for (const char c : base::cleaned(base::shortened(text, longest_dot_string))) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            // Doubled also where no escape is read: a single one before the closing quote would swallow it.
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += is_label ? "\\n" : " ";
                break;
            case '\t':
                out += ' ';
                break;
            case '&':
                out += is_label ? "&amp;" : "&";
                break;
            default:
                out += c;
        }
    }
    return out += '"';
}

}  // namespace

std::string dot_label(std::string_view text) {
    return quoted_in_dot(text, true);
}
std::string dot_string(std::string_view text) {
    return quoted_in_dot(text, false);
}

}  // namespace shezhire::exporting
