#include "paint/svg.h"

#include "paint/svg_painter.h"

namespace shezhire::paint {

std::string to_svg(const scene::Scene& scene, const text::Typesetter& typesetter, const SvgOptions& options) {
    SvgPainter painter(scene, typesetter, options);
    play_whole(scene, painter);
    return painter.document();
}

}  // namespace shezhire::paint
