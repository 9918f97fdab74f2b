#include "cairo/font_faces.h"

#include <cairo-ft.h>

#include "cairo/freetype.h"

namespace shezhire::cairo {
namespace {

const cairo_user_data_key_t face_key{};

void close_face(void* face) {
    CloseFace{}(static_cast<FT_FaceRec_*>(face));
}

FontFacePtr open_for_cairo(const text::Font& font) {
    auto file = open_face(font);
    if (!file) return nullptr;
    FontFacePtr face(
        cairo_ft_font_face_create_for_ft_face(file.get(), FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP));
    // Cairo may need the file longer than we do, so it closes it.
    if (cairo_font_face_set_user_data(face.get(), &face_key, file.get(), &close_face) !=
        CAIRO_STATUS_SUCCESS) {
        return nullptr;
    }
    static_cast<void>(file.release());
    unsigned synthetic = 0;
    if (font.synthetic_bold) synthetic |= CAIRO_FT_SYNTHESIZE_BOLD;
    if (font.synthetic_italic) synthetic |= CAIRO_FT_SYNTHESIZE_OBLIQUE;
    if (synthetic != 0) cairo_ft_font_face_set_synthesize(face.get(), synthetic);
    return face;
}

}  // namespace

cairo_font_face_t* FontFaces::face(text::FontId id) {
    const auto known = faces_.find(id);
    if (known != faces_.end()) return known->second.get();
    const auto font = typesetter_.font(id);
    auto& face = faces_[id];
    face = open_for_cairo(font);
    if (!face && unreadable_.empty()) unreadable_ = font.file;
    return face.get();
}

}  // namespace shezhire::cairo
