// Font files opened by FreeType. Each face has a library of its own: Cairo keeps faces for a while in a cache
// that all threads share, and FreeType's rule is that one library is for one thread at a time.
#pragma once

#include <ft2build.h>

#include <freetype/freetype.h>

#include <memory>

#include "text/typesetter.h"

namespace shezhire::cairo {

struct CloseFace {
    void operator()(FT_FaceRec_*) const;
};
using FacePtr = std::unique_ptr<FT_FaceRec_, CloseFace>;

/// nullptr where the file cannot be read or is no font.
FacePtr open_face(const text::Font&);

}  // namespace shezhire::cairo
