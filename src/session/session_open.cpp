#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/numbers.h"
#include "base/utf8.h"
#include "base/words.h"
#include "io/dataset.h"
#include "session/session.h"

namespace shezhire::session {
namespace {

std::size_t errors_in(const std::vector<base::Diagnostic>& diagnostics) {
    return static_cast<std::size_t>(
        std::count_if(diagnostics.begin(), diagnostics.end(),
                      [](const base::Diagnostic& d) { return d.severity == base::Severity::error; }));
}

// Ids of the organizations that are not as they were.
std::set<std::string> changed_between(const model::Model& before, const model::Model& after) {
    constexpr std::size_t most_flashed = 2000;  // more than that says "everything", which needs no flash
    std::set<std::string> changed;
    for (const auto& body : after.organizations()) {
        const auto* old = before.organization(body.id);
        if (old != nullptr && *old == body) continue;
        changed.insert(body.id);
        if (changed.size() > most_flashed) return {};
    }
    return changed;
}

// Where one was, as far as the data still has it.
ViewState existing(ViewState view, const model::Model& model) {
    std::erase_if(view.roots, [&](const auto& id) { return model.organization(id) == nullptr; });
    return view;
}

}  // namespace

// The first picture is made by the loading job itself: it is there before anyone had to ask for it, while the
// window is still being created.
void Session::open(std::vector<std::filesystem::path> paths, std::optional<Place> place) {
    if (services_.watch) watch(paths);  // before reading, so that no change is missed
    loading_ = true;
    loading_since_ = now_;
    const auto ticket = ++loads_;
    const bool reload = paths == loaded_.paths && picture_ != nullptr;
    if (!place && !reload && services_.place_of) place = services_.place_of(paths);
    if (!reload) messages_.clear();  // they are about what was
    start_job([inbox = inbox_, ticket, reload, canvas = canvas_, look = presentation_, services = services_,
               place = std::move(place), paths = std::move(paths)](const std::stop_token& stop) mutable {
        base::Diagnostics diagnostics;
        Loaded loaded;
        loaded.model = io::open_data(paths, diagnostics, [&stop] { return stop.stop_requested(); });
        if (stop.stop_requested()) return;
        loaded.diagnostics = diagnostics.sorted();
        loaded.calendar = calendar_of(*loaded.model, {});
        loaded.paths = std::move(paths);
        loaded.place = std::move(place);
        std::optional<base::Result<PicturePtr>> first;
        if (!reload && canvas.width > 0) {
            ViewState view;
            view.when = first_date(loaded.calendar);
            if (loaded.place) view = existing(loaded.place->view, *loaded.model);
            auto wanted =
                request_for(loaded.model, view, look, canvas,
                            view.roots.empty() ? loaded.calendar : calendar_of(*loaded.model, view.roots));
            if (!loaded.place) wanted.fit = FitGoal{canvas, least_label_px, fit_margin_px};
            first = make_picture(wanted, *services.typesetter, *services.engine, stop);
        }
        const auto model = loaded.model;
        inbox->post([ticket, loaded = std::move(loaded), first = std::move(first)](Session& session) mutable {
            if (ticket == session.loads_) session.take(std::move(loaded), std::move(first));
        });
        if (stop.stop_requested()) return;
        inbox->post(
            [ticket, search = std::make_shared<const model::SearchIndex>(model), model](Session& session) {
                if (ticket != session.loads_ || session.loaded_.model != model) return;
                session.loaded_.search = search;
                session.search(session.search_text_);  // what was typed before it could be looked for
            });
    });
}

// Asks for what to open; the dialog is the desktop's, so it runs beside us.
void Session::choose(bool folder) {
    if (choosing_) return;
    if (!services_.choose) {
        ++path_questions_;
        return;
    }
    choosing_ = true;
    const Choice choice{folder, folder ? base::tr("Open a folder of data") : base::tr("Open"),
                        base::tr("Open"), base::tr("Shezhire data")};
    start_job([inbox = inbox_, choice, ask = services_.choose](const std::stop_token& stop) {
        auto chosen = ask(choice, stop);
        inbox->post([chosen = std::move(chosen)](Session& session) {
            session.choosing_ = false;
            if (!chosen.asked) ++session.path_questions_;
            if (!chosen.paths.empty()) session.open(chosen.paths);
        });
    });
}

void Session::open_dropped(const std::vector<std::filesystem::path>& paths) {
    std::vector<std::filesystem::path> data;
    for (const auto& path : paths) {
        std::error_code ignored;
        const auto ending = path.extension();
        if (ending == ".jsonld" || ending == ".json" || std::filesystem::is_directory(path, ignored))
            data.push_back(path);
    }
    const auto left_out = static_cast<unsigned long>(paths.size() - data.size());
    if (!data.empty()) open(std::move(data));
    if (left_out == 0) return;
    const char* words = base::tr(
        "{} thing that was dropped is neither a folder nor a .jsonld file and was left out.",
        "{} things that were dropped are neither folders nor .jsonld files and were left out.", left_out);
    say(base::Severity::warning, fmt::format(fmt::runtime(words), base::number(left_out)));
}

void Session::take(Loaded loaded, std::optional<base::Result<PicturePtr>> first) {
    loading_ = false;
    const bool reload = loaded.paths == loaded_.paths && picture_ != nullptr;
    if (reload && !take_anyway_ && errors_in(loaded.diagnostics) > errors_shown_)
        return keep_old(std::move(loaded));
    take_anyway_ = false;
    stale_ = false;
    flash_.keys.clear();
    if (reload && loaded_.model) flash_.keys = changed_between(*loaded_.model, *loaded.model);
    flash_.begin = -1;
    loaded_ = std::move(loaded);
    errors_shown_ = errors_in(loaded_.diagnostics);
    presentation_.diagnostics_pane = errors_shown_ > 0;
    std::erase_if(messages_, [&](const Message& m) { return m.sentence == of_file_; });
    shelf_.clear();
    turned_.clear();
    told_before_.reset();
    playing_ = false;
    motion_ = Motion::glide;
    search_hits_.clear();  // they point into the data that was
    search_at_ = -1;
    overlay_ = Overlay::none;
    arriving_.clear();
    places_.keep_if([&](const std::string& id) { return loaded_.model->organization(id) != nullptr; });
    if (loaded_.model->organizations().empty()) say_faults();
    const bool restored = !reload && loaded_.place.has_value();
    if (reload) {
        if (loaded_.model->thing(selection_) == nullptr) selection_.clear();
        anchor_ = selection_;
        fitted_ = false;
    } else {
        history_.clear();
        places_.clear();
        view_ = {};
        selection_.clear();
        search_text_.clear();
        view_.when = first_date(loaded_.calendar);
        fitted_ = true;
        transition_.reset();
    }
    if (restored) {
        view_ = existing(loaded_.place->view, *loaded_.model);
        if (loaded_.model->thing(loaded_.place->selection) != nullptr) selection_ = loaded_.place->selection;
        restore_ = loaded_.place;
    }
    if (loaded_.model->statements_in(article_.source).empty()) article_ = {};
    calendar_ = view_.roots.empty() ? loaded_.calendar : calendar_of(*loaded_.model, view_.roots);
    if (first) {
        take(++wanted_, std::move(*first));
    } else {
        ask_for_picture(!reload && !restored);
    }
}

// Somebody is in the middle of writing the file: what was right stays to be looked at, and what is wrong is
// shown.
void Session::keep_old(Loaded loaded) {
    loaded_.diagnostics = std::move(loaded.diagnostics);
    presentation_.diagnostics_pane = true;
    if (!stale_) {
        say_of_file(base::tr("The file has changed and has faults now; what is shown is how it was before."),
                    Command{Verb::reload, {"anyway"}});
    }
    stale_ = true;
}

void Session::watch(const std::vector<std::filesystem::path>& paths) {
    if (paths == watched_) return;
    watched_ = paths;
    watcher_ = std::make_unique<Watcher>(paths, [inbox = inbox_](FileNews news) {
        inbox->post([news = std::move(news)](Session& session) { session.take(news); });
    });
}

void Session::take(const FileNews& news) {
    if (watched_ != loaded_.paths || loaded_.paths.empty()) {
        if (loading_ && news.kind == FileNews::Kind::changed) open(watched_);  // it changed while it was read
        return;
    }
    const auto name = base::visible(news.path.filename().string());
    switch (news.kind) {
        case FileNews::Kind::changed:
            return open(loaded_.paths);
        case FileNews::Kind::gone:
            return say_of_file(fmt::format(
                fmt::runtime(base::tr("“{}” was deleted or moved away; what was read of it stays.")), name));
        case FileNews::Kind::replaced:
            return say_of_file(fmt::format(
                fmt::runtime(base::tr("“{}” is no file any more; what was read of it stays.")), name));
        case FileNews::Kind::restless:
            return say_of_file(fmt::format(
                fmt::runtime(
                    base::tr("“{}” is being written without a pause; it is read when it comes to rest.")),
                name));
    }
}

// One thing at a time is said about the files on disk.
void Session::say_of_file(std::string sentence, std::optional<Command> offer) {
    std::erase_if(messages_, [&](const Message& m) { return m.sentence == of_file_; });
    of_file_ = sentence;
    say(base::Severity::warning, std::move(sentence), std::move(offer));
}

Place Session::place() const {
    Place place;
    place.view = view_;
    place.selection = selection_;
    const auto& port = camera_.target();
    if (!fitted_ && port.scale > 0) {
        place.centre = port.origin + base::Point{canvas_.width / 2, canvas_.height / 2} * (1 / port.scale);
        place.scale = port.scale / px_per_pt_;
    }
    return place;
}

// Only where there is nothing to look at: else the pane of diagnostics says them.
void Session::say_faults() {
    const auto& found = loaded_.diagnostics;
    const auto is_error = [](const base::Diagnostic& d) { return d.severity == base::Severity::error; };
    const auto first = std::find_if(found.begin(), found.end(), is_error);
    if (first == found.end()) return;
    const auto others = static_cast<unsigned long>(std::count_if(first + 1, found.end(), is_error));
    auto sentence = base::to_text(*first);
    if (others > 0) {
        const char* words = base::tr("{} (and {} more fault; `shezhire check` lists all)",
                                     "{} (and {} more faults; `shezhire check` lists all)", others);
        sentence = fmt::format(fmt::runtime(words), sentence, base::number(others));
    }
    say(base::Severity::warning, std::move(sentence));
}

std::optional<Busy> Session::busy() const {
    if (loading_) return Busy{Busy::With::loading, loading_since_};
    if (exporting_ > 0) return Busy{Busy::With::exporting, exporting_since_};
    if (laying_out()) return Busy{Busy::With::laying_out, asked_since_};
    return std::nullopt;
}

// Every job is asked to stop; what is shown stays.
void Session::cancel() {
    pictures_.cancel();
    for (auto& job : jobs_) job.thread.request_stop();
    if (loading_) {
        ++loads_;  // an answer that is on its way is no longer wanted
        loading_ = false;
        say(base::Severity::note, base::tr("Opening was cancelled."));
    } else if (laying_out()) {
        say(base::Severity::note, base::tr("The layout was cancelled; the picture is the one before."));
    }
    answered_ = wanted_;
    ahead_ = 0;
    playing_ = false;
}

// How bright what changed still is: 1 just now, 0 when it is over.
double Session::flash_share() const {
    if (flash_.keys.empty() || flash_.begin < 0) return 0;
    const double share = 1 - (now_ - flash_.begin) / flash_seconds;
    if (presentation_.reduce_motion) return share > 0 ? 1 : 0;
    return std::clamp(share, 0.0, 1.0);
}

}  // namespace shezhire::session
