// Whole files in and out. Writing is atomic: temporary file beside the target, fsync, rename (POSIX).
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace shezhire::base {

/// Reads a regular file. Errors: file.not-found, file.not-a-file, file.too-large (over `limit` bytes),
/// file.cannot-read.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit = std::size_t{1} << 30U);

/// unsynced: whole or not there for every reader, but a power cut may lose it; for caches that check what
/// they read.
enum class Durability : std::uint8_t { synced, unsynced };

/// Replaces `path` by `bytes`, or leaves it as it was. Error: file.cannot-write.
Status write_file_atomically(const std::filesystem::path& path, std::string_view bytes,
                             Durability durability = Durability::synced);

}  // namespace shezhire::base
