// Which glyphs stand for which characters: what makes the text of a PDF searchable and copied right.
#pragma once

#include <cairo.h>

#include <string_view>
#include <vector>

#include "text/typesetter.h"

namespace shezhire::cairo {

struct Clusters {
    std::string_view text;                       ///< a slice of the set text, or the ellipsis
    std::vector<cairo_text_cluster_t> clusters;  ///< in reading order; they cover all of text and glyphs
};

Clusters clusters_of(const text::SetText&, const text::Run&);

}  // namespace shezhire::cairo
