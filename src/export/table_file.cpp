// Tables to files: as text, or drawn on sheets.
#include <algorithm>

#include "base/file.h"
#include "cairo/cairo.h"
#include "export/csv.h"
#include "export/export.h"
#include "export/sheet.h"
#include "export/table_text.h"
#include "scene/table_scene.h"

namespace shezhire::exporting {
namespace {

auto given_up() {
    return base::failure("export.cancelled", "the export was cancelled");
}

base::Result<std::string> sheets_to_pdf(const std::vector<scene::Scene>& scenes,
                                        const text::Typesetter& typesetter) {
    std::vector<cairo::PdfPage> pages;
    for (const auto& scene : scenes) {
        const bool first = pages.empty();
        pages.push_back(
            {&scene, scene.size, base::Rect::at({}, scene.size), first ? scene.title : std::string()});
    }
    return cairo::to_pdf(pages, typesetter, {scenes.front().title, "", scenes.front().description, ""});
}

}  // namespace

base::Result<std::string> to_bytes(const scene::Table& table, const TableLook& look,
                                   const text::Typesetter& typesetter, const Options& options,
                                   std::stop_token stop) {
    if (stop.stop_requested()) return given_up();
    switch (options.format) {
        case Format::csv:
            return to_csv(table);
        case Format::tsv:
            return to_tsv(table);
        case Format::dot:
            return to_dot(table);
        case Format::json:
            return to_json(table);
        case Format::svg:
        case Format::png:
        case Format::pdf:
            break;
    }
    const bool pages = options.format == Format::pdf;
    const scene::TableStyle style{look.title, pages ? paper_of(options.page) : base::Size{}};
    const auto scenes = scene::table_scenes(table, look.model, look.theme, style, typesetter);
    if (stop.stop_requested()) return given_up();
    if (pages) return sheets_to_pdf(scenes, typesetter);
    auto whole = options;
    whole.area.reset();
    return to_bytes(scenes.front(), typesetter, whole, {}, std::move(stop));
}

base::Status to_file(const std::filesystem::path& path, const scene::Table& table, const TableLook& look,
                     const text::Typesetter& typesetter, const Options& options, std::stop_token stop) {
    auto bytes = to_bytes(table, look, typesetter, options, std::move(stop));
    if (!bytes) return base::failure(bytes.error());
    // Without the mark Excel, on a double click, takes the file to be in the system's old encoding.
    if (options.format == Format::csv) bytes->insert(0, "\uFEFF");
    return base::write_file_atomically(path, *bytes);
}

}  // namespace shezhire::exporting
