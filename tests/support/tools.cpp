#include "support/tools.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "base/file.h"
#include "support/golden.h"

namespace shezhire::test {
namespace {

std::string shell_word(std::string_view word) {
    std::string out = "'";
    for (const char c : word) {
        if (c == '\'') {
            out += "'\\''";
        } else {
            out += c;
        }
    }
    return out + "'";
}

}  // namespace

Ran run_tool(const std::vector<std::string>& words, std::string_view input) {
    std::string command;
    for (const auto& word : words) command += shell_word(word) + " ";
    std::string source = "/dev/null";
    const auto dir = scratch_dir("tool-" + std::to_string(::getpid()));
    if (!input.empty()) {
        source = (dir / "input").string();
        if (!base::write_file_atomically(source, input)) return {};
    }
    command += "<" + shell_word(source) + " 2>&1";
    Ran ran;
    std::FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return ran;
    char buffer[4096];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        ran.output.append(buffer, n);
    const int status = ::pclose(pipe);
    std::filesystem::remove_all(dir);
    if (WIFEXITED(status)) ran.status = WEXITSTATUS(status);
    return ran;
}

}  // namespace shezhire::test
