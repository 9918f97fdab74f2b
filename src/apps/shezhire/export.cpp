#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <future>
#include <memory>

#include "base/utf8.h"
#include "command_line.h"
#include "export_options.h"
#include "layout/engine.h"
#include "session/calendar.h"
#include "session/picture.h"

namespace shezhire::cli {
namespace {

/// What was named but is not there would silently give a smaller picture.
bool all_known(const model::Model& model, const graph::Question& question) {
    bool known = true;
    const auto see = [&](std::string_view option, const auto& ids) {
        for (const auto& id : ids) {
            if (model.organization(id) != nullptr) continue;
            say(fmt::format("{}: there is no organization “{}”; `shezhire query` finds ids", option, id));
            known = false;
        }
    };
    see("--root", question.roots);
    see("--fold", question.folded);
    see("--hide", question.filter.hidden);
    return known;
}

/// The cheapest way to a ready typesetter is to set something with it: fonts are found while the data is
/// read. nullptr: there is no font.
std::unique_ptr<text::Typesetter> warm_typesetter() {
    if (!text::any_font()) return nullptr;
    auto typesetter = std::make_unique<text::Typesetter>();
    for (const auto weight : {text::Weight::regular, text::Weight::bold}) {
        static_cast<void>(typesetter->set(
            {.text = "Aa", .lang = "en", .style = {.weight = weight}, .width = 0, .max_lines = 1}));
    }
    return typesetter;
}

int write(const ExportOrder& order, const session::Picture& picture, const text::Typesetter& typesetter) {
    const auto joins = session::joins_of(picture);
    if (order.out != "-") {
        const auto written = exporting::to_file(order.out, picture.scene, typesetter, order.options, joins);
        if (written) return exit_done;
        say(written.error().sentence);
        return exit_cannot_write;
    }
    const auto bytes = exporting::to_bytes(picture.scene, typesetter, order.options, joins);
    if (bytes) return put(*bytes);
    say(bytes.error().sentence);
    return exit_cannot_write;
}

/// The file is written and nothing else is open: taking model and fonts apart piece by piece would only cost
/// time. (With the address sanitizer everything is, since that looks for what was forgotten.)
int at_once(int code) {
#ifndef __SANITIZE_ADDRESS__
    if (std::fflush(nullptr) == 0) std::_Exit(code);
#endif
    return code;
}

/// A column that is not there would silently give another table.
bool has_columns(const scene::Table& table, const scene::TableChoice& choice) {
    std::string all;
    for (const auto& column : table.columns()) all += (all.empty() ? "" : ", ") + column.id;
    const auto known = [&](std::string_view option, const std::string& id) {
        if (id.empty() || table.column(id)) return true;
        say(fmt::format("{}: “{}” is none of: {}", option, id, all));
        return false;
    };
    bool good = known("--sort", choice.sort);
    for (const auto& id : choice.columns) good = known("--columns", id) && good;
    return good;
}

int export_table(const ExportOrder& order, session::PictureRequest request,
                 const text::Typesetter& typesetter) {
    if (order.timeline) request.timeline = *order.timeline;
    const auto& model = request.model;
    const auto all = session::table_for(request);
    if (!has_columns(all, *order.table)) return exit_wrong_use;
    if (all.row_count() == 0)
        return wrong_use("nobody is there that the options let through; nothing was written");
    const auto table = scene::chosen(all, *order.table);
    const exporting::TableLook look{*model, scene::theme(order.theme), order.style.title};
    if (order.out != "-") {
        const auto written = exporting::to_file(order.out, table, look, typesetter, order.options);
        if (written) return exit_done;
        say(written.error().sentence);
        return exit_cannot_write;
    }
    const auto bytes = exporting::to_bytes(table, look, typesetter, order.options);
    if (bytes) return put(*bytes);
    say(bytes.error().sentence);
    return exit_cannot_write;
}

/// The sheet is as wide as its shape wants, in points of a screen's size; height follows the lanes.
int export_timeline(const ExportOrder& order, session::PictureRequest request,
                    const text::Typesetter& typesetter, layout::LayoutEngine& engine) {
    auto& wanted = request.timeline.emplace(*order.timeline);
    if (order.from && order.to) {
        wanted.window = {static_cast<double>(*order.from), static_cast<double>(*order.to) + 1};
    } else if (order.from || order.to) {
        const auto known = graph::tell(*request.model, wanted.question);
        const auto first = order.from.value_or(known.dated() ? known.first : 0);
        const auto last = order.to.value_or(known.dated() ? known.last : 0);
        wanted.window = {static_cast<double>(first), static_cast<double>(std::max(last, first)) + 366};
    }
    const auto picture = session::make_picture(request, typesetter, engine, {});
    if (!picture) {
        say(picture.error().sentence);
        return exit_cannot_write;
    }
    if ((*picture)->timeline->chronology().lanes.empty()) {
        return wrong_use("nobody is there that the options let through; nothing was written");
    }
    return at_once(write(order, **picture, typesetter));
}

}  // namespace

int export_picture(const ExportWords& words) {
    auto order = order_from(words);
    if (!order) return wrong_use(order.error().sentence);

    // Finding fonts takes about as long as reading the data, and a worker half of that to be loaded.
    auto warming = std::async(std::launch::async, warm_typesetter);
    auto worker = std::make_unique<layout::ProcessEngine>(layout::find_worker());
    if (!order->timeline && !order->table) worker->start_ahead();
    const auto model = open_and_say(order->data);
    if (!model) return exit_data_has_errors;
    if (!all_known(*model, order->question)) return exit_wrong_use;
    if (!order->dated) order->question.when = session::default_date(*model, order->question.roots);

    session::PictureRequest request;
    request.model = model;
    request.question = order->question;
    request.style = order->style;
    request.theme = order->theme;
    request.before = order->before;
    const auto typesetter = warming.get();
    if (!typesetter) {
        say(text::no_font);
        return exit_cannot_write;
    }
    if (order->table) return at_once(export_table(*order, std::move(request), *typesetter));
    std::unique_ptr<layout::LayoutEngine> engine = std::move(worker);
    if (order->cache) {
        engine = std::make_unique<layout::CachingEngine>(std::move(engine), layout::default_cache_folder());
    }
    if (order->timeline) return export_timeline(*order, std::move(request), *typesetter, *engine);
    const auto picture = session::make_picture(request, *typesetter, *engine, {});
    if (!picture) {
        say(picture.error().sentence);
        return exit_cannot_write;
    }
    if ((*picture)->graph->nodes.empty()) {
        return wrong_use(
            fmt::format("nobody is there at {} that the options let through; nothing was written",
                        order->question.when.text()));
    }
    return at_once(write(*order, **picture, *typesetter));
}

}  // namespace shezhire::cli
