#include "cairo/freetype.h"

namespace shezhire::cairo {
void CloseFace::operator()(FT_FaceRec_* face) const {
    auto* library = static_cast<FT_Library>(face->generic.data);
    FT_Done_Face(face);
    FT_Done_FreeType(library);
}

FacePtr open_face(const text::Font& font) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return nullptr;
    FT_Face face = nullptr;
    if (FT_New_Face(library, font.file.c_str(), font.index, &face) != 0) {
        FT_Done_FreeType(library);
        return nullptr;
    }
    face->generic.data = library;
    return FacePtr(face);
}

}  // namespace shezhire::cairo
