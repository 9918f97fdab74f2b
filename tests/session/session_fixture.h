// A session without a window, ticked by hand, on a small data set in a folder of its own.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <thread>

#include "base/ensure.h"
#include "base/file.h"
#include "graphviz/graphviz.h"
#include "session/session.h"
#include "support/golden.h"

namespace shezhire::session {
// Graphviz in this process: sessions run one layout at a time, and nothing here is hostile.
class DirectEngine final : public layout::LayoutEngine {
  public:
    base::Result<layout::Layout> run(const layout::LayoutRequest& request, std::stop_token stop) override {
        while (hold && !stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (stop.stop_requested()) return base::failure("layout.cancelled", "cancelled");
        if (broken) return base::failure("layout.worker-died", "the layout worker died");
        ++runs;
        return graphviz::lay_out(request);
    }
    std::atomic<bool> hold = false;
    std::atomic<bool> broken = false;
    std::atomic<int> runs = 0;
};

constexpr const char* small_data = R"({
  "@context": "context.jsonld", "format": "shezhire/1", "roots": ["root"],
  "@graph": [
    { "id": "root", "type": "Organization", "prefLabel": { "en": "Root", "kk": "Түбір" }, "existence": "1900/.." },
    { "id": "a", "type": "OrganizationalUnit", "prefLabel": { "en": "Alpha" }, "existence": "1900/..", "unitOf": "root" },
    { "id": "b", "type": "OrganizationalUnit", "prefLabel": { "en": "Beta" }, "existence": "1950/1980", "unitOf": "root" },
    { "id": "a1", "type": "OrganizationalUnit", "prefLabel": { "en": "Alpha one" }, "existence": "1900/..", "unitOf": "a" },
    { "id": "a2", "type": "OrganizationalUnit", "prefLabel": { "en": "Alpha two" }, "existence": "1900/..", "unitOf": "a" }
  ]
})";

class SessionTest : public ::testing::Test {
  protected:
    void SetUp() override {
        dir_ = test::scratch_dir(::testing::UnitTest::GetInstance()->current_test_info()->name());
        ASSERT_TRUE(base::write_file_atomically(dir_ / "small.jsonld", small_data));
        session_ =
            std::make_unique<Session>(Services{std::make_shared<text::Typesetter>(), engine_, {}, {}, {}});
        session_->set_canvas({1000, 700}, 96.0 / 72);
    }

    // Ticks by hand until all is quiet; the clock is ours.
    void settle() {
        for (int i = 0; i < 20'000 && !session_->settled(); ++i) {
            clock_ += 0.05;
            session_->tick(clock_);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ASSERT_TRUE(session_->settled());
    }
    void open() {
        session_->open({dir_ / "small.jsonld"});
        settle();
        ASSERT_NE(session_->picture(), nullptr);
    }
    void run(std::string_view text) {
        const auto commands = parse_commands(text);
        ASSERT_TRUE(commands) << commands.error().sentence;
        for (const auto& command : *commands) {
            session_->execute(command, clock_);
            settle();
        }
    }
    /// It is in the picture and there at its date.
    [[nodiscard]] bool shows(const std::string& key) const {
        const auto* node = session_->node(key);
        return node != nullptr && node->presence != edtf::Presence::no;
    }

    std::filesystem::path dir_;
    std::shared_ptr<DirectEngine> engine_ = std::make_shared<DirectEngine>();
    std::unique_ptr<Session> session_;
    double clock_ = 0;
};

}  // namespace shezhire::session
