// UTF-8: validation, decoding, and text made safe to show. RFC 3629; Unicode 15 for bidirectional controls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace shezhire::base {

/// Offset of the first byte that is not well-formed UTF-8, or npos.
std::size_t first_invalid_utf8(std::string_view text);

/// Decodes the code point at `offset` and moves `offset` past it; a malformed byte gives U+FFFD and moves by
/// one.
char32_t next_code_point(std::string_view text, std::size_t& offset);

void append_utf8(std::string& text, char32_t code_point);

/// Malformed bytes replaced by U+FFFD; control characters (but newline and tab) and bidirectional overrides,
/// embeddings and isolates removed: what one label says can never reorder or blank what stands around it.
std::string cleaned(std::string_view text);
/// Bytes at the start of which a glance says that `cleaned` keeps them: mostly all of a Latin, Greek or
/// Cyrillic text.
std::size_t clean_start(std::string_view text);

/// For messages: control characters and bidirectional controls written as \u{…}, malformed bytes as \x….
std::string visible(std::string_view text);

/// `text` cut to at most `bytes` bytes at a code point, with "…" where something was cut.
std::string shortened(std::string_view text, std::size_t bytes);
/// The same by code points: what is to be as long in every script.
std::string shortened_to_letters(std::string_view text, std::size_t letters);

}  // namespace shezhire::base
