// The typesetter's font ids as Cairo font faces, opened once for each output.
#pragma once

#include <cairo.h>

#include <map>
#include <string>

#include "cairo/owned.h"
#include "text/typesetter.h"

namespace shezhire::cairo {

class FontFaces {
  public:
    explicit FontFaces(const text::Typesetter& typesetter) : typesetter_(typesetter) {}

    /// nullptr where the file cannot be read; `unreadable` then names it.
    cairo_font_face_t* face(text::FontId);
    [[nodiscard]] const std::string& unreadable() const { return unreadable_; }

  private:
    const text::Typesetter& typesetter_;
    std::map<text::FontId, FontFacePtr> faces_;
    std::string unreadable_;
};

}  // namespace shezhire::cairo
