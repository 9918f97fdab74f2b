#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/words.h"
#include "session/arguments.h"
#include "session/session.h"

namespace shezhire::session {
namespace {

bool* shown_of(Presentation& look, std::string_view pane) {
    if (pane == "outline") return &look.outline_pane;
    if (pane == "details") return &look.details_pane;
    if (pane == "date") return &look.date_pane;
    if (pane == "diagnostics") return &look.diagnostics_pane;
    if (pane == "filters") return &look.filters_pane;
    if (pane == "minimap") return &look.minimap;
    return nullptr;
}

int* size_of(PaneSizes& sizes, std::string_view pane) {
    if (pane == "outline") return &sizes.outline;
    if (pane == "details") return &sizes.details;
    if (pane == "diagnostics") return &sizes.diagnostics;
    return nullptr;
}

// As browsers have them: each step is seen, and 100 % is among them.
constexpr std::array scale_steps{50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300};

}  // namespace

// How the window is laid out: panes and the size of everything. Not undone, but kept and never lost.
void Session::arrange(const Command& command) {
    auto& look = presentation_;
    const auto refuse = [&] {
        const auto& spec = spec_of(command.verb);
        say(base::Severity::warning,
            fmt::format(fmt::runtime(base::tr("{} is used as: {}")), spec.name, spec.arguments));
    };
    const auto first = argument(command);
    switch (command.verb) {
        case Verb::pane: {
            bool* shown = shown_of(look, first);
            if (shown == nullptr) return refuse();
            const auto wanted =
                command.arguments.size() > 1 ? switch_from(argument(command, 1)) : std::optional(!*shown);
            if (!wanted) return refuse();
            *shown = *wanted;
            if (shown == &look.filters_pane && look.filters_pane) {
                look.outline_pane = true;  // it is there that the filters are
                if (picture_ && !picture_->facets) ask_for_picture(false);
            }
            break;
        }
        case Verb::pane_size: {
            int* size = size_of(look.sizes, first);
            const auto units = number_from(argument(command, 1));
            if (size == nullptr || !units) return refuse();
            *size = static_cast<int>(std::clamp<double>(*units, least_pane, largest_pane));
            break;
        }
        case Verb::reset_layout: {
            const Presentation fresh;
            look.sizes = fresh.sizes;
            look.outline_pane = look.details_pane = look.date_pane = true;
            look.scale_percent = fresh.scale_percent;
            break;
        }
        case Verb::interface_size: {
            const auto percent = first.empty() ? std::optional(100.0) : number_from(first);
            if (!percent || *percent < least_scale_percent || *percent > largest_scale_percent)
                return say(base::Severity::warning,
                           fmt::format(fmt::runtime(base::tr("A size is a number from {} to {}.")),
                                       least_scale_percent, largest_scale_percent));
            look.scale_percent = static_cast<int>(*percent);
            break;
        }
        case Verb::larger: {
            const auto* next = std::upper_bound(scale_steps.begin(), scale_steps.end(), look.scale_percent);
            if (next != scale_steps.end()) look.scale_percent = *next;
            break;
        }
        case Verb::smaller: {
            const auto* next = std::lower_bound(scale_steps.begin(), scale_steps.end(), look.scale_percent);
            if (next != scale_steps.begin()) look.scale_percent = *std::prev(next);
            break;
        }
        default:
            break;
    }
}

}  // namespace shezhire::session
