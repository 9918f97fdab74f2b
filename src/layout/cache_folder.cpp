#include "layout/cache_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include "base/file.h"
#include "layout/wire.h"

namespace shezhire::layout {
namespace fs = std::filesystem;

namespace {

constexpr std::string_view suffix = ".layout";

// First line of every entry: who may read it, and what the rest must hash to.
std::string heading(std::string_view bytes) {
    return fmt::format("shezhire layout {}.{} {}\n", wire_version, answer_revision,
                       base::to_text(base::hash_of(bytes)));
}

struct Entry {
    fs::file_time_type used;
    fs::path path;
    std::uintmax_t size = 0;
};

// Temporary files that a killed program left behind carry the suffix as well, inside their name.
bool is_ours(const fs::directory_entry& file) {
    std::error_code fault;
    return file.path().filename().string().find(suffix) != std::string::npos &&
           file.symlink_status(fault).type() == fs::file_type::regular;
}

std::vector<Entry> entries_of(const fs::path& folder) {
    std::vector<Entry> entries;
    std::error_code fault;
    for (fs::directory_iterator it(folder, fault), end; !fault && it != end; it.increment(fault)) {
        if (!is_ours(*it)) continue;
        std::error_code gone;
        Entry entry{it->last_write_time(gone), it->path(), 0};
        if (!gone) entry.size = it->file_size(gone);
        if (!gone) entries.push_back(std::move(entry));
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.used, a.path) < std::tie(b.used, b.path);
    });
    return entries;
}

}  // namespace

CacheFolder::CacheFolder(fs::path folder, std::size_t limit_bytes)
    : folder_(std::move(folder)), limit_(limit_bytes) {}

fs::path CacheFolder::path_of(const base::Hash& key) const {
    return folder_ / (base::to_text(key) + std::string(suffix));
}

std::optional<std::string> CacheFolder::read(const base::Hash& key) {
    if (folder_.empty()) return std::nullopt;
    const auto path = path_of(key);
    const auto whole = base::read_file(path, limit_);
    if (!whole) return std::nullopt;
    const auto line = whole->find('\n');
    const auto bytes =
        line == std::string::npos ? std::string_view() : std::string_view(*whole).substr(line + 1);
    if (!whole->starts_with(heading(bytes))) {
        remove(key);
        return std::nullopt;
    }
    std::error_code fault;
    fs::last_write_time(path, fs::file_time_type::clock::now(), fault);  // the age that drop_oldest goes by
    return std::string(bytes);
}

void CacheFolder::write(const base::Hash& key, std::string_view bytes) {
    if (folder_.empty() || bytes.size() > limit_ / 2) return;
    std::error_code fault;
    fs::create_directories(folder_, fault);
    const auto whole = heading(bytes).append(bytes);
    if (!base::write_file_atomically(path_of(key), whole, base::Durability::unsynced)) return;
    if (used_) *used_ += whole.size();
    if (!used_ || *used_ > limit_) drop_oldest();
}

void CacheFolder::remove(const base::Hash& key) {
    std::error_code fault;
    fs::remove(path_of(key), fault);
    used_.reset();
}

// Drops to nine tenths, so that a full folder is not read anew for every answer.
void CacheFolder::drop_oldest() {
    const auto entries = entries_of(folder_);
    std::uintmax_t used = 0;
    for (const auto& entry : entries) used += entry.size;
    if (used > limit_) {
        for (const auto& entry : entries) {
            if (used <= limit_ - limit_ / 10) break;
            std::error_code fault;
            fs::remove(entry.path, fault);
            if (!fault) used -= entry.size;
        }
    }
    used_ = used;
}

}  // namespace shezhire::layout
