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

// They are read beside each other, the longest first.
TEST(Open, FilesStandByNameHoweverLongTheyAre) {
    const auto folder = test::scratch_dir("io-lengths");
    std::vector<std::string> wanted;
    for (int file = 0; file < 12; ++file) {
        const auto id = "body-" + std::to_string(99 - file);
        wanted.push_back(id);
        const std::string blanks(static_cast<std::size_t>(file) * 1000, ' ');
        const auto text = R"({ "format": "shezhire/1", "@graph": [{ "id": ")" + id +
                          R"(", "type": "Organization" }, { "id": "same", "type": "Concept" }] })" + blanks;
        ASSERT_TRUE(base::write_file_atomically(
            folder / (std::string(1, static_cast<char>('a' + file)) + ".jsonld"), text));
    }
    base::Diagnostics diagnostics;
    const std::vector<fs::path> paths{folder};
    const auto opened = io::open_data(paths, diagnostics);
    EXPECT_EQ(ids(*opened), wanted);
    EXPECT_EQ(opened->thing("same")->place.file, (folder / "a.jsonld").string());
    ASSERT_EQ(diagnostics.as_found().size(), 11U) << "each of the others defines it again";
    for (std::size_t i = 0; i < 11; ++i) {
        EXPECT_EQ(diagnostics.as_found()[i].place.file,
                  (folder / (std::string(1, static_cast<char>('b' + i)) + ".jsonld")).string());
    }
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

void put_text(const fs::path& path, std::string_view text) {
    ASSERT_TRUE(base::write_file_atomically(path, text));
}

std::vector<std::string> lines_of(const base::Diagnostics& diagnostics, const fs::path& folder) {
    std::vector<std::string> lines;
    for (const auto& each : diagnostics.sorted()) {
        auto line = to_text(each);
        for (auto at = line.find(folder.string()); at != std::string::npos; at = line.find(folder.string())) {
            line.erase(at, folder.string().size() + 1);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

TEST(Open, WhatAFileImportsIsReadOnce) {
    const auto folder = test::scratch_dir("io-imports");
    fs::create_directories(folder / "more");
    put_text(folder / "a.jsonld", R"({ "format": "shezhire/1", "imports": ["b.jsonld", "more/c.jsonld"],
        "@graph": [{ "id": "a", "type": "Organization" }] })");
    put_text(folder / "b.jsonld", R"({ "format": "shezhire/1", "imports": "a.jsonld",
        "@graph": [{ "id": "b", "type": "Organization" }] })");
    put_text(folder / "more" / "c.jsonld", R"({ "format": "shezhire/1", "imports": "../b.jsonld",
        "@graph": [{ "id": "c", "type": "Organization" }] })");
    base::Diagnostics diagnostics;
    const std::vector<fs::path> paths{folder / "a.jsonld", folder / "." / "a.jsonld"};
    const auto opened = io::open_data(paths, diagnostics);
    EXPECT_THAT(lines_of(diagnostics, folder), ::testing::IsEmpty());
    EXPECT_THAT(ids(*opened), ::testing::ElementsAre("a", "b", "c"));
}

TEST(Open, AMissingImportIsSaidWhereItIsNamed) {
    const auto folder = test::scratch_dir("io-missing-imports");
    put_text(folder / "a.jsonld", R"({ "format": "shezhire/1",
  "imports": ["gone.jsonld", "/etc/passwd", "https://example.org/b.jsonld", "context.jsonld", "a.txt"],
  "@graph": [{ "id": "a", "type": "Organization" }] })");
    base::Diagnostics diagnostics;
    const std::vector<fs::path> paths{folder};
    const auto opened = io::open_data(paths, diagnostics);
    EXPECT_THAT(ids(*opened), ::testing::ElementsAre("a"));
    EXPECT_THAT(
        lines_of(diagnostics, folder),
        ::testing::ElementsAre(
            "a.jsonld:2:15: error: io.import: the file imports “gone.jsonld”, which is not there; it is read "
            "without it",
            "a.jsonld:2:30: error: io.import: the file imports “/etc/passwd”, which is no file's name "
            "relative to this file; it is read without it",
            "a.jsonld:2:45: error: io.import: the file imports “https://example.org/b.jsonld”, which is no "
            "file's name relative to this file; it is read without it",
            "a.jsonld:2:77: error: io.import: the file imports “context.jsonld”, which is no data file "
            "(*.jsonld); it is read without it",
            "a.jsonld:2:95: error: io.import: the file imports “a.txt”, which is no data file (*.jsonld); it "
            "is read without it"));
}

// What a data set of several files may get wrong, all in one: each is said with its place, the rest opens.
TEST(Open, EachFaultOfADataSetHasItsPlace) {
    const auto folder = test::scratch_dir("io-bad-set");
    put_text(folder / "a.jsonld", R"({ "format": "shezhire/1", "@graph": [
  { "id": "one", "type": "Organization", "prefLabel": { "kz": "Бір", "en": "One" } },
  { "id": "two", "type": "Organization", "existence": "(1950)~-06/..", "sources": ["nowhere"] }] })");
    put_text(folder / "b.jsonld", R"({ "format": "shezhire/1", "@graph": [
  { "id": "two", "type": "Organization", "prefLabel": { "en": "Another two" } },
  { "id": "three", "type": "OrganizationalUnit", "unitOf": { "organization": "one", "when": "195XS2" } }] })");
    base::Diagnostics diagnostics;
    const std::vector<fs::path> paths{folder, folder / "c.jsonld"};
    const auto opened = io::open_data(paths, diagnostics);
    EXPECT_THAT(ids(*opened), ::testing::ElementsAre("one", "two", "three"));
    EXPECT_EQ(opened->organization("one")->names.size(), 2U);
    EXPECT_TRUE(test::matches_golden("io/bad-set.txt", [&] {
        std::string text;
        for (const auto& line : lines_of(diagnostics, folder)) text += line + "\n";
        return text;
    }()));
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
