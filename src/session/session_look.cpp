// Commands about how all of it looks: language, theme and panes, what is let through, and the camera.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "base/words.h"
#include "scene/theme.h"
#include "session/arguments.h"
#include "session/session.h"

namespace shezhire::session {
namespace {

constexpr double camera_seconds = 0.3;
constexpr double least_scale = 0.005;
constexpr double largest_scale = 12;
constexpr double farthest = 1e6;  // points and pixels that a picture can be moved away, so that it comes back

base::Point within_reach(base::Point p) {
    return {std::clamp(p.x, -farthest, farthest), std::clamp(p.y, -farthest, farthest)};
}

}  // namespace

void Session::set_presentation(const Command& command) {
    auto next = presentation_;
    const auto refuse = [&] {
        say(base::Severity::warning,
            fmt::format(fmt::runtime(base::tr("“{}” is used as: {}")), base::visible(to_text(command)),
                        spec_of(command.verb).arguments));
    };
    const auto first = argument(command);
    switch (command.verb) {
        case Verb::labels:
            next.label_languages = command.arguments;
            break;
        case Verb::language:
            if (first != "kk" && first != "ru" && first != "en") return refuse();
            // Names follow, unless they were wanted in another language than the interface's.
            if (auto& names = next.label_languages; !names.empty() && names.front() == next.language)
                std::stable_partition(names.begin(), names.end(),
                                      [&](const auto& name) { return name == first; });
            next.language = first;
            break;
        case Verb::theme: {
            const auto name = scene::theme_from(first);
            if (!name) return refuse();
            next.theme = *name;
            break;
        }
        case Verb::engine: {
            const auto engine = layout::engine_from(first);
            if (!engine) return refuse();
            next.engine = *engine;
            fitted_ = true;
            break;
        }
        case Verb::direction: {
            const auto direction = layout::direction_from(first);
            if (!direction) return refuse();
            next.direction = *direction;
            fitted_ = true;
            break;
        }
        case Verb::reduce_motion: {
            const auto on = switch_from(first);
            if (!on) return refuse();
            next.reduce_motion = *on;
            break;
        }
        default:
            return;
    }
    if (next == presentation_) return;
    anchor_ = selection_;
    presentation_ = std::move(next);
    motion_ = Motion::glide;
    if (command.verb != Verb::reduce_motion) follow();
}

void Session::filter(const Command& command) {
    auto next = view_;
    const auto first = argument(command);
    const auto known = [this](const std::string& id) { return knows(id); };
    switch (command.verb) {
        case Verb::fold_to: {
            const auto depth = number_from(first);
            if (!depth || *depth < 1 || *depth > 64) {
                return say(base::Severity::warning, base::tr("A depth is a whole number from 1 to 64."));
            }
            next.depth = static_cast<int>(*depth);
            next.folded.clear();
            next.unfolded.clear();
            next.focus = {};
            fitted_ = true;
            break;
        }
        case Verb::root:
            if (!std::all_of(command.arguments.begin(), command.arguments.end(), known)) return;
            next.roots = command.arguments;
            next.focus = {};
            fitted_ = true;
            break;
        case Verb::hide: {
            const auto id = first.empty() ? selection_ : first;
            if (!known(id)) return;
            next.filter.hidden.insert(id);
            break;
        }
        case Verb::hide_kind:
            next.filter.hidden_kinds.insert(first);
            break;
        case Verb::show_all:
            next.filter = {};
            break;
        case Verb::certainty:
            if (first == "all") {
                next.filter.certainty = graph::Certainty::all;
            } else if (first == "likely") {
                next.filter.certainty = graph::Certainty::likely;
            } else if (first == "certain") {
                next.filter.certainty = graph::Certainty::certain;
            } else {
                return say(base::Severity::warning, base::tr("certainty is used as: all|likely|certain"));
            }
            break;
        case Verb::lateral: {
            const auto on = switch_from(first);
            if (!on) return say(base::Severity::warning, base::tr("lateral is used as: on|off"));
            next.lateral = *on;
            break;
        }
        default:
            return;
    }
    anchor_ = selection_;
    change(std::move(next));
}

void Session::fit(double now) {
    if (!picture_ || shows_table()) return;
    if (on_timeline()) return show_period(picture_->timeline->whole(), now);
    fitted_ = true;
    camera_.glide(fitted(picture_->scene.size), now, presentation_.reduce_motion ? 0 : camera_seconds);
}

void Session::zoom(const Command& command, double now) {
    if (!picture_ || shows_table()) return;
    const auto a = number_from(argument(command, 0));
    const auto b = command.arguments.size() > 1 ? number_from(argument(command, 1)) : std::optional(0.0);
    const auto c = command.arguments.size() > 2 ? number_from(argument(command, 2)) : std::optional(0.0);
    if (!a || !b || !c || (command.verb == Verb::zoom && *a <= 0)) {
        return say(base::Severity::warning,
                   fmt::format(fmt::runtime(base::tr("{} is used as: {}")), spec_of(command.verb).name,
                               spec_of(command.verb).arguments));
    }
    if (on_timeline()) return zoom_time(command.verb, *a, *b, *c, command.arguments.size() == 3, now);
    fitted_ = false;
    auto port = camera_.viewport();
    if (command.verb == Verb::pan) {
        port.origin = within_reach(port.origin - base::Point{*a / port.scale, *b / port.scale});
        camera_.jump(port);
        return;
    }
    const bool at_pointer = command.arguments.size() == 3;
    const base::Point fixed =
        at_pointer ? within_reach({*b, *c}) : base::Point{canvas_.width / 2, canvas_.height / 2};
    const auto target = at_pointer ? port : camera_.target();
    const double factor =
        std::clamp(target.scale * *a, least_scale, largest_scale * px_per_pt_) / target.scale;
    auto zoomed = target.zoomed(factor, fixed);
    zoomed.origin = within_reach(zoomed.origin);
    // Under the pointer zooming is direct (the hand moves); by key it glides.
    camera_.glide(zoomed, now, at_pointer || presentation_.reduce_motion ? 0 : camera_seconds);
}

void Session::zoom_to(const std::string& id, double now) {
    if (shows_table()) return;  // the rows go to what is selected by themselves
    if (picture_ && on_timeline()) return zoom_to_life(id, now);
    const auto* element = picture_ ? picture_->element(id) : nullptr;
    if (element == nullptr) return;
    auto port = camera_.viewport();
    port.scale = std::max(port.scale, 1.5 * px_per_pt_);
    port.origin =
        element->box.centre() - base::Point{canvas_.width / 2, canvas_.height / 2} * (1 / port.scale);
    fitted_ = false;
    camera_.glide(port, now, presentation_.reduce_motion ? 0 : 2 * camera_seconds);
}

}  // namespace shezhire::session
