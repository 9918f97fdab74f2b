// A data set from its file to what stays in memory: the model, the index that search needs, and a folded
// graph.
//   bench-opening FILE     prints one line of JSON; bytes are per organization
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

#include "graph/graph.h"
#include "io/dataset.h"
#include "model/search.h"

namespace {

using namespace shezhire;
using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// A line of /proc/self/status, in bytes.
double memory(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name + ":")) return std::stod(line.substr(name.size() + 1)) * 1024;
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("bench-opening FILE\n", stderr);
        return 2;
    }
    const double before = memory("VmRSS");
    base::Diagnostics diagnostics;
    const std::filesystem::path files[] = {argv[1]};
    auto at = Clock::now();
    const auto model = io::open_data(files, diagnostics);
    const double open_ms = ms_since(at);
    const auto bodies = static_cast<double>(std::max<std::size_t>(model->organizations().size(), 1));
    malloc_trim(0);
    const double model_bytes = (memory("VmRSS") - before) / bodies;
    const double peak_bytes = (memory("VmHWM") - before) / bodies;
    at = Clock::now();
    const model::SearchIndex search(model);
    const double index_ms = ms_since(at);
    malloc_trim(0);
    const double all_bytes = (memory("VmRSS") - before) / bodies;
    // The first search of all finds its memory cold: it is told apart.
    at = Clock::now();
    std::size_t hits = search.find("section").size();
    const double first_search_ms = ms_since(at);
    // What is typed letter by letter, what many have, what nobody has; the slowest of them.
    double search_ms = 0;
    for (const std::string_view query : {"s", "se", "section", "library", "cataloguing section",
                                         "united information", "body-5555", "zzzzzz"}) {
        at = Clock::now();
        hits += search.find(query).size();
        search_ms = std::max(search_ms, ms_since(at));
    }
    graph::Question question;
    question.depth = 0;
    at = Clock::now();
    const auto graph = graph::ask(*model, question);
    const double graph_ms = ms_since(at);
    fmt::print(
        "{{\"organizations\": {}, \"open_ms\": {:.1f}, \"index_ms\": {:.1f}, \"first_search_ms\": {:.2f}, "
        "\"search_ms\": {:.2f}, \"graph_ms\": {:.1f}, \"nodes\": {}, \"hits\": {}, \"model_bytes\": {:.0f}, "
        "\"with_search_bytes\": "
        "{:.0f}, "
        "\"peak_reading_bytes\": {:.0f}}}\n",
        model->organizations().size(), open_ms, index_ms, first_search_ms, search_ms, graph_ms,
        graph.nodes.size(), hits, model_bytes, all_bytes, peak_bytes);
}
