#include "io/source_text.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace shezhire::io {
namespace {

constexpr std::size_t padding = 64;  // simdjson reads up to this many bytes behind the end

/// Names the encoding of a text that begins as UTF-16 or UTF-32 does, with or without a byte order mark; else
/// empty.
std::string_view wide_encoding(std::string_view bytes) {
    using namespace std::string_view_literals;
    const auto begins = [&](std::string_view with) { return bytes.starts_with(with); };
    if (begins("\xFF\xFE\0\0"sv) || begins("\0\0\xFE\xFF"sv) || begins("{\0\0\0"sv)) return "UTF-32";
    if (begins("\xFF\xFE"sv) || begins("\xFE\xFF"sv) || begins("{\0"sv) || begins("\0{"sv)) return "UTF-16";
    return {};
}

}  // namespace

std::string in_quotes(std::string_view text) {
    return "“" + base::shortened(base::visible(base::shortened(text, 400)), 80) + "”";
}

SourceText::SourceText(std::string bytes, std::string file, base::Diagnostics& diagnostics)
    : text_(std::move(bytes)), file_(std::move(file)) {
    if (const auto encoding = wide_encoding(text_); !encoding.empty()) {
        diagnostics.add(base::Severity::error, {file_, 1, 1}, "io.encoding",
                        fmt::format("the file is written in {}; save it as UTF-8", encoding));
        readable_ = false;
        text_.clear();
    }
    if (text_.starts_with("\xEF\xBB\xBF")) text_.erase(0, 3);
    size_ = text_.size();
    text_.resize(size_ + padding);
    repair_malformed(diagnostics);
}

void SourceText::repair_malformed(base::Diagnostics& diagnostics) {
    if (simdjson::validate_utf8(text_.data(), size_))
        return;  // many times quicker than looking for the place
    std::size_t first = std::string_view::npos;
    std::size_t count = 0;
    unsigned char byte = 0;
    for (std::size_t at = 0;;) {
        const auto found = base::first_invalid_utf8(all().substr(at));
        if (found == std::string_view::npos) break;
        at += found;
        if (count++ == 0) first = at, byte = static_cast<unsigned char>(text_[at]);
        repair(at++, '?');
    }
    if (count == 0) return;
    const auto more = count == 1 ? std::string() : fmt::format("; {} such bytes in all", count);
    diagnostics.add(
        base::Severity::error, place(first), "io.invalid-utf8",
        fmt::format("the byte 0x{:02X} is no UTF-8 here and is read as “?”{}; save the file as UTF-8", byte,
                    more));
}

base::Place SourceText::place(std::size_t offset) const {
    offset = std::min(offset, size_);
    if (offset < cursor_.offset) cursor_ = {};
    const char* const text = text_.data();
    while (const void* found = std::memchr(text + cursor_.offset, '\n', offset - cursor_.offset)) {
        cursor_.offset = static_cast<std::size_t>(static_cast<const char*>(found) - text) + 1;
        cursor_.line_start = cursor_.offset;
        ++cursor_.line;
    }
    cursor_.offset = offset;
    return {file_, cursor_.line,
            static_cast<std::uint32_t>(std::min<std::size_t>(offset - cursor_.line_start + 1, UINT32_MAX))};
}

}  // namespace shezhire::io
