// Keys as the command table names them ("Ctrl+Shift+F", "Space"), on Dear ImGui 1.86's key state (GLFW's key
// codes).
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "ui/panels.h"

namespace shezhire::ui {
namespace {

using session::Verb;

int key_code(std::string_view name) {
    if (name.size() == 1) return name[0] >= 'a' && name[0] <= 'z' ? name[0] - 'a' + 'A' : name[0];
    struct Named {
        std::string_view name;
        int code;  // glfw3.h: GLFW_KEY_*
    };
    constexpr std::array named{Named{"Space", 32},   Named{"Escape", 256},   Named{"Enter", 257},
                               Named{"Right", 262},  Named{"Left", 263},     Named{"Down", 264},
                               Named{"Up", 265},     Named{"Home", 268},     Named{"F1", 290},
                               Named{"PageUp", 266}, Named{"PageDown", 267}, Named{"End", 269}};
    const auto* found =
        std::find_if(named.begin(), named.end(), [name](const Named& n) { return n.name == name; });
    return found == named.end() ? -1 : found->code;
}

bool pressed(std::string_view chord) {
    const auto& io = ImGui::GetIO();
    bool ctrl = false;
    bool shift = false;
    bool alt = false;
    for (auto plus = chord.find('+'); plus != std::string_view::npos && plus + 1 < chord.size();
         plus = chord.find('+')) {
        const auto modifier = chord.substr(0, plus);
        ctrl = ctrl || modifier == "Ctrl";
        shift = shift || modifier == "Shift";
        alt = alt || modifier == "Alt";
        chord.remove_prefix(plus + 1);
    }
    const int code = key_code(chord);
    return code >= 0 && io.KeyCtrl == ctrl && io.KeyShift == shift && io.KeyAlt == alt &&
           ImGui::IsKeyPressed(code);
}

/// Days as EDTF: what a period is asked for by.
std::string period_text(double first, double last) {
    return edtf::Date::from_day(static_cast<edtf::Day>(first)).text() + "/" +
           edtf::Date::from_day(static_cast<edtf::Day>(last)).text();
}

/// Events along a line, lines above each other, decades by page.
void timeline_keys(const session::Session& session, session::CommandQueue& queue) {
    for (const auto& [key, way] : {std::pair("Left", "left"), std::pair("Right", "right"),
                                   std::pair("Up", "up"), std::pair("Down", "down")}) {
        if (pressed(key)) queue.send(Verb::step, {way});
    }
    if (pressed("PageDown")) queue.send(Verb::shift, {"10"});
    if (pressed("PageUp")) queue.send(Verb::shift, {"-10"});
    const auto whole = session.picture()->timeline->whole();
    const double days = session.timeline_view().window.days();
    if (pressed("Home")) queue.send(Verb::period, {period_text(whole.first, whole.first + days)});
    if (pressed("End")) queue.send(Verb::period, {period_text(whole.last - days, whole.last)});
    if (pressed("Enter")) queue.send(Verb::pane, {"details", "on"});
}

}  // namespace

void handle_keys(Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    const auto& io = ImGui::GetIO();
    if (io.WantTextInput) {
        if (pressed("Escape") && hand.search[0] != '\0') {
            hand.search[0] = '\0';
            queue.send(Verb::search);
        }
        return;
    }
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return;
    if (session.on_timeline()) timeline_keys(session, queue);
    if (pressed("F1")) hand.show_keys = true;
    if (pressed("=") || pressed("Shift+=") || pressed("+")) queue.send(Verb::zoom, {"1.25"});
    if (pressed("-")) queue.send(Verb::zoom, {"0.8"});
    for (const auto& spec : session::command_table()) {
        if (spec.key.empty() || !pressed(spec.key)) continue;
        if (spec.verb == Verb::export_) {
            hand.ask_export = true;
        } else if (spec.verb == Verb::search) {
            if (!session.presentation().outline_pane) queue.send(Verb::pane, {"outline", "on"});
            hand.focus_search = true;
        } else if (spec.verb == Verb::dismiss && session.messages().empty()) {
            queue.send(Verb::select);
        } else if (spec.least == 0) {
            queue.send(spec.verb);
        }
    }
}

}  // namespace shezhire::ui
