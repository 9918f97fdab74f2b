// Which part of a scene goes out, and where on a sheet of paper it lands.
#pragma once

#include "base/geometry.h"
#include "export/export.h"
#include "scene/scene.h"

namespace shezhire::exporting {

/// What meets `area`, moved so that its top left is the origin; as large as `area`.
scene::Scene cropped(const scene::Scene& scene, const base::Rect& area);

/// Of a page, points, as it is held; 0 x 0 for Page::scene.
base::Size paper_of(Page page);

struct Sheet {
    base::Size size;  ///< points
    base::Rect area;  ///< the picture's place: its proportions, its ink centred within the margins
};

/// What is drawn of a scene besides its ground: the blank border of a picture may lie in a sheet's margin.
base::Rect ink_of(const scene::Scene& scene);

/// The ink within margins of 12 mm; a picture is enlarged to at most twice its size, so that two boxes do not
/// fill a poster. A picture of its own size has no margins, and is made smaller where PDF's largest page
/// (14,400 pt) asks for it.
Sheet sheet_for(Page page, base::Size picture, const base::Rect& ink);

}  // namespace shezhire::exporting
