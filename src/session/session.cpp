#include "session/session.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "base/words.h"
#include "session/motion.h"

namespace shezhire::session {
namespace {

constexpr double largest_fit = 2;  // times the size on paper

/// The longest way that a box has to go, points.
double farthest_way(const scene::Scene& from, const scene::Scene& to) {
    std::unordered_map<std::string_view, base::Point> places;
    for (const auto& element : from.elements) {
        if (element.role == scene::Role::node) places.emplace(element.key, element.origin);
    }
    double farthest = 0;
    for (const auto& element : to.elements) {
        const auto was = places.find(element.key);
        if (element.role != scene::Role::node || was == places.end()) continue;
        farthest = std::max(farthest,
                            std::hypot(element.origin.x - was->second.x, element.origin.y - was->second.y));
    }
    return farthest;
}

const scene::Element* find_node(const scene::Scene& scene, const std::string& key) {
    const auto found =
        std::find_if(scene.elements.begin(), scene.elements.end(),
                     [&](const scene::Element& e) { return e.role == scene::Role::node && e.key == key; });
    return found == scene.elements.end() ? nullptr : &*found;
}

}  // namespace

Session::Session(Services services, Presentation presentation)
    : services_(std::move(services)),
      presentation_(std::move(presentation)),
      inbox_(std::make_shared<Inbox<Session>>(services_.wake)) {
    base::Diagnostics none;
    loaded_.model = model::Model::build({}, none);
}

Session::~Session() = default;

void Session::set_canvas(base::Size px, double px_per_pt) {
    if (px == canvas_ && px_per_pt == px_per_pt_) return;
    const bool grown_from_nothing = canvas_.width <= 0;
    canvas_ = px;
    px_per_pt_ = px_per_pt;
    camera_.resize(px);
    if (first_wanted_) {
        first_wanted_ = false;
        ask_for_picture(true);
    } else if (on_timeline()) {
        take_timeline();
    } else if (fitted_ && picture_ && !shows_table() && !grown_from_nothing) {
        camera_.jump(fitted(picture_->scene.size));
    }
}

// A handful of bodies is not blown up to fill the window.
scene::Viewport Session::fitted(base::Size size) const {
    const base::Rect area{0, 0, size.width, size.height};
    auto port = scene::Viewport::fitted(area, canvas_, fit_margin_px);
    const double largest = largest_fit * px_per_pt_;
    if (port.scale <= largest) return port;
    return port.zoomed(largest / port.scale, {canvas_.width / 2, canvas_.height / 2});
}

bool Session::tick(double now) {
    now_ = now;
    for (auto& letter : inbox_->take()) letter(*this);
    tick_play(now);
    if (transition_) {
        const double elapsed = now - transition_->begin;
        if (elapsed >= transition_->seconds) {
            transition_.reset();
        } else if (transition_->moving > 0) {
            transition_->shown =
                scene::blended(transition_->from, at_rest(), stages_at(elapsed, transition_->moving));
        } else {
            transition_->shown =
                scene::blended(transition_->from, at_rest(), eased(elapsed / transition_->seconds));
        }
    }
    const bool gliding = camera_.tick(now);
    if (!settled() || gliding) active_at_ = now;
    lay_ahead(now);
    return tick_timeline(now) || gliding || transition_.has_value() || flash_share() > 0;
}

bool Session::settled() const {
    return !loading_ && !first_wanted_ && !laying_out() && !sorting() && !moving() && jobs_.empty();
}

const scene::Scene& Session::shown() const {
    static const scene::Scene nothing;
    if (transition_) return transition_->shown;
    return picture_ ? at_rest() : nothing;
}

/// What is shown once nothing moves; there must be a picture.
const scene::Scene& Session::at_rest() const {
    if (time_drawn_) return time_drawn_->scene;
    return dated_ ? dated_->scene.scene() : picture_->scene;
}

const graph::Graph& Session::graph() const {
    static const graph::Graph nothing;
    if (dated_) return dated_->graph.graph();
    return picture_ ? *picture_->graph : nothing;
}

const std::optional<graph::Facets>& Session::facets() const {
    static const std::optional<graph::Facets> nothing;
    if (facets_) return facets_;
    return picture_ ? picture_->facets : nothing;
}

const scene::HitIndex* Session::hits() const {
    if (transition_ || !picture_) return nullptr;
    return time_drawn_ ? &time_drawn_->hits : &picture_->hits;
}

const graph::Node* Session::node(const std::string& key) const {
    if (!picture_ || key.empty()) return nullptr;
    const auto found = picture_->node_of.find(key);
    return found == picture_->node_of.end() ? nullptr : &graph().nodes[found->second];
}

edtf::Bounds Session::at() const {
    return {view_.when.start_bounds().earliest, view_.when.end_bounds().latest};
}

edtf::Interval period_of(const ViewState& view, Dates dates, const Calendar& calendar) {
    using Kind = SteadyPeriod::Kind;
    if (!calendar.dated() || view.when == edtf::Interval()) return view.when;
    if (dates == Dates::steady && view.steady.kind == Kind::whole)
        return edtf::Interval({edtf::EndKind::open, {}}, {edtf::EndKind::open, {}});
    if (dates == Dates::steady && view.steady.kind == Kind::chosen) return view.steady.chosen;
    const edtf::Bounds at{view.when.start_bounds().earliest, view.when.end_bounds().latest};
    const auto& turns = dates == Dates::steady ? calendar.reforms : calendar.days;
    // A date on both sides of a turn has a picture of its own: all that is there at some day of it.
    return span_between(turns, at).value_or(view.when);
}

PictureRequest request_for(model::ModelPtr model, const ViewState& view, const Presentation& presentation,
                           base::Size canvas, const Calendar& calendar) {
    PictureRequest request;
    request.model = std::move(model);
    auto& question = request.question;
    question.roots = view.roots;
    question.when = view.before ? view.when : period_of(view, presentation.dates, calendar);
    question.depth = view.depth;
    question.folded = view.folded;
    question.unfolded = view.unfolded;
    question.filter = view.filter;
    question.focus = view.focus;
    question.languages = presentation.label_languages;
    question.lateral = view.lateral;
    auto& style = request.style;
    style.engine = presentation.engine;
    style.direction = presentation.direction;
    style.lang = presentation.language;
    request.before = view.before;
    style.sides = view.before && view.sides;
    if (calendar.dated() && !view.before) {
        request.at = view.when;
        style.dated = true;
        style.ghosts = presentation.ghosts && presentation.dates == Dates::steady;
    }
    if (canvas.width > 0 && canvas.height > 0) {
        // In steps, so that a pixel more or less of a pane does not ask for another layout.
        const double aspect = std::clamp(canvas.width / canvas.height, 0.5, 3.0);
        style.aspect = std::round(aspect * 8) / 8;
    }
    request.theme = presentation.theme;
    if (view.view == View::timeline) {
        request.timeline = timeline_request_for(view, presentation);
        request.question = {};
        request.style = {};
        request.before.reset();
        request.at.reset();
    }
    request.table = view.table;
    if (view.table && view.view == View::structure && !view.before) {
        // Rows move by themselves: each date has its own.
        question.when = view.when;
        request.at.reset();
        style.dated = style.ghosts = false;
    }
    request.facets = presentation.filters_pane;
    return request;
}

void Session::ask_for_picture(bool first) {
    if (canvas_.width <= 0) {
        first_wanted_ = true;
        return;
    }
    auto wanted = wanted_picture();
    if (first && !wanted.table) wanted.fit = FitGoal{canvas_, least_label_px, fit_margin_px};
    if (!laying_out()) asked_since_ = now_;
    ahead_ = 0;
    const auto ticket = ++wanted_;
    pictures_.submit([inbox = inbox_, ticket, wanted = std::move(wanted), typesetter = services_.typesetter,
                      engine = services_.engine](const std::stop_token& stop) {
        auto answer = make_picture(wanted, *typesetter, *engine, stop);
        inbox->post([ticket, answer = std::move(answer)](Session& session) mutable {
            session.take(ticket, std::move(answer));
        });
    });
}

void Session::take(std::uint64_t ticket, base::Result<PicturePtr> answer) {
    if (ticket != wanted_) return;  // an answer carries its question; a stale one is dropped (rule 7)
    answered_ = ticket;
    if (answer) {
        show(std::move(*answer));
        return;
    }
    const auto& error = answer.error();
    if (error.code == "layout.cancelled") {
        say(base::Severity::note, base::tr("The layout was cancelled; the picture is the one before."));
        return;
    }
    std::optional<Command> simpler;
    if (presentation_.engine == layout::Engine::dot) simpler = Command{Verb::engine, {"twopi"}};
    if (presentation_.engine != layout::Engine::dot) simpler = Command{Verb::engine, {"dot"}};
    say(base::Severity::error, error.sentence, simpler);
}

void Session::show(PicturePtr picture) {
    if (picture->table && !picture->timeline) return show_rows(std::move(picture));
    shelf_.put(picture);
    ahead_done_ = false;
    const scene::Scene* before = picture_ ? &shown() : nullptr;
    if (!picture->timeline && picture->request.question.depth != view_.depth)
        view_.depth = picture->request.question.depth;

    const bool blend = before != nullptr && !presentation_.reduce_motion &&
                       before->elements.size() + picture->scene.elements.size() <= most_blended;
    scene::Viewport target = camera_.target();
    target.screen = canvas_;
    const auto restored = std::exchange(restore_, std::nullopt);
    if (picture->timeline || on_timeline()) return change_view(std::move(picture), blend);
    const scene::Element* old_anchor = before != nullptr ? find_node(*before, anchor_) : nullptr;
    const scene::Element* new_anchor = find_node(picture->scene, anchor_);
    if (restored && restored->scale > 0) {
        fitted_ = false;
        target.scale = restored->scale * px_per_pt_;
        target.origin =
            restored->centre - base::Point{canvas_.width / 2, canvas_.height / 2} * (1 / target.scale);
    } else if (fitted_ || before == nullptr) {
        target = fitted(picture->scene.size);
    } else if (old_anchor != nullptr && new_anchor != nullptr) {
        const auto& port = camera_.viewport();
        target = port;
        target.origin = port.origin + (new_anchor->box.centre() - old_anchor->box.centre());
    }
    const scene::Element* arrived = arriving_.empty() ? nullptr : picture->element(arriving_);
    if (arrived != nullptr && !fitted_) target = with_in_view(target, arrived->box);
    const bool missed = !arriving_.empty() && arrived == nullptr;
    arriving_.clear();
    if (blend) {
        auto from = *before;
        const double distance = farthest_way(from, picture->scene) * target.scale;
        take_picture(std::move(picture));
        begin_transition(std::move(from), motion_, distance);
        const double moving = transition_->moving > 0 ? transition_->moving : transition_->seconds;
        camera_.glide(target, now_ + (transition_->moving > 0 ? gone_seconds : 0), moving);
    } else {
        take_picture(std::move(picture));
        transition_.reset();
        camera_.jump(target);
    }
    refresh_rows();
    take_turns();
    motion_ = Motion::glide;
    if (flash_.begin < 0) flash_.begin = now_;
    if (missed) say_not_arrived();
}

void Session::say(base::Severity severity, std::string sentence, std::optional<Command> offer) {
    Message message{severity, std::move(sentence), std::move(offer)};
    if (!messages_.empty() && messages_.back() == message) return;
    messages_.push_back(std::move(message));
    constexpr std::size_t most = 5;
    if (messages_.size() > most) messages_.erase(messages_.begin());
}

void Session::start_job(std::function<void(std::stop_token)> job) {
    const auto id = ++jobs_started_;
    jobs_.push_back({id, std::jthread([inbox = inbox_, id, job = std::move(job)](std::stop_token stop) {
                         job(std::move(stop));
                         inbox->post([id](Session& session) { session.finish_job(id); });
                     })});
}

void Session::finish_job(std::uint64_t id) {
    jobs_.remove_if([id](const Job& job) { return job.id == id; });
}

}  // namespace shezhire::session
