#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <new>

#include "base/utf8.h"
#include "cairo/cairo.h"
#include "cairo/owned.h"
#include "cairo/painter.h"

namespace shezhire::cairo {
namespace {

/// Acrobat and others refuse larger pages (PDF 32000-1, annex C: 14,400 units); vectors lose nothing by being
/// smaller.
constexpr double largest_page = 14400;

/// No clock: a file follows from its content alone. An empty date leaves the entry out, which is optional.
constexpr const char* no_date = "";
constexpr const char* document_tag = "Document";
constexpr const char* section_tag = "Sect";

cairo_status_t append(void* target, const unsigned char* bytes, unsigned count) noexcept {
    try {
        static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), count);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::bad_alloc&) {
        return CAIRO_STATUS_NO_MEMORY;
    }
}

void set_metadata(cairo_surface_t* pdf, cairo_pdf_metadata_t what, std::string_view text) {
    const auto clean = base::cleaned(text);
    if (!clean.empty()) cairo_pdf_surface_set_metadata(pdf, what, clean.c_str());
}

void describe(cairo_surface_t* pdf, const std::vector<PdfPage>& pages, const PdfInfo& info) {
    const scene::Scene* first = pages.front().scene;
    set_metadata(pdf, CAIRO_PDF_METADATA_TITLE,
                 info.title.empty() && first != nullptr ? first->title : info.title);
    set_metadata(pdf, CAIRO_PDF_METADATA_AUTHOR, info.author);
    set_metadata(pdf, CAIRO_PDF_METADATA_SUBJECT,
                 info.subject.empty() && first != nullptr ? first->description : info.subject);
    set_metadata(pdf, CAIRO_PDF_METADATA_KEYWORDS, info.keywords);
    set_metadata(pdf, CAIRO_PDF_METADATA_CREATOR, "Shezhire");
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, no_date);
}

bool is_possible(const PdfPage& page) {
    const auto positive = [](base::Size s) {
        return s.width > 0 && s.height > 0 && std::isfinite(s.width) && std::isfinite(s.height);
    };
    const base::Rect& area = page.area;
    return positive(page.size) && std::isfinite(area.left) && std::isfinite(area.top) &&
           positive(area.size());
}

void draw_scene(cairo_t* cairo, FontFaces& faces, const PdfPage& page) {
    const scene::Scene& scene = *page.scene;
    const double scale =
        std::min(page.area.width() / scene.size.width, page.area.height() / scene.size.height);
    if (!(scale > 0) || !std::isfinite(scale)) return;
    const base::Point corner =
        page.area.centre() - base::Point{scene.size.width, scene.size.height} * (scale / 2);
    cairo_translate(cairo, corner.x, corner.y);
    cairo_scale(cairo, scale, scale);
    // A crop ends where its part of the picture ends, not in the sheet's margin.
    cairo_rectangle(cairo, 0, 0, scene.size.width, scene.size.height);
    cairo_clip(cairo);
    CairoPainter painter(cairo, faces, Glyphs::text);
    paint::play_whole(scene, painter);
}

/// Cairo 1.16 forgets what was recorded, opened tags too, when an opaque shape then covers a whole page
/// without a clip; a clip that is narrower by less than any printer's dot keeps it from doing so.
void clip_within(cairo_t* cairo, base::Size page) {
    constexpr double hair = 1.0 / 64;
    cairo_rectangle(cairo, hair, hair, page.width - 2 * hair, page.height - 2 * hair);
    cairo_clip(cairo);
}

/// The sheet around the scene too: a dark picture has no white frame.
void draw_sheet(cairo_t* cairo, FontFaces& faces, const PdfPage& page) {
    if (page.scene != nullptr) {
        CairoPainter(cairo, faces, Glyphs::text).background(page.scene->background, page.size);
    }
    clip_within(cairo, page.size);
}

void start_page(cairo_surface_t* pdf, const PdfPage& page, double shrink, std::size_t number) {
    cairo_pdf_surface_set_size(pdf, page.size.width * shrink, page.size.height * shrink);
    const auto entry = base::cleaned(page.outline);
    if (entry.empty()) return;
    const auto place = fmt::format("page={} pos=[0 0]", number);
    cairo_pdf_surface_add_outline(pdf, CAIRO_PDF_OUTLINE_ROOT, entry.c_str(), place.c_str(),
                                  static_cast<cairo_pdf_outline_flags_t>(0));
}

void draw_pages(cairo_surface_t* pdf, cairo_t* cairo, FontFaces& faces, const std::vector<PdfPage>& pages) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const PdfPage& page = pages[i];
        const double shrink = std::min(1.0, largest_page / std::max(page.size.width, page.size.height));
        start_page(pdf, page, shrink, i + 1);
        cairo_save(cairo);
        cairo_scale(cairo, shrink, shrink);
        draw_sheet(cairo, faces, page);
        if (i == 0) cairo_tag_begin(cairo, document_tag, nullptr);
        cairo_tag_begin(cairo, section_tag, nullptr);
        if (page.scene != nullptr) draw_scene(cairo, faces, page);
        cairo_tag_end(cairo, section_tag);
        if (i + 1 == pages.size()) cairo_tag_end(cairo, document_tag);
        cairo_restore(cairo);
        cairo_show_page(cairo);
    }
}

}  // namespace

base::Result<std::string> to_pdf(const std::vector<PdfPage>& pages, const text::Typesetter& typesetter,
                                 const PdfInfo& info) {
    if (pages.empty()) return base::failure("pdf.failed", "a PDF needs at least one page");
    if (!std::all_of(pages.begin(), pages.end(), is_possible)) {
        return base::failure("pdf.failed", "a page of the PDF has no possible size");
    }
    std::string bytes;
    const SurfacePtr pdf(cairo_pdf_surface_create_for_stream(&append, &bytes, pages.front().size.width,
                                                             pages.front().size.height));
    describe(pdf.get(), pages, info);
    FontFaces faces(typesetter);
    const ContextPtr cairo(cairo_create(pdf.get()));
    draw_pages(pdf.get(), cairo.get(), faces, pages);
    cairo_surface_finish(pdf.get());
    for (const auto status : {cairo_status(cairo.get()), cairo_surface_status(pdf.get())}) {
        if (status == CAIRO_STATUS_SUCCESS) continue;
        return base::failure("pdf.failed",
                             fmt::format("the PDF could not be made: {}", cairo_status_to_string(status)));
    }
    if (!faces.unreadable().empty()) {
        return base::failure("pdf.failed", fmt::format("the font file “{}” cannot be read",
                                                       base::visible(faces.unreadable())));
    }
    return bytes;
}

}  // namespace shezhire::cairo
