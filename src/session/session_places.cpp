// Going from body to body: walking, visiting, what was found, and the way back.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "base/words.h"
#include "session/session.h"
#include "session/walk.h"

namespace shezhire::session {
namespace {

constexpr double walk_seconds = 0.25;
constexpr double margin_px = 36;         // round a body that was walked to
constexpr double readable_scale = 0.75;  // of the size on paper: less, and a visit goes nearer

}  // namespace

bool Session::knows(const std::string& id) {
    if (loaded_.model->organization(id) != nullptr) return true;
    say(base::Severity::warning,
        fmt::format(fmt::runtime(base::tr("There is no organization “{}” here.")), base::visible(id)));
    return false;
}

bool Session::is_absent(const std::string& id) const {
    const auto* there = node(id);
    return there == nullptr || there->presence == edtf::Presence::no;
}

void Session::remember_place(bool walking) {
    places_.visit({selection_, view_.when, view_.roots, view_.focus}, walking);
}

// As little movement as shows the whole box, nearer only where nothing could be read; what is far away comes
// to the middle, with what stands around it.
scene::Viewport Session::with_in_view(scene::Viewport port, const base::Rect& box) const {
    if (port.scale < readable_scale * px_per_pt_) {
        port.scale = px_per_pt_;
        port.origin = box.centre() - base::Point{canvas_.width / 2, canvas_.height / 2} * (1 / port.scale);
        return port;
    }
    const double margin = std::min({margin_px, canvas_.width / 4, canvas_.height / 4}) / port.scale;
    const auto area = port.visible();
    const auto shift = [margin](double from, double to, double low, double high) {
        const double far = (to - from) / 4;
        if (high - low + 2 * margin > to - from || low > to + far || high < from - far)
            return (low + high - from - to) / 2;
        return std::min(low - margin - from, 0.0) + std::max(high + margin - to, 0.0);
    };
    port.origin = port.origin + base::Point{shift(area.left, area.right, box.left, box.right),
                                            shift(area.top, area.bottom, box.top, box.bottom)};
    return port;
}

void Session::arrive_at(const std::string& id, double now) {
    if (laying_out() || !picture_) {
        arriving_ = id;
        return;
    }
    const auto* element = picture_->element(id);
    if (element == nullptr) {
        const auto* body = loaded_.model->organization(id);
        if (body != nullptr && loaded_.model->presence(*body, at()) != edtf::Presence::no) say_not_arrived();
        return;
    }
    const auto port = with_in_view(camera_.target(), element->box);
    if (port == camera_.target()) return;
    fitted_ = false;
    camera_.glide(port, now, presentation_.reduce_motion ? 0 : walk_seconds);
}

void Session::walk(const Command& command, double now) {
    const auto direction = layout::direction_from(command.arguments.front());
    if (!direction) {
        return say(base::Severity::warning, fmt::format(fmt::runtime(base::tr("{} is used as: {}")), "walk",
                                                        spec_of(Verb::walk).arguments));
    }
    if (!picture_ || on_timeline()) return;
    const bool begins = picture_->node(selection_) == nullptr;
    const auto next = begins ? nearest_to(*picture_, graph(), camera_.target().visible().centre())
                             : walk_from(*picture_, graph(), selection_, *direction);
    if (next.empty()) return;
    selection_ = next;
    remember_place(true);
    arrive_at(next, now);
}

void Session::visit(const std::string& id, const std::string& date, double now) {
    if (!knows(id)) return;
    article_ = {};
    if (on_timeline()) {
        select(id);
        return zoom_to(id, now);
    }
    history_.finish_gesture();
    if (!date.empty()) {
        auto read = edtf::parse_interval(date);
        if (!read) return say(base::Severity::warning, read.error().sentence);
        auto next = view_;
        next.when = read->value;
        change(std::move(next), "visit");
    }
    selection_ = id;
    if (is_absent(id) || laying_out()) reveal(id, "visit");
    history_.finish_gesture();
    remember_place(false);
    if (laying_out()) fitted_ = false;
    arrive_at(id, now);
}

void Session::go_home(double now) {
    if (!picture_ || on_timeline() || picture_->graph->nodes.empty()) return;
    const auto root = picture_->graph->nodes.front().key;
    selection_ = root;
    remember_place(false);
    arrive_at(root, now);
}

void Session::move_among_places(bool back, double now) {
    places_.update({selection_, view_.when, view_.roots, view_.focus});
    const auto place = back ? places_.back(selection_) : places_.forward();
    if (!place) {
        return say(base::Severity::note, back ? base::tr("There is no place before this one.")
                                              : base::tr("There is no place after this one."));
    }
    auto next = view_;
    next.when = place->when;
    next.roots = place->roots;
    next.focus = place->focus;
    anchor_ = place->selection;
    selection_ = place->selection;
    change(std::move(next));
    if (node(selection_) == nullptr || laying_out()) reveal(selection_);
    if (laying_out()) fitted_ = false;
    arrive_at(selection_, now);
}

void Session::step_hit(int direction, double now) {
    if (search_hits_.empty()) return say(base::Severity::note, base::tr("Search for something first."));
    const int count = static_cast<int>(search_hits_.size());
    const int from = search_at_ < 0 && direction < 0 ? 0 : search_at_;
    search_at_ = (from + direction + count) % count;
    const auto& hit = search_hits_[static_cast<std::size_t>(search_at_)];
    visit(loaded_.model->organizations()[hit.organization].id, {}, now);
}

void Session::say_not_arrived() {
    if (view_.filter == graph::Filter{}) return;
    say(base::Severity::note, base::tr("A filter hides it."), Command{Verb::show_all, {}});
}

}  // namespace shezhire::session
