// Shapes whose edges lie on pixels, or are too small or faint to need softening, as the fewest triangles: in
// software a far view costs what its triangles and pixels cost. Private to the painter.
#pragma once

#include <imgui.h>

#include <vector>

#include "paint/painter.h"

namespace shezhire::ui {

struct PixelRect {
    float left, top, right, bottom;
};

/// The axis-parallel rectangles that a path shows at this placement (corners taken off by less than a pixel
/// do not show); false when it is anything else. `offset` is added in px.
bool rectangles_of(const scene::PathShape& shape, const paint::Placement& placement, base::Point offset,
                   std::vector<PixelRect>& rectangles);

void fill_rectangle(ImDrawList& list, const PixelRect& r, ImU32 colour);
/// A line of `width` along the inside and outside of the edges alike; no pixel is painted twice.
void outline_rectangle(ImDrawList& list, const PixelRect& r, float width, ImU32 colour);
/// Straight pieces, a pixel wide, without softened edges.
void hairline(ImDrawList& list, const ImVec2* points, std::size_t count, bool closed, ImU32 colour);

}  // namespace shezhire::ui
