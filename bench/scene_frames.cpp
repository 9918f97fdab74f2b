// Our own drawing path on the floor's stage: scene, index, play, glyph atlas and draw lists as in the window,
// without its panels.
//   scene_frames FILE.tsv all|part|read FRAMES     prints one line of JSON
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "input_scene.h"
#include "paint/painter.h"
#include "stage.h"
#include "ui/atlas_texture.h"
#include "ui/draw_list_painter.h"
#include "ui/frame_memory.h"

namespace {

using namespace shezhire;

// The most elements that a pointer anywhere on this screen has to look at.
std::uint32_t most_hover_tests(const scene::Scene& scene, const scene::HitIndex& hits,
                               const scene::Viewport& port) {
    std::uint32_t most = 0;
    for (int y = 0; y < bench::screen_height; y += 7) {
        for (int x = 0; x < bench::screen_width; x += 7) {
            std::uint32_t tested = 0;
            static_cast<void>(
                hits.at(scene, port.scene_from_screen({static_cast<double>(x), static_cast<double>(y)}),
                        3 / port.scale, &tested));
            most = std::max(most, tested);
        }
    }
    return most;
}

scene::Viewport port_of(const bench::View& view) {
    return {{static_cast<double>(view.x), static_cast<double>(view.y)},
            static_cast<double>(view.zoom),
            {bench::screen_width, bench::screen_height}};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("scene_frames FILE.tsv all|part|read FRAMES\n", stderr);
        return 2;
    }
    ui::keep_frame_memory();  // as the window does
    bench::Stage stage;
    const text::Typesetter typesetter;
    const auto input = bench::read_input(argv[1]);
    const auto scene = bench::scene_of(input, typesetter);
    const scene::HitIndex hits(scene);
    ui::GlyphAtlas atlas(typesetter);
    const ui::AtlasTexture texture;
    paint::PlayStats stats;
    const auto draw = [&](ImDrawList& list, const bench::View& view) {
        atlas.begin_frame();
        ui::DrawListPainter painter(list, atlas, texture.id(), {0, 0}, false);
        stats = paint::play(scene, port_of(view), painter, &hits, paint::Lines::thinned);
    };
    stage.play(input, argv[2], std::atoi(argv[3]), {draw, [&] { texture.upload(atlas); }}, [&] {
        const auto most = most_hover_tests(scene, hits, port_of(bench::view_of(input, argv[2])));
        return ", \"tested\": " + std::to_string(stats.tested) +
               ", \"drawn\": " + std::to_string(stats.drawn) + ", \"hover_tested\": " + std::to_string(most);
    });
}
