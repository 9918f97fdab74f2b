#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/browser.h"
#include "base/file.h"

namespace shezhire::base {
namespace {

TEST(Browser, KnowsWebAddresses) {
    for (const char* good :
         {"https://www.ifla.org/units/cataloguing/", "http://nlrk.kz", "HTTPS://bae.rnrk.kz/?a=b&c=d;e#f",
          "https://ru.wikipedia.org/wiki/Библиотека_(здание)", "https://example.org:8080/$x'y"}) {
        EXPECT_TRUE(is_web_address(good)) << good;
    }
    for (const char* bad :
         {"", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://", "https:///path",
          "http://:80", "https://a b", "https://a\n.org", "https://a\"b", "https://a`touch x`", "https://a|b",
          " https://a.org", "--help", "//a.org", "ftp://a.org", "https://bank.org@evil.org/"}) {
        EXPECT_FALSE(is_web_address(bad)) << bad;
    }
    EXPECT_FALSE(is_web_address("https://" + std::string(10'000, 'a')));
}

// A program of that name that stands first in the path notes what it was started with.
TEST(Browser, HandsOverOneArgumentAndNoShellReadsIt) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "browser";
    std::filesystem::create_directories(folder);
    const auto note = folder / "note";
    std::filesystem::remove(note);
    std::ofstream(folder / "xdg-open")
        << "#!/bin/sh\nprintf '%s|%s' \"$#\" \"$1\" > '" << note.string() << ".part'\n"
        << "mv '" << note.string() << ".part' '" << note.string() << "'\n";
    std::filesystem::permissions(folder / "xdg-open", std::filesystem::perms::owner_all);
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", (folder.string() + ":" + path).c_str(), 1);
    const std::string url = "https://a.org/$(touch${IFS}x);b&c'd";
    ASSERT_FALSE(open_in_browser(url)) << "braces are in no address";
    ASSERT_TRUE(open_in_browser("https://a.org/$(touch);b&c'd"));
    for (int i = 0; i < 1000 && !std::filesystem::exists(note); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(read_file(note).value_or(""), "1|https://a.org/$(touch);b&c'd");
    ::setenv("PATH", "/nowhere", 1);
    const auto refused = open_in_browser("https://a.org");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "browser.not-started");
    ::setenv("PATH", path.c_str(), 1);
}

}  // namespace
}  // namespace shezhire::base
