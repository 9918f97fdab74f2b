#include <algorithm>
#include <cstdlib>

#include "io/dataset.h"

namespace shezhire::io {
namespace fs = std::filesystem;
namespace {

bool lies_in(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

}  // namespace

fs::path builtin_data() {
    if (const char* told = std::getenv("SHEZHIRE_DATA"); told != nullptr && *told != '\0') return told;
    std::error_code fault;
    const auto program = fs::read_symlink("/proc/self/exe", fault);
    if (fault) return {};
    fs::path source = SHEZHIRE_SOURCE_DATA;
    if (lies_in(program, SHEZHIRE_BUILD_TREE) && fs::is_directory(source, fault)) return source;
    // <prefix>/bin/shezhire, or a helper one folder deeper (<prefix>/libexec/shezhire/…).
    auto prefix = program.parent_path().parent_path();
    for (int i = 0; i < 2; ++i, prefix = prefix.parent_path()) {
        auto installed = prefix / "share" / "shezhire" / "data";
        if (fs::is_directory(installed, fault)) return installed;
    }
    return {};
}

}  // namespace shezhire::io
