#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <regex>

#include "base/file.h"
#include "io/dataset.h"
#include "io/language_tag.h"
#include "support/golden.h"

namespace shezhire {
namespace {
namespace fs = std::filesystem;

void put(const fs::path& path, std::string_view id) {
    ASSERT_TRUE(base::write_file_atomically(path, R"({ "format": "shezhire/1", "@graph": [{ "id": ")" +
                                                      std::string(id) + R"(", "type": "Organization" }] })"));
}

std::vector<std::string> ids(const model::Model& opened) {
    std::vector<std::string> result;
    for (const auto& body : opened.organizations()) result.push_back(body.id);
    return result;
}

TEST(Open, AFolderIsItsFilesByNameAndNothingElse) {
    const auto folder = test::scratch_dir("io-open");
    put(folder / "b.jsonld", "b"), put(folder / "a.jsonld", "a"), put(folder / "context.jsonld", "context");
    put(folder / "note.json", "note");
    fs::create_directories(folder / "below" / "x.jsonld");
    put(folder / "below" / "c.jsonld", "c");
    base::Diagnostics diagnostics;
    const std::vector<fs::path> paths{folder, folder / "below" / "c.jsonld"};
    const auto opened = io::open_data(paths, diagnostics);
    EXPECT_TRUE(diagnostics.empty());
    EXPECT_THAT(ids(*opened), ::testing::ElementsAre("a", "b", "c"));
    EXPECT_EQ(opened->files().size(), 3U);
    EXPECT_EQ(opened->organizations()[1].place.file, (folder / "b.jsonld").string());
}

TEST(Open, WhatCannotBeReadStopsNothing) {
    const auto folder = test::scratch_dir("io-unreadable");
    fs::create_directories(folder / "empty");
    put(folder / "z.jsonld", "z");
    fs::create_symlink(folder / "nowhere", folder / "broken.jsonld");
    ASSERT_TRUE(base::write_file_atomically(folder / "large.jsonld", ""));
    fs::resize_file(folder / "large.jsonld", std::uintmax_t{2} << 30U);
    base::Diagnostics diagnostics;
    const std::vector<fs::path> paths{folder / "gone.jsonld", folder, folder / "empty", "/dev/null"};
    const auto opened = io::open_data(paths, diagnostics);
    EXPECT_THAT(ids(*opened), ::testing::ElementsAre("z"));
    std::vector<std::string> codes;
    for (const auto& each : diagnostics.as_found()) codes.push_back(each.code);
    EXPECT_THAT(codes, ::testing::ElementsAre("file.not-found", "file.not-found", "file.too-large",
                                              "io.empty-folder", "file.not-a-file"));
    fs::remove(folder / "large.jsonld");
}

TEST(Open, TheBuiltInDataIsFoundFromTheBuildTree) {
    ::unsetenv("SHEZHIRE_DATA");
    EXPECT_EQ(io::builtin_data(), test::source_dir() / "data");
    ::setenv("SHEZHIRE_DATA", "/some/where", 1);
    EXPECT_EQ(io::builtin_data(), "/some/where");
    ::unsetenv("SHEZHIRE_DATA");
}

TEST(Open, TheBuiltInDataHasNoFault) {
    base::Diagnostics diagnostics;
    const std::vector<fs::path> paths{test::source_dir() / "data"};
    const auto opened = io::open_data(paths, diagnostics);
    for (const auto& each : diagnostics.sorted())
        EXPECT_NE(each.severity, base::Severity::error) << to_text(each);
    EXPECT_NE(opened->organization("ifla"), nullptr);
}

TEST(Diagnostics, EveryCodeStandsInTheTable) {
    const auto table = base::read_file(test::source_dir() / "docs" / "diagnostics.md");
    ASSERT_TRUE(table);
    const std::regex code("\"((io|json|model|edtf)\\.[a-z0-9-]+)\"");
    std::size_t found = 0;
    for (const auto* module : {"io", "model", "edtf"}) {
        for (const auto& each : fs::directory_iterator(test::source_dir() / "src" / module)) {
            const auto source = base::read_file(each.path());
            ASSERT_TRUE(source);
            for (std::sregex_iterator match(source->begin(), source->end(), code), end; match != end;
                 ++match) {
                EXPECT_NE(table->find("`" + (*match)[1].str() + "`"), std::string::npos) << (*match)[1];
                ++found;
            }
        }
    }
    EXPECT_GT(found, 30U);
}

TEST(LanguageTags, AreWellFormedAsBcp47HasThem) {
    for (const auto* tag :
         {"en", "kk", "kk-Cyrl", "zh-Hans-CN", "de-CH-1901", "sl-rozaj-biske", "es-419", "zh-yue-HK",
          "en-u-co-phonebk", "x-own", "en-a-bbb-x-a-ccc", "qaa-Qaaa-QM-x-southern", "tlh"}) {
        EXPECT_TRUE(io::is_language_tag(tag)) << tag;
    }
    for (const auto* tag : {"", "e", "en-", "-en", "en_GB", "english-speaking-1", "abcdefghi", "en--GB",
                            "en-u", "x", "x-", "de-419-DE", "қаз", "12", "en GB", "en-x", "a-DE"}) {
        EXPECT_FALSE(io::is_language_tag(tag)) << tag;
    }
}

}  // namespace
}  // namespace shezhire
