// An input as a Scene whose boxes, labels and lines are made as those of real structures are, levels of
// detail included.
#pragma once

#include "input.h"
#include "scene/scene.h"
#include "text/typesetter.h"

namespace bench {

shezhire::scene::Scene scene_of(const Input& input, const shezhire::text::Typesetter& typesetter);

}  // namespace bench
