// The generator's .tsv files (gen.py): placed boxes with labels, and lines between them. One file for the
// floor and for our own scenes, so that both draw the same.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

inline constexpr float node_width = 180, node_height = 40;

struct Node {
    float x = 0, y = 0;  ///< top left
    int kind = 0;        ///< 0 to 4
    std::string_view label;
};

struct Edge {
    std::size_t from = 0, to = 0;
    int kind = 0;  ///< 0: part of; 1: a cross link
};

struct Input {
    std::string name;
    std::string bytes;  ///< what the labels lie in
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    float left = 0, top = 0, right = 0, bottom = 0;
};

/// Ends the program with a sentence when the file is not as gen.py writes it.
Input read_input(const char* file);

/// screen = (scene - origin) * zoom
struct View {
    float x = 0, y = 0, zoom = 1;
};

inline constexpr int screen_width = 1900, screen_height = 1000;

/// "all": zoomed to fit. "part": about 1 % of the nodes, round the middle one. "read": zoom 1 there.
View view_of(const Input& input, std::string_view mode);

}  // namespace bench
