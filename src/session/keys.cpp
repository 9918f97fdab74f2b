#include "session/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/ensure.h"
#include "base/utf8.h"

namespace shezhire::session {
namespace {

/// Keys besides those of the table: for commands with arguments, and second ones.
struct Further {
    std::string_view chord;
    std::string_view command;
};
constexpr std::array further{
    Further{"Up", "walk up"},
    Further{"Down", "walk down"},
    Further{"Left", "walk left"},
    Further{"Right", "walk right"},
    Further{"1", "hops 1"},
    Further{"2", "hops 2"},
    Further{"3", "hops 3"},
    Further{"4", "hops 4"},
    Further{"+", "zoom 1.25"},
    Further{"-", "zoom 0.8"},
    Further{"?", "keys"},
    Further{"Ctrl+Shift+Z", "redo"},
    Further{"Alt+Up", "move-lane up"},
    Further{"Alt+Down", "move-lane down"},
};

constexpr std::array named{"Space", "Escape", "Enter", "Tab", "Backspace", "Delete",   "Insert",
                           "Right", "Left",   "Down",  "Up",  "PageUp",    "PageDown", "Home",
                           "End",   "F1",     "F2",    "F3",  "F4",        "F5",       "F6",
                           "F7",    "F8",     "F9",    "F10", "F11",       "F12"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string> canonical_key(std::string_view name) {
    if (name.size() == 1 && name[0] > ' ' && name[0] < 0x7F) {
        return std::string(
            1, name[0] >= 'a' && name[0] <= 'z' ? static_cast<char>(name[0] - 'a' + 'A') : name[0]);
    }
    if (same(name, "Esc")) return "Escape";
    if (same(name, "Return")) return "Enter";
    for (const char* known : named) {
        if (same(name, known)) return known;
    }
    return std::nullopt;
}

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> words;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
        if (text.empty()) return words;
        const auto end = std::min(text.find_first_of(" \t"), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

void join(std::string& text, const std::string& chord) {
    if (!text.empty()) text += ", ";
    text += chord;
}

}  // namespace

std::optional<std::string> canonical_chord(std::string_view text) {
    bool ctrl = false;
    bool shift = false;
    bool alt = false;
    // The last "+" may be the key itself.
    for (auto plus = text.find('+'); plus != std::string_view::npos && plus > 0 && plus + 1 < text.size();
         plus = text.find('+')) {
        const auto modifier = text.substr(0, plus);
        bool& held = same(modifier, "Shift") ? shift : same(modifier, "Alt") ? alt : ctrl;
        if (&held == &ctrl && !same(modifier, "Ctrl") && !same(modifier, "Control")) return std::nullopt;
        held = true;
        text.remove_prefix(plus + 1);
    }
    const auto key = canonical_key(text);
    if (!key) return std::nullopt;
    return fmt::format("{}{}{}{}", ctrl ? "Ctrl+" : "", alt ? "Alt+" : "", shift ? "Shift+" : "", *key);
}

KeyMap::KeyMap() {
    for (const auto& spec : command_table()) {
        if (!spec.key.empty()) bindings_.push_back({std::string(spec.key), {spec.verb, {}}});
    }
    for (const auto& [chord, text] : further) {
        auto command = parse_command(text);
        base::ensure(command.has_value(), "the keys' commands are in the table");
        bindings_.push_back({std::string(chord), std::move(*command)});
    }
}

KeyMap KeyMap::with(std::span<const Pair> changes, base::Diagnostics& faults) {
    const auto say = [&](const char* code, std::string sentence) {
        faults.add(base::Severity::warning, {}, code, std::move(sentence));
    };
    KeyMap map;
    std::vector<KeyBinding> wanted;
    for (const auto& [text, chords] : changes) {
        // Most commands that ask for an argument ask for it when their key is pressed.
        auto command = parse_command(text);
        if (!command && command.error().code == "command.arguments") {
            for (const auto& spec : command_table()) {
                if (spec.name == text) command = Command{spec.verb, {}};
            }
        }
        if (!command) {
            say("keys.unknown-command", fmt::format("keys: {}", command.error().sentence));
            continue;
        }
        std::erase_if(map.bindings_, [&](const KeyBinding& b) { return b.command == *command; });
        for (const auto word : split(chords)) {
            const auto chord = canonical_chord(word);
            if (!chord) {
                say("keys.unreadable",
                    fmt::format("keys: “{}” of “{}” is no key; write “Ctrl+Shift+F” or “Space”",
                                base::visible(word), base::visible(text)));
                continue;
            }
            const auto other = std::find_if(wanted.begin(), wanted.end(),
                                            [&](const KeyBinding& b) { return b.chord == *chord; });
            if (other != wanted.end()) {
                if (other->command == *command) continue;
                say("keys.conflict",
                    fmt::format("keys: {} is wanted by “{}” and by “{}”; it stays with the first", *chord,
                                to_text(other->command), to_text(*command)));
                continue;
            }
            wanted.push_back({*chord, *command});
        }
    }
    for (const auto& binding : wanted) {
        const auto taken = std::find_if(map.bindings_.begin(), map.bindings_.end(),
                                        [&](const KeyBinding& b) { return b.chord == binding.chord; });
        if (taken == map.bindings_.end()) continue;
        const auto loser = taken->command;
        map.bindings_.erase(taken);
        const bool has_another = std::any_of(map.bindings_.begin(), map.bindings_.end(),
                                             [&](const KeyBinding& b) { return b.command == loser; });
        if (!has_another)
            say("keys.conflict", fmt::format("keys: {} is now “{}”; “{}” has no key any more", binding.chord,
                                             to_text(binding.command), to_text(loser)));
    }
    map.bindings_.insert(map.bindings_.end(), wanted.begin(), wanted.end());
    return map;
}

const Command* KeyMap::command(std::string_view canonical) const {
    const auto found = std::find_if(bindings_.begin(), bindings_.end(),
                                    [&](const KeyBinding& b) { return b.chord == canonical; });
    return found == bindings_.end() ? nullptr : &found->command;
}

std::string KeyMap::chords_of(const Command& command) const {
    std::string text;
    for (const auto& binding : bindings_) {
        if (binding.command == command) join(text, binding.chord);
    }
    return text;
}

std::string KeyMap::chords_of(Verb verb) const {
    std::string text;
    for (const auto& binding : bindings_) {
        if (binding.command.verb == verb) join(text, binding.chord);
    }
    return text;
}

}  // namespace shezhire::session
