#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "base/file.h"
#include "layout/engine.h"
#include "layout/example.h"
#include "support/golden.h"

namespace shezhire::layout {
namespace {

namespace fs = std::filesystem;
using test::row_for;
using test::small_request;

/// Counts how often it is asked; fails when told to.
class Counting final : public LayoutEngine {
  public:
    explicit Counting(int& runs, bool fails = false) : runs_(runs), fails_(fails) {}
    base::Result<Layout> run(const LayoutRequest& request, std::stop_token) override {
        ++runs_;
        if (fails_) return base::failure("layout.failed", "always");
        return row_for(request);
    }

  private:
    int& runs_;
    bool fails_;
};

LayoutRequest numbered(int number) {
    auto request = small_request();
    request.node_separation = number;
    return request;
}

class Caching : public testing::Test {
  protected:
    int runs = 0;
    fs::path folder = test::scratch_dir(std::string("cache-") +
                                        testing::UnitTest::GetInstance()->current_test_info()->name()) /
                      "deep" / "layout";

    CachingEngine engine(std::size_t folder_bytes = 1 << 20, std::size_t memory_bytes = 1 << 20) {
        return {std::make_unique<Counting>(runs), folder, folder_bytes, memory_bytes};
    }
    [[nodiscard]] std::size_t used() const {
        std::size_t bytes = 0;
        for (const auto& file : fs::directory_iterator(folder)) bytes += file.file_size();
        return bytes;
    }
    [[nodiscard]] fs::path entry_of(const LayoutRequest& request) const {
        return folder / (base::to_text(key_of(request)) + ".layout");
    }
};

TEST_F(Caching, AsksOnceForOneQuestion) {
    CachingEngine cache(std::make_unique<Counting>(runs), "");
    EXPECT_EQ(cache.run(numbered(1), {}).value(), row_for(numbered(1)));
    EXPECT_EQ(cache.run(numbered(1), {}).value(), row_for(numbered(1)));
    EXPECT_EQ(runs, 1);
    EXPECT_TRUE(cache.run(numbered(2), {}));
    EXPECT_EQ(runs, 2);
}

TEST_F(Caching, TheFolderOutlivesTheEngine) {
    EXPECT_TRUE(engine().run(numbered(1), {}));
    EXPECT_EQ(engine().run(numbered(1), {}).value(), row_for(numbered(1)));
    EXPECT_EQ(runs, 1);
}

TEST_F(Caching, FailuresAreNotRemembered) {
    CachingEngine cache(std::make_unique<Counting>(runs, true), folder);
    EXPECT_FALSE(cache.run(numbered(1), {}));
    EXPECT_FALSE(cache.run(numbered(1), {}));
    EXPECT_EQ(runs, 2);
    EXPECT_FALSE(fs::exists(folder));
}

TEST_F(Caching, MemoryIsBounded) {
    CachingEngine cache(std::make_unique<Counting>(runs), "", 0, 4000);
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(cache.run(numbered(i), {}));
    EXPECT_TRUE(cache.run(numbered(19), {}));
    EXPECT_EQ(runs, 20) << "the newest is still known";
    EXPECT_TRUE(cache.run(numbered(0), {}));
    EXPECT_EQ(runs, 21) << "the oldest is not";
}

TEST_F(Caching, MemoryKeepsWhatIsUsed) {
    CachingEngine cache(std::make_unique<Counting>(runs), "", 0, 4000);
    for (int i = 0; i < 20; ++i) {
        EXPECT_TRUE(cache.run(numbered(i), {}));
        EXPECT_TRUE(cache.run(numbered(0), {}));
    }
    EXPECT_EQ(runs, 20);
}

TEST_F(Caching, TheFolderIsBoundedAndLosesTheOldest) {
    auto cache = engine(4000, 0);
    const auto start = fs::file_time_type::clock::now() - std::chrono::hours(1);
    for (int i = 0; i < 30; ++i) {
        EXPECT_TRUE(cache.run(numbered(i), {}));
        EXPECT_LE(used(), 4000U);
        if (fs::exists(entry_of(numbered(i)))) {
            fs::last_write_time(entry_of(numbered(i)), start + std::chrono::seconds(i));
        }
    }
    EXPECT_FALSE(fs::exists(entry_of(numbered(0))));
    EXPECT_TRUE(fs::exists(entry_of(numbered(29))));
}

TEST_F(Caching, UseKeepsAFileYoung) {
    auto cache = engine(1 << 20, 0);
    EXPECT_TRUE(cache.run(numbered(1), {}));
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(100);
    fs::last_write_time(entry_of(numbered(1)), long_ago);
    EXPECT_TRUE(cache.run(numbered(1), {}));
    EXPECT_EQ(runs, 1);
    EXPECT_GT(fs::last_write_time(entry_of(numbered(1))), long_ago + std::chrono::hours(50));
}

TEST_F(Caching, DamagedFilesAreReplaced) {
    EXPECT_TRUE(engine().run(numbered(1), {}));
    const auto path = entry_of(numbered(1));
    const auto whole = base::read_file(path).value();
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
        std::ofstream(path, std::ios::binary) << damaged;
        const int before = runs;
        EXPECT_EQ(engine().run(numbered(1), {}).value(), row_for(numbered(1))) << at;
        EXPECT_EQ(runs, before + 1) << "byte " << at << " was not looked at";
        EXPECT_EQ(base::read_file(path).value(), whole) << at;
    }
    for (const auto size : {std::size_t{0}, std::size_t{10}, whole.size() - 1}) {
        std::ofstream(path, std::ios::binary) << whole.substr(0, size);
        EXPECT_EQ(engine().run(numbered(1), {}).value(), row_for(numbered(1)));
    }
}

TEST_F(Caching, AnAnswerUnderAnothersNameIsNotBelieved) {
    auto other = numbered(2);
    other.nodes[0].key = "unesco";
    EXPECT_TRUE(engine().run(numbered(1), {}));
    EXPECT_TRUE(engine().run(other, {}));
    fs::copy_file(entry_of(other), entry_of(numbered(1)), fs::copy_options::overwrite_existing);
    EXPECT_EQ(engine().run(numbered(1), {}).value(), row_for(numbered(1)));
    EXPECT_EQ(runs, 3);
}

TEST_F(Caching, AnUnusableFolderOnlyCostsTime) {
    for (const fs::path path : {"/proc/nowhere", "/dev/null/folder"}) {
        CachingEngine cache(std::make_unique<Counting>(runs), path);
        EXPECT_TRUE(cache.run(numbered(1), {}));
    }
    // A file where the folder should be; a folder where an entry should be.
    fs::create_directories(folder.parent_path());
    std::ofstream(folder) << "no folder";
    EXPECT_TRUE(engine().run(numbered(1), {}));
    fs::remove(folder);
    fs::create_directories(entry_of(numbered(1)) / "inside");
    EXPECT_TRUE(engine().run(numbered(1), {}));
}

TEST_F(Caching, AStopComesFirst) {
    auto cache = engine();
    EXPECT_TRUE(cache.run(numbered(1), {}));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(cache.run(numbered(1), stop.get_token()).error().code, "layout.cancelled");
}

}  // namespace
}  // namespace shezhire::layout
