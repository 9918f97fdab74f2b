// A folder of remembered answers, one file each, bounded in bytes. Every fault of the disk is a miss, never
// an error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.h"

namespace shezhire::layout {

/// Several processes may share one folder. Not for several threads at once.
class CacheFolder {
  public:
    /// An empty path: remembers nothing.
    CacheFolder(std::filesystem::path folder, std::size_t limit_bytes);

    /// What was written under this key by this revision of the program, undamaged.
    std::optional<std::string> read(const base::Hash& key);
    void write(const base::Hash& key, std::string_view bytes);
    void remove(const base::Hash& key);

  private:
    [[nodiscard]] std::filesystem::path path_of(const base::Hash& key) const;
    void drop_oldest();

    std::filesystem::path folder_;
    std::uintmax_t limit_;
    std::optional<std::uintmax_t> used_;  // bytes; unknown until first needed
};

}  // namespace shezhire::layout
