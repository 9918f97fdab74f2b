// What stands around the picture: the heading with the date in words, and the legend of what is shown,
// nothing else.
#pragma once

#include <string>
#include <vector>

#include "graph/chronology.h"
#include "graph/graph.h"
#include "model/model.h"
#include "scene/elements.h"
#include "scene/scene.h"
#include "scene/structure.h"
#include "scene/words.h"

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

/// "IFLA" and, if it says more, "International Federation of …"; of several roots the data's own title. May
/// be empty.
struct Heading {
    std::string strong;
    std::string plain;
};
Heading heading_of(const graph::Graph& graph, const model::Model& model, const StructureStyle& style);

/// Whose history it is: the one body's name, or the one file's title; else empty.
std::string subject_of(const graph::Chronology& chronology, const model::Model& model, WordLang lang);

/// For metadata: "IFLA. Structure as of August 2005. 69 bodies".
std::string title_in_words(const Drawing&);

}  // namespace shezhire::scene
