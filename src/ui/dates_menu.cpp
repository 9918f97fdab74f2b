// How dates follow each other, and how they are played: the same entries in the view menu and behind the
// button on the date bar.
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

#include "base/numbers.h"
#include "base/words.h"
#include "ui/panels.h"

namespace shezhire::ui {

using session::Dates;
using session::SteadyPeriod;
using session::Verb;

void dates_entries(const session::Session& session, session::CommandQueue& queue) {
    const auto& look = session.presentation();
    const auto& steady = session.view().steady;
    const auto is = [&](SteadyPeriod::Kind kind) {
        return look.dates == Dates::steady && steady.kind == kind;
    };
    if (ImGui::MenuItem(base::tr("Steady: nothing moves from one reform to the next"), nullptr,
                        is(SteadyPeriod::Kind::era)))
        queue.send(Verb::dates, {"steady", "era"});
    if (ImGui::MenuItem(base::tr("Steady: nothing moves in all the time that is known"), nullptr,
                        is(SteadyPeriod::Kind::whole)))
        queue.send(Verb::dates, {"steady", "whole"});
    if (steady.kind == SteadyPeriod::Kind::chosen) {
        const auto text = fmt::format(fmt::runtime(base::tr("Steady: nothing moves in {}")),
                                      in_words(session, steady.chosen));
        if (ImGui::MenuItem(text.c_str(), nullptr, look.dates == Dates::steady))
            queue.send(Verb::dates, {"steady", steady.chosen.text()});
    }
    if (ImGui::MenuItem(base::tr("Compact: each date is laid out anew"), nullptr,
                        look.dates == Dates::compact))
        queue.send(Verb::dates, {"compact"});
    ImGui::Separator();
    if (ImGui::MenuItem(base::tr("Hint at what is not there at the date"), "    Shift+D", look.ghosts))
        queue.send(Verb::ghosts);
    ImGui::Separator();
    if (ImGui::MenuItem(base::tr("Play from change to change"), "    Shift+Space", session.playing()))
        queue.send(Verb::play);
    for (const char* seconds : {"1.5", "2", "3"}) {
        const auto text = fmt::format(fmt::runtime(base::tr("{} seconds a change")),
                                      base::decimal(std::atof(seconds), seconds[1] == '.' ? 1 : 0));
        if (ImGui::MenuItem(text.c_str(), nullptr, std::fabs(look.play_seconds - std::atof(seconds)) < 0.01))
            queue.send(Verb::play_speed, {seconds});
    }
    if (ImGui::MenuItem(base::tr("Play again and again"), "    Shift+L", look.loop)) queue.send(Verb::loop);
}

void dates_menu(const session::Session& session, session::CommandQueue& queue) {
    if (!ImGui::BeginMenu(base::tr("Dates"))) return;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ImGui::CloseCurrentPopup();
    dates_entries(session, queue);
    ImGui::EndMenu();
}

}  // namespace shezhire::ui
