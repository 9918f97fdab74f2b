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
/// An element's group has its key as id, escaped into an XML name (paint/xml.h, name_of: what is not an ASCII
/// letter, a digit or `-` becomes `_hex_`; the second of a name gets `__2`), and `role kind` as classes.
/// Names that begin with `_p`, `_t` or `__` are the document's own. Links go out only to http, https, mailto
/// and fragments.
std::string to_svg(const scene::Scene&, const text::Typesetter&, const SvgOptions& = {});

}  // namespace shezhire::paint
