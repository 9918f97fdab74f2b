// Small hand-made scenes for the tests of painters and exports.
#pragma once

#include <string>
#include <string_view>

#include "scene/scene.h"
#include "text/typesetter.h"

namespace shezhire::test {

/// A rectangle with round corners; radius 0 gives a plain one.
scene::PathShape box_path(base::Rect box, double radius, base::Colour fill, scene::Stroke stroke = {});

/// A node with a filled box and a label set within it; its origin is the box's top left.
scene::Element node(const text::Typesetter& typesetter, std::string key, base::Rect box,
                    std::string_view label, std::string lang = "en");

/// A curve from one point to the other, down and across.
scene::Element edge(std::string key, base::Point from, base::Point to, scene::Dash dash = scene::Dash::solid);

/// A federation with two sections and a badge: labels in Latin, Cyrillic, Arabic and Chinese, one dashed
/// edge, one link.
scene::Scene small_scene(const text::Typesetter& typesetter);

/// One node for each label, in a column, with the label as key, title, description and kind too.
scene::Scene hostile_scene(const text::Typesetter& typesetter);

/// `count` nodes on a grid, each with an edge to the one before.
scene::Scene large_scene(const text::Typesetter& typesetter, int count);

}  // namespace shezhire::test
