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

struct Named {
    std::string_view name;
    int code;  // glfw3.h: GLFW_KEY_*
};
constexpr std::array named{
    Named{"Space", 32},      Named{"Escape", 256}, Named{"Enter", 257},  Named{"Tab", 258},
    Named{"Backspace", 259}, Named{"Insert", 260}, Named{"Delete", 261}, Named{"Right", 262},
    Named{"Left", 263},      Named{"Down", 264},   Named{"Up", 265},     Named{"PageUp", 266},
    Named{"PageDown", 267},  Named{"Home", 268},   Named{"End", 269},    Named{"F1", 290},
    Named{"F2", 291},        Named{"F3", 292},     Named{"F4", 293},     Named{"F5", 294},
    Named{"F6", 295},        Named{"F7", 296},     Named{"F8", 297},     Named{"F9", 298},
    Named{"F10", 299},       Named{"F11", 300},    Named{"F12", 301}};
// The keypad's, and where a sign lies on the keyboard that GLFW's codes are named after.
constexpr std::array others{Named{"Enter", 335}, Named{"+", 334}, Named{"-", 333}, Named{"+", '='},
                            Named{"1", 321},     Named{"2", 322}, Named{"3", 323}, Named{"4", 324}};

bool down(int code) {
    return ImGui::IsKeyPressed(code);
}

bool key_pressed(std::string_view name) {
    const auto has = [name](const Named& n) { return n.name == name && down(n.code); };
    return std::any_of(others.begin(), others.end(), has) || std::any_of(named.begin(), named.end(), has) ||
           (name.size() == 1 && name != "+" && down(name[0]));
}

}  // namespace

bool pressed(std::string_view chord) {
    const auto& io = ImGui::GetIO();
    bool ctrl = false;
    bool shift = false;
    bool alt = false;
    for (auto plus = chord.find('+'); plus != std::string_view::npos && plus > 0 && plus + 1 < chord.size();
         plus = chord.find('+')) {
        const auto modifier = chord.substr(0, plus);
        ctrl = ctrl || modifier == "Ctrl";
        shift = shift || modifier == "Shift";
        alt = alt || modifier == "Alt";
        chord.remove_prefix(plus + 1);
    }
    if (chord == "?") return io.KeyShift && !io.KeyCtrl && !io.KeyAlt && down('/');
    const bool free_shift = chord == "+" && !ctrl && !alt;  // some keyboards have it behind Shift
    return io.KeyCtrl == ctrl && io.KeyAlt == alt && (io.KeyShift == shift || free_shift) &&
           key_pressed(chord);
}

// What a key means where the command alone does not know: dialogs ask for what is missing, and Enter takes
// what was offered.
void send_for_key(Hand& hand, const session::Session& session, session::CommandQueue& queue,
                  const session::Command& command) {
    switch (command.verb) {
        case Verb::export_:
            hand.ask_export = true;
            return;
        case Verb::search:
            if (!session.presentation().outline_pane) queue.send(Verb::pane, {"outline", "on"});
            hand.focus_search = true;
            return;
        case Verb::copy:
            if (hand.table.from >= 0 && hand.table.from != hand.table.at) {
                const auto [first, last] = std::minmax(hand.table.from, hand.table.at);
                queue.send(Verb::copy, {std::to_string(first + 1), std::to_string(last + 1)});
                return;
            }
            break;
        case Verb::details:
            if (!session.messages().empty() && session.messages().back().offer) {
                queue.send(Verb::dismiss);
                queue.send(*session.messages().back().offer);
                return;
            }
            break;
        default:
            break;
    }
    const auto& spec = session::spec_of(command.verb);
    if (command.arguments.size() >= spec.least) {
        queue.send(command);
    } else {
        queue.send(Verb::palette, {std::string(spec.name) + " "});
    }
}

/// Days as EDTF: what a period is asked for by.
std::string period_text(double first, double last) {
    return edtf::Date::from_day(static_cast<edtf::Day>(first)).text() + "/" +
           edtf::Date::from_day(static_cast<edtf::Day>(last)).text();
}

/// Events along a line, lines above each other, decades by page.
void timeline_keys(Hand& hand, const session::Session& session, session::CommandQueue& queue) {
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
    if (pressed("Enter")) send_for_key(hand, session, queue, {Verb::details, {}});
}

// Letters and arrows are the outline's own while it has the keyboard.
bool belongs_to_outline(std::string_view chord) {
    const bool has_modifier = chord.starts_with("Ctrl+") || chord.starts_with("Alt+");
    return !has_modifier && chord != "Escape" && chord != "?" && !(chord.size() > 1 && chord[0] == 'F') &&
           !chord.starts_with("Shift+F");
}

/// Of the canvas' place while it is a timeline or a table.
bool belongs_to_view(std::string_view chord) {
    constexpr std::array own{"Left", "Right", "Up", "Down", "PageUp", "PageDown", "Home", "End", "Enter"};
    return std::find(own.begin(), own.end(), chord) != own.end();
}

void escape(Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    const bool typing = ImGui::GetIO().WantTextInput;
    if (session.overlay() != session::Overlay::none || !typing) {
        if (hand.way.ring && session.overlay() == session::Overlay::none && hand.way.area != Area::canvas) {
            hand.way.area = Area::canvas;
            return;
        }
        queue.send(Verb::dismiss);
    } else if (hand.search[0] != '\0') {
        hand.search[0] = '\0';
        queue.send(Verb::search);
    }
}

void handle_keys(Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    if (hand.way.popup) return;
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return;
    const bool busy = ImGui::GetIO().WantTextInput || session.overlay() != session::Overlay::none;
    const bool on_timeline = session.on_timeline() && session.picture();
    const bool on_table = session.shows_table();
    const bool on_article = !session.article().source.empty();
    const bool on_parts = keyboard_is_in(hand, session, Area::details);
    if (on_timeline && !on_table && !on_article && !busy && !on_parts && hand.way.area != Area::outline)
        timeline_keys(hand, session, queue);
    for (const auto& binding : session.keys().bindings()) {
        if (!pressed(binding.chord)) continue;
        if (binding.command.verb == Verb::dismiss) {
            escape(hand, session, queue);
            continue;
        }
        // While something is typed only chords that type nothing are commands.
        const bool steps_through =
            binding.command.verb == Verb::next_hit || binding.command.verb == Verb::previous_hit;
        if (busy && !(steps_through && hand.searching)) continue;
        if (hand.way.area == Area::outline && belongs_to_outline(binding.chord)) continue;
        if (on_parts && belongs_to_parts(binding.chord)) continue;
        if ((on_timeline || on_table || on_article) && belongs_to_view(binding.chord)) continue;
        send_for_key(hand, session, queue, binding.command);
    }
}

}  // namespace shezhire::ui
