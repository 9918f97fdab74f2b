// Which key gives which command: the command table's own keys, further ones for commands with arguments, and
// what the user's settings change.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "session/command.h"

namespace shezhire::session {

/// The one way to write a chord: "Ctrl+Shift+F", "Alt+Left", "Space", "?", "+". Modifiers in any order and
/// case, names of keys in any case. nullopt: no such key.
std::optional<std::string> canonical_chord(std::string_view text);

struct KeyBinding {
    std::string chord;  ///< canonical
    Command command;
    bool operator==(const KeyBinding&) const = default;
};

class KeyMap {
  public:
    using Pair = std::pair<std::string, std::string>;  ///< command text, chords

    /// The keys that everyone begins with.
    KeyMap();
    /// These, changed by pairs of a command ("fit", "hops 2") and its chord, several separated by blanks,
    /// none for no key at all. A changed key is taken from the command that had it. Said, and otherwise left
    /// out: keys.unknown-command, keys.unreadable (no such key), keys.conflict (two changes want one key: the
    /// first has it; or a command that was not changed lost its last key).
    static KeyMap with(std::span<const Pair> changes, base::Diagnostics& faults);

    [[nodiscard]] const std::vector<KeyBinding>& bindings() const { return bindings_; }
    /// nullptr: nothing is bound to it.
    [[nodiscard]] const Command* command(std::string_view canonical) const;
    /// "Ctrl+Y, Ctrl+Shift+Z"; empty without any. Of exactly this command, arguments included.
    [[nodiscard]] std::string chords_of(const Command& command) const;
    /// Of the command with whatever arguments: "1, 2, 3, 4".
    [[nodiscard]] std::string chords_of(Verb verb) const;

  private:
    std::vector<KeyBinding> bindings_;
};

}  // namespace shezhire::session
