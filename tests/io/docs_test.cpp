// docs/data.md and the tutorial's files: every example is opened, and nothing is to be said of it.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "io/dataset.h"
#include "support/golden.h"

namespace shezhire {
namespace {
namespace fs = std::filesystem;

std::string page() {
    const auto text = base::read_file(test::source_dir() / "docs" / "data.md");
    EXPECT_TRUE(text);
    return text ? *text : std::string();
}

/// What stands between ```json and ``` on lines of their own.
std::vector<std::string> examples(const std::string& text) {
    std::vector<std::string> found;
    constexpr std::string_view fence = "\n```json\n";
    for (auto at = text.find(fence); at != std::string::npos; at = text.find(fence, at)) {
        at += fence.size();
        const auto end = text.find("\n```\n", at);
        found.push_back(text.substr(at, end - at));
    }
    return found;
}

/// The codes in the first column of the table under a heading.
std::vector<std::string> first_column(const std::string& text, std::string_view heading) {
    std::vector<std::string> found;
    auto at = text.find(heading);
    const auto end = text.find("\n## ", at + 1);
    while ((at = text.find("\n| `", at)) < end) {
        const auto cell_end = text.find(" |", at + 3);
        for (auto tick = at + 3; tick < cell_end;) {
            const auto close = text.find('`', tick + 1);
            found.push_back(text.substr(tick + 1, close - tick - 1));
            tick = text.find('`', close + 1);
        }
        at = cell_end;
    }
    return found;
}

void expect_nothing_said(const base::Diagnostics& diagnostics, std::string_view where) {
    for (const auto& each : diagnostics.sorted()) ADD_FAILURE() << where << ": " << to_text(each);
}

TEST(DataDocumentation, EveryExampleOpensAsItIsWritten) {
    const auto all = examples(page());
    EXPECT_GE(all.size(), 4U);
    for (const auto& example : all) {
        model::Draft draft;
        base::Diagnostics diagnostics;
        io::read_native(example, "docs/data.md", draft, diagnostics);
        const auto things = draft.organizations.size();
        const auto built = model::Model::build(std::move(draft), diagnostics);
        expect_nothing_said(diagnostics, example);
        EXPECT_GT(things, 0U) << example;
        EXPECT_EQ(built->organizations().size(), things) << example;
    }
}

TEST(DataDocumentation, EveryDateOfTheTableIsOne) {
    const auto dates = first_column(page(), "## How to write an uncertain date");
    EXPECT_GE(dates.size(), 12U);
    for (const auto& date : dates) {
        const auto read = edtf::parse_interval(date);
        ASSERT_TRUE(read) << date;
        EXPECT_TRUE(read->notes.empty()) << date;
    }
}

TEST(DataDocumentation, TheTutorialsFilesHaveNoFaultAndReadBackEqual) {
    const auto folder = test::source_dir() / "data" / "examples";
    base::Diagnostics diagnostics;
    const std::vector<fs::path> one{folder / "choirs.jsonld"};
    const auto opened = io::open_data(one, diagnostics);
    expect_nothing_said(diagnostics, "choirs.jsonld");
    EXPECT_EQ(opened->files().size(), 2U) << "what a file imports is opened with it";
    const auto written = io::write_native(opened->facts());
    model::Draft again;
    io::read_native(written, "again.jsonld", again, diagnostics);
    EXPECT_TRUE(again == io::as_written(opened->facts()));
}

TEST(DataDocumentation, TheExamplesAreNoPartOfTheBuiltInData) {
    base::Diagnostics diagnostics;
    const std::vector<fs::path> paths{test::source_dir() / "data"};
    const auto opened = io::open_data(paths, diagnostics);
    EXPECT_EQ(opened->organization("union"), nullptr);
}

}  // namespace
}  // namespace shezhire
