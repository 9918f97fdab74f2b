// The one drawing path: play() walks the scene, a Painter puts paths and glyphs on its device. Painters keep
// no "current pen" and are never asked who they are (examples: SolveSpace's Canvas, LibGfx's Painter).
#pragma once

#include <cstdint>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "scene/scene.h"
#include "text/typesetter.h"

namespace shezhire::paint {

/// Where shapes land: device = shape * scale + offset.
struct Placement {
    base::Point offset;
    double scale = 1;
    bool operator==(const Placement&) const = default;
};

/// How every painter draws a Stroke: butt caps, round joins, and these lengths of ink and gap (points; both 0
/// = solid).
struct DashLengths {
    double on = 0;
    double off = 0;
};
constexpr DashLengths dash_lengths(const scene::Stroke& stroke) {
    switch (stroke.dash) {
        case scene::Dash::solid:
            break;
        case scene::Dash::dashed:
            return {stroke.width * 4, stroke.width * 3};
        case scene::Dash::dotted:
            return {stroke.width * 1.2, stroke.width * 2.4};
    }
    return {};
}

class Painter {
  public:
    Painter() = default;
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;
    virtual ~Painter() = default;

    virtual void background(base::Colour colour, base::Size size) = 0;
    /// Everything between begin and end belongs to one element (a group in SVG, a link in PDF); `box` in
    /// device units.
    virtual void begin(const scene::Element&, const base::Rect& box) = 0;
    virtual void end(const scene::Element&) = 0;
    /// Filled (non-zero winding), then stroked; each with its own alpha times `opacity`.
    virtual void path(const scene::PathShape&, const Placement&, float opacity) = 0;
    virtual void text(const scene::TextShape&, const Placement&, float opacity) = 0;
    /// What is left of an element that is too small for its shapes; by default a filled path.
    virtual void speck(const base::Rect& box, base::Colour colour, float opacity);
};

struct PlayStats {
    std::uint32_t tested = 0;  ///< elements looked at
    std::uint32_t drawn = 0;
};

/// thinned: of hundreds of lines that cross the view without an end in it, and of lateral lines in a far
/// view, a part that says as much (screens; not for pictures made of tiles, where each tile would choose
/// anew).
enum class Lines : std::uint8_t { all, thinned };

/// Draws what the viewport shows: elements outside it are skipped, shapes outside their scale range are left
/// out, nodes thinner than 2 px are specks, lines shorter than that are nothing. With an index the cost
/// follows what is seen, not what there is.
PlayStats play(const scene::Scene&, const scene::Viewport&, Painter&, const scene::HitIndex* index = nullptr,
               Lines lines = Lines::all);

/// The whole scene at one unit a point, every detail that shows at `scale` 1 or more (exports).
PlayStats play_whole(const scene::Scene&, Painter&);

}  // namespace shezhire::paint
