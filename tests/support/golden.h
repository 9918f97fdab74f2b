// Golden text: what a stage printed once, looked at, and agreed on. SHEZHIRE_ACCEPT=1 writes what is printed
// now.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace shezhire::test {

/// The repository's root; fixtures are named relative to it.
std::filesystem::path source_dir();

/// A fresh folder of this test, emptied when asked for.
std::filesystem::path scratch_dir(std::string_view name);

/// Compares with `tests/golden/<name>`; a difference names the first differing line and leaves `<name>.out`
/// in the build.
::testing::AssertionResult matches_golden(std::string_view name, std::string_view actual);

}  // namespace shezhire::test
