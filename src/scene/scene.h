// The picture as plain shapes: what every painter plays and what picking tests. No pointers back up (design:
// section 1). Scene coordinates are points (1/72 inch), y down. Ideas: Typst's Frame, Ladybird's DisplayList.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "base/geometry.h"
#include "text/typesetter.h"

namespace shezhire::scene {

enum class Dash : std::uint8_t { solid, dashed, dotted };
std::string_view to_text(Dash);

struct Stroke {
    base::Colour colour;
    double width = 0;  ///< points; 0 = no stroke
    Dash dash = Dash::solid;
    bool operator==(const Stroke&) const = default;
};

/// What is drawn only when it would be large enough on the screen: the least scale (screen px per point) at
/// which it is.
struct Detail {
    float min_scale = 0;
    float max_scale = 1e9F;  ///< e.g. a plain bar that stands for text that is too small to read
    bool operator==(const Detail&) const = default;
};

enum class Verb : std::uint8_t { move, line, cubic, close };  ///< take 1, 1, 3, 0 points

/// A path relative to its element's origin. `rounded rectangle` is a path too; painters know only paths and
/// text.
struct PathShape {
    std::vector<Verb> verbs;
    std::vector<base::Point> points;
    base::Colour fill{0, 0, 0, 0};  ///< alpha 0 = not filled
    Stroke stroke;
    Detail detail;
    bool operator==(const PathShape&) const = default;
};

struct TextShape {
    text::SetTextPtr text;
    base::Point top_left;  ///< relative to the element's origin
    base::Colour colour;
    Detail detail;
};

enum class Role : std::uint8_t { background, edge, lateral_edge, node, badge, event, title, legend };
std::string_view to_text(Role);

/// One thing that can be picked, faded or moved as a whole, with its shapes. Drawn in the order of
/// Scene::elements.
struct Element {
    std::string key;    ///< the graph's key; "" for what stands for nothing ("background")
    std::string owner;  ///< node key that a click goes to (a badge's node), else == key
    Role role = Role::node;
    std::string kind;         ///< concept id, becomes a class in SVG
    std::string title;        ///< accessible name: "Cataloguing Section"
    std::string description;  ///< "section 13, part of Division of Bibliographic Control, 1977 to 2009"
    std::string href;         ///< where a click in an export goes; empty = nowhere
    base::Point origin;       ///< shapes are relative to it; blending moves it
    base::Rect box;           ///< scene coordinates: all shapes lie within (strokes and text included)
    float opacity = 1;
    std::vector<PathShape> paths;  ///< drawn before the texts
    std::vector<TextShape> texts;
};

struct Scene {
    base::Size size;
    base::Colour background;
    std::string title;  ///< of the whole picture, for metadata
    std::string description;
    std::string lang;  ///< of the interface text in it
    std::vector<Element> elements;
};

/// Golden text: elements, boxes, shapes; numbers to 0.1 pt.
std::string to_text(const Scene&);

/// Topmost element of roles node, badge and event (then edges within `slack` points) under a point, or
/// nullptr. Uses the index; `tested` (if given) is raised by the number of elements looked at.
class HitIndex {
  public:
    HitIndex() = default;
    explicit HitIndex(const Scene&);
    /// Index into scene.elements, or -1. Lines that lie closer together than one can aim are not picked, so
    /// that pointing costs the same in any scene.
    [[nodiscard]] std::int64_t at(const Scene&, base::Point, double slack,
                                  std::uint32_t* tested = nullptr) const;
    /// Elements whose box meets `area`, ascending; clears and fills `out`.
    void within(const base::Rect& area, std::vector<std::uint32_t>& out) const;

  private:
    base::Rect area_;
    double cell_ = 1;
    std::uint32_t columns_ = 0;
    std::uint32_t rows_ = 0;
    enum class Pick : std::uint8_t { nothing, box, line };
    struct Cells {
        std::uint32_t left, right, top, bottom;
    };
    [[nodiscard]] Cells cells_of(const base::Rect& area) const;
    /// Calls `see(cell)` for the cells of an element, some of them twice.
    template <class See>
    void each_cell(const Element& element, See&& see) const;
    template <class See>
    void each_cell_on(base::Point a, base::Point b, See&& see) const;
    [[nodiscard]] std::int64_t box_at(const Scene&, base::Point, std::uint32_t& tested) const;
    [[nodiscard]] std::int64_t line_at(const Scene&, base::Point, double reach, std::uint32_t& tested) const;

    std::vector<Pick> picks_;            // of each element
    std::vector<std::uint32_t> starts_;  // CSR: cell -> items
    std::vector<std::uint32_t> items_;
    std::vector<std::uint32_t> large_;  // in more cells than is worth it
};

/// Between two scenes by key, `share` 0..1 already eased: moved elements glide, gone fade out, new fade in.
Scene blended(const Scene& from, const Scene& to, double share);

/// How far what goes has gone, what moves has moved, and what comes has come: each 0..1, eased.
struct Stages {
    double gone = 0;
    double moved = 0;
    double come = 0;
};
/// One after the other: what goes fades out, what moves glides, what comes fades in.
Scene blended(const Scene& from, const Scene& to, const Stages& stages);

/// What part of a scene is seen and how large. screen = (scene - origin) * scale; scale in px per point.
struct Viewport {
    base::Point origin;
    double scale = 1;
    base::Size screen;  ///< px

    [[nodiscard]] base::Point screen_from_scene(base::Point p) const { return (p - origin) * scale; }
    [[nodiscard]] base::Point scene_from_screen(base::Point p) const { return p * (1 / scale) + origin; }
    [[nodiscard]] base::Rect visible() const {
        return base::Rect::at(origin, {screen.width / scale, screen.height / scale});
    }
    /// Shows all of `area`, centred, with `margin` px on each side.
    static Viewport fitted(const base::Rect& area, base::Size screen, double margin);
    /// Scaled by `factor` with the scene point under `fixed_px` staying there.
    [[nodiscard]] Viewport zoomed(double factor, base::Point fixed_px) const;
    bool operator==(const Viewport&) const = default;
};

}  // namespace shezhire::scene
