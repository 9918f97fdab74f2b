// HarfBuzz objects with an owner. Private to this room.
#pragma once

#include <hb.h>

#include <memory>

#include "text/typesetter.h"

namespace shezhire::paint::hb {

template <auto destroy>
struct Release {
    template <class T>
    void operator()(T* object) const {
        destroy(object);
    }
};

using Blob = std::unique_ptr<hb_blob_t, Release<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Release<hb_face_destroy>>;
using FontPtr = std::unique_ptr<hb_font_t, Release<hb_font_destroy>>;

/// The face of a font file; null when the file cannot be read or holds no such face.
inline Face open(const text::Font& font) {
    const Blob blob(hb_blob_create_from_file_or_fail(font.file.c_str()));
    if (!blob || font.index < 0) return nullptr;
    const auto index = static_cast<unsigned>(font.index) & 0xFFFFU;  // the upper half names a variation
    if (index >= hb_face_count(blob.get())) return nullptr;
    return Face(hb_face_create(blob.get(), index));
}

}  // namespace shezhire::paint::hb
