// Commands about one body: select, fold, show where it stands, find it.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "base/words.h"
#include "scene/words.h"
#include "session/arguments.h"
#include "session/article.h"
#include "session/session.h"

namespace shezhire::session {
namespace {

/// A day on which a body was there, as sure as can be; nullopt where nothing is known of its life.
std::optional<edtf::Day> day_of(const model::Organization& body) {
    for (const auto& spell : body.spells) {
        const auto start = spell.when.start_bounds();
        const auto end = spell.when.end_bounds();
        if (start.latest < edtf::end_of_time && start.latest > edtf::beginning_of_time) return start.latest;
        if (end.earliest < edtf::end_of_time && end.earliest > edtf::beginning_of_time) return end.earliest;
    }
    return std::nullopt;
}

}  // namespace

void Session::fold(const Command& command, Verb verb) {
    const std::string id = argument(command).empty() ? selection_ : argument(command);
    if (id.empty())
        return say(base::Severity::note, base::tr("Select something first, then fold or unfold it."));
    if (!knows(id)) return;
    if (on_timeline()) return fold_lane(id, verb);
    const auto* shown_node = node(id);
    bool folded = verb == Verb::fold;
    if (verb == Verb::toggle_fold) {
        if (shown_node == nullptr || !shown_node->foldable) return;
        folded = !shown_node->folded;
    }
    auto next = view_;
    if (view_.focus.any()) {
        if (folded) {
            next.focus.opened.erase(id);
        } else {
            next.focus.opened.insert(id);
        }
    } else if (folded) {
        next.folded.insert(id);
        next.unfolded.erase(id);
    } else {
        next.folded.erase(id);
        next.unfolded.insert(id);
    }
    anchor_ = id;
    fitted_ = false;
    change(std::move(next));
}

void Session::select(const std::string& id) {
    if (id.empty()) {
        selection_.clear();
        time_lane_.clear();
        if (on_timeline() && !time_view_.focus.empty()) point_out({}, now_);
        return;
    }
    if (loaded_.model->thing(id) == nullptr) {
        return say(
            base::Severity::warning,
            fmt::format(fmt::runtime(base::tr("There is nothing called “{}” here.")), base::visible(id)));
    }
    selection_ = id;
    const bool is_body = loaded_.model->organization(id) != nullptr;
    if (on_timeline()) return select_on_timeline(id, is_body);
    if (is_body && article_.source.empty() && (is_absent(id) || laying_out())) reveal(id);
    if (is_body) remember_place(false);
}

// The body that shows a thing, at the date that is shown or else at one at which it was there.
void Session::show_in_structure(const std::string& id, double now) {
    const auto place = place_in_structure(*loaded_.model, id);
    if (place.empty()) {
        return say(base::Severity::note, base::tr("This has no place in the structure."));
    }
    article_ = {};
    selection_ = place;
    const auto& body = *loaded_.model->organization(place);
    if (loaded_.model->presence(body, at()) == edtf::Presence::no) {
        if (const auto day = day_of(body)) set_date(edtf::Date::from_day(*day).text(), {});
    }
    if (view_.view != View::structure || view_.table) {
        auto next = view_;
        next.view = View::structure;
        next.table = false;
        change(std::move(next));
    }
    reveal(place);
    if (!on_timeline()) zoom_to(place, now);
}

// Without a source: the one that states most, or back to the picture where one is read already.
void Session::read_article(const Command& command) {
    auto source = argument(command);
    std::optional<model::Verdict> only;
    if (source.empty() && !article_.source.empty()) {
        article_ = {};
        return;
    }
    if (source.empty()) source = most_stating_source(*loaded_.model);
    if (loaded_.model->statements_in(source).empty()) {
        return say(base::Severity::note, base::tr("No source of this data is told statement by statement."));
    }
    if (command.arguments.size() > 1) {
        const auto filter = verdict_filter_from(command.arguments[1]);
        if (!filter) {
            return say(base::Severity::warning, fmt::format(fmt::runtime(base::tr("“{}” is used as: {}")),
                                                            "article", spec_of(Verb::article).arguments));
        }
        only = *filter;
    }
    article_ = {source, only};
}

// Unfolds the way to it; a body that did not exist at the date is offered at a date at which it did.
void Session::reveal(const std::string& id, std::string gesture) {
    const auto& model = *loaded_.model;
    const auto* body = model.organization(id);
    if (model.presence(*body, at()) == edtf::Presence::no) {
        const auto day = day_of(*body);
        if (!day) return;
        return say(base::Severity::note,
                   fmt::format(fmt::runtime(base::tr("It did not exist at this date ({}).")),
                               scene::life_in_words(scene::word_lang(presentation_.language),
                                                    body->spells.front().when)),
                   Command{Verb::visit, {id, edtf::Date::from_day(*day).text()}});
    }
    auto next = view_;
    if (next.focus.any() && node(id) == nullptr) next.focus = {};
    bool below_roots = std::find(next.roots.begin(), next.roots.end(), id) != next.roots.end();
    std::vector<std::string> way_up;
    std::string child = id;
    for (int steps = 0; steps < 10'000; ++steps) {
        const auto* unit = model.organization(child);
        const model::Parent* way = nullptr;
        for (const auto& parent : unit->parents) {
            if (edtf::presence_over(parent.when, view_.when) == edtf::Presence::no) continue;
            if (way == nullptr || (parent.primary && !way->primary)) way = &parent;
        }
        if (way == nullptr || model.organization(way->organization) == nullptr) break;
        child = way->organization;
        way_up.push_back(child);
        below_roots =
            below_roots || std::find(next.roots.begin(), next.roots.end(), child) != next.roots.end();
    }
    // Only what would hide it: the same question about another date is the same picture.
    for (std::size_t i = 0; i < way_up.size(); ++i) {
        const auto depth = static_cast<int>(way_up.size() - 1 - i);
        next.folded.erase(way_up[i]);
        if (depth >= next.depth || !next.roots.empty()) next.unfolded.insert(way_up[i]);
    }
    if (!below_roots) next.roots.clear();
    anchor_ = node(selection_) != nullptr ? selection_ : child;
    change(std::move(next), std::move(gesture));
}

void Session::search(std::string text) {
    search_text_ = std::move(text);
    search_hits_.clear();
    search_at_ = -1;
    if (loaded_.search && !search_text_.empty()) search_hits_ = loaded_.search->find(search_text_, 60);
}

}  // namespace shezhire::session
