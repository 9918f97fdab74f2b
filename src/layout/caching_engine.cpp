#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "layout/cache_folder.h"
#include "layout/engine.h"
#include "layout/wire.h"

namespace shezhire::layout {
namespace {

std::size_t bytes_of(const Layout& layout) {
    std::size_t bytes = sizeof(Layout);
    for (const auto& node : layout.nodes) bytes += sizeof(node) + node.key.capacity();
    for (const auto& edge : layout.edges) {
        bytes += sizeof(edge) + edge.key.capacity() + edge.curve.capacity() * sizeof(base::Point);
    }
    return bytes;
}

/// The answers used last, up to a number of bytes.
class Memory {
  public:
    explicit Memory(std::size_t limit) : limit_(limit) {}

    std::shared_ptr<const Layout> find(const base::Hash& key) {
        const auto found = places_.find(key);
        if (found == places_.end()) return nullptr;
        entries_.splice(entries_.begin(), entries_, found->second);
        return found->second->layout;
    }

    void insert(const base::Hash& key, std::shared_ptr<const Layout> layout) {
        erase(key);
        const auto bytes = bytes_of(*layout);
        if (bytes > limit_) return;
        entries_.push_front({key, std::move(layout), bytes});
        places_[key] = entries_.begin();
        used_ += bytes;
        while (used_ > limit_) erase(entries_.back().key);
    }

  private:
    struct Entry {
        base::Hash key;
        std::shared_ptr<const Layout> layout;
        std::size_t bytes;
    };

    void erase(base::Hash key) {
        const auto found = places_.find(key);
        if (found == places_.end()) return;
        used_ -= found->second->bytes;
        entries_.erase(found->second);
        places_.erase(found);
    }

    std::size_t limit_;
    std::size_t used_ = 0;
    std::list<Entry> entries_;
    std::map<base::Hash, std::list<Entry>::iterator> places_;
};

}  // namespace

struct CachingEngine::State {
    std::unique_ptr<LayoutEngine> inner;
    std::mutex mutex;  // guards what follows; never held while the inner engine works
    Memory memory;
    CacheFolder folder;

    std::shared_ptr<const Layout> remembered(const base::Hash& key, const LayoutRequest& request) {
        const std::lock_guard lock(mutex);
        if (auto layout = memory.find(key)) return check(*layout, request) ? layout : nullptr;
        const auto bytes = folder.read(key);
        if (!bytes) return nullptr;
        auto answer = decode_answer(*bytes);
        if (!answer || !check(*answer, request)) {
            folder.remove(key);
            return nullptr;
        }
        auto layout = std::make_shared<const Layout>(*std::move(answer));
        memory.insert(key, layout);
        return layout;
    }

    void remember(const base::Hash& key, const base::Result<Layout>& answer) {
        const auto bytes = encode(answer);
        const std::lock_guard lock(mutex);
        memory.insert(key, std::make_shared<const Layout>(*answer));
        folder.write(key, bytes);
    }
};

CachingEngine::CachingEngine(std::unique_ptr<LayoutEngine> inner, std::filesystem::path folder,
                             std::size_t folder_bytes, std::size_t memory_bytes)
    : state_(new State{
          std::move(inner), {}, Memory(memory_bytes), CacheFolder(std::move(folder), folder_bytes)}) {}

CachingEngine::~CachingEngine() = default;

base::Result<Layout> CachingEngine::run(const LayoutRequest& request, std::stop_token stop) {
    if (stop.stop_requested()) return base::failure("layout.cancelled", "the layout was cancelled");
    const auto key = key_of(request);
    if (const auto layout = state_->remembered(key, request)) return *layout;
    auto answer = state_->inner->run(request, std::move(stop));
    if (answer) state_->remember(key, answer);
    return answer;
}

}  // namespace shezhire::layout
