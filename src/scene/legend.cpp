#include "scene/legend.h"

#include <algorithm>
#include <array>

#include "scene/shapes.h"

namespace shezhire::scene {
namespace {

using base::Point;

constexpr double entry_gap = 14;
constexpr double row_height = 15;

}  // namespace

LegendEntry line_entry(base::Colour colour, double width, Dash dash, std::string_view label) {
    LegendEntry entry;
    const std::array<Point, 2> points{Point{0, swatch_height / 2},
                                      Point{swatch_width + 3, swatch_height / 2}};
    entry.swatch.push_back(rounded_line(points, 0, {colour, width, dash}));
    entry.label = label;
    return entry;
}

Furniture lay_legend(std::vector<LegendEntry> entries, const Theme& theme, const std::string& lang,
                     const text::Typesetter& typesetter, double width) {
    Furniture out;
    out.element.key = "#legend";
    out.element.owner = "#legend";
    out.element.role = Role::legend;
    const text::Style plain{type_scale::small, text::Weight::regular, false};
    const text::Style bold{type_scale::small, text::Weight::bold, false};
    struct Set {
        LegendEntry entry;
        text::SetTextPtr label;
        text::SetTextPtr count;
        double swatch = 0;
        double width = 0;
    };
    std::vector<Set> sets;
    double widest = 0;
    for (auto& entry : entries) {
        Set set;
        set.label = typesetter.set({entry.label, lang, {plain.size, plain.weight, entry.italic}, 0, 1, {}});
        set.count = typesetter.set({entry.count, "", bold, 0, 1, {}});
        set.swatch = entry.swatch.empty() ? 0 : swatch_width + 6;
        set.width =
            set.swatch + set.label->size.width + (entry.count.empty() ? 0 : 4 + set.count->size.width);
        set.entry = std::move(entry);
        widest = std::max(widest, set.width);
        sets.push_back(std::move(set));
    }
    const auto rows_at = [&](double limit) {
        int rows = 1;
        double x = 0;
        for (const auto& set : sets) {
            if (x > 0 && x + set.width > limit) {
                ++rows;
                x = 0;
            }
            x += set.width + entry_gap;
        }
        return rows;
    };
    // Rows of like width: the narrowest that needs no further row.
    const int rows = rows_at(width);
    while (width - 8 > widest && rows_at(width - 8) == rows) width -= 8;
    double x = 0;
    double y = 0;
    for (auto& set : sets) {
        if (x > 0 && x + set.width > width) {
            x = 0;
            y += row_height;
        }
        for (PathShape& shape : set.entry.swatch) {
            for (Point& p : shape.points) p = p + Point{x, y + 1};
            shape.detail.min_scale = 0.3F;
            out.element.paths.push_back(std::move(shape));
        }
        const double text_y = y + 1 + (swatch_height - set.label->size.height) / 2;
        const Detail readable{static_cast<float>(5.0 / plain.size), 1e9F};
        out.element.texts.push_back({set.label, {x + set.swatch, text_y}, theme.quiet_ink, readable});
        if (!set.entry.count.empty()) {
            const double count_x = x + set.swatch + set.label->size.width + 4;
            out.element.texts.push_back({set.count, {count_x, text_y}, theme.ink, readable});
        }
        out.size.width = std::max(out.size.width, x + set.width);
        out.element.description += (out.element.description.empty() ? "" : ", ") + set.entry.label +
                                   (set.entry.count.empty() ? "" : " " + set.entry.count);
        x += set.width + entry_gap;
        out.size.height = y + row_height;
    }
    return out;
}

}  // namespace shezhire::scene
