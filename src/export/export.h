// Scenes to files: SVG, PDF, PNG, DOT with positions, JSON of the scene; tables in the same formats and as
// CSV and TSV. Bytes first, then one atomic write.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "paint/svg.h"
#include "scene/scene.h"
#include "scene/table.h"
#include "scene/theme.h"
#include "text/typesetter.h"

namespace shezhire::exporting {

enum class Format : std::uint8_t { svg, pdf, png, dot, json, csv, tsv };
/// CSV and TSV hold rows, whatever the view.
inline bool is_for_tables(Format format) {
    return format == Format::csv || format == Format::tsv;
}
std::string_view to_text(Format);
/// From a name ("svg") or a file's ending (".svg").
std::optional<Format> format_from(std::string_view);

/// Page of a PDF: the scene's own size, or a sheet on which it is fitted (turned to landscape when it is
/// wide).
enum class Page : std::uint8_t { scene, a4, a3, wide };  ///< wide = 16:9, 13.333 x 7.5 in
std::optional<Page> page_from(std::string_view);
std::string_view to_text(Page);

struct Options {
    Format format = Format::svg;
    Page page = Page::scene;
    double dpi = 144;             ///< png
    std::optional<double> scale;  ///< png: px per point; beats dpi
    paint::SvgText svg_text = paint::SvgText::live;
    std::optional<base::Rect> area;  ///< only this part ("this view", "selection"); else the whole
};

/// What DOT wants besides the scene: which nodes an edge joins, by keys of elements. An edge may join
/// several.
struct Join {
    std::string edge;
    std::string from;
    std::string to;
    bool operator==(const Join&) const = default;
};
using Joins = std::vector<Join>;

/// Errors: export.cancelled, export.nothing (an area without extent), export.bad-scale, png.too-large,
/// pdf.failed, export.unsupported (csv and tsv).
base::Result<std::string> to_bytes(const scene::Scene&, const text::Typesetter&, const Options&,
                                   const Joins& joins = {}, std::stop_token stop = {});
/// to_bytes, then base::write_file_atomically.
base::Status to_file(const std::filesystem::path&, const scene::Scene&, const text::Typesetter&,
                     const Options&, const Joins& joins = {}, std::stop_token stop = {});

/// How a table is drawn where it is drawn.
struct TableLook {
    const model::Model& model;  ///< knows the marks of kinds
    const scene::Theme& theme;
    bool title = true;
};

/// All rows and columns: choose before (scene::chosen). A PDF has pages of the sheet asked for, cut between
/// rows. CSV, TSV, DOT (a table as its one node) and JSON (docs/table.md) hold what the cells say.
/// Errors as above.
base::Result<std::string> to_bytes(const scene::Table&, const TableLook&, const text::Typesetter&,
                                   const Options&, std::stop_token stop = {});
base::Status to_file(const std::filesystem::path&, const scene::Table&, const TableLook&,
                     const text::Typesetter&, const Options&, std::stop_token stop = {});

}  // namespace shezhire::exporting
