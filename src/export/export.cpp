#include "export/export.h"

#include <fmt/format.h>

#include <cmath>

#include "base/file.h"
#include "cairo/cairo.h"
#include "export/dot.h"
#include "export/json.h"
#include "export/sheet.h"

namespace shezhire::exporting {
namespace {

using Bytes = base::Result<std::string>;

auto cancelled() {
    return base::failure("export.cancelled", "the export was cancelled");
}

Bytes to_pdf(const scene::Scene& scene, const text::Typesetter& typesetter, Page page) {
    const auto sheet = sheet_for(page, scene.size, ink_of(scene));
    return cairo::to_pdf({{&scene, sheet.size, sheet.area, scene.title}}, typesetter,
                         {scene.title, "", scene.description, ""});
}

Bytes to_png(const scene::Scene& scene, const text::Typesetter& typesetter, const Options& options,
             const std::stop_token& stop) {
    constexpr double points_per_inch = 72;
    const double scale = options.scale.value_or(options.dpi / points_per_inch);
    if (!std::isfinite(scale) || scale <= 0) {
        return base::failure("export.bad-scale", fmt::format("{} is no scale for a picture", scale));
    }
    const base::Size screen{std::ceil(scene.size.width * scale), std::ceil(scene.size.height * scale)};
    const auto image = cairo::to_image(scene, {{0, 0}, scale, screen}, typesetter);
    if (!image) return base::failure(image.error());
    if (stop.stop_requested()) return cancelled();
    return cairo::to_png(*image, scale * points_per_inch, scene.title, scene.description);
}

Bytes written(const scene::Scene& scene, const text::Typesetter& typesetter, const Options& options,
              const Joins& joins, const std::stop_token& stop) {
    switch (options.format) {
        case Format::svg:
            return paint::to_svg(scene, typesetter, {options.svg_text, true});
        case Format::pdf:
            return to_pdf(scene, typesetter, options.page);
        case Format::png:
            return to_png(scene, typesetter, options, stop);
        case Format::json:
            return to_json(scene, typesetter);
        case Format::csv:
        case Format::tsv:
            return base::failure("export.unsupported", "a picture has no rows; a table has");
        case Format::dot:
            break;
    }
    return to_dot(scene, joins, typesetter);
}

}  // namespace

Bytes to_bytes(const scene::Scene& scene, const text::Typesetter& typesetter, const Options& options,
               const Joins& joins, std::stop_token stop) {
    if (stop.stop_requested()) return cancelled();
    if (!options.area) {
        auto bytes = written(scene, typesetter, options, joins, stop);
        if (stop.stop_requested()) return cancelled();
        return bytes;
    }
    const auto& area = *options.area;
    const bool has_extent =
        std::isfinite(area.width()) && std::isfinite(area.height()) && area.width() > 0 && area.height() > 0;
    if (!has_extent) return base::failure("export.nothing", "the part to be exported has no extent");
    auto whole = options;
    whole.area.reset();
    return to_bytes(cropped(scene, area), typesetter, whole, joins, std::move(stop));
}

base::Status to_file(const std::filesystem::path& path, const scene::Scene& scene,
                     const text::Typesetter& typesetter, const Options& options, const Joins& joins,
                     std::stop_token stop) {
    const auto bytes = to_bytes(scene, typesetter, options, joins, std::move(stop));
    if (!bytes) return base::failure(bytes.error());
    return base::write_file_atomically(path, *bytes);
}

}  // namespace shezhire::exporting
