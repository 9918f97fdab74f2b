// What stands around the picture: the heading with the date in words, and the legend of what is shown,
// nothing else.
#pragma once

#include <string>
#include <vector>

#include "graph/graph.h"
#include "model/model.h"
#include "scene/elements.h"
#include "scene/scene.h"

namespace shezhire::scene {

/// An element laid out from (0, 0); to be moved into place.
struct Furniture {
    Element element;
    base::Size size;
};

/// Heading of at most `width` points.
Furniture make_title(const Drawing&, const text::Typesetter& typesetter, double width);

/// Kinds with their counts, and the line styles that occur, in rows of at most `width` points; of a
/// comparison what became of bodies before that.
Furniture make_legend(const Drawing&, const text::Typesetter& typesetter, double width);

/// The name of a kind in the program's language; "other" where the data has none.
std::string kind_name(const model::Model& model, const std::string& kind, const std::string& lang);

/// For metadata: "IFLA. Structure as of August 2005. 69 bodies".
std::string title_in_words(const Drawing&);

}  // namespace shezhire::scene
