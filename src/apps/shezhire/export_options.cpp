#include "export_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/utf8.h"

namespace shezhire::cli {
namespace {

using Fault = std::optional<base::Error>;

base::Error wrong(std::string_view option, const std::string& value, std::string_view takes) {
    return {"use.value", fmt::format("{}: “{}” is none of: {}", option, base::visible(value), takes)};
}

/// Sets `target` from a word by its own reader; else says what the option takes.
template <class T, class Read>
Fault read(std::string_view option, const std::string& word, Read&& from, std::string_view takes, T& target) {
    const auto value = from(word);
    if (!value) return wrong(option, word, takes);
    target = *value;
    return std::nullopt;
}

std::optional<graph::Certainty> certainty_from(std::string_view word) {
    if (word == "all") return graph::Certainty::all;
    if (word == "likely") return graph::Certainty::likely;
    if (word == "certain") return graph::Certainty::certain;
    return std::nullopt;
}

std::optional<paint::SvgText> svg_text_from(std::string_view word) {
    if (word == "live") return paint::SvgText::live;
    if (word == "outline") return paint::SvgText::outline;
    return std::nullopt;
}

/// Sheets as `--page` names them, in any case: A4, a4.
std::optional<exporting::Page> sheet_from(std::string word) {
    for (auto& c : word) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    if (word == "16:9") return exporting::Page::wide;
    return exporting::page_from(word);
}

bool is_between(double value, double least, double most) {
    return std::isfinite(value) && value >= least && value <= most;
}

Fault read_view(const ExportWords& words, ExportOrder& order) {
    if (words.table || words.view == "table") order.table.emplace();
    if (words.view == "structure" || words.view == "table") return std::nullopt;
    if (words.view == "timeline") {
        order.timeline.emplace();
        return std::nullopt;
    }
    if (words.view != "compare") return wrong("--view", words.view, "structure, timeline, compare, table");
    if (!words.as_of || words.to.empty())
        return base::Error{"use.date", "--view compare takes two dates: --as-of DATE --to DATE"};
    return std::nullopt;
}

/// Which columns there are is known when the table is: export.cpp says what it does not have.
Fault read_table(const ExportWords& words, ExportOrder& order) {
    if (exporting::is_for_tables(order.options.format) && !order.table) order.table.emplace();
    if (!order.table) {
        if (words.columns.empty() && words.sort.empty()) return std::nullopt;
        return base::Error{"use.table",
                           fmt::format("{} is for tables: --table, --view table, or a file that ends in .csv",
                                       words.columns.empty() ? "--sort" : "--columns")};
    }
    order.table->columns = words.columns;
    const auto colon = words.sort.rfind(':');
    order.table->sort = words.sort.substr(0, colon);
    if (colon != std::string::npos) {
        const auto way = words.sort.substr(colon + 1);
        if (way != "asc" && way != "desc") return wrong("--sort", words.sort, "COLUMN, COLUMN:desc");
        order.table->descending = way == "desc";
    }
    // A page long enough for everything can be asked for; nobody means it.
    if (words.page.empty() && order.options.format == exporting::Format::pdf)
        order.options.page = exporting::Page::a4;
    return std::nullopt;
}

/// One end of the timeline's window.
Fault read_end(std::string_view option, const std::string& word, bool last, std::optional<edtf::Day>& day) {
    if (word.empty()) return std::nullopt;
    const auto when = read_when(word);
    if (!when) return base::Error{"use.date", fmt::format("{}: {}", option, when.error().sentence)};
    const auto found = last ? when->end_bounds().latest : when->start_bounds().earliest;
    if (found <= edtf::beginning_of_time || found >= edtf::end_of_time)
        return base::Error{"use.date", fmt::format("{}: “{}” has no such end", option, base::visible(word))};
    day = found;
    return std::nullopt;
}

Fault read_timeline(const ExportWords& words, ExportOrder& order) {
    if (!order.timeline) return std::nullopt;
    auto& timeline = *order.timeline;
    auto& question = timeline.question;
    question.roots = words.roots;
    question.filter = order.question.filter;
    question.languages = words.languages;
    question.lateral = !words.no_lateral;
    question.folded = order.question.folded;
    question.unfolded = {words.unfolded.begin(), words.unfolded.end()};
    if (auto fault = read("--lanes", words.lanes, graph::grouping_from, "none, kind, country, region, parent",
                          question.grouping)) {
        return fault;
    }
    for (const auto& row : words.with) {
        if (row == "offices") {
            question.rows.offices = true;
        } else if (row == "seats") {
            question.rows.seats = true;
        } else if (row == "figures") {
            question.rows.figures = true;
        } else {
            return wrong("--with", row, "offices, seats, figures");
        }
    }
    if (words.bodies < 1) return wrong("--bodies", std::to_string(words.bodies), "1, 2 …");
    question.most_bodies = static_cast<std::size_t>(words.bodies);
    if (words.rows < 1 || words.rows > 50) return wrong("--rows", std::to_string(words.rows), "1 to 50");
    timeline.rows = words.rows;
    timeline.style.lang = order.style.lang;
    timeline.style.title = order.style.title;
    timeline.style.legend = order.style.legend;
    timeline.as_of = order.question.when;
    std::optional<edtf::Day> from;
    std::optional<edtf::Day> to;
    if (auto fault = read_end("--from", words.from, false, from)) return fault;
    if (auto fault = read_end("--to", words.to, true, to)) return fault;
    if (from && to && *to < *from) return base::Error{"use.date", "--to lies before --from"};
    const auto end_of = [](const std::string& word, bool last) {
        if (word.empty()) return edtf::End{edtf::EndKind::open, {}};
        const auto when = read_when(word);
        return last ? when->end() : when->start();
    };
    if (from || to) question.period = edtf::Interval(end_of(words.from, false), end_of(words.to, true));
    order.from = from;
    order.to = to;
    return std::nullopt;
}

/// One option, two meanings, told apart by what stands there: a number of pixels, or a scale's name.
Fault read_scale(const ExportWords& words, ExportOrder& order) {
    if (words.scale.empty()) return std::nullopt;
    if (const auto kind = scene::scale_kind_from(words.scale); kind && order.timeline) {
        order.timeline->style.scale = *kind;
        return std::nullopt;
    }
    double value = 0;
    const auto* last = words.scale.data() + words.scale.size();
    const auto [end, fault] = std::from_chars(words.scale.data(), last, value);
    if (fault != std::errc{} || end != last || !is_between(value, 0.01, 100)) {
        return wrong("--scale", words.scale, "0.01 to 100; for a timeline also linear, sequential");
    }
    order.options.scale = value;
    return std::nullopt;
}

Fault read_question(const ExportWords& words, ExportOrder& order) {
    auto& question = order.question;
    question.roots = words.roots;
    if (words.as_of) {
        auto when = read_when(*words.as_of);
        if (!when) return base::Error{"use.date", "--as-of: " + when.error().sentence};
        question.when = std::move(*when);
        order.dated = true;
    }
    if (words.view == "compare") {
        auto later = read_when(words.to);
        if (!later) return base::Error{"use.date", "--to: " + later.error().sentence};
        order.before = std::exchange(question.when, std::move(*later));
    }
    if (words.depth < 0) return wrong("--depth", std::to_string(words.depth), "0, 1, 2 …");
    question.depth = words.depth;
    question.folded = {words.folded.begin(), words.folded.end()};
    question.filter.hidden = {words.hidden.begin(), words.hidden.end()};
    question.filter.hidden_kinds = {words.hidden_kinds.begin(), words.hidden_kinds.end()};
    question.filter.text = words.match;
    question.languages = words.languages;
    question.lateral = !words.no_lateral;
    return read("--certainty", words.certainty, certainty_from, "all, likely, certain",
                question.filter.certainty);
}

/// The words that the program adds come in its own languages only.
std::string interface_language(const std::vector<std::string>& languages) {
    for (const auto& language : languages) {
        if (language == "kk" || language == "ru" || language == "en") return language;
    }
    return "en";
}

Fault read_style(const ExportWords& words, ExportOrder& order) {
    auto& style = order.style;
    style.title = !words.no_title;
    style.sides = words.sides;
    style.legend = !words.no_legend;
    style.lang = interface_language(words.languages);
    if (auto fault = read("--engine", words.engine, layout::engine_from,
                          "dot, twopi, neato, fdp, sfdp, circo, osage, patchwork", style.engine)) {
        return fault;
    }
    if (auto fault = read("--direction", words.direction, layout::direction_from, "down, right, up, left",
                          style.direction)) {
        return fault;
    }
    return read("--theme", words.theme, scene::theme_from,
                "light, dark, high-contrast, print, projector-light, projector-dark", order.theme);
}

Fault read_page(const ExportWords& words, ExportOrder& order) {
    auto& options = order.options;
    if (!words.page.empty()) {
        if (auto fault = read("--page", words.page, sheet_from, "A4, A3, 16:9, scene", options.page))
            return fault;
        if (options.page == exporting::Page::a4 || options.page == exporting::Page::a3) {
            order.style.aspect = 297.0 / 210;
        }
    }
    if (words.aspect != 0) {
        if (!is_between(words.aspect, 0.1, 10))
            return wrong("--aspect", fmt::to_string(words.aspect), "0.1 to 10");
        order.style.aspect = words.aspect;
    }
    if (!is_between(words.dpi, 1, 2400)) return wrong("--dpi", fmt::to_string(words.dpi), "1 to 2400");
    options.dpi = words.dpi;
    if (auto fault = read_scale(words, order)) return fault;
    return read("--text", words.text, svg_text_from, "live, outline", options.svg_text);
}

Fault read_format(const ExportWords& words, ExportOrder& order) {
    constexpr auto known = "svg, pdf, png, dot, json, csv, tsv";
    order.out = words.out;
    if (!words.format.empty()) {
        return read("--format", words.format, exporting::format_from, known, order.options.format);
    }
    const auto ending = order.out.extension().string();
    const auto format = exporting::format_from(ending);
    if (!format) {
        return base::Error{"use.format",
                           fmt::format("“{}”: its ending says no format; name it with --format: {}",
                                       base::visible(words.out), known)};
    }
    order.options.format = *format;
    return std::nullopt;
}

}  // namespace

base::Result<ExportOrder> order_from(const ExportWords& words) {
    ExportOrder order;
    order.data = words.data;
    order.cache = !words.no_cache;
    if (auto fault = read_view(words, order)) return base::failure(*fault);
    if (auto fault = read_question(words, order)) return base::failure(*fault);
    if (auto fault = read_style(words, order)) return base::failure(*fault);
    if (auto fault = read_timeline(words, order)) return base::failure(*fault);
    if (auto fault = read_page(words, order)) return base::failure(*fault);
    if (auto fault = read_format(words, order)) return base::failure(*fault);
    if (auto fault = read_table(words, order)) return base::failure(*fault);
    return order;
}

}  // namespace shezhire::cli
