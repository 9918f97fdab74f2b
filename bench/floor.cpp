// The floor: the least that a GLFW + Dear ImGui 1.86 + OpenGL 3.3 program can spend on showing a graph.
//   floor FILE.tsv all|part|read FRAMES [nolabel] [noedges] [line]     prints one line of JSON
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "input.h"
#include "stage.h"

namespace {

using bench::Edge;
using bench::Input;
using bench::Node;
using bench::node_height;
using bench::node_width;
using bench::View;

constexpr auto width = static_cast<float>(bench::screen_width);
constexpr auto height = static_cast<float>(bench::screen_height);

struct Look {
    bool labels = true, edges = true, straight = false;
};

// A grid of nodes and edges; an edge is in the cells of its bounding box, or in `long_edges` when these are
// more than 64.
class Grid {
  public:
    explicit Grid(const Input& input) : left_(input.left), top_(input.top) {
        const float w = input.right - input.left;
        const float h = input.bottom - input.top;
        cell_ = std::max(400.0F, std::sqrt(w * h / static_cast<float>(input.nodes.size()) * 16));
        columns_ = static_cast<int>(w / cell_) + 1;
        rows_ = static_cast<int>(h / cell_) + 1;
        nodes_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
        edges_.resize(nodes_.size());
        for (std::size_t i = 0; i < input.nodes.size(); ++i) {
            const Node& node = input.nodes[i];
            nodes_[index(column(node.x), row(node.y))].push_back(i);
        }
        for (std::size_t i = 0; i < input.edges.size(); ++i) enter(input, i);
    }

    struct Cells {
        int left, right, top, bottom;
    };
    [[nodiscard]] Cells cells(float left, float top, float right, float bottom) const {
        return {column(left), column(right), row(top), row(bottom)};
    }
    template <class Visit>
    void each_node(const Cells& area, Visit visit) const {
        each(nodes_, area, visit);
    }
    template <class Visit>
    void each_edge(const Cells& area, Visit visit) const {
        each(edges_, area, visit);
        for (const auto i : long_edges_) visit(i);
    }

  private:
    using Items = std::vector<std::vector<std::size_t>>;

    void enter(const Input& input, std::size_t i) {
        const Node& a = input.nodes[input.edges[i].from];
        const Node& b = input.nodes[input.edges[i].to];
        const Cells box =
            cells(std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y));
        if ((box.right - box.left + 1) * (box.bottom - box.top + 1) > 64) {
            long_edges_.push_back(i);
            return;
        }
        for (int y = box.top; y <= box.bottom; ++y) {
            for (int x = box.left; x <= box.right; ++x) edges_[index(x, y)].push_back(i);
        }
    }
    template <class Visit>
    void each(const Items& items, const Cells& area, Visit visit) const {
        for (int y = area.top; y <= area.bottom; ++y) {
            for (int x = area.left; x <= area.right; ++x) {
                for (const auto i : items[index(x, y)]) visit(i);
            }
        }
    }
    [[nodiscard]] int column(float x) const {
        return std::clamp(static_cast<int>((x - left_) / cell_), 0, columns_ - 1);
    }
    [[nodiscard]] int row(float y) const {
        return std::clamp(static_cast<int>((y - top_) / cell_), 0, rows_ - 1);
    }
    [[nodiscard]] std::size_t index(int x, int y) const { return static_cast<std::size_t>(y * columns_ + x); }

    float left_, top_, cell_ = 1;
    int columns_ = 1, rows_ = 1;
    Items nodes_, edges_;
    std::vector<std::size_t> long_edges_;
};

class Floor {
  public:
    Floor(const Input& input, Look look)
        : input_(input), look_(look), grid_(input), drawn_in_(input.edges.size(), -1) {}

    void draw(ImDrawList& list, const View& view) {
        ++frame_;
        nodes_in_view = edges_in_view = 0;
        const auto area = grid_.cells(view.x - node_width, view.y - node_height, view.x + width / view.zoom,
                                      view.y + height / view.zoom);
        if (look_.edges) {
            grid_.each_edge(area, [&](std::size_t i) {
                if (drawn_in_[i] != frame_) edge(list, view, input_.edges[i]);
                drawn_in_[i] = frame_;
            });
        }
        grid_.each_node(area, [&](std::size_t i) { node(list, view, input_.nodes[i]); });
    }

    std::size_t nodes_in_view = 0, edges_in_view = 0;

  private:
    void edge(ImDrawList& list, const View& view, const Edge& edge) {
        const Node& a = input_.nodes[edge.from];
        const Node& b = input_.nodes[edge.to];
        const ImVec2 from((a.x + node_width / 2 - view.x) * view.zoom,
                          (a.y + node_height - view.y) * view.zoom);
        const ImVec2 to((b.x + node_width / 2 - view.x) * view.zoom, (b.y - view.y) * view.zoom);
        if (std::max(from.x, to.x) < 0 || std::min(from.x, to.x) > width || std::max(from.y, to.y) < 0 ||
            std::min(from.y, to.y) > height) {
            return;
        }
        ++edges_in_view;
        const ImU32 colour = edge.kind == 0 ? 0xff808080 : 0xff8080ff;
        if (look_.straight) {
            list.AddLine(from, to, colour, 1);
            return;
        }
        const float bend = (to.y - from.y) * 0.5F;
        const int pieces = static_cast<int>((std::fabs(from.x - to.x) + std::fabs(from.y - to.y)) / 16);
        list.AddBezierCubic(from, {from.x, from.y + bend}, {to.x, to.y - bend}, to, colour, 1,
                            std::clamp(pieces, 2, 24));
    }

    void node(ImDrawList& list, const View& view, const Node& node) {
        static constexpr ImU32 fills[] = {0xffb2e0fd, 0xfff7e3cf, 0xffd3f0d9, 0xffddd4f7, 0xffeeeeee};
        const float zoom = view.zoom;
        const ImVec2 from((node.x - view.x) * zoom, (node.y - view.y) * zoom);
        const ImVec2 to(from.x + node_width * zoom, from.y + node_height * zoom);
        if (to.x < 0 || from.x > width || to.y < 0 || from.y > height) return;
        ++nodes_in_view;
        const float radius = 6 * zoom < 1 ? 0 : 6 * zoom;
        list.AddRectFilled(from, to, fills[node.kind], radius);
        if (zoom > 0.1F) list.AddRect(from, to, 0xff404040, radius);
        if (!look_.labels || zoom < 0.25F) return;
        const ImVec4 clip(from.x, from.y, to.x, to.y);
        list.AddText(ImGui::GetFont(), 11 * zoom, {from.x + 4 * zoom, from.y + 6 * zoom}, 0xff101010,
                     node.label.data(), node.label.data() + node.label.size(), 172 * zoom, &clip);
    }

    const Input& input_;
    Look look_;
    Grid grid_;
    std::vector<int> drawn_in_;  // the frame in which an edge was last drawn
    int frame_ = 0;
};

void add_font() {
    static const ImWchar ranges[] = {0x20, 0xff, 0x400, 0x4ff, 0x2010, 0x2040, 0};
    auto& fonts = *ImGui::GetIO().Fonts;
    fonts.AddFontFromFileTTF("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 13, nullptr, ranges);
    fonts.Build();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fputs("floor FILE.tsv all|part|read FRAMES [nolabel] [noedges] [line]\n", stderr);
        return 2;
    }
    Look look;
    for (int i = 4; i < argc; ++i) {
        if (std::strcmp(argv[i], "nolabel") == 0) look.labels = false;
        if (std::strcmp(argv[i], "noedges") == 0) look.edges = false;
        if (std::strcmp(argv[i], "line") == 0) look.straight = true;
    }
    bench::Stage stage;
    add_font();
    const Input input = bench::read_input(argv[1]);
    Floor floor(input, look);
    stage.play(input, argv[2], std::atoi(argv[3]),
               {[&](ImDrawList& list, const View& view) { floor.draw(list, view); }, {}}, [&] {
                   return ", \"nodes_in_view\": " + std::to_string(floor.nodes_in_view) +
                          ", \"edges_in_view\": " + std::to_string(floor.edges_in_view);
               });
}
