// An input as the question that `shezhire-layout` reads on stdin, on stdout.
//   layout_request FILE.tsv
#include <cstdio>
#include <string>

#include "input.h"
#include "layout/wire.h"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("layout_request FILE.tsv\n", stderr);
        return 2;
    }
    const auto input = bench::read_input(argv[1]);
    shezhire::layout::LayoutRequest request;
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        request.nodes.push_back({"n" + std::to_string(i), {bench::node_width, bench::node_height}, {}, 1});
    }
    for (std::size_t i = 0; i < input.edges.size(); ++i) {
        const auto& edge = input.edges[i];
        request.edges.push_back({"e" + std::to_string(i), static_cast<std::uint32_t>(edge.from),
                                 static_cast<std::uint32_t>(edge.to), 1, edge.kind == 0 ? 1.0 : 0.0,
                                 edge.kind == 0});
    }
    const auto bytes = shezhire::layout::encode(request);
    return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() ? 0 : 3;
}
