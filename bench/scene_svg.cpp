// Placed nodes to SVG on stdout, or, with `nothing`, all but that: the difference is what writing costs.
//   scene_svg FILE.tsv svg|nothing
#include <cstdio>
#include <string_view>

#include "input_scene.h"
#include "paint/svg.h"

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("scene_svg FILE.tsv svg|nothing\n", stderr);
        return 2;
    }
    const shezhire::text::Typesetter typesetter;
    const auto input = bench::read_input(argv[1]);
    const auto scene = bench::scene_of(input, typesetter);
    if (std::string_view(argv[2]) != "svg") return 0;
    const auto svg = shezhire::paint::to_svg(scene, typesetter);
    return std::fwrite(svg.data(), 1, svg.size(), stdout) == svg.size() ? 0 : 3;
}
