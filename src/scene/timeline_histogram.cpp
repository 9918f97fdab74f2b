// Foundings per decade beneath the lanes, on the same scale, stacked by region: per century from far, per
// year from near.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "scene/elements.h"
#include "scene/shapes.h"
#include "scene/time_words.h"
#include "scene/timeline_state.h"
#include "scene/timeline_words.h"

namespace shezhire::scene {
namespace {

constexpr double caption_height = 12;

struct Column {
    double from;  ///< points
    double to;
    std::int64_t year;
    std::vector<std::uint32_t> counts;  ///< by region, none last
    std::uint32_t all = 0;
};

std::int64_t years_a_column(const Sheet& sheet) {
    const double points_a_year = sheet.scale.points_per_day() * 365.2425;
    if (points_a_year * 10 < 5) return 100;
    return points_a_year > 26 ? 1 : 10;
}

std::vector<Column> columns_of(const Sheet& sheet, std::int64_t years) {
    const auto& chronology = *sheet.state.chronology;
    const auto& window = sheet.scale.window();
    std::map<std::int64_t, Column> columns;
    const auto first = std::lower_bound(
        chronology.foundings.begin(), chronology.foundings.end(), window.first - 36'600.0 * 2,
        [](const graph::Founding& f, double day) { return static_cast<double>(f.day) < day; });
    for (auto at = first; at != chronology.foundings.end() && static_cast<double>(at->day) < window.last;
         ++at) {
        const auto year = edtf::civil_from_day(at->day).year;
        const auto begin = year - ((year % years) + years) % years;
        auto [found, fresh] = columns.try_emplace(begin);
        auto& column = found->second;
        if (fresh) {
            column.year = begin;
            column.from = sheet.scale.x(static_cast<double>(edtf::day_from_civil({begin, 1, 1})));
            column.to = sheet.scale.x(static_cast<double>(edtf::day_from_civil({begin + years, 1, 1})));
            column.counts.assign(chronology.regions.size() + 1, 0);
        }
        ++column.counts[std::min<std::size_t>(at->region, chronology.regions.size())];
        ++column.all;
    }
    std::vector<Column> found;
    for (auto& [year, column] : columns) {
        if (column.to <= sheet.frame.histogram.left || column.from >= sheet.frame.histogram.right) continue;
        found.push_back(std::move(column));
    }
    return found;
}

base::Colour colour_of(const Sheet& sheet, std::size_t region) {
    const auto& state = sheet.state;
    const auto& regions = state.chronology->regions;
    if (region < regions.size())
        return base::mixed(state.look(regions[region]).outline, state.theme.paper, 0.2);
    return base::mixed(state.theme.paper, state.theme.quiet_line, regions.empty() ? 0.75 : 0.5);
}

std::string region_name(const Sheet& sheet, std::size_t region) {
    const auto& regions = sheet.state.chronology->regions;
    if (region < regions.size())
        return kind_name(*sheet.state.model, regions[region], sheet.state.style.lang);
    return std::string(word(sheet.state.words(), TimelineWord::no_region));
}

std::string in_words(const Sheet& sheet, const Column& column, std::int64_t years) {
    const auto lang = sheet.state.words();
    auto text = year_in_words(lang, column.year);
    if (years > 1) text += "–" + year_in_words(lang, column.year + years - 1);
    return text + ": " + number_of(sheet.state.words(), column.all);
}

Element column_element(const Sheet& sheet, const Column& column, std::int64_t years, double points_each) {
    const auto& box = sheet.frame.histogram;
    Element element;
    element.key = fmt::format("#foundings-{}", column.year);
    element.role = Role::event;
    element.title = in_words(sheet, column, years);
    const double from = std::max(column.from + 0.6, box.left);
    const double to = std::min(column.to - 0.6, box.right);
    double y = box.bottom;
    for (std::size_t region = 0; region < column.counts.size(); ++region) {
        if (column.counts[region] == 0) continue;
        const double height = column.counts[region] * points_each;
        element.paths.push_back(
            bar({from, y - height, std::max(to, from + 0.4), y}, colour_of(sheet, region)));
        y -= height;
        if (!sheet.state.chronology->regions.empty()) {
            element.description +=
                fmt::format("{}{} {}", element.description.empty() ? "" : ", ", region_name(sheet, region),
                            number_of(sheet.state.words(), column.counts[region]));
        }
    }
    const auto set =
        sheet.state.set(number_of(sheet.state.words(), column.all), "", timeline_type::count, false);
    if (set->size.width <= to - from && y - set->size.height >= box.top + caption_height - 3) {
        element.texts.push_back({set,
                                 {(from + to - set->size.width) / 2, y - set->size.height},
                                 sheet.state.theme.quiet_ink,
                                 {}});
    }
    fit_box(element);
    return element;
}

void add_caption(const Sheet& sheet, std::int64_t years, TimelineContent& content) {
    const auto& state = sheet.state;
    const auto& box = sheet.frame.histogram;
    Element caption;
    caption.key = caption.owner = "#foundings";
    caption.role = Role::legend;
    const auto which = years == 1    ? TimelineWord::foundings_per_year
                       : years == 10 ? TimelineWord::foundings_per_decade
                                     : TimelineWord::foundings_per_century;
    const auto set =
        state.set(std::string(word(state.words(), which)), state.style.lang, timeline_type::event, true);
    caption.texts.push_back({set, box.top_left(), state.theme.ink, {}});
    double x = box.left + set->size.width + 12;
    const std::size_t regions = state.chronology->regions.empty() ? 0 : state.chronology->regions.size() + 1;
    for (std::size_t region = 0; region < regions; ++region) {
        const auto name =
            state.set(region_name(sheet, region), state.style.lang, timeline_type::event, false);
        if (x + 10 + name->size.width > box.right) break;
        const double middle = box.top + name->size.height / 2;
        caption.paths.push_back(bar({x, middle - 3, x + 6, middle + 3}, colour_of(sheet, region)));
        caption.texts.push_back({name, {x + 9, box.top}, state.theme.quiet_ink, {}});
        x += 9 + name->size.width + 10;
    }
    caption.paths.push_back(
        bar({box.left, box.bottom - 0.3, box.right, box.bottom + 0.3}, state.theme.quiet_line));
    fit_box(caption);
    content.front.push_back(std::move(caption));
}

}  // namespace

void add_histogram(const Sheet& sheet, TimelineContent& content) {
    const auto& box = sheet.frame.histogram;
    if (box.height() <= 0) return;
    const auto years = years_a_column(sheet);
    const auto columns = columns_of(sheet, years);
    std::uint32_t most = 1;
    for (const auto& column : columns) most = std::max(most, column.all);
    const double points_each = std::min((box.height() - caption_height - 8) / most, 6.0);
    add_caption(sheet, years, content);
    for (const auto& column : columns)
        content.front.push_back(column_element(sheet, column, years, points_each));
}

}  // namespace shezhire::scene
