// Workers that misbehave, each a small shell script: what a crashed, hanging or lying Graphviz would do.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "base/file.h"
#include "layout/engine.h"
#include "layout/example.h"
#include "layout/wire.h"
#include "support/golden.h"

namespace shezhire::layout {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using test::row_for;
using test::small_request;

class Workers : public testing::Test {
  protected:
    fs::path folder = test::scratch_dir(std::string("workers-") +
                                        testing::UnitTest::GetInstance()->current_test_info()->name());

    fs::path script(const std::string& body) const {
        const auto path = folder / "worker";
        std::ofstream(path) << "#!/bin/sh\n" << body << "\n";
        fs::permissions(path, fs::perms::owner_all);
        return path;
    }

    /// A worker that reads its request and then says these bytes.
    fs::path saying(const std::string& bytes) const {
        std::ofstream(folder / "answer", std::ios::binary) << bytes;
        return script("cat > '" + (folder / "request").string() + "'; cat '" + (folder / "answer").string() +
                      "'");
    }

    static base::Error error_of(const fs::path& worker, ProcessLimits limits = {},
                                LayoutRequest request = small_request()) {
        const auto answer = ProcessEngine(worker, limits).run(request, {});
        return answer ? base::Error{"", "an answer"} : answer.error();
    }

    void TearDown() override {
        // No test may leave a zombie or a running child.
        EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
        EXPECT_EQ(errno, ECHILD);
    }
};

TEST_F(Workers, AGoodOneIsBelieved) {
    const auto request = small_request();
    const auto answer =
        ProcessEngine(saying(encode(base::Result<Layout>(row_for(request))))).run(request, {});
    ASSERT_TRUE(answer) << answer.error().sentence;
    EXPECT_EQ(*answer, row_for(request));
    EXPECT_EQ(base::read_file(folder / "request").value(), encode(request)) << "the whole request arrives";
}

TEST_F(Workers, ABigRequestAndABigAnswerDoNotBlockEachOther) {
    LayoutRequest request;
    for (int i = 0; i < 30'000; ++i) {
        request.nodes.push_back({"a rather long key of node number " + std::to_string(i), {10, 10}, "", 1});
    }
    std::ofstream(folder / "answer", std::ios::binary) << encode(base::Result<Layout>(row_for(request)));
    // Answers before it has read anything.
    const auto worker = script("cat '" + (folder / "answer").string() + "'; cat > /dev/null");
    const auto answer = ProcessEngine(worker).run(request, {});
    ASSERT_TRUE(answer) << answer.error().sentence;
    EXPECT_EQ(answer->nodes.size(), request.nodes.size());
}

TEST_F(Workers, AnAnswerIsTakenWithoutWaitingForTheEnd) {
    const auto request = small_request();
    const auto bytes = encode(base::Result<Layout>(row_for(request)));
    std::ofstream(folder / "answer", std::ios::binary) << bytes;
    const auto worker = script("cat '" + (folder / "answer").string() + "'; sleep 1000");
    EXPECT_TRUE(ProcessEngine(worker).run(request, {}));
}

TEST_F(Workers, MissingOnesAreNamed) {
    EXPECT_EQ(error_of(folder / "nowhere").code, "layout.worker-missing");
    EXPECT_THAT(error_of(folder / "nowhere").sentence, testing::HasSubstr("nowhere"));
    EXPECT_EQ(error_of(folder).code, "layout.worker-missing") << "a folder";
    EXPECT_EQ(error_of({}).code, "layout.worker-missing");
    const auto path = folder / "text";
    std::ofstream(path) << "not a program";
    EXPECT_EQ(error_of(path).code, "layout.worker-missing") << "not executable";
}

TEST_F(Workers, RubbishIsRefused) {
    EXPECT_EQ(error_of(saying("Segmentation fault, or so")).code, "layout.bad-answer");
    EXPECT_EQ(error_of(saying("")).code, "layout.bad-answer");
    const auto bytes = encode(base::Result<Layout>(row_for(small_request())));
    EXPECT_EQ(error_of(saying(bytes.substr(0, bytes.size() / 2))).code, "layout.bad-answer");
}

TEST_F(Workers, AnswersToOtherQuestionsAreRefused) {
    auto other = small_request();
    other.nodes[0].key = "unesco";
    EXPECT_EQ(error_of(saying(encode(base::Result<Layout>(row_for(other))))).code, "layout.bad-answer");
}

TEST_F(Workers, TheirErrorsArePassedOn) {
    const auto bytes = encode(base::Result<Layout>(base::failure("layout.failed", "Graphviz said no")));
    EXPECT_EQ(error_of(saying(bytes)), (base::Error{"layout.failed", "Graphviz said no"}));
}

TEST_F(Workers, AnotherVersionIsNamed) {
    auto bytes = encode(base::Result<Layout>(row_for(small_request())));
    bytes[4] = 2;
    EXPECT_EQ(error_of(saying(bytes)).code, "layout.version");
}

TEST_F(Workers, DeathIsToldWithItsLastWords) {
    const auto died = error_of(script("echo first >&2; echo 'the rank is gone' >&2; exit 7"));
    EXPECT_EQ(died.code, "layout.worker-died");
    EXPECT_THAT(died.sentence,
                testing::AllOf(testing::HasSubstr("status 7"), testing::EndsWith("the rank is gone")));
    const auto crashed = error_of(script("kill -SEGV $$"));
    EXPECT_EQ(crashed.code, "layout.worker-died");
    EXPECT_THAT(crashed.sentence, testing::HasSubstr("signal 11"));
}

TEST_F(Workers, DeathWithoutReadingDoesNotKillUs) {
    LayoutRequest request;
    for (int i = 0; i < 50'000; ++i) request.nodes.push_back({"node " + std::to_string(i), {10, 10}, "", 1});
    EXPECT_EQ(error_of(script("exit 3"), {}, request).code, "layout.worker-died");
}

TEST_F(Workers, OutOfMemoryIsNamed) {
    EXPECT_EQ(error_of(script("echo 'out of memory' >&2; kill -ABRT $$")).code, "layout.out-of-memory");
}

TEST_F(Workers, ChatterOnStderrDoesNotBlock) {
    const auto worker = script(
        "i=0; while [ $i -lt 3000 ]; do echo '0123456789012345678901234567890123456789'; "
        "i=$((i+1)); done >&2; echo last >&2; exit 1");
    EXPECT_THAT(error_of(worker).sentence, testing::EndsWith("last"));
}

TEST_F(Workers, AnEndlessAnswerEnds) {
    const auto error = error_of(script("exec cat /dev/zero"));
    EXPECT_EQ(error.code, "layout.bad-answer");
    EXPECT_THAT(error.sentence, testing::HasSubstr("does not end"));
}

TEST_F(Workers, HangingOnesMeetTheDeadline) {
    EXPECT_EQ(error_of(script("sleep 1000"), {50ms}).code, "layout.timeout");
    EXPECT_EQ(error_of(script("exec >&-; sleep 1000"), {50ms}).code, "layout.timeout")
        << "stdout closed, yet alive";
    EXPECT_EQ(error_of(script("trap '' TERM INT; while :; do sleep 1000; done"), {50ms}).code,
              "layout.timeout");
}

TEST_F(Workers, TheirChildrenDieWithThem) {
    const auto mark = folder / "child";
    const auto worker = script("sleep 1000 & echo $! > '" + mark.string() + "'; wait");
    EXPECT_EQ(error_of(worker, {300ms}).code, "layout.timeout");
    pid_t child = 0;
    std::ifstream(mark) >> child;
    ASSERT_GT(child, 0);
    // An orphan is reaped by init a moment later; until then it is a zombie, and no longer asleep.
    const auto state = [child] {
        std::ifstream stat("/proc/" + std::to_string(child) + "/stat");
        std::string number;
        std::string name;
        std::string letter;
        stat >> number >> name >> letter;
        return letter;
    };
    for (int i = 0; i < 1000 && state() != "" && state() != "Z"; ++i) std::this_thread::sleep_for(5ms);
    EXPECT_THAT(state(), testing::AnyOf("", "Z"));
}

TEST_F(Workers, StopEndsThem) {
    const auto started = folder / "started";
    ProcessEngine engine(script("touch '" + started.string() + "'; sleep 1000"));
    std::stop_source stop;
    std::jthread stopper([&] {
        while (!fs::exists(started)) std::this_thread::sleep_for(1ms);
        stop.request_stop();
    });
    const auto answer = engine.run(small_request(), stop.get_token());
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "layout.cancelled");
}

TEST_F(Workers, AStopInAdvanceStartsNothing) {
    const auto started = folder / "started";
    std::stop_source stop;
    stop.request_stop();
    const auto answer =
        ProcessEngine(script("touch '" + started.string() + "'")).run(small_request(), stop.get_token());
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "layout.cancelled");
    EXPECT_FALSE(fs::exists(started));
}

TEST_F(Workers, SeveralRunAtOnce) {
    const auto request = small_request();
    ProcessEngine engine(saying(encode(base::Result<Layout>(row_for(request)))));
    std::vector<std::jthread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < 8; ++i) threads.emplace_back([&] { good += engine.run(request, {}) ? 1 : 0; });
    threads.clear();
    EXPECT_EQ(good, 8);
}

TEST_F(Workers, OneStartedAheadAnswersOnce) {
    const auto request = small_request();
    const auto starts = folder / "starts";
    std::ofstream(folder / "answer", std::ios::binary) << encode(base::Result<Layout>(row_for(request)));
    ProcessEngine engine(script("echo >> '" + starts.string() + "'; head -c 16 > /dev/null; cat '" +
                                (folder / "answer").string() + "'"));
    const auto started = [&] { return fs::exists(starts) ? fs::file_size(starts) : 0; };
    engine.start_ahead();
    for (int i = 0; i < 1000 && started() == 0; ++i) std::this_thread::sleep_for(5ms);
    EXPECT_EQ(started(), 1U) << "before anything is asked";
    EXPECT_TRUE(engine.run(request, {}));
    EXPECT_EQ(started(), 1U) << "the one that waited answered";
    EXPECT_TRUE(engine.run(request, {}));
    EXPECT_EQ(started(), 2U);
    engine.start_ahead();  // never asked: it ends with the engine (TearDown looks)
}

TEST_F(Workers, OneThatDiedWaitingIsReplaced) {
    const auto request = small_request();
    const auto died = folder / "died";
    std::ofstream(folder / "answer", std::ios::binary) << encode(base::Result<Layout>(row_for(request)));
    ProcessEngine engine(script("[ -e '" + died.string() + "' ] || { touch '" + died.string() +
                                "'; exit 1; }; cat > /dev/null; cat '" + (folder / "answer").string() + "'"));
    engine.start_ahead();
    for (int i = 0; i < 1000 && !fs::exists(died); ++i) std::this_thread::sleep_for(5ms);
    std::this_thread::sleep_for(50ms);  // between its last act and its end
    EXPECT_TRUE(engine.run(request, {}));
}

TEST_F(Workers, OneThatCannotStartAheadIsToldWhenItIsWanted) {
    ProcessEngine engine(folder / "nowhere");
    engine.start_ahead();
    const auto answer = engine.run(small_request(), {});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "layout.worker-missing");
}

TEST_F(Workers, ABadRequestStartsNothing) {
    auto request = small_request();
    request.edges[0].to = 99;
    EXPECT_EQ(error_of(folder / "nowhere", {}, request).code, "layout.bad-request");
}

TEST(FindWorker, HeedsTheEnvironment) {
    ::setenv("SHEZHIRE_LAYOUT", "/some/where/else", 1);
    EXPECT_EQ(find_worker(), "/some/where/else");
    ::unsetenv("SHEZHIRE_LAYOUT");
    EXPECT_EQ(find_worker().filename(), "shezhire-layout");
    EXPECT_EQ(find_worker().parent_path(), fs::read_symlink("/proc/self/exe").parent_path());
}

TEST(CacheFolderName, FollowsXdg) {
    ::setenv("XDG_CACHE_HOME", "/x", 1);
    EXPECT_EQ(default_cache_folder(), "/x/shezhire/layout");
    ::setenv("XDG_CACHE_HOME", "relative", 1);
    ::setenv("HOME", "/h", 1);
    EXPECT_EQ(default_cache_folder(), "/h/.cache/shezhire/layout");
    ::unsetenv("HOME");
    EXPECT_EQ(default_cache_folder(), "");
}

}  // namespace
}  // namespace shezhire::layout
