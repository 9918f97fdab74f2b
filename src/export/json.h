// The scene as JSON, for programs that want to draw or count what is on the picture. Its shape is
// docs/scene-json.md.
#pragma once

#include <string>

#include "scene/scene.h"
#include "text/typesetter.h"

namespace shezhire::exporting {

std::string to_json(const scene::Scene& scene, const text::Typesetter& typesetter);

}  // namespace shezhire::exporting
