// Cairo's objects with an owner each.
#pragma once

#include <cairo.h>

#include <memory>

namespace shezhire::cairo {

struct Destroy {
    void operator()(cairo_t* it) const { cairo_destroy(it); }
    void operator()(cairo_surface_t* it) const { cairo_surface_destroy(it); }
    void operator()(cairo_font_face_t* it) const { cairo_font_face_destroy(it); }
    void operator()(cairo_font_options_t* it) const { cairo_font_options_destroy(it); }
};

using ContextPtr = std::unique_ptr<cairo_t, Destroy>;
using SurfacePtr = std::unique_ptr<cairo_surface_t, Destroy>;
using FontFacePtr = std::unique_ptr<cairo_font_face_t, Destroy>;
using FontOptionsPtr = std::unique_ptr<cairo_font_options_t, Destroy>;

}  // namespace shezhire::cairo
