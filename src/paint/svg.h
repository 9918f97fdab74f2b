// The SVG painter: SVG 1.1 with SVG 2's role and aria, live <text> with embedded subset fonts (or outlines on
// demand), a <g id class> a node with <title> and <desc>, links, no script. Valid XML whatever the labels
// hold.
#pragma once

#include <string>

#include "scene/scene.h"
#include "text/typesetter.h"

namespace shezhire::paint {

enum class SvgText : std::uint8_t { live, outline };

struct SvgOptions {
    SvgText text = SvgText::live;
    bool embed_fonts = true;  ///< subset, as data URIs; else only font families are named
};

/// Same scene and fonts, same bytes.
std::string to_svg(const scene::Scene&, const text::Typesetter&, const SvgOptions& = {});

}  // namespace shezhire::paint
