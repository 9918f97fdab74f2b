// Other people's programs as judges of what we write: xmllint, rsvg-convert, neato, fc-scan, pdfinfo.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shezhire::test {

struct Ran {
    int status = -1;     ///< exit status; 127 when there is no such program
    std::string output;  ///< stdout and stderr together
};

/// Runs a program with `input` on its stdin (through a file) and waits for it.
Ran run_tool(const std::vector<std::string>& words, std::string_view input = {});

}  // namespace shezhire::test
