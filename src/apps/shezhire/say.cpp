#include <fmt/format.h>

#include "base/utf8.h"
#include "command_line.h"

namespace shezhire::cli {

void say(std::string_view sentence) {
    const auto line = "shezhire: " + base::visible(sentence) + '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

int wrong_use(std::string_view sentence) {
    say(sentence);
    return exit_wrong_use;
}

void say(const base::Diagnostics& diagnostics) {
    std::string lines;
    for (const auto& diagnostic : diagnostics.sorted()) lines += to_text(diagnostic) + '\n';
    std::fwrite(lines.data(), 1, lines.size(), stderr);
    if (diagnostics.left_out() > 0) say(fmt::format("{} more faults were left out", diagnostics.left_out()));
}

int put(std::string_view bytes) {
    const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
    if (whole && std::fflush(stdout) == 0) return exit_done;
    say("standard output could not be written");
    return exit_cannot_write;
}

std::string json_text(std::string_view text) {
    std::string json = "\"";
    std::size_t at = 0;
    while (at < text.size()) {
        const auto begin = at;
        const auto point = base::next_code_point(text, at);
        if (point == U'"' || point == U'\\') {
            json += '\\';
            json += static_cast<char>(point);
        } else if (point < 0x20 || point == 0x7F) {
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(point));
        } else if (point == 0xFFFD) {
            base::append_utf8(json, point);  // also for bytes that are no UTF-8
        } else {
            json += text.substr(begin, at - begin);
        }
    }
    return json + '"';
}

}  // namespace shezhire::cli
