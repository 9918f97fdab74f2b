#include "support/golden.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/file.h"

namespace shezhire::test {
namespace fs = std::filesystem;

fs::path source_dir() {
    return SHEZHIRE_SOURCE_DIR;
}

fs::path scratch_dir(std::string_view name) {
    // Cases run side by side, each in a process of its own: what they write must not meet.
    auto dir = fs::path(SHEZHIRE_BINARY_DIR) / "scratch" / name;
    if (const auto* test = ::testing::UnitTest::GetInstance()->current_test_info(); test != nullptr) {
        dir /= std::string(test->test_suite_name()) + "." + test->name();
    }
    fs::remove_all(dir);
    fs::create_directories(dir);
    return dir;
}

::testing::AssertionResult matches_golden(std::string_view name, std::string_view actual) {
    const auto path = source_dir() / "tests" / "golden" / name;
    if (const char* accept = std::getenv("SHEZHIRE_ACCEPT"); accept != nullptr && *accept == '1') {
        fs::create_directories(path.parent_path());
        if (const auto written = base::write_file_atomically(path, actual); !written) {
            return ::testing::AssertionFailure() << written.error().sentence;
        }
        return ::testing::AssertionSuccess();
    }
    const auto expected = base::read_file(path);
    if (expected && *expected == actual) return ::testing::AssertionSuccess();
    const auto out = fs::path(SHEZHIRE_BINARY_DIR) / "golden" / (std::string(name) + ".out");
    fs::create_directories(out.parent_path());
    std::ofstream(out, std::ios::binary) << actual;
    if (!expected) return ::testing::AssertionFailure() << expected.error().sentence << "; printed: " << out;
    std::istringstream a(*expected);
    std::istringstream b{std::string(actual)};
    std::string left;
    std::string right;
    for (int line = 1;; ++line) {
        const bool more_left = static_cast<bool>(std::getline(a, left));
        const bool more_right = static_cast<bool>(std::getline(b, right));
        if (!more_left) left = "(end)";
        if (!more_right) right = "(end)";
        if (left != right || (!more_left && !more_right)) {
            return ::testing::AssertionFailure()
                   << "tests/golden/" << name << ":" << line << ":\n  expected: " << left
                   << "\n  printed:  " << right << "\n  whole: " << out << "\n  SHEZHIRE_ACCEPT=1 accepts it";
        }
    }
}

}  // namespace shezhire::test
