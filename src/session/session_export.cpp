#include <fmt/format.h>

#include "base/utf8.h"
#include "base/words.h"
#include "export/export.h"
#include "session/session.h"

namespace shezhire::session {

// Exports what is asked for on a thread of its own: the visible part, everything unfolded, or the selected
// branch.
void Session::export_picture(const Command& command) {
    if (!picture_) return say(base::Severity::warning, base::tr("There is nothing to export yet."));
    const std::filesystem::path file = command.arguments[0];
    const std::string part = command.arguments.size() > 1 ? command.arguments[1] : "view";
    const auto format = exporting::format_from(file.extension().string());
    if (!format) {
        return say(
            base::Severity::warning,
            fmt::format(
                fmt::runtime(base::tr("“{}” does not end in .svg, .pdf, .png, .dot, .json, .csv or .tsv.")),
                base::visible(file.string())));
    }
    const bool as_table = shows_table() || exporting::is_for_tables(*format);
    exporting::Options options;
    options.format = *format;
    auto wanted = picture_->request;
    wanted.fit.reset();
    if (wanted.at) wanted.at = view_.when;
    if (on_timeline()) {
        if (!ask_timeline_part(part, wanted)) return;
    } else if (part == "whole") {
        wanted.question.depth = 64;
        wanted.question.folded.clear();
    } else if (part == "selection") {
        if (loaded_.model->organization(selection_) == nullptr)
            return say(base::Severity::note, base::tr("Select something first, then export it."));
        wanted.question.roots = {selection_};
        wanted.question.depth = 64;
        wanted.question.folded.clear();
    } else if (part == "view" && as_table) {
        // All rows that are chosen: what has no room on the screen is no less of the view.
    } else if (part == "view") {
        const auto& size = picture_->scene.size;
        const auto seen = camera_.viewport().visible();
        const base::Rect whole{0, 0, size.width, size.height};
        if (!seen.contains(whole)) {
            options.area = base::Rect{std::max(seen.left, 0.0), std::max(seen.top, 0.0),
                                      std::min(seen.right, whole.right), std::min(seen.bottom, whole.bottom)};
            if (options.area->empty())
                return say(base::Severity::note, base::tr("Nothing is in view to export."));
        }
    } else {
        return say(base::Severity::warning, fmt::format(fmt::runtime(base::tr("export is used as: {}")),
                                                        spec_of(Verb::export_).arguments));
    }
    if (exporting_++ == 0) exporting_since_ = now_;
    if (as_table) return export_rows(file, options, std::move(wanted), part);
    start_job([inbox = inbox_, wanted = std::move(wanted), current = picture_, file, options,
               services = services_](const std::stop_token& stop) {
        const auto made = wanted == current->request
                              ? base::Result<PicturePtr>(current)
                              : make_picture(wanted, *services.typesetter, *services.engine, stop);
        base::Status written;
        if (made) {
            const auto& picture = **made;
            written = exporting::to_file(file, picture.scene, *services.typesetter, options,
                                         joins_of(picture), stop);
        } else {
            written = base::failure(made.error());
        }
        inbox->post([written, file](Session& session) { session.say_written(file, written); });
    });
}

// Rows as chosen of the view, all rows of the whole and of a branch.
void Session::export_rows(const std::filesystem::path& file, exporting::Options options,
                          PictureRequest wanted, const std::string& part) {
    auto choice = table_choice();
    if (part != "view") choice.match.clear();
    if (options.format == exporting::Format::pdf) options.page = exporting::Page::a4;
    wanted.table = true;
    start_job([inbox = inbox_, wanted = std::move(wanted), choice = std::move(choice), current = picture_,
               file, options, typesetter = services_.typesetter](const std::stop_token& stop) {
        const bool have = current->table && wanted == current->request;
        const auto table = scene::chosen(have ? *current->table : table_for(wanted), choice);
        const exporting::TableLook look{*wanted.model, scene::theme(wanted.theme), true};
        const auto written = exporting::to_file(file, table, look, *typesetter, options, stop);
        inbox->post([written, file](Session& session) { session.say_written(file, written); });
    });
}

void Session::say_written(const std::filesystem::path& file, const base::Status& written) {
    --exporting_;
    if (!written) return say(base::Severity::error, written.error().sentence);
    say(base::Severity::note,
        fmt::format(fmt::runtime(base::tr("Written: {}")), base::visible(file.string())));
}

}  // namespace shezhire::session
